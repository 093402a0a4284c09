import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { CAPABILITY_PROFILES } from '../../packages/capabilities/src/index.ts'
import { DEFAULT_LIMITS, UI_NODE_KINDS } from '../../packages/contracts/src/index.ts'
import { createQuickJSRuntime } from '../../packages/runtime-quickjs/src/index.ts'
import { readSamples } from '../pack/readmeSample.ts'

const root = resolve(import.meta.dirname, '../..')
const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], {
  cwd: root,
  exclude: ['**/node_modules'],
}).toSorted()
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const runtime = createQuickJSRuntime({ placement: 'inline' })
afterAll(() => runtime[Symbol.asyncDispose]())

const plugins = pages.flatMap((page) =>
  readSamples(read(page))
    .filter(({ language, code }) => language === 'js' && code.includes('definePlugin('))
    .map(({ code }, index) => ({ name: `${page} #${index + 1}`, packageId: `page-${pages.indexOf(page)}`, code })),
)

describe('a plugin that a page shows', () => {
  test.for(plugins)('loads in a VM and draws without an issue: $name', async ({ packageId, code }) => {
    const identity = { packageId, instanceId: `${packageId}@x7Kq2mP1` }
    const { initialState = null, widgets } = await runtime.load({ ...identity, code })
    const view = {
      pluginState: initialState,
      globalState: { self: identity, shared: {} },
      grants: { readShared: [], writeShared: [], systemCommands: [] },
    }
    for (const widgetId of widgets) {
      const { issues } = await runtime.call(identity.instanceId, { kind: 'render', widgetId, view })
      expect(issues).toEqual([])
    }
    await runtime.dispose(identity.instanceId)
  })

  test('is there at all', () => {
    expect(plugins.length).toBeGreaterThanOrEqual(3)
  })
})

test('every link between pages leads somewhere', () => {
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page} → ${target}`),
  )
  expect(dead).toEqual([])
})

test('every command that a page names is a script', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const builtIn = ['install', 'exec', 'add', 'vitest']
  const unknown = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].flatMap((page) =>
    [...read(page).matchAll(/`(?:pnpm|npm) (?:run )?([a-z][\w:]*)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !builtIn.includes(name) && !Object.hasOwn(scripts, name)),
  )
  expect(unknown).toEqual([])
})

test('the page about the plugin API names every kind, and the limits as they are', () => {
  const page = read('docs/plugin-api.md')
  const missing = UI_NODE_KINDS.filter((kind) => !page.includes(`\`${kind}\``))
  expect(missing).toEqual([])
  expect(page).toContain(`${DEFAULT_LIMITS.memoryBytes / 1024 / 1024} MiB`)
  expect(page).toContain(
    `${DEFAULT_LIMITS.treeDepth} nodes deep, ${DEFAULT_LIMITS.treeNodes.toLocaleString('en')} nodes`,
  )
})

test('the page about capabilities names every profile', () => {
  const page = read('docs/capability-model.md')
  expect(Object.keys(CAPABILITY_PROFILES).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('the decisions are numbered without a gap', () => {
  const numbers = globSync('docs/adr/[0-9]*.md', { cwd: root })
    .map((path) => Number(path.replace(/^docs\/adr\/(\d{4})-.*$/, '$1')))
    .toSorted((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})
