import { NO_GRANTS, type JsonValue, type PluginRuntime } from '@plugboard/contracts'
import { expect } from 'vitest'

/**
 * The work of one instance, as text: run by the guest in its VM and by the model on the host. It keeps state that no
 * view carries, in every kind of heap object, and answers a checksum over all of it.
 */
const WORK = `
  const kept = new Map()
  const buffers = []
  const log = []
  let total = 0
  const work = (step, size) => {
    total += step
    log.push(step)
    if (log.length > 40) log.shift()
    const rows = []
    for (let index = 0; index < size; index += 1) rows.push({ index, text: 'v' + index + '_' + step })
    kept.set('k' + (step % 13), rows.slice(0, size >> 3))
    if (step % 7 === 0) kept.delete('k' + ((step * 3) % 13))
    if (step % 5 === 0) buffers.push(new Uint16Array(size).fill(step))
    if (buffers.length > 6) buffers.shift()
    let sum = 0
    for (const [key, list] of kept) {
      sum = (sum * 31 + key.length + list.length) | 0
      for (const row of list) sum = (sum * 33 + row.text.length + row.index) | 0
    }
    for (const buffer of buffers) for (let at = 0; at < buffer.length; at += 97) sum = (sum * 37 + buffer[at]) | 0
    return total + ':' + sum + ':' + log.join(',')
  }
`

const GUEST = `${WORK}
definePlugin(({ ui }) => ({ title: 'Worker', widgets: { main: {
  render: () => ui.text('total ' + total),
  handlers: {
    work(ctx, { args }) { ctx.dispatchPluginAction('worked', work(args.step, args.size)) },
    loop() { for (;;); },
    deep() { const f = () => [f()]; f() },
  } } } }))`

type Work = (step: number, size: number) => string

function createModel(): Work {
  // The same text as the guest's, on the host's own engine: the model that the VM must agree with.
  // oxlint-disable-next-line no-implied-eval, typescript/no-unsafe-type-assertion
  return new Function(`${WORK}; return work`)() as Work
}

export interface StressOptions {
  readonly instances: number
  readonly activations: number
  readonly seed: number
}

/**
 * Random activations over many instances, with heaps that grow to megabytes, restarts, and instances that are stopped in
 * between. Every answer is compared with the model's. The order is drawn from the seed, so that a failure repeats.
 *
 * @returns how many answers were compared.
 */
export async function stressImages(runtime: PluginRuntime, options: StressOptions): Promise<number> {
  const random = createRandom(options.seed)
  const ids = Array.from({ length: options.instances }, (_, index) => `stress@${String(index).padStart(8, '0')}`)
  const models = new Map<string, Work>()
  const load = async (instanceId: string): Promise<void> => {
    await runtime.load({ packageId: 'stress', instanceId, code: GUEST, trusted: true })
    models.set(instanceId, createModel())
  }
  for (const instanceId of ids) await load(instanceId)
  const press = (instanceId: string, handler: string, args: JsonValue = null) =>
    runtime.call(instanceId, {
      kind: 'event',
      widgetId: 'main',
      handler,
      event: { type: 'press', args },
      view: {
        pluginState: null,
        globalState: { self: { packageId: 'stress', instanceId }, shared: {} },
        grants: NO_GRANTS,
      },
    })
  let compared = 0
  let stops = 0
  for (let activation = 0; activation < options.activations; activation += 1) {
    const instanceId = ids[Math.floor(random() * ids.length)] ?? ''
    const chance = random()
    if (chance < 0.01) {
      await runtime.dispose(instanceId)
      await load(instanceId)
    } else if (chance < 0.015 && stops < 8) {
      stops += 1
      await expect(press(instanceId, stops % 2 === 0 ? 'loop' : 'deep')).rejects.toHaveProperty('code')
      // What the VM kept by itself is gone with it; the next call begins anew.
      models.set(instanceId, createModel())
      await runtime.dispose(instanceId)
      await load(instanceId)
    } else {
      const args = {
        step: 1 + Math.floor(random() * 1_000),
        size: Math.floor(random() < 0.02 ? 20_000 : random() * 400),
      }
      const { intents } = await press(instanceId, 'work', args)
      const expected = models.get(instanceId)?.(args.step, args.size)
      expect(intents[0]?.payload, `activation ${activation} of ${instanceId}`).toBe(expected)
      compared += 1
    }
  }
  return compared
}

// Mulberry32.
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
