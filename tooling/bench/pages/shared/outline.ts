/** An element's children and text, without its looks: what all variants have to agree on. */
export function outlineOf(element: Element): string {
  const { children, localName, textContent } = element
  if (children.length === 0) return `${localName}=${textContent}`
  return `${localName}(${Array.from(children, (child) => outlineOf(child)).join(' ')})`
}
