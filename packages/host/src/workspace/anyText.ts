/** More than this of one value is not written: what is shared over and over inside has no end to speak of. */
const MOST_VALUES = 1_000_000

type Work = { readonly text: string } | { readonly value: unknown } | { readonly leave: object }

/**
 * JSON text of any value, however deep, for people to save what could not be understood. What JSON has no text for stands
 * there in square brackets: `"[undefined]"`, `"[circular]"`, `"[Map]"`.
 */
export function writeAnyText(root: unknown): string {
  const out: string[] = []
  const work: Work[] = [{ value: root }]
  const above = new Set<object>()
  let left = MOST_VALUES
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if ('text' in next) out.push(next.text)
    else if ('leave' in next) above.delete(next.leave)
    else {
      left -= 1
      const { value } = next
      if (typeof value !== 'object' || value === null) out.push(leafText(value))
      else if (above.has(value)) out.push('"[circular]"')
      else if (left < 0) out.push('"[more]"')
      else {
        const parts = partsOf(value)
        if (typeof parts === 'string') out.push(JSON.stringify(parts))
        else {
          above.add(value)
          // Taken from the end.
          work.push({ leave: value }, { text: parts.close })
          for (let index = parts.items.length - 1; index >= 0; index -= 1) {
            const [label, item] = parts.items[index] ?? ['', undefined]
            work.push({ value: item }, { text: index === 0 ? label : `,${label}` })
          }
          out.push(parts.open)
        }
      }
    }
  }
  return out.join('')
}

interface Container {
  readonly open: string
  readonly close: string
  readonly items: readonly (readonly [label: string, item: unknown])[]
}

function partsOf(value: object): Container | string {
  if (Array.isArray(value)) {
    if (value.length > MOST_VALUES) return `[list of ${value.length}]`
    return { open: '[', close: ']', items: Array.from(value, (item: unknown) => ['', item] as const) }
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    const name = Object.prototype.toString.call(value).slice(8, -1)
    return value instanceof Date ? `[Date ${value.getTime()}]` : `[${name}]`
  }
  return {
    open: '{',
    close: '}',
    items: Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}:`, item] as const),
  }
}

function leafText(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  // A number that is none, and what JSON does not know at all.
  const words = typeof value === 'number' || typeof value === 'bigint' ? String(value) : typeof value
  return JSON.stringify(`[${words}]`)
}
