/** Longest link that is offered, in characters: many programs cut longer ones. */
export const LINK_LENGTH = 8_000

/** The address that opens what is packed, at the page's own address. */
export function makeLink(page: string, packed: string): string {
  const address = new URL(page)
  address.hash = `w=${packed}`
  return address.href
}

export function isLinkTooLong(link: string): boolean {
  return link.length > LINK_LENGTH
}
