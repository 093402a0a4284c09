import { createHash } from 'node:crypto'

import { expect, test } from 'vitest'

import { OfflineCache, type BuiltFile } from './offlineCache.ts'

const SCOPE = 'https://plug.example/play/'

function nameOf(address: RequestInfo | URL): string {
  return typeof address === 'string' ? address : 'url' in address ? address.url : address.href
}

/** Caches as a browser has them, for what is used of them. */
function createCaches() {
  const all = new Map<string, Map<string, Response>>()
  return {
    all,
    keys: () => Promise.resolve([...all.keys()]),
    delete: (name: string) => Promise.resolve(all.delete(name)),
    open: (name: string) => {
      const kept = all.get(name) ?? new Map<string, Response>()
      all.set(name, kept)
      const cache: Pick<Cache, 'match' | 'put'> = {
        match: (address) => Promise.resolve(kept.get(nameOf(address))?.clone()),
        put: (address, response) => Promise.resolve(void kept.set(nameOf(address), response)),
      }
      return Promise.resolve(cache as Cache) // The two that are used.
    },
  }
}

function createKit(contents: Readonly<Record<string, string>>, version = 'one', caches = createCaches()) {
  const asked: string[] = []
  const served = new Map(Object.entries(contents))
  const files: readonly BuiltFile[] = Object.entries(contents).map(([path, content]) => ({
    path,
    digest: createHash('sha256').update(content).digest('hex').slice(0, 32),
  }))
  const cache = new OfflineCache({
    caches,
    files,
    version,
    scope: SCOPE,
    fetch: (address, { cache: mode }) => {
      const path = address.slice(SCOPE.length)
      asked.push(`${mode} ${path}`)
      const content = served.get(path)
      return Promise.resolve(content === undefined ? new Response('', { status: 404 }) : new Response(content))
    },
  })
  return { asked, cache, caches, served }
}

async function textOf(answer: Promise<Response | null>): Promise<string | null> {
  return (await answer)?.text() ?? null
}

const BUILD = { '': '<page>', 'icon.svg': '<icon>', 'assets/a-1.js': 'a' }

test('every file is kept, and what can change under its name is not taken from another cache', async () => {
  const { asked, cache } = createKit(BUILD)
  await cache.fill()
  expect(asked).toEqual(['reload ', 'reload icon.svg', 'default assets/a-1.js'])
  expect(await textOf(cache.match(`${SCOPE}?from=mail`, { isPage: true }))).toBe('<page>')
  expect(await textOf(cache.match(`${SCOPE}index.html`, { isPage: true }))).toBe('<page>')
  expect(await textOf(cache.match(`${SCOPE}assets/a-1.js`, { isPage: false }))).toBe('a')
  asked.length = 0
  await cache.fill()
  expect(asked).toEqual([])
})

test('what is not of the build is for the network', async () => {
  const { cache } = createKit(BUILD)
  await cache.fill()
  for (const address of ['other', 'assets/b-2.js', 'elsewhere/']) {
    expect(await cache.match(SCOPE + address, { isPage: false })).toBe(null)
    expect(await cache.match(SCOPE + address, { isPage: true })).toBe(null)
  }
  expect(await cache.match('https://evil.example/play/assets/a-1.js', { isPage: false })).toBe(null)
})

test.for([
  ['is missing', undefined],
  ['is of another build', 'other'],
] as const)('a file that %s leaves nothing that claims to be complete', async ([, content]) => {
  const { cache, served } = createKit(BUILD)
  if (content === undefined) served.delete('icon.svg')
  else served.set('icon.svg', content)
  await expect(cache.fill()).rejects.toThrow(/icon\.svg/)
  served.set('icon.svg', '<icon>')
  await cache.fill()
  expect(await textOf(cache.match(`${SCOPE}icon.svg`, { isPage: false }))).toBe('<icon>')
})

test('a newer build takes over what is the same, keeps the build before for its pages, and forgets older ones', async () => {
  const caches = createCaches()
  await createKit({ 'assets/zero-0.js': 'zero' }, 'zero', caches).cache.fill()
  await createKit(BUILD, 'one', caches).cache.fill()
  const { asked, cache } = createKit({ '': '<new>', 'assets/a-1.js': 'a', 'assets/b-2.js': 'b' }, 'two', caches)
  await cache.fill()
  expect(asked).toEqual(['reload ', 'default assets/b-2.js'])
  await cache.tidy()
  expect([...caches.all.keys()]).toEqual([`plugboard-files-${SCOPE}#one`, `plugboard-files-${SCOPE}#two`])
  expect(await textOf(cache.match(SCOPE, { isPage: true }))).toBe('<new>')
  caches.all.set('of somebody else', new Map([[`${SCOPE}assets/z-9.js`, new Response('z')]]))
  expect(await cache.match(`${SCOPE}assets/z-9.js`, { isPage: false })).toBe(null)
})

test('the builds of another folder of the origin are not older builds of this one', async () => {
  const caches = createCaches()
  for (const version of ['one', 'two', 'three']) {
    caches.all.set(`plugboard-files-https://play.example/other/#${version}`, new Map())
  }
  const { cache } = createKit(BUILD, 'one', caches)
  await cache.fill()
  await cache.tidy()
  expect([...caches.all.keys()]).toHaveLength(4)
})
