import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import { quantile, type Figure, type Part } from '../figure.ts'
import { GUEST, nameInstance, type MeasuredInstance } from '../guest.ts'

const CYCLES = 150
const CROWDS = [1, 10, 100]
const CROWD_CYCLES = 15
const QUIET_MS = 1_200
/** A neighbour that is pressed twenty times a second. */
const PRESS_EVERY_MS = 50
const LIMITS = { wallMs: { load: 3_000, render: 1_000, event: 300 }, graceMs: 100 }

/** Workers that are killed by the watchdog, over and over: how long until the plugin is back, and what was lost. */
export const kills: Part = {
  name: 'kills',
  what: `${CYCLES} kills of a stuck worker in Node.js, with a sibling in the same worker; ${CROWD_CYCLES} each with ${CROWDS.join(', ')} instances in it`,
  async measure(): Promise<readonly Figure[]> {
    return [...(await pairs()), ...(await crowds())]
  },
}

async function pairs(): Promise<readonly Figure[]> {
  let clock = 0
  // Every kill a minute after the last: this is about recovery, not about quarantine.
  const runtime = createQuickJSRuntime({ limits: LIMITS, placement: () => 'together', now: () => clock })
  const recoveries: number[] = []
  const overruns: number[] = []
  let lostAnswers = 0
  let wrongOrder = 0
  try {
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      clock += 120_000
      const victim = nameInstance('victim')
      const sibling = nameInstance('sibling')
      await runtime.load({ ...victim.identity, code: GUEST })
      await runtime.load({ ...sibling.identity, code: GUEST })
      const started = performance.now()
      const stuck = runtime
        .call(victim.instanceId, {
          kind: 'event',
          widgetId: 'main',
          handler: 'stuck',
          event: { type: 'press' },
          view: victim.view({ value: cycle }),
        })
        .then(
          () => 'answered',
          (error: { code?: string }) => {
            overruns.push(performance.now() - started - LIMITS.wallMs.event)
            return error.code
          },
        )
      const answers = await Promise.all(
        [1, 2, 3].map((number) =>
          runtime.call(sibling.instanceId, {
            kind: 'event',
            widgetId: 'main',
            handler: 'add',
            event: { type: 'press', args: number },
            view: sibling.view({ value: number }),
          }),
        ),
      )
      answers.forEach(({ intents }, index) => {
        const [intent] = intents
        if (intents.length !== 1) lostAnswers += 1
        else if (JSON.stringify(intent?.payload) !== JSON.stringify({ value: index + 2, number: index + 1 }))
          wrongOrder += 1
      })
      if ((await stuck) !== 'RUNTIME_TIMEOUT') lostAnswers += 1
      const back = performance.now()
      const { tree } = await runtime.call(victim.instanceId, {
        kind: 'render',
        widgetId: 'main',
        view: victim.view({ value: cycle }),
      })
      recoveries.push(performance.now() - back)
      if (!JSON.stringify(tree).includes(`"${cycle}"`)) lostAnswers += 1
      await runtime.dispose(victim.instanceId)
      await runtime.dispose(sibling.instanceId)
    }
  } finally {
    await runtime[Symbol.asyncDispose]()
  }
  return [
    { name: 'kill and restart, p95', value: quantile(recoveries, 0.95), unit: 'ms', limit: { most: 500 } },
    { name: 'kill and restart, median', value: quantile(recoveries, 0.5), unit: 'ms' },
    {
      name: 'uninterruptible: stopped, past the deadline, p95',
      value: quantile(overruns, 0.95),
      unit: 'ms',
      limit: { most: 300 },
    },
    { name: 'answers or states lost', value: lostAnswers, unit: 'count', limit: { most: 0 } },
    { name: 'answers out of order or doubled', value: wrongOrder, unit: 'count', limit: { most: 0 } },
  ]
}

/** All instances of a worker come back when one of them is killed; what those in another worker feel meanwhile. */
async function crowds(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const size of CROWDS) {
    let clock = 0
    const runtime = createQuickJSRuntime({
      limits: LIMITS,
      placement: ({ packageId }) => (packageId === 'elsewhere' ? 'elsewhere' : 'crowd'),
      now: () => clock,
    })
    const recoveries: number[] = []
    const latencies: number[] = []
    try {
      const elsewhere = nameInstance('elsewhere')
      await runtime.load({ ...elsewhere.identity, code: GUEST })
      const crowd = Array.from({ length: size }, () => nameInstance('crowd'))
      for (const { identity } of crowd) await runtime.load({ ...identity, code: GUEST })
      const draw = ({ instanceId, view }: MeasuredInstance) =>
        runtime.call(instanceId, { kind: 'render', widgetId: 'main', view: view({ value: 1 }) })
      await Promise.all(crowd.map(draw))
      const press = ({ instanceId, view }: MeasuredInstance, handler: string) =>
        runtime.call(instanceId, {
          kind: 'event',
          widgetId: 'main',
          handler,
          event: { type: 'press', args: 1 },
          view: view({ value: 1 }),
        })
      const over = new AbortController()
      const pressing = (async (): Promise<void> => {
        while (!over.signal.aborted) {
          const begun = performance.now()
          await press(elsewhere, 'add')
          latencies.push(performance.now() - begun)
          await new Promise((resolve) => setTimeout(resolve, PRESS_EVERY_MS))
        }
      })()
      for (let cycle = 0; cycle < CROWD_CYCLES; cycle += 1) {
        clock += 120_000
        const attacker = nameInstance('crowd')
        await runtime.load({ ...attacker.identity, code: GUEST })
        // Things were quiet before, as they are between accidents: another worker waits.
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
        await press(attacker, 'stuck').catch(() => undefined)
        const begun = performance.now()
        await Promise.all(crowd.map(draw))
        recoveries.push(performance.now() - begun)
        await runtime.dispose(attacker.instanceId)
      }
      over.abort()
      await pressing
    } finally {
      await runtime[Symbol.asyncDispose]()
    }
    figures.push(
      { name: `${size} instances drawn again after a kill, median`, value: quantile(recoveries, 0.5), unit: 'ms' },
      {
        name: `${size} instances drawn again after a kill, p95`,
        value: quantile(recoveries, 0.95),
        unit: 'ms',
        limit: { most: 500 },
      },
      {
        name: `answer to a neighbour in another worker meanwhile, p99, ${size} instances`,
        value: quantile(latencies, 0.99),
        unit: 'ms',
        limit: { most: 50 },
      },
    )
  }
  return figures
}
