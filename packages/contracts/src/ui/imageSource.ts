/** Longest picture in a tree, in characters of its `data:` URI. */
export const IMAGE_LENGTH = 350_000

/**
 * Pictures made of pixels, in base64. SVG is not among them: it can hold scripts and references. The address is part of
 * the tree, so that nothing is fetched to draw it.
 */
export const IMAGE_SOURCE: RegExp = /^data:image\/(?:png|jpeg|webp|gif|avif);base64,[A-Za-z0-9+/]+={0,2}$/

/** Whether a picture may be drawn from an address. Renderers ask too, before they give it to the page. */
export function isImageSource(source: unknown): source is string {
  return typeof source === 'string' && source.length <= IMAGE_LENGTH && IMAGE_SOURCE.test(source)
}
