import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { RecordingError, type Recording } from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'

const identity = 'counter@aaaaaaaa'
const recording: Recording = {
  format: 'plugboard-recording',
  version: 1,
  startedAt: 1,
  timeZone: 'UTC',
  isComplete: true,
  isRedacted: false,
  codes: [{ digest: '0123456789abcdef', text: 'definePlugin(…)' }],
  entries: [
    {
      kind: 'load',
      instanceId: identity,
      code: 0,
      seed: { random: 1, epochMs: 2 },
      apiVersion: 1,
      trusted: true,
      limits: { fuel: { load: 1, render: 2, event: 3 }, bytesIn: 5 },
      answer: { title: 'Counter', initialState: { value: 0 }, widgets: ['main'], handlers: { main: ['press'] } },
    },
    {
      kind: 'event',
      instanceId: identity,
      widgetId: 'main',
      handler: 'press',
      event: { type: 'press', args: [1] },
      isRestarted: true,
      view: { pluginState: 0, globalState: { self: {}, shared: {} }, grants: {} },
      answer: {
        intents: [
          { scope: 'plugin', actionType: 'a', payload: [1] },
          { scope: 'shared', domain: 'd', actionType: 'b' },
          { scope: 'system', command: 'c' },
        ],
        rejected: [{ index: 3, reason: 'payload-too-large' }],
      },
    },
    {
      kind: 'render',
      instanceId: identity,
      widgetId: 'main',
      answer: {
        digest: '0123456789abcdef',
        tree: { kind: 'text', text: 'a' },
        issues: [{ code: 'too-deep', path: 'root', message: 'm' }],
      },
    },
    {
      kind: 'render',
      instanceId: identity,
      widgetId: 'main',
      answer: { error: { code: 'PLUGIN_THREW', message: 'm', source: { line: 1, column: 2 }, details: null } },
    },
    {
      kind: 'invoke',
      instanceId: identity,
      surface: 'tool',
      name: 'add',
      input: null,
      answer: { value: { sum: 1 }, intents: [{ scope: 'system', command: 'c' }], rejected: [] },
    },
    { kind: 'dispose', instanceId: identity },
  ],
}

/** The recording with one thing changed, as a file may have been. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(recording)) as Record<string | number, unknown>
  let place = copy
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>
  if (value === undefined) delete place[path.at(-1) ?? '']
  else place[path.at(-1) ?? ''] = value
  return copy
}

function faultOf(value: unknown, maxSize?: number): { readonly code: string; readonly path: string } {
  try {
    parseRecording(value, maxSize === undefined ? {} : { maxSize })
  } catch (error) {
    if (error instanceof RecordingError) return { code: error.code, path: error.path }
    throw error
  }
  return { code: 'fine', path: '' }
}

describe('a recording that is read', () => {
  it('is what was written, from its text and from what it was parsed to', () => {
    expect(parseRecording(JSON.stringify(recording))).toEqual(recording)
    expect(parseRecording(recording)).toEqual(recording)
  })

  it.each<[readonly (string | number)[], unknown, string?]>([
    [['format'], 'another'],
    [['version'], '1'],
    [['version'], 0],
    [['startedAt'], null],
    [['isComplete'], 'yes'],
    [['isRedacted'], undefined],
    [['more'], 1, ''],
    [['timeZone'], 'x'.repeat(101)],
    [['codes'], {}],
    [['codes', 0, 'digest'], 'short'],
    [['codes', 0, 'text'], 5],
    [['entries'], 'none'],
    [['entries', 0, 'kind'], 'other'],
    [['entries', 0, 'instanceId'], '__proto__@aaaaaaaa'],
    [['entries', 0, 'code'], 1],
    [['entries', 0, 'code'], -1],
    [['entries', 0, 'seed'], {}, 'entries[0].seed.random'],
    [['entries', 0, 'limits', 'bytesIn'], -5, 'entries[0].limits'],
    [['entries', 0, 'limits', 'fuel'], { load: 1 }, 'entries[0].limits.fuel.render'],
    [['entries', 0, 'answer'], {}],
    [['entries', 1, 'event'], { type: 'explode' }],
    [['entries', 4, 'surface'], 'widget'],
    [['entries', 4, 'name'], 'x'.repeat(257)],
    [['entries', 4, 'input'], undefined],
    [['entries', 4, 'answer', 'value'], undefined],
    [['entries', 4, 'answer'], { value: 1, intents: {}, rejected: [] }],
    [['entries', 0, 'answer'], { title: 'T', widgets: [], handlers: {}, surfaces: { tools: [] } }],
    [['entries', 1, 'widgetId'], 'x'.repeat(257)],
    [['entries', 1, 'isRestarted'], false],
    [['entries', 1, 'answer', 'intents', 0, 'scope'], 'host', 'entries[1].answer'],
    [['entries', 2, 'answer', 'digest'], 'g'.repeat(16)],
    [['entries', 3, 'answer', 'error', 'code'], 'NONE', 'entries[3].answer'],
    [['entries', 4, 'more'], 1, 'entries[4]'],
  ])('is refused with a fault at %j', (path, value, place) => {
    const where =
      place ??
      path
        .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
        .join('')
        .slice(1)
    expect(faultOf(changed(path, value))).toEqual({ code: 'INVALID_RECORDING', path: where })
  })

  it('of a later format is told from one that is none', () => {
    expect(faultOf(changed(['version'], 2))).toEqual({ code: 'UNSUPPORTED_RECORDING', path: 'version' })
    expect(() => parseRecording(changed(['version'], 7))).toThrow(
      'version 7 of its format; this release reads versions up to 1',
    )
  })

  it('is bounded in size, in depth and in values', () => {
    expect(faultOf(JSON.stringify(recording), 100).code).toBe('RECORDING_TOO_LARGE')
    expect(faultOf('['.repeat(100_000)).code).toBe('INVALID_RECORDING')
    const around: unknown[] = []
    around.push(around)
    expect(faultOf(changed(['entries', 1, 'view'], around)).code).toBe('INVALID_RECORDING')
    let wide: unknown = 1
    for (let level = 0; level < 30; level += 1) wide = [wide, wide]
    expect(faultOf(changed(['entries', 1, 'view'], wide)).code).toBe('RECORDING_TOO_LARGE')
  })

  it.each(['', '{"format":"plugboard-recor', 'null', '[]', '"text"', '5'])('of %j is no recording', (text) => {
    expect(faultOf(text).code).toBe('INVALID_RECORDING')
  })

  it('never reaches a prototype', () => {
    const text = JSON.stringify(recording).replace('"pluginState":0', '"pluginState":{"__proto__":{"polluted":1}}')
    expect(faultOf(text)).toMatchObject({ code: 'INVALID_RECORDING' })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  const words = [
    'kind',
    'load',
    'event',
    'render',
    'entries',
    'codes',
    'answer',
    'error',
    'view',
    '__proto__',
    identity,
  ]
  const junk = fc.oneof(fc.jsonValue(), fc.anything(), fc.constantFrom(...words))
  test.prop([fc.array(fc.oneof(fc.nat(5), fc.constantFrom(...words)), { minLength: 1, maxLength: 5 }), junk])(
    'is read, or refused with a code, whatever was done to it',
    (path, value) => {
      const copy = structuredClone(recording) as unknown as Record<string | number, unknown>
      let place = copy
      for (const step of path.slice(0, -1)) {
        const next = Object.hasOwn(place, step) ? place[step] : undefined
        if (typeof next !== 'object' || next === null) break
        place = next as Record<string | number, unknown>
      }
      place[path.at(-1) ?? ''] = value
      expect(['fine', 'INVALID_RECORDING', 'UNSUPPORTED_RECORDING', 'RECORDING_TOO_LARGE']).toContain(
        faultOf(copy).code,
      )
    },
  )

  test.prop([fc.string(), fc.nat(1_200), fc.nat(20)])(
    'cut or overwritten as text is read or refused',
    (text, at, length) => {
      const whole = JSON.stringify(recording)
      expect(faultOf(whole.slice(0, at) + text + whole.slice(at + length)).code).not.toBe('')
    },
  )

  test.prop([fc.anything()])('made of anything is refused with a code', (value) => {
    expect(faultOf(value).code).toBe('INVALID_RECORDING')
  })
})
