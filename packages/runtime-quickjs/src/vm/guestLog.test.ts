import { LOG_LINE_LENGTH } from '@plugboard/contracts'
import { pluginWith } from '@plugboard/contract-tests'
import { describe, expect, test } from 'vitest'

import { startVm } from '../../test/vmKit.ts'
import { GuestLog } from './guestLog.ts'
import { createPositionMapper } from './sourcePositions.ts'

const logging = (body: string): string => pluginWith({ handlers: `go(ctx, event) { ${body} }` })

describe('the console of a guest', () => {
  test('says its level, its arguments as data, and where it was called', async () => {
    const { press, logs, vm } = await startVm(
      logging(
        "console.debug(1); console.log('a', { b: [null] }); console.info(true); console.warn(); console.error('e')",
      ),
    )
    press('go')
    const { instanceId, packageId } = vm.loaded
    expect(logs.map(({ level, args }) => [level, args])).toEqual([
      ['debug', [1]],
      ['info', ['a', { b: [null] }]],
      ['info', [true]],
      ['warn', []],
      ['error', ['e']],
    ])
    for (const line of logs) expect(line).toMatchObject({ instanceId, packageId, source: { line: 5 } })
  })

  test('puts what is no JSON into words', async () => {
    const { press, logs } = await startVm(
      logging(`const c = {}; c.c = c
        console.log(undefined, () => 1, Symbol('s'), 1n, c, new TypeError('bad'), NaN, { toJSON() { throw 1 } })`),
    )
    press('go')
    expect(logs[0]?.args).toEqual([
      'undefined',
      '[not JSON]',
      '[not JSON]',
      '[not JSON]',
      '[not JSON]',
      'TypeError: bad',
      null,
      '[not JSON]',
    ])
  })

  test('cuts a line at its length, whatever its characters cost in JSON', async () => {
    const { press, logs } = await startVm(
      logging(`console.log('x'.repeat(1e5)); console.log('\\u0000'.repeat(1e5)); console.log({ a: 'y'.repeat(1e5) })
        console.log(...Array(5000).fill('many')); console.log(new Error('z'.repeat(1e5)))`),
    )
    press('go')
    expect(logs).toHaveLength(5)
    for (const { args } of logs) {
      expect(JSON.stringify(args).length).toBeLessThanOrEqual(LOG_LINE_LENGTH)
      expect(JSON.stringify(args)).toContain('…')
    }
  })

  test('does not show what is nested too deep or has a forbidden key', async () => {
    const { press, logs } = await startVm(
      logging(
        'let a = 0; for (let i = 0; i < 40; i += 1) a = [a]; console.log(a); console.log(JSON.parse(\'{"__proto__":1}\'))',
      ),
    )
    press('go')
    expect(logs.map(({ args }) => args)).toEqual([
      ['[not shown: nested too deep, or a forbidden key]'],
      ['[not shown: nested too deep, or a forbidden key]'],
    ])
  })

  test('keeps so many lines a second and tells how many it dropped', async () => {
    let time = 0
    const { press, logs } = await startVm(logging('for (let i = 0; i < event.args; i += 1) console.log(i)'), {
      now: () => time,
      limits: { logLinesPerSecond: 3 },
    })
    press('go', 10)
    expect(logs.map(({ args }) => args[0])).toEqual([0, 1, 2])
    time += 999
    press('go', 1)
    expect(logs).toHaveLength(3)
    time += 1
    press('go', 1)
    expect(logs.slice(3).map(({ level, args }) => [level, args[0]])).toEqual([
      ['warn', '8 log lines were dropped: 3 a second are kept.'],
      ['info', 0],
    ])
  })

  test('works while the code loads', async () => {
    const { logs } = await startVm(`console.log('loading');${logging('')}`)
    expect(logs).toMatchObject([{ level: 'info', args: ['loading'], source: { line: 1 } }])
  })

  test('a host that fails to take a line ends the call and says nothing about itself to the guest', async () => {
    const kit = await startVm(
      logging(
        "try { console.log('x') } catch (error) { ctx.dispatchPluginAction('heard', String(error)) } ctx.dispatchPluginAction('after')",
      ),
    )
    kit.logs.push = () => {
      throw new Error('secret of the host')
    }
    expect(() => kit.press('go')).toThrow(
      expect.objectContaining({ code: 'RUNTIME_CRASHED', message: expect.not.stringContaining('secret') }),
    )
    expect(kit.vm.fatal?.code).toBe('RUNTIME_CRASHED')
  })

  test('a host function that throws nothing at all ends the call too', async () => {
    const kit = await startVm(logging("console.log('x')"))
    kit.logs.push = () => {
      throw undefined
    }
    expect(() => kit.press('go')).toThrow(expect.objectContaining({ code: 'RUNTIME_CRASHED' }))
  })

  test('a level that is none is dropped, and a line without a position has none', () => {
    const lines: unknown[] = []
    const log = new GuestLog({
      identity: { packageId: 'guest', instanceId: 'guest@1' },
      linesPerSecond: 5,
      now: () => 0,
      positions: createPositionMapper(undefined),
      write: (line) => void lines.push(line),
    })
    log.write('fatal', '[1]', '')
    log.write('info', '[2]', '')
    expect(lines).toEqual([{ packageId: 'guest', instanceId: 'guest@1', level: 'info', args: [2] }])
  })
})
