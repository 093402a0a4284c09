/**
 * A path of an address that stays the same when the address is read. With dots or escapes in it, `/v1/../admin` would look as
 * if it were below `/v1`, to people and to whoever compares prefixes.
 */
export const PLAIN_PATH: RegExp = /^\/(?:(?!\.{1,2}(?:\/|$))[!"$&-.0->@-[\]-~]+(?:\/|$))*$/
