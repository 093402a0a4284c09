/** The part of the address after its `#`, of the gallery or of a kind in it. */
export const GALLERY = 'gallery'

export function anchorOf(kind: string): string {
  return `${GALLERY}/${kind}`
}
