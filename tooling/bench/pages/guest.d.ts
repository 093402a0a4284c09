/** The text of a bundled guest, as `run/bundleGuest.ts` makes it. */
declare module '*?guest' {
  export const code: string
}
