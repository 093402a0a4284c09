import { flushSync } from 'react-dom'

const CONTROLS = 'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled)'

/** Moves the focus into a field, and shows it first where a tab or a closed part of its view hides it. */
export function goToField(element: HTMLElement, view: HTMLElement): void {
  for (let hidden = hiddenAround(element, view); hidden !== null; hidden = hiddenAround(element, view)) {
    const opener = view.querySelector<HTMLElement>(`[aria-controls~="${CSS.escape(hidden.id)}"]`)
    if (hidden.id === '' || opener === null) break
    // As the person would: whoever hides something has a control that shows it.
    flushSync(() => opener.click())
    if (hidden.hidden) break
  }
  const control = element.matches(CONTROLS) ? element : element.querySelector<HTMLElement>(CONTROLS)
  control?.focus()
}

/** The outermost hidden element around a field, inside its view. */
function hiddenAround(element: HTMLElement, view: HTMLElement): HTMLElement | null {
  let outermost: HTMLElement | null = null
  for (let around = element.parentElement; around !== null && around !== view; around = around.parentElement) {
    if (around.hidden) outermost = around
  }
  return outermost
}
