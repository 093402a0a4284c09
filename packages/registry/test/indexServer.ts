import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { TestPackage } from './packages.ts'

/** What a server has at an address. */
export type Answer =
  | { readonly bytes: Uint8Array }
  | { readonly redirect: string }
  /** Goes on for ever. */
  | { readonly endless: true }

export interface IndexServer extends AsyncDisposable {
  readonly origin: string
  readonly url: string
  /** Sets the list of the index. */
  readonly setIndex: (entries: unknown) => void
  readonly answers: Map<string, Answer>
  /** Paths that were asked for. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

/** A real server on this machine, with an index. */
export async function startIndexServer(): Promise<IndexServer> {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers.get(path)
    if (answer === undefined) response.writeHead(404).end()
    else if ('redirect' in answer) response.writeHead(302, { location: answer.redirect }).end()
    else if ('bytes' in answer) response.end(answer.bytes)
    else {
      const more = (): void => void (response.destroyed || (response.write(Buffer.alloc(65_536)) && setImmediate(more)))
      response.on('drain', more)
      more()
    }
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has such an address.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => void server.close(() => resolve()))
  }
  return {
    origin,
    url: `${origin}/plugins/index.json`,
    setIndex: (entries) => {
      answers.set('/plugins/index.json', { bytes: new TextEncoder().encode(JSON.stringify(entries)) })
    },
    answers,
    asked,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** An entry of an index for a package. */
export function entryOf(name: string, { archive, digest, manifest }: TestPackage): Readonly<Record<string, unknown>> {
  return { id: manifest.id, version: manifest.version, url: `${name}.plug`, size: archive.length, digest }
}
