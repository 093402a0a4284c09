import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

export interface BuiltServer {
  readonly address: string
  /** Changes a file as a new build would. */
  change(name: string, change: (text: string) => string): Promise<void>
  /** Takes a file away. */
  remove(name: string): Promise<void>
  close(): Promise<void>
}

/** Serves a copy of the built page from a port of its own, so that a test can publish a newer build. */
export async function serveBuilt(): Promise<BuiltServer> {
  const dir = await mkdtemp(join(tmpdir(), 'plugboard-dist-'))
  await cp(fileURLToPath(new URL('../dist', import.meta.url)), dir, { recursive: true })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = normalize(pathname === '/' ? 'index.html' : pathname.slice(1))
    readFile(join(dir, name)).then(
      (content) => response.setHeader('content-type', TYPES[extname(name)] ?? 'text/plain').end(content),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return {
    address: `http://localhost:${address.port}/`,
    change: async (name, change) => {
      await writeFile(join(dir, name), change(await readFile(join(dir, name), 'utf8')))
    },
    remove: (name) => rm(join(dir, name)),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
      await rm(dir, { recursive: true })
    },
  }
}
