import { deflateSync } from 'fflate'

import { crc32 } from '../../src/archive/crc32.ts'

/** One entry, said as one likes. What is absent is as an honest writer has it. */
export interface EntryParts {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  /** What stands where the packed content would: any bytes. */
  readonly packed?: Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly version?: number
  readonly madeBy?: number
  readonly attributes?: number
  readonly crc?: number
  readonly size?: number
  readonly packedSize?: number
  readonly extra?: Uint8Array
  readonly comment?: string
  readonly disk?: number
  /** Where the directory says that the entry is. */
  readonly offset?: number
  readonly time?: number
  /** What its own header says instead. */
  readonly local?: Partial<
    Pick<EntryParts, 'name' | 'method' | 'flags' | 'crc' | 'size' | 'packedSize' | 'version' | 'extra'>
  >
  /** Bytes between the content and what follows. */
  readonly after?: Uint8Array
  /** Left out of the directory, or of what stands before it. */
  readonly only?: 'local' | 'central'
}

/** What the record at the end says; what is absent is true. */
export interface EndParts {
  readonly disk?: number
  readonly count?: number
  readonly countHere?: number
  readonly size?: number
  readonly start?: number
  readonly comment?: Uint8Array
}

export interface ZipParts {
  readonly entries: readonly EntryParts[]
  readonly end?: EndParts
  readonly before?: Uint8Array
  /** Bytes between the last entry and the directory. */
  readonly gap?: Uint8Array
  readonly after?: Uint8Array
}

/** Writes a zip archive that says whatever it is told to. */
export function buildZip({ after, before, end = {}, entries, gap }: ZipParts): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let length = 0
  const add = (...added: readonly (Uint8Array | undefined)[]) => {
    for (const part of added) {
      if (part === undefined) continue
      parts.push(part)
      length += part.length
    }
  }
  add(before)
  for (const entry of entries) {
    const whole = complete(entry)
    if (entry.only !== 'local') directory.push(...writeCentral(whole, entry.offset ?? length))
    if (entry.only === 'central') continue
    const local = { ...whole, ...(entry.local === undefined ? {} : withBytes(entry.local)) }
    add(numbers(0x04034b50, 4), facts(local), local.name, local.extra, whole.packed, entry.after)
  }
  add(gap)
  const start = length
  add(...directory)
  const comment = end.comment ?? new Uint8Array()
  const count = directory.length / 4
  add(
    numbers(0x06054b50, 4),
    numbers(end.disk ?? 0, 2),
    numbers(end.disk ?? 0, 2),
    numbers(end.countHere ?? end.count ?? count, 2),
    numbers(end.count ?? count, 2),
    numbers(end.size ?? length - start, 4),
    numbers(end.start ?? start, 4),
    numbers(comment.length, 2),
    comment,
    after,
  )
  return join(parts)
}

/** A little-endian number. */
export function numbers(value: number, length: 2 | 4): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Math.floor(value / 256 ** index) % 256)
}

export function bytes(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

function complete(entry: EntryParts) {
  const content = bytes(entry.content ?? '')
  const method = entry.method ?? 8
  const packed = entry.packed ?? (method === 8 ? deflateSync(content) : content)
  return {
    version: 20,
    flags: 0,
    crc: crc32(content),
    size: content.length,
    packedSize: packed.length,
    time: 0,
    madeBy: 20,
    attributes: 0,
    disk: 0,
    ...entry,
    method,
    packed,
    name: bytes(entry.name),
    extra: entry.extra ?? new Uint8Array(),
    comment: bytes(entry.comment ?? ''),
  }
}

type WholeEntry = ReturnType<typeof complete>

function withBytes({ name, ...rest }: NonNullable<EntryParts['local']>): Partial<WholeEntry> {
  return { ...rest, ...(name === undefined ? {} : { name: bytes(name) }) }
}

function facts({ crc, extra, flags, method, name, packedSize, size, time, version }: WholeEntry): Uint8Array {
  return join([
    numbers(version, 2),
    numbers(flags, 2),
    numbers(method, 2),
    numbers(time, 4),
    numbers(crc, 4),
    numbers(packedSize, 4),
    numbers(size, 4),
    numbers(name.length, 2),
    numbers(extra.length, 2),
  ])
}

/** Four parts, so that they can be counted. */
function writeCentral(entry: WholeEntry, offset: number): readonly Uint8Array[] {
  const { attributes, comment, disk, extra, madeBy, name } = entry
  return [
    join([numbers(0x02014b50, 4), numbers(madeBy, 2), facts(entry)]),
    join([numbers(comment.length, 2), numbers(disk, 2), numbers(0, 2), numbers(attributes, 4), numbers(offset, 4)]),
    join([name, extra]),
    comment,
  ]
}
