/**
 * The place of the row that an element is in; -1 where it is in none. A virtual row's element says its place; else a row
 * stands where it stands.
 */
export function placeOf(body: Element, element: Element): number {
  let row: Element | null = element
  while (row !== null && row.parentElement !== body) row = row.parentElement
  if (row === null) return -1
  const place = row.getAttribute('data-place')
  return place === null ? Array.prototype.indexOf.call(body.children, row) : Number(place)
}

/** The button that presses the row in a place; null where it is not drawn, or not pressable. */
export function pressAt(body: Element, place: number, isVirtual: boolean): HTMLElement | null {
  const row = isVirtual ? body.querySelector(`:scope > [data-place="${place}"]`) : body.children[place]
  return row == null ? null : firstPress(body, row)
}

/** The first button in an element that presses a row of this body. */
export function firstPress(body: Element, within: Element): HTMLElement | null {
  const first = within.querySelector('[data-press]')
  if (first === null || isPressOf(body, first)) return first
  // That one is of a list inside.
  const buttons = [...within.querySelectorAll('[data-press]')]
  return buttons.find((button): button is HTMLElement => isPressOf(body, button)) ?? null
}

/** Whether an element presses a row of this body, and not one of a list inside. */
export function isPressOf(body: Element, element: EventTarget | null): element is HTMLElement {
  return element instanceof HTMLElement && element.matches('[data-press]') && element.closest('[data-rows]') === body
}
