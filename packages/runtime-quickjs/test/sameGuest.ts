import {
  asyncSource,
  chanceSource,
  counterSource,
  createPluginViewFixture,
  echoSource,
  rowsSource,
  surfacesSource,
  throwerSource,
} from '@plugboard/contract-tests'
import {
  PluginRuntimeError,
  type JsonValue,
  type PluginCall,
  type PluginRuntime,
  type PluginView,
} from '@plugboard/contracts'

/** Figures that differ from machine to machine. */
const MEASURED = ['wallMs', 'swapMs', 'memoryBytes']

/** What one guest is asked in turn: a render of a state, or a handler with arguments and a state. */
type Step =
  | readonly ['render', JsonValue]
  | readonly ['press', string, JsonValue, JsonValue]
  | readonly ['tool', string, JsonValue]

const SCRIPTS: readonly (readonly [code: string, steps: readonly Step[]])[] = [
  [
    counterSource,
    [
      ['render', { value: 1 }],
      ['press', 'increment', { by: 2 }, { value: 1 }],
      ['render', { value: 3 }],
    ],
  ],
  [
    echoSource,
    [
      ['press', 'echo', ['ü\u0000🦀\ud800', 1e-7, -0], { deep: [{}] }],
      ['render', ['\u2028', null]],
    ],
  ],
  [
    rowsSource,
    [
      ['render', { items: [{ id: 'a', label: 'A' }] }],
      ['render', { items: 'none' }],
      ['render', { items: [] }],
    ],
  ],
  [
    throwerSource,
    [
      ['press', 'fail', null, null],
      ['press', 'failLate', null, null],
      ['render', 'throw'],
      ['press', 'nobody', null, null],
    ],
  ],
  [
    asyncSource,
    [
      ['press', 'slow', 1, null],
      ['press', 'chain', null, null],
      ['render', null],
    ],
  ],
  [
    chanceSource,
    [
      ['press', 'sample', null, null],
      ['render', null],
      ['press', 'sample', null, null],
    ],
  ],
  [
    surfacesSource,
    [
      ['tool', 'add', { a: 1e21, b: -0 }],
      ['tool', 'slow', '\ud800'],
      ['tool', 'fail', 'late'],
      ['tool', 'nobody', null],
    ],
  ],
]

const SEED = { random: 42, epochMs: 1_700_000_000_000 }

/**
 * Plays every script and writes down all that came back: plugins, trees, intents, refusals, fuel. The same on every
 * platform, in process and in workers: times and memory, which are not, are left out.
 */
export async function playScripts(runtime: PluginRuntime): Promise<readonly JsonValue[]> {
  const said: JsonValue[] = []
  for (const [index, [code, steps]] of SCRIPTS.entries()) {
    const identity = { packageId: 'same', instanceId: `same@${index}` }
    said.push(await write(runtime.load({ ...identity, code, seed: SEED })))
    for (const step of steps) {
      const [kind, ...rest] = step
      const state = rest.at(-1) ?? null
      const view = createPluginViewFixture(identity, { pluginState: state, shared: { weather: 'sun' } })
      said.push([kind, await write(runtime.call(identity.instanceId, callOf(step, view)))])
    }
  }
  return said
}

function callOf(step: Step, view: PluginView): PluginCall {
  switch (step[0]) {
    case 'press':
      return { kind: 'event', widgetId: 'main', handler: step[1], event: { type: 'press', args: step[2] }, view }
    case 'tool':
      return { kind: 'invoke', surface: 'tool', name: step[1], input: step[2], view }
    case 'render':
      return { kind: 'render', widgetId: 'main', view }
  }
}

/** A transcript as text, an answer a line, to be compared with the one that is kept beside the tests. */
export function printTranscript(said: readonly JsonValue[]): string {
  return said.map((line) => `${JSON.stringify(line)}\n`).join('')
}

async function write(answer: Promise<unknown>): Promise<JsonValue> {
  try {
    const text = JSON.stringify(await answer, (key, value: unknown) => (MEASURED.includes(key) ? undefined : value))
    // Parsed from JSON text.
    return JSON.parse(text) as JsonValue
  } catch (error) {
    if (!(error instanceof PluginRuntimeError)) throw error
    return JSON.parse(JSON.stringify(error.toShape())) as JsonValue
  }
}
