import type { Page } from '@playwright/test'

/** What can be wrong with what a browser kept, by the words of the test that shows it. */
export const DAMAGES = [
  'text that was cut',
  'parts of other types',
  'a version that nobody knows',
  'ids that are none',
  'missing parts',
  'grants of everything',
  'a state that is too large',
  'a state that is too deep',
  'a key that reaches prototypes',
  'an instance of a package that is gone',
  'values that hold themselves or are undefined',
  'keys that are no text',
  'a revision that does not count',
  'a database of a newer release',
] as const

export type Damage = (typeof DAMAGES)[number]

/** Spoils what the page's workspace is kept in. The page must not have it open: another page of the site does it. */
export async function damage(page: Page, what: Damage): Promise<void> {
  // A page of the same site that is not the playground, without an icon to ask for.
  const body = '<title>Elsewhere</title><link rel="icon" href="data:,">'
  await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('/elsewhere')
  await page.evaluate(spoil, what)
}

/** Runs in the page: nothing of this file is there. */
async function spoil(what: Damage): Promise<void> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('failed')))
    })
  const database = await settled(indexedDB.open('plugboard-workspace', what.includes('newer') ? 7 : undefined))
  const transaction = database.transaction(['parts', 'about'], 'readwrite')
  const parts = transaction.objectStore('parts')
  const keys = (await settled(parts.getAllKeys())) as string[]
  const find = (prefix: string): string => keys.find((key) => key.startsWith(prefix)) ?? ''
  const put = (key: IDBValidKey, value: unknown): Promise<IDBValidKey> => settled(parts.put(value, key))
  const about = (await settled(parts.get('workspace'))) as { instances: string[] }
  const state = find('state/')
  switch (what) {
    case 'text that was cut':
      await put('workspace', '{"format":"plugboard-work')
      break
    case 'parts of other types':
      await put(find('instance/'), 7)
      await put(find('grants/'), ['all'])
      break
    case 'a version that nobody knows':
      await put('workspace', { ...about, version: 99 })
      break
    case 'ids that are none':
      await put('workspace', { ...about, instances: ['__proto__', '../../etc', 7] })
      break
    case 'missing parts':
      await settled(parts.delete('workspace'))
      await settled(parts.delete(state))
      break
    case 'grants of everything':
      await put(find('grants/'), { readShared: ['*'], writeShared: [], systemCommands: [] })
      break
    case 'a state that is too large':
      await put(
        state,
        Array.from({ length: 1_200_000 }, () => 0),
      )
      break
    case 'a state that is too deep': {
      let deep: unknown = 0
      for (let level = 0; level < 900; level += 1) deep = [deep]
      await put(state, deep)
      break
    }
    case 'a key that reaches prototypes':
      await put(state, JSON.parse('{"__proto__":{"polluted":true}}'))
      break
    case 'an instance of a package that is gone':
      await put('workspace', { ...about, instances: [...about.instances, 'gone@abc'] })
      await put('instance/gone@abc', {
        packageId: 'gone',
        title: 'Gone',
        enabled: true,
        hasState: true,
        hasCode: false,
      })
      await put('grants/gone@abc', { readShared: [], writeShared: [], systemCommands: [] })
      await put('state/gone@abc', { kept: 'the state of what is gone' })
      break
    case 'values that hold themselves or are undefined': {
      const cyclic: { self?: unknown } = {}
      cyclic.self = cyclic
      await put(state, cyclic)
      await put('layout', undefined)
      break
    }
    case 'keys that are no text':
      await put(7, { not: 'ours' })
      break
    case 'a revision that does not count':
      await settled(transaction.objectStore('about').put('many', 'revision'))
      break
    case 'a database of a newer release':
      await put('workspace', { ...about, version: 2 })
      break
  }
  database.close()
}
