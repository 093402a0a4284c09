import { resolveLimits } from '@plugboard/contracts'
import type { PluginLimits } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { compiled, refusalOf } from '../../test/vmKit.ts'
import { createEngineInstance } from '../engine/engineInstance.ts'
import { crashed } from './fatalErrors.ts'
import { ENVELOPE_LENGTH } from './guestAnswer.ts'
import { OwnedHome } from './OwnedHome.ts'
import { Sandbox } from './Sandbox.ts'

interface SandboxParts {
  readonly limits?: Partial<PluginLimits>
  readonly now?: () => number
  readonly writeLog?: () => void
}

/** A sandbox whose bootstrap is `entry`, the source of a function `(operation, text, value, writeLog)`. */
async function createSandbox(entry: string, parts: SandboxParts = {}): Promise<Sandbox> {
  const limits = resolveLimits(parts.limits)
  const engine = await createEngineInstance({ module: await compiled, memoryBytes: limits.memoryBytes })
  const sandbox = new Sandbox({
    home: new OwnedHome(engine, limits.stackBytes),
    limits,
    now: parts.now ?? (() => 0),
    writeLog: parts.writeLog ?? (() => undefined),
  })
  sandbox.begin('load', 'The test')
  sandbox.boot(() => ({
    bootstrap: `(configText, writeLog) => (operation, text, value) => (${entry})(operation, text, value, writeLog, configText)`,
    configText: 'the config',
  }))
  return sandbox
}

describe('the sandbox', () => {
  test('hands the configuration, the operation and the text to the entry function', async () => {
    const sandbox = await createSandbox('(o, t, v, w, c) => JSON.stringify({ o, t, c, v: typeof v })')
    expect(sandbox.ask('op', 'text')).toMatchObject({
      kind: 'value',
      value: { o: 'op', t: 'text', c: 'the config', v: 'undefined' },
    })
  })

  test('takes nothing but text from the engine: what is no string is never looked at', async () => {
    const looked: string[] = []
    const trap =
      "{ get length() { w('', '', '') }, toString() { w('', '', ''); return '{}' }, toJSON() { w('', '', '') }, valueOf() { w('', '', '') } }"
    for (const answer of [
      trap,
      '7',
      'undefined',
      'null',
      `new String('{}')`,
      `Symbol('{}')`,
      'new Proxy({}, {})',
      'Promise.resolve("{}")',
    ]) {
      const sandbox = await createSandbox(`(o, t, v, w) => (${answer})`, { writeLog: () => void looked.push(answer) })
      expect(refusalOf(() => sandbox.ask('x', '')).code, answer).toBe('RUNTIME_CRASHED')
      expect(sandbox.fatal?.code).toBe('RUNTIME_CRASHED')
    }
    expect(looked).toEqual([])
  })

  test('an answer that is no JSON object ends it', async () => {
    for (const answer of ["''", "'{'", "'[]'", "'7'", "'null'"]) {
      const sandbox = await createSandbox(`() => ${answer}`)
      expect(refusalOf(() => sandbox.ask('x', '')).code, answer).toBe('RUNTIME_CRASHED')
    }
  })

  test('an answer over its length is not copied, whatever the guest side says about it', async () => {
    const sandbox = await createSandbox("() => '{\"a\":\"' + 'x'.repeat(50000) + '\"}'", {
      limits: { bytesOut: 1_000 },
    })
    expect(sandbox.ask('x', '')).toEqual({ kind: 'too-long', length: 50_008 })
    expect(50_008).toBeGreaterThan(1_000 + ENVELOPE_LENGTH)
  })

  test('an entry function that throws ends it: the bootstrap catches everything that can be caught', async () => {
    const sandbox = await createSandbox('() => { throw new Error("x") }')
    expect(refusalOf(() => sandbox.ask('x', '')).code).toBe('RUNTIME_CRASHED')
  })

  test('a bootstrap that does not run ends it', async () => {
    const limits = resolveLimits()
    const engine = await createEngineInstance({ module: await compiled, memoryBytes: limits.memoryBytes })
    const options = { limits, now: () => 0, writeLog: () => undefined }
    const sandbox = new Sandbox({ home: new OwnedHome(engine, limits.stackBytes), ...options })
    sandbox.begin('load', 'The test')
    expect(refusalOf(() => sandbox.ask('before', 'boot')).code).toBe('RUNTIME_CRASHED')
    const small = await createEngineInstance({ module: await compiled, memoryBytes: 0 })
    const other = new Sandbox({ home: new OwnedHome(small, limits.stackBytes), ...options })
    other.begin('load', 'The test')
    const boot = () => ({ bootstrap: 'throw 1', configText: '' })
    expect(refusalOf(() => other.boot(boot)).code).toBe('RUNTIME_CRASHED')
  })

  test('the first verdict stays, whatever follows', async () => {
    const sandbox = await createSandbox("() => '{}'")
    const first = sandbox.discard(crashed('first'))
    expect(sandbox.discard(crashed('second'))).toBe(first)
    expect(refusalOf(() => sandbox.ask('x', ''))).toBe(first)
    expect(refusalOf(() => sandbox.evaluate('1'))).toBe(first)
    expect(refusalOf(() => sandbox.drainJobs())).toBe(first)
  })

  test('a host that overflows its own stack in a log line is a stack verdict', async () => {
    const sandbox = await createSandbox("(o, t, v, w) => { w('a', 'b', 'c'); return '{}' }", {
      writeLog: () => {
        throw new RangeError('Maximum call stack size exceeded')
      },
    })
    expect(refusalOf(() => sandbox.ask('x', '')).code).toBe('RUNTIME_STACK')
  })

  test('what an interrupted async function reports as success is not believed', async () => {
    const sandbox = await createSandbox('() => { (async () => { for (;;); })(); return \'{"fine":true}\' }', {
      limits: { fuel: { load: 10, render: 10, event: 3 } },
    })
    sandbox.begin('event', 'The test')
    expect(refusalOf(() => sandbox.ask('x', '')).code).toBe('RUNTIME_TIMEOUT')
  })

  test('an overrun stays an overrun when the next call arms the budget', async () => {
    const sandbox = await createSandbox('() => { for (;;); }', { limits: { fuel: { load: 10, render: 10, event: 3 } } })
    sandbox.begin('event', 'The test')
    refusalOf(() => sandbox.ask('x', ''))
    sandbox.begin('event', 'The test')
    expect(refusalOf(() => sandbox.ask('x', '')).code).toBe('RUNTIME_TIMEOUT')
  })

  test('the thrown value of a program is only looked at inside, through the entry function', async () => {
    const sandbox = await createSandbox(
      "(o, t, v) => JSON.stringify({ thrown: { text: o + ':' + v.message, limit: null } })",
    )
    expect(sandbox.evaluate('throw { get message() { return "from a getter" } }')).toMatchObject({
      kind: 'thrown',
      thrown: { text: 'describe:from a getter' },
    })
    expect(sandbox.evaluate('1 + 1')).toBeNull()
  })

  test('usage counts polls, time by the host’s clock, and the memory', async () => {
    let time = 0
    const sandbox = await createSandbox("() => { for (let i = 0; i < 100000; i += 1); return '{}' }", {
      now: () => time,
    })
    sandbox.begin('event', 'The test')
    time = 5
    sandbox.ask('x', '')
    const { fuel, wallMs, memoryBytes } = sandbox.usage()
    expect(fuel).toBeGreaterThan(2)
    expect(wallMs).toBe(5)
    expect(memoryBytes).toBe(16 * 1024 * 1024)
  })
})
