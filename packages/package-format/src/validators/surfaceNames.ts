import { packageDiagnostic, quote } from '../packageDiagnostic.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether the package has anything for a host, and each of it one name. */
export const checkSurfaceNames: PackageValidator = ({ manifest: { surfaces } }) => {
  const names: Readonly<Record<string, readonly string[]>> = {
    widgets: (surfaces.widgets ?? []).map(({ id }) => id),
    tools: (surfaces.tools ?? []).map(({ name }) => name),
    hooks: (surfaces.hooks ?? []).map(({ point }) => point),
    services: (surfaces.services ?? []).map(({ name }) => name),
  }
  if (Object.values(names).every((list) => list.length === 0)) {
    return [
      packageDiagnostic({ code: 'surface-none', message: 'The package has no surface.', path: 'plugin.json#surfaces' }),
    ]
  }
  return Object.entries(names).flatMap(([surface, list]) =>
    list.flatMap((name, index) =>
      list.indexOf(name) === index
        ? []
        : packageDiagnostic({
            code: 'surface-duplicate',
            message: `There are two ${surface} of the name ${quote(name)}.`,
            path: `plugin.json#surfaces.${surface}.${index}`,
          }),
    ),
  )
}
