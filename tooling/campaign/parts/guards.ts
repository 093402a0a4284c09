import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Figure, Part } from '../figure.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const COPY = `${ROOT}/node_modules/.cache/campaign/tree`

/** One thing that keeps people safe, how to take it away, and which tests must notice. */
interface Guard {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly project: string
  readonly tests: string
}

const RUNTIME = 'packages/runtime-quickjs/src'

export const GUARDS: readonly Guard[] = [
  {
    name: 'fuel',
    file: `${RUNTIME}/vm/budget.ts`,
    find: 'if (this.fuel > this.#fuelLimit)',
    replace: 'if (this.fuel > this.#fuelLimit * 1e9)',
    project: 'runtime-quickjs',
    tests: 'vm/limits',
  },
  {
    name: 'deadline',
    file: `${RUNTIME}/vm/budget.ts`,
    find: 'this.#now() > this.#deadline',
    replace: 'this.#now() > Infinity',
    project: 'runtime-quickjs',
    tests: 'vm/limits',
  },
  {
    name: 'memory cap',
    file: `${RUNTIME}/engine/cappedMemory.ts`,
    find: 'new WebAssembly.Memory({ initial: LEAST_PAGES, maximum })',
    replace: 'new WebAssembly.Memory({ initial: LEAST_PAGES, maximum: Math.max(maximum, 8192) })',
    project: 'runtime-quickjs',
    tests: 'engine/engine',
  },
  {
    name: 'stack size',
    file: `${RUNTIME}/vm/Guest.ts`,
    find: 'this.runtime.setMaxStackSize(stackBytes)',
    replace: 'this.runtime.setMaxStackSize(64 * 1024 * 1024)',
    project: 'runtime-quickjs',
    tests: 'vm/limits',
  },
  {
    name: 'zeroing above the break',
    file: `${RUNTIME}/image/ImageSeat.ts`,
    find: 'if (dirtyTop > top) memory.fill(0, top, dirtyTop)',
    replace: 'void dirtyTop',
    project: 'runtime-quickjs',
    tests: 'image/ImageSeat',
  },
  {
    name: 'zeroing of the stack',
    file: `${RUNTIME}/image/ImageSeat.ts`,
    find: 'memory.fill(0, Math.max(layout.staticEnd, layout.stackTop - depth), layout.stackTop)',
    replace: 'void depth',
    project: 'runtime-quickjs',
    tests: 'image/ImageSeat',
  },
  {
    name: 'zeroing of the whole stack after a fatal error',
    file: `${RUNTIME}/image/ImageSeat.ts`,
    find: 'this.#isPoisoned ? layout.stackTop - layout.staticEnd',
    replace: 'this.#isPoisoned ? stackBytes',
    project: 'runtime-quickjs',
    tests: 'image/ImageSeat',
  },
  {
    name: 'stack pointer after an exception',
    file: `${RUNTIME}/image/ImageSeat.ts`,
    find: 'layout.readStackPointer() !== layout.stackTop) layout.resetStackPointer()',
    replace: 'false) layout.resetStackPointer()',
    project: 'runtime-quickjs',
    tests: 'image/ImageSeat',
  },
  {
    name: 'memory verdict of the last tenant',
    file: `${RUNTIME}/image/ImageSeat.ts`,
    find: 'engine.memory.forgive()',
    replace: 'void engine',
    project: 'runtime-quickjs',
    tests: 'image/ImageSeat',
  },
  {
    name: 'seed of each copy',
    file: `${RUNTIME}/vm/PluginVm.ts`,
    find: "sandbox.ask('seed', JSON.stringify(seed))",
    replace: 'void seed',
    project: 'runtime-quickjs',
    tests: 'image/ImageSeat',
  },
  {
    name: 'no copy of a load with effects',
    file: `${RUNTIME}/vm/loadDefinition.ts`,
    find: "effects.value['count'] === 0",
    replace: 'effects.value',
    project: 'runtime-quickjs',
    tests: 'image/ImageSeat',
  },
  {
    name: 'check of the memory layout',
    file: `${RUNTIME}/engine/memoryLayout.ts`,
    find: 'return isAsExpected ? layout : null',
    replace: 'return isAsExpected || layout ? layout : null',
    project: 'runtime-quickjs',
    tests: 'engine/memoryLayout',
  },
  {
    name: 'watchdog outside the worker',
    file: `${RUNTIME}/client/Watchdog.ts`,
    find: 'this.#timer = setTimeout(onExpired, 0)',
    replace: 'void onExpired',
    project: 'runtime-quickjs',
    tests: 'client/WorkerRuntime',
  },
  {
    name: 'depth of JSON',
    file: 'packages/contracts/src/jsonGuard.ts',
    find: 'if (entry.level + (facts?.depth ?? 1) - 1 > depth)',
    replace: 'if (entry.level > depth * 1e9)',
    project: 'contracts',
    tests: 'jsonGuard',
  },
  {
    name: 'depth of JSON, at the first look',
    file: 'packages/contracts/src/jsonGuard.ts',
    find: 'if (level > depth) return false',
    replace: 'if (level > depth * 1e9) return false',
    project: 'contracts',
    tests: 'jsonGuard',
  },
  {
    name: 'prototype keys',
    file: 'packages/contracts/src/jsonGuard.ts',
    find: 'if (FORBIDDEN_KEYS.includes(key)) return {',
    replace: "if (key === 'never') return {",
    project: 'contracts',
    tests: 'jsonGuard',
  },
  {
    name: 'prototype keys, at the first look',
    file: 'packages/contracts/src/jsonGuard.ts',
    find: 'if (key !== undefined && FORBIDDEN_KEYS.includes(key)) return false',
    replace: 'void key',
    project: 'contracts',
    tests: 'jsonGuard',
  },
  {
    name: 'closed list of kinds',
    file: 'packages/contracts/src/schemas/TreeParser.ts',
    find: 'if (!isKnownKind(kind)) {',
    replace: 'if (false as boolean) {',
    project: 'contract-tests',
    tests: 'fixtures',
  },
  {
    name: 'closed list of props',
    file: 'packages/contracts/src/schemas/kinds/text.ts',
    find: 'z.strictObject',
    replace: 'z.looseObject',
    project: 'contracts',
    tests: 'nodeSchemas parseUITree',
  },
  {
    name: 'nesting of nodes',
    file: 'packages/contracts/src/schemas/inspectTree.ts',
    find: 'if (level > limits.treeDepth)',
    replace: 'if (level > limits.treeDepth * 1e9)',
    project: 'contract-tests',
    tests: 'fixtures',
  },
  {
    name: 'count of nodes',
    file: 'packages/contracts/src/schemas/inspectTree.ts',
    find: 'if (nodes > limits.treeNodes)',
    replace: 'if (nodes > limits.treeNodes * 1e9)',
    project: 'contract-tests',
    tests: 'fixtures',
  },
  {
    name: 'stamp of identity',
    file: 'packages/contracts/src/schemas/parseDispatchIntents.ts',
    find: "return 'forged-identity'",
    replace: "void 'forged-identity'",
    project: 'contracts',
    tests: 'parseDispatchIntents',
  },
  {
    name: 'grant layer 1: early refusal',
    file: 'packages/store-core/src/pluginSlice.ts',
    find: "if (verdict.outcome === 'allowed') return envelope",
    replace: 'if (verdict.outcome) return envelope',
    project: 'store-core',
    tests: 'test/views',
  },
  {
    name: 'grant layer 2: the reducer',
    file: 'packages/store-core/src/routeIntent.ts',
    find: "if (authorization.outcome === 'denied') return authorization",
    replace: 'void authorization',
    project: 'store-core',
    tests: 'test/routing',
  },
  {
    name: 'grant layer 3: the projection',
    file: 'packages/capabilities/src/projectShared.ts',
    find: 'if (!isReadable(grants, policy)) continue',
    replace: 'void isReadable(grants, policy)',
    project: 'capabilities',
    tests: 'projectShared',
  },
  {
    name: 'paused instances',
    file: 'packages/capabilities/src/authorizeIntent.ts',
    find: "if (!context.enabled) return denied('instance-disabled')",
    replace: 'void context.enabled',
    project: 'capabilities',
    tests: 'authorizeIntent',
  },
  {
    name: 'owner of a domain',
    file: 'packages/capabilities/src/authorizeIntent.ts',
    find: "policy.writePolicy === 'owner-only' && !isOwner",
    replace: "policy.writePolicy === 'owner-only' && false",
    project: 'capabilities',
    tests: 'authorizeIntent',
  },
  {
    name: 'box of a widget',
    file: 'packages/react-renderer/src/WidgetBox.tsx',
    find: "contain: 'layout paint style'",
    replace: "contain: 'none'",
    project: 'react-renderer-browser',
    tests: 'box',
  },
  {
    name: 'addresses of links, where trees are parsed',
    file: 'packages/contracts/src/schemas/vocabulary.ts',
    find: 'z.regex(LINK_ADDRESS,',
    replace: 'z.regex(/[^]*/,',
    project: 'contract-tests',
    tests: 'fixtures',
  },
  {
    name: 'addresses of links, where they are drawn',
    file: 'packages/react-renderer/src/kinds/Link.tsx',
    find: 'if (!isLinkAddress(href))',
    replace: 'if (!isLinkAddress(href) && href === undefined)',
    project: 'react-renderer-browser',
    tests: 'box',
  },
]

/** Every guard taken away, one at a time, in a copy of the repository: a named test must turn red. */
export const guards: Part = {
  name: 'guards',
  what: `${GUARDS.length} guards removed one by one, in a copy of the repository`,
  async measure(): Promise<readonly Figure[]> {
    prepareCopy()
    for (const [project, tests] of testsByProject()) {
      // Red tests prove nothing where they are red with every guard in place.
      if (!runTests(project, tests)) throw new Error(`The tests of ${project} fail before a guard is removed.`)
    }
    const unnoticed: string[] = []
    for (const guard of GUARDS) {
      const isNoticed = await removeAndTest(guard)
      process.stdout.write(`  ${isNoticed ? 'noticed' : 'UNNOTICED'}: ${guard.name}\n`)
      if (!isNoticed) unnoticed.push(guard.name)
    }
    const share = ((GUARDS.length - unnoticed.length) / GUARDS.length) * 100
    return [{ name: 'removed guards that a test noticed', value: share, unit: '%', limit: { least: 100 } }]
  },
}

function prepareCopy(): void {
  if (existsSync(COPY)) execFileSync('git', ['worktree', 'remove', '--force', COPY], { cwd: ROOT })
  execFileSync('git', ['worktree', 'add', '--detach', '--force', COPY, 'HEAD'], { cwd: ROOT, stdio: 'ignore' })
  execFileSync('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: COPY, stdio: 'ignore' })
}

async function removeAndTest(guard: Guard): Promise<boolean> {
  const path = `${COPY}/${guard.file}`
  const source = readFileSync(path, 'utf8')
  if (!source.includes(guard.find))
    throw new Error(`The guard "${guard.name}" is not where the list says: ${guard.file}`)
  writeFileSync(path, source.replace(guard.find, guard.replace))
  try {
    // A run that had to be stopped did not end as it does with the guard in place.
    return !runTests(guard.project, guard.tests.split(' '))
  } finally {
    writeFileSync(path, source)
  }
}

function testsByProject(): ReadonlyMap<string, readonly string[]> {
  const tests = new Map<string, readonly string[]>()
  for (const guard of GUARDS) {
    tests.set(guard.project, [...new Set([...(tests.get(guard.project) ?? []), ...guard.tests.split(' ')])])
  }
  return tests
}

/** Whether these tests pass in the copy. The first red one ends the run, and one that hangs is red after ten seconds. */
function runTests(project: string, tests: readonly string[]): boolean {
  const options = ['--typecheck.enabled=false', '--bail=1', '--testTimeout=10000', '--hookTimeout=10000']
  const { status } = spawnSync('pnpm', ['exec', 'vitest', 'run', '--project', project, ...options, ...tests], {
    cwd: COPY,
    stdio: 'ignore',
    timeout: 90_000,
    killSignal: 'SIGKILL',
  })
  return status === 0
}
