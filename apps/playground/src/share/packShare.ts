import { JSON_DEPTH, measureJsonDepth } from '@plugboard/contracts'

import { ShareError } from './shareError.ts'
import { parseShare, writeShare, type SharedWorkspace } from './sharedWorkspace.ts'

/** Longest packed share that is looked at, in characters. Browsers and mail programs cut links long before. */
export const PACKED_LENGTH = 300_000

/** Most bytes that a packed share may unfold to: deflate can make a thousand out of one. */
export const UNPACKED_BYTES = 4_000_000

/** A share as characters that may stand in an address: base64url of its JSON, deflated. */
export async function packShare(share: SharedWorkspace): Promise<string> {
  const text = JSON.stringify(writeShare(share))
  const bytes = await collect(pipe(new TextEncoder().encode(text), new CompressionStream('deflate-raw')))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Takes the packed part of a link apart. Costs no more than {@link UNPACKED_BYTES}, whatever it claims to hold.
 *
 * @throws ShareError with every `code`.
 */
export async function unpackShare(packed: string): Promise<SharedWorkspace> {
  if (packed.length > PACKED_LENGTH) throw new ShareError('SHARE_TOO_LARGE', `It has ${packed.length} characters.`)
  const text = await inflate(decode(packed))
  if (measureJsonDepth(text) > JSON_DEPTH) throw new ShareError('SHARE_TOO_LARGE', 'It is nested too deep.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ShareError('SHARE_UNREADABLE', 'It is no JSON.', { cause })
  }
  return parseShare(value)
}

function decode(packed: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]+$/.test(packed)) throw new ShareError('SHARE_UNREADABLE', 'It has other characters in it.')
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch (cause) {
    throw new ShareError('SHARE_UNREADABLE', 'It was cut.', { cause })
  }
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const unpacked = await collect(pipe(bytes, new DecompressionStream('deflate-raw')), UNPACKED_BYTES)
    return new TextDecoder('utf-8', { fatal: true }).decode(unpacked)
  } catch (cause) {
    if (cause instanceof ShareError) throw cause
    throw new ShareError('SHARE_UNREADABLE', 'It was cut or changed.', { cause })
  }
}

function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform)
}

/** @throws ShareError `SHARE_TOO_LARGE` as soon as there is more than `most` bytes; the rest is never unfolded. */
async function collect(stream: ReadableStream<Uint8Array>, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    // One after the other: that is what bounds it.
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw new ShareError('SHARE_TOO_LARGE', `It unfolds to more than ${most} bytes.`)
    }
    chunks.push(value)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
