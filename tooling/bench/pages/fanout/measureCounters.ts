import { ADD, SHARE } from '../../plugins/counter/counter.ts'
import { whenCommitted, whenPainted } from '../shared/commits.ts'
import {
  addSample,
  collectGarbage,
  countRounds,
  shuffle,
  type PageReport,
  type RoundsOptions,
  type Samples,
} from '../shared/rounds.ts'
import { CounterPictures, outlineCounter } from './counterPicture.ts'
import type { CounterVariant, MountedCounters } from './counterVariant.ts'

/** How many counters, and how often they are clicked. */
export interface MeasureCountersOptions extends RoundsOptions {
  readonly variants: readonly CounterVariant[]
  readonly instances: number
  /** Clicks of each kind in one round. */
  readonly clicks: { readonly local: number; readonly shared: number }
}

interface Counters {
  readonly variant: CounterVariant
  readonly root: HTMLElement
  readonly mounted: MountedCounters
  readonly values: number[]
  sum: number
  next: number
}

const REST = 20

/**
 * Clicks counters of each variant, round by round, in random order; the others are not laid out meanwhile. A variant that
 * cannot have so many is a failure with a reason, and the others go on.
 *
 * @throws when a variant shows something else than it was told to.
 */
export async function measureCounters(options: MeasureCountersOptions): Promise<PageReport> {
  const { clicks, instances, variants } = options
  const local = `local change, ${instances} instances, commit`
  const shared = `shared change, ${instances} instances, commit`
  const samples: Samples = {}
  const failures: (readonly [string, string, string])[] = []
  const all: Counters[] = []
  for (const variant of variants) {
    try {
      all.push(await mount(variant, instances))
    } catch (cause) {
      for (const workload of [local, shared]) failures.push([workload, variant.name, String(cause)])
    }
  }
  for (const round of countRounds(options)) {
    for (const counters of shuffle(all)) {
      counters.root.hidden = false
      collectGarbage()
      for (let done = 0; done < clicks.local; done += 1) {
        const time = await clickLocal(counters)
        if (round >= 0) addSample(samples, local, counters.variant.name, time)
      }
      for (let done = 0; done < clicks.shared; done += 1) {
        const time = await clickShared(counters)
        if (round >= 0) addSample(samples, shared, counters.variant.name, time)
      }
      counters.root.hidden = true
    }
  }
  for (const { mounted, root } of all) {
    await mounted.close()
    root.remove()
  }
  return { samples, failures }
}

async function mount(variant: CounterVariant, instances: number): Promise<Counters> {
  const root = document.body.appendChild(document.createElement('main'))
  const pictures = new CounterPictures(root)
  try {
    const isDrawn = whenCommitted(root, `${variant.name}: ${instances} counters`, () =>
      allShow(instances, (index) => pictures.totalAt(index) === '0'),
    )
    const [mounted] = await Promise.all([variant.mount(root, instances), isDrawn])
    const counters = { variant, root, mounted, values: Array.from({ length: instances }, () => 0), sum: 0, next: 0 }
    for (let index = 0; index < instances; index += 1) check(counters, index)
    root.hidden = true
    return counters
  } catch (cause) {
    root.remove()
    throw cause
  }
}

async function clickLocal(counters: Counters): Promise<number> {
  const index = counters.next++ % counters.values.length
  const pictures = new CounterPictures(counters.root)
  const value = (counters.values[index] ?? 0) + 1
  counters.values[index] = value
  return click(counters, { index, label: ADD, isDone: () => pictures.valueAt(index) === String(value) })
}

async function clickShared(counters: Counters): Promise<number> {
  const index = counters.next++ % counters.values.length
  const pictures = new CounterPictures(counters.root)
  const sum = String((counters.sum += 1))
  // Commits come one after the other in some variants: what was there stays there, and is not asked again.
  let shown = 0
  const isDone = (): boolean => {
    while (shown < counters.values.length && pictures.totalAt(shown) === sum) shown += 1
    return shown === counters.values.length
  }
  return click(counters, { index, label: SHARE, isDone })
}

interface Click {
  readonly index: number
  readonly label: string
  readonly isDone: () => boolean
}

async function click(counters: Counters, { index, label, isDone }: Click): Promise<number> {
  const { root, variant } = counters
  const button = new CounterPictures(root).buttonAt(index, label)
  await whenPainted()
  await new Promise((resolve) => setTimeout(resolve, REST))
  const isCommitted = whenCommitted(root, `${variant.name}: ${label}`, isDone)
  const begun = performance.now()
  button.click()
  const committed = await isCommitted
  check(counters, index)
  return committed - begun
}

function check({ root, sum, values, variant }: Counters, index: number): void {
  const [shown, wanted] = [
    new CounterPictures(root).outlineAt(index),
    outlineCounter({ value: values[index] ?? 0, sum }),
  ]
  if (shown !== wanted) throw new Error(`${variant.name}: counter ${index} is ${shown}, not ${wanted}`)
}

function allShow(count: number, isShown: (index: number) => boolean): boolean {
  for (let index = 0; index < count; index += 1) if (!isShown(index)) return false
  return true
}
