/** Characters that the address of a link may have. */
export const LINK_LENGTH = 2_048

/**
 * An absolute `https:` address whose host is plain ASCII and has no user name before it, so that what it looks like is where
 * it leads, or a `mailto:` address with one receiver. No spaces, line breaks, backslashes or unseen characters, which
 * browsers drop or turn into something else.
 */
export const LINK_ADDRESS: RegExp =
  /^(?:https:\/\/[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?(?::\d{1,5})?(?:[/?#][^\s\\\p{Cc}\p{Cf}]*)?|mailto:[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d.-]{1,253}(?:\?[^\s\\\p{Cc}\p{Cf}]*)?)$/iu

/** Whether a person may be sent to an address. Renderers ask too, before they make a link of it. */
export function isLinkAddress(address: unknown): address is string {
  return typeof address === 'string' && address.length <= LINK_LENGTH && LINK_ADDRESS.test(address)
}
