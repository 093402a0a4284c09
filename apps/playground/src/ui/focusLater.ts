/** As {@link focusLater}, where what had the focus is gone: keys must not start from the top of the page again. */
export function focusIfLost(selector: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) focusLater(selector)
  })
}

/** Moves the focus to the first element of a selector as soon as what is being drawn now is there. */
export function focusLater(selector: string): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector)
    element?.scrollIntoView({ block: 'nearest' })
    element?.focus({ preventScroll: true })
  })
}
