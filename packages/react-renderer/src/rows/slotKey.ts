/** A row's key has at most 128 characters. */
const NO_ROW = ' '.repeat(200)

/** The React key of what stands among rows and is none, which no row's key can be. */
export function slotKey(id: string | number): string {
  return `${NO_ROW}${id}`
}
