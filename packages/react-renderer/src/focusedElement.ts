/** The element that has the focus, in the document or in the shadow tree that an element is in. */
export function focusedElement(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null
}
