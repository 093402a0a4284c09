// What JSON leaves as it is and a terminal may obey or an eye misread: C1 controls, separators of lines, turns of direction.
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** JSON for people and programs alike: whatever its strings hold, it changes nothing about a terminal that shows it. */
export function writeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replaceAll(OBEYED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
