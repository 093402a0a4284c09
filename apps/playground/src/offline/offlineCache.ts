/** A file of the build. */
export interface BuiltFile {
  /** Under the scope; empty for the page itself. */
  readonly path: string
  /** First half of a SHA-256 of its content, in hexadecimal digits. */
  readonly digest: string
}

export interface OfflineCacheOptions {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>
  readonly fetch: (address: string, options: { readonly cache: RequestCache }) => Promise<Response>
  readonly files: readonly BuiltFile[]
  /** Another one for every build that differs. */
  readonly version: string
  /** Address of the folder that the page is in, with its last slash. */
  readonly scope: string
}

/** Of every cache of this page's. Caches are one origin's, where several pages may be, each in a folder of its own. */
const PREFIX = 'plugboard-files-'
/** Files that are fetched at once: the page is in use meanwhile. */
const AT_ONCE = 4

/** Every file of a build, kept in the browser. What it answers never left this origin. */
export class OfflineCache {
  readonly #options: OfflineCacheOptions
  readonly #name: string
  /** Of the caches of this folder's builds. */
  readonly #prefix: string
  readonly #addresses: ReadonlySet<string>

  constructor(options: OfflineCacheOptions) {
    this.#options = options
    this.#prefix = `${PREFIX}${options.scope}#`
    this.#name = this.#prefix + options.version
    this.#addresses = new Set(options.files.map(({ path }) => this.#addressOf(path)))
  }

  /** Fetches what is not there yet. Rejects when something cannot be had: then nothing claims to be complete. */
  async fill(): Promise<void> {
    const { caches, files } = this.#options
    const cache = await caches.open(this.#name)
    const wanted: BuiltFile[] = []
    for (const file of files) {
      if ((await cache.match(this.#addressOf(file.path))) === undefined) wanted.push(file)
    }
    for (let index = 0; index < wanted.length; index += AT_ONCE) {
      await Promise.all(wanted.slice(index, index + AT_ONCE).map((file) => this.#add(cache, file)))
    }
  }

  /**
   * Forgets older builds, but for the one before: another tab may still run it, and loads parts of it when it needs them.
   */
  async tidy(): Promise<void> {
    const { caches } = this.#options
    const older = (await caches.keys()).filter((name) => name.startsWith(this.#prefix) && name !== this.#name)
    await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)))
  }

  /** What is kept for a request; null where the network is to be asked. */
  async match(address: string, { isPage }: { readonly isPage: boolean }): Promise<Response | null> {
    const { scope } = this.#options
    const { origin, pathname } = new URL(address)
    const plain = origin + pathname
    if (isPage) return plain === scope || plain === `${scope}index.html` ? await this.#kept(this.#name, scope) : null
    if (!plain.startsWith(scope)) return null
    if (this.#addresses.has(plain)) return await this.#kept(this.#name, plain)
    // A part of the build before, for a page of the build before.
    return await this.#keptOnce(plain)
  }

  async #add(cache: Cache, { digest, path }: BuiltFile): Promise<void> {
    const address = this.#addressOf(path)
    const response =
      (await this.#keptOnce(address)) ??
      (await this.#options.fetch(address, { cache: isForEver(address) ? 'default' : 'reload' }))
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
    // A server that is being changed gives files of two builds, which make no page together.
    if ((await digestOf(response.clone())) !== digest) throw new Error(`${path} is not of this build.`)
    await cache.put(address, response)
  }

  /** What any build kept under a name that is for ever. */
  async #keptOnce(address: string): Promise<Response | null> {
    if (!isForEver(address)) return null
    for (const name of await this.#options.caches.keys()) {
      const found = name.startsWith(this.#prefix) ? await this.#kept(name, address) : null
      if (found !== null) return found
    }
    return null
  }

  async #kept(name: string, address: string): Promise<Response | null> {
    const cache = await this.#options.caches.open(name)
    return (await cache.match(address)) ?? null
  }

  #addressOf(path: string): string {
    return this.#options.scope + path
  }
}

async function digestOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether the name of a file has its digest in it, as the build gives it to all that it bundles. */
function isForEver(address: string): boolean {
  return address.includes('/assets/')
}
