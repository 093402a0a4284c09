import { writeRoute, type Route } from './route.ts'

/** Goes to a place of the playground; the back button comes back, unless it is `replaced`. */
export function goTo(route: Route, { replaced = false }: { readonly replaced?: boolean } = {}): void {
  const address = writeRoute(route)
  if (replaced) location.replace(address)
  else location.assign(address)
}
