import { pluginWith } from '@plugboard/contract-tests'
import { describe, expect, test } from 'vitest'

import { refusalOf, startVm } from '../../test/vmKit.ts'

const handlers = (source: string): string => pluginWith({ handlers: source })
const MIB = 1024 * 1024

describe('fuel', () => {
  test('a loop that never ends is stopped by its fuel while the clock stands still', async () => {
    const { vm, press } = await startVm(handlers('spin() { for (;;); }'), {
      limits: { fuel: { load: 10, render: 10, event: 7 } },
    })
    expect(refusalOf(() => press('spin'))).toMatchObject({
      code: 'RUNTIME_TIMEOUT',
      message: expect.stringContaining('handler "spin" of widget "main" used up its budget of work'),
      details: { overrun: 'fuel' },
    })
    expect(vm.fatal?.code).toBe('RUNTIME_TIMEOUT')
  })

  test('each kind of call has a budget of its own, counted from its own start', async () => {
    const work = 'for (let i = 0; i < 150000; i += 1);'
    const limits = { fuel: { load: 100, render: 1, event: 100 } }
    const { press, render } = await startVm(
      `${work}${pluginWith({ render: `${work} return ui.text('x')`, handlers: `go() { ${work} }` })}`,
      { limits },
    )
    const spent = press('go').usage.fuel
    expect(spent).toBeGreaterThan(5)
    // Would run out by the seventh if what one call used were still on the next one's bill.
    for (let call = 0; call < 20; call += 1) expect(press('go').usage.fuel).toBeLessThanOrEqual(spent + 1)
    expect(refusalOf(() => render()).code).toBe('RUNTIME_TIMEOUT')
  })

  test('the same program uses the same fuel in every VM', async () => {
    const code = handlers('go(ctx) { let s = ""; for (let i = 0; i < 200000; i += 1) s = String(i) }')
    const [first, second] = [await startVm(code), await startVm(code)]
    expect(first.press('go').usage.fuel).toBe(second.press('go').usage.fuel)
  })

  test('a guest cannot catch its own end, nor finish after it', async () => {
    const { press } = await startVm(
      handlers('spin(ctx) { try { for (;;); } catch {} finally { ctx.dispatchPluginAction("escaped") } }'),
      { limits: { fuel: { load: 10, render: 10, event: 5 } } },
    )
    expect(refusalOf(() => press('spin')).code).toBe('RUNTIME_TIMEOUT')
  })

  for (const [title, source] of Object.entries({
    'an async function': 'async spin() { for (;;); }',
    'an async function after an await': 'async spin() { await null; for (;;); }',
    'a promise job that nobody waits for': 'spin() { Promise.resolve().then(() => { for (;;); }) }',
    'a chain of promise jobs without an end':
      'spin() { const again = () => { Promise.resolve().then(again) }; again() }',
    'a chain of awaits without an end': 'async spin() { for (;;) await null }',
    'a toJSON of a payload': 'spin(ctx) { ctx.dispatchPluginAction("x", { toJSON() { for (;;); } }) }',
    'a getter of a thrown error': 'spin() { throw { get message() { for (;;); } } }',
    'a thenable': 'spin() { return { then() { for (;;); } } }',
    'a getter named then': 'spin() { return { get then() { for (;;); } } }',
    'a generator': 'spin() { const g = (function* () { for (;;) yield 1 })(); for (const _ of g); }',
    'a proxy trap': 'spin(ctx) { ctx.dispatchPluginAction("x", new Proxy({}, { ownKeys() { for (;;); } })) }',
  })) {
    test(`${title} is stopped, whatever the engine reports about it`, async () => {
      const { vm, press } = await startVm(handlers(source), { limits: { fuel: { load: 10, render: 10, event: 5 } } })
      expect(refusalOf(() => press('spin')).code).toBe('RUNTIME_TIMEOUT')
      expect(vm.fatal?.code).toBe('RUNTIME_TIMEOUT')
    })
  }

  for (const [title, code] of Object.entries({
    'the code itself': 'for (;;);',
    'the function given to definePlugin': 'definePlugin(() => { for (;;); })',
    'an accessor of the definition': 'definePlugin(() => ({ get title() { for (;;); } }))',
    'a proxy as the definition': 'definePlugin(() => new Proxy({}, { get() { for (;;); } }))',
    'a job that the function given to definePlugin left behind':
      "definePlugin(() => { Promise.resolve().then(() => { for (;;); }); return { title: 'T', widgets: { main: { render() {} } } } })",
    'a job that loading left behind': 'Promise.resolve().then(() => { for (;;); }); definePlugin(() => ({}))',
  })) {
    test(`loading is stopped when ${title} never ends`, async () => {
      const started = startVm(code, { limits: { fuel: { load: 5, render: 5, event: 5 } } })
      await expect(started).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
    })
  }

  test('a render is stopped, and so is a tree that runs code while it is read', async () => {
    const limits = { fuel: { load: 10, render: 5, event: 5 } }
    for (const render of [
      'for (;;);',
      'return { get kind() { for (;;); } }',
      'return { kind: "text", toJSON() { for (;;); } }',
      'return new Proxy({}, { ownKeys() { for (;;); } })',
    ]) {
      const kit = await startVm(pluginWith({ render }), { limits })
      expect(refusalOf(() => kit.render()).code, render).toBe('RUNTIME_TIMEOUT')
    }
  })
})

describe('the clock', () => {
  // Every reading of this clock is one millisecond later.
  const ticking = (): (() => number) => {
    let time = 0
    return () => (time += 1)
  }

  test('stops what fuel alone would let run', async () => {
    const { press } = await startVm(handlers('spin() { for (;;); }'), {
      now: ticking(),
      limits: { fuel: { load: 1e9, render: 1e9, event: 1e9 }, wallMs: { load: 1000, render: 20, event: 20 } },
    })
    expect(refusalOf(() => press('spin'))).toMatchObject({
      code: 'RUNTIME_TIMEOUT',
      message: expect.stringContaining('used up its time'),
      details: { overrun: 'clock' },
    })
  })

  test('is read after the guest has returned: what was too late without ever being polled is not believed', async () => {
    let time = 0
    const kit = await startVm(handlers('go(ctx) { console.log("slow"); ctx.dispatchPluginAction("go") }'), {
      now: () => time,
    })
    // A host that hangs while it takes the log line stands for an engine function that is never interrupted.
    kit.logs.push = () => (time = 1_001)
    expect(refusalOf(() => kit.press('go')).code).toBe('RUNTIME_TIMEOUT')
  })

  test('a call that ends in time is not stopped by the time that earlier calls took', async () => {
    let time = 0
    const { press } = await startVm(handlers('go(ctx) { ctx.dispatchPluginAction("go") }'), { now: () => time })
    for (let call = 0; call < 5; call += 1) {
      time += 900
      expect(press('go').intents).toHaveLength(1)
    }
  })

  test('is read between batches of jobs: jobs that come back for ever share one deadline', async () => {
    const { press } = await startVm(
      handlers('spin() { const again = () => { Promise.resolve().then(again) }; again() }'),
      {
        now: ticking(),
        limits: { fuel: { load: 1e9, render: 1e9, event: 1e9 }, wallMs: { load: 1e6, render: 50, event: 50 } },
      },
    )
    expect(refusalOf(() => press('spin')).code).toBe('RUNTIME_TIMEOUT')
  })
})

describe('memory', () => {
  const limits = { memoryBytes: 24 * MIB, fuel: { load: 5_000, render: 5_000, event: 5_000 } }

  for (const [title, source] of Object.entries({
    'typed arrays, which the engine does not count':
      'go() { const kept = []; for (;;) kept.push(new Uint8Array(1 << 20).fill(1)) }',
    strings: 'go() { const kept = []; for (let i = 0; ; i += 1) kept.push(String(i).repeat(1 << 16) + i) }',
    arrays: 'go() { const kept = []; for (;;) kept.push(new Array(10000).fill(0)) }',
    objects: 'go() { let kept = null; for (;;) kept = { kept } }',
  })) {
    test(`${title}: the memory ends at its maximum and the VM with it`, async () => {
      const { vm, press } = await startVm(handlers(source), { limits })
      expect(refusalOf(() => press('go')).code).toBe('RUNTIME_MEMORY')
      expect(vm.fatal?.code).toBe('RUNTIME_MEMORY')
    })
  }

  test('a guest that catches the error and goes on is ended all the same', async () => {
    const { press } = await startVm(
      handlers(
        'go(ctx) { let kept = []; try { for (;;) kept.push(new Uint8Array(1 << 20)) } catch {} kept = null; ctx.dispatchPluginAction("fine") }',
      ),
      { limits },
    )
    expect(refusalOf(() => press('go')).code).toBe('RUNTIME_MEMORY')
  })

  test('one request larger than any memory ends the VM too', async () => {
    const { press } = await startVm(handlers('go() { new Array(1e9).fill(0) }'), { limits })
    expect(['RUNTIME_MEMORY', 'RUNTIME_TIMEOUT']).toContain(refusalOf(() => press('go')).code)
  })

  test('usage tells the size of the memory, which stays under its maximum', async () => {
    const { press } = await startVm(handlers('go() { globalThis.kept = new Uint8Array(20 << 20).fill(1) }'), {
      limits: { memoryBytes: 48 * MIB },
    })
    const before = press('go').usage.memoryBytes
    expect(before).toBeGreaterThan(20 * MIB)
    expect(before).toBeLessThanOrEqual(48 * MIB)
  })
})

describe('the stack', () => {
  test('a recursion without an end is RUNTIME_STACK and costs the VM', async () => {
    const { vm, press } = await startVm(handlers('go() { (function again() { again() })() }'))
    expect(refusalOf(() => press('go'))).toMatchObject({ code: 'RUNTIME_STACK' })
    expect(vm.fatal?.code).toBe('RUNTIME_STACK')
  })

  test('a guest that catches the overflow of its own calls goes on: nothing was lost', async () => {
    const { press } = await startVm(
      handlers('go(ctx) { try { (function again() { again() })() } catch {} ctx.dispatchPluginAction("fine") }'),
    )
    expect(press('go').intents).toHaveLength(1)
    expect(press('go').intents).toHaveLength(1)
  })

  for (const [title, source] of Object.entries({
    'data nested 100,000 levels deep':
      'go(ctx) { let a = []; for (let i = 0; i < 100000; i += 1) a = [a]; ctx.dispatchPluginAction("deep", a) }',
    'source text nested 100,000 levels deep': 'go() { eval("[".repeat(100000)) }',
    'a regular expression nested 100,000 levels deep': 'go() { new RegExp("(".repeat(100000) + ")".repeat(100000)) }',
  })) {
    test(`${title} never takes the host down`, async () => {
      const { vm, press } = await startVm(handlers(source))
      const error = (() => {
        try {
          press('go')
          return null
        } catch (thrown) {
          return thrown
        }
      })()
      // Refused alone, or the VM is gone; a host error never comes through.
      if (error !== null) expect(error).toMatchObject({ name: 'PluginRuntimeError' })
      if (vm.fatal !== null) expect(refusalOf(() => press('go'))).toBe(vm.fatal)
    })
  }

  test('plugin code nested 100,000 levels deep is a fatal refusal of the load', async () => {
    await expect(startVm('['.repeat(100_000))).rejects.toMatchObject({
      code: expect.stringMatching(/RUNTIME_STACK|PLUGIN_THREW|RUNTIME_CRASHED/),
    })
  })

  test('a smaller stack overflows earlier', async () => {
    const depth = async (stackBytes: number): Promise<number> => {
      const { press } = await startVm(
        handlers(
          'go(ctx) { let n = 0; try { (function again() { n += 1; again() })() } catch {} ctx.dispatchPluginAction("n", n) }',
        ),
        { limits: { stackBytes } },
      )
      return Number(press('go').intents[0]?.payload)
    }
    const [small, large] = [await depth(64 * 1024), await depth(128 * 1024)]
    expect(small).toBeGreaterThan(50)
    expect(large).toBeGreaterThan(small * 1.5)
  })
})

describe('after a fatal verdict', () => {
  test('every call is refused with that verdict, and no guest code runs', async () => {
    const { vm, press, render, logs } = await startVm(
      pluginWith({
        render: "console.log('ran'); return ui.text('x')",
        handlers: 'spin() { for (;;); }, go() { console.log("ran") }',
      }),
      { limits: { fuel: { load: 10, render: 10, event: 5 } } },
    )
    const first = refusalOf(() => press('spin'))
    expect(refusalOf(() => press('go'))).toBe(first)
    expect(refusalOf(() => render())).toBe(first)
    expect(vm.fatal).toBe(first)
    expect(logs).toEqual([])
  })

  test('an error that the guest forges to look like the engine’s ends its own VM and no other', async () => {
    const forging = await startVm(handlers('go() { throw new InternalError("out of memory") }'))
    const other = await startVm(handlers('go(ctx) { ctx.dispatchPluginAction("go") }'))
    expect(refusalOf(() => forging.press('go')).code).toBe('RUNTIME_MEMORY')
    expect(forging.vm.fatal?.code).toBe('RUNTIME_MEMORY')
    expect(other.press('go').intents).toHaveLength(1)
  })
})
