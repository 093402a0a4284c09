/** What a source fetches with: the host's `fetch`, or one of its own that knows its policy. */
export type FetchLike = (address: string, init: RequestInit) => Promise<Response>

/** Bytes, or why there are none, to end a sentence that begins with what was asked for. */
export type Fetched = { readonly bytes: Uint8Array } | { readonly fault: string; readonly isTooLarge: boolean }

export interface FetchBoundedOptions {
  readonly address: URL
  readonly fetch: FetchLike
  /** In bytes. Reading stops as soon as there are more. */
  readonly most: number
  readonly signal?: AbortSignal
}

/** Fetches one address and no other: redirects are not followed, and no credentials are sent. */
export async function fetchBounded({ address, fetch, most, signal }: FetchBoundedOptions): Promise<Fetched> {
  let response: Response
  try {
    response = await fetch(address.href, {
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(signal === undefined ? {} : { signal }),
    })
  } catch {
    // The words of the network are not for people, and may hold addresses.
    return unavailable('could not be fetched')
  }
  // Not every fetch heeds what it was asked.
  if (response.redirected || response.type === 'opaqueredirect' || !response.ok) {
    await response.body?.cancel().catch(() => undefined)
    return unavailable(response.redirected ? 'was redirected' : `was answered with status ${response.status}`)
  }
  return readBody(response, most)
}

async function readBody({ body }: Response, most: number): Promise<Fetched> {
  if (body === null) return { bytes: new Uint8Array() }
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > most) {
        await reader.cancel().catch(() => undefined)
        return { fault: `has more than ${most} bytes`, isTooLarge: true }
      }
      chunks.push(next.value)
    }
  } catch {
    return unavailable('was cut off')
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return { bytes }
}

function unavailable(fault: string): Fetched {
  return { fault, isTooLarge: false }
}
