import { OfflineCache, type BuiltFile } from './offlineCache.ts'

/** What of a service worker is used here; the page's own types do not have it. */
interface ServiceWorkerScope {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent & Waiting) => void): void
}

interface Waiting {
  waitUntil(work: Promise<unknown>): void
}

interface Asked {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

/** Put in place of the words when all files are written: `{ version, files }`. */
const BUILT = '__BUILT_FILES__'

// The global object of a service worker.
const worker = globalThis as unknown as ServiceWorkerScope
// As the build wrote it.
const { files, version } = JSON.parse(BUILT) as { readonly files: readonly BuiltFile[]; readonly version: string }
const cache = new OfflineCache({
  caches,
  fetch: (address, options) => fetch(address, options),
  files,
  version,
  scope: worker.registration.scope,
})

worker.addEventListener('install', (event) => event.waitUntil(cache.fill()))

// The page that registered it is served by it from now on: a first visit is enough.
worker.addEventListener('activate', (event) => event.waitUntil(cache.tidy().then(() => worker.clients.claim())))

worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  if (method !== 'GET' || !url.startsWith(worker.registration.scope)) return
  const answer = async (): Promise<Response> =>
    (await cache.match(url, { isPage: mode === 'navigate' })) ?? (await fetch(event.request))
  event.respondWith(answer())
})

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting())
  if (event.data !== 'is-complete') return
  const [port] = event.ports
  // The browser may have thrown something away: it is fetched again before anything is claimed.
  const tell = (isComplete: boolean): void => port?.postMessage(isComplete)
  event.waitUntil(
    cache.fill().then(
      () => tell(true),
      () => tell(false),
    ),
  )
})
