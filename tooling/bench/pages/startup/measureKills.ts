import { CounterPictures, outlineCounter } from '../fanout/counterPicture.ts'
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
import { killableNaive } from './killableNaive.tsx'
import { killablePlugboard } from './killablePlugboard.tsx'
import type { KillableVariant } from './killableVariant.ts'

/** How many instances share the worker that is killed, and how often. */
export interface MeasureKillsOptions extends RoundsOptions {
  /** Milliseconds of peace before the kill: a page has long been there when it happens, with all that it prepares. */
  readonly rest: number
  readonly instances: number
}

const VARIANTS: readonly KillableVariant[] = [killableNaive, killablePlugboard]

/**
 * Starts instances, kills the worker that they are in, and asks for a change that all of them show: how long until they
 * do. Each round is a start of its own, which is measured as `…-cold`.
 */
export async function measureKills({ instances, rest, ...options }: MeasureKillsOptions): Promise<PageReport> {
  const workload = `back on screen after a kill, ${instances} instances`
  const samples: Samples = {}
  for (const round of countRounds(options)) {
    for (const variant of shuffle(VARIANTS)) {
      collectGarbage()
      const { start, back } = await killOnce(variant, { instances, rest })
      if (round < 0) continue
      addSample(samples, workload, variant.name, back)
      addSample(samples, workload, `${variant.name}-cold`, start)
    }
  }
  return { samples, failures: [] }
}

type KillOptions = Pick<MeasureKillsOptions, 'instances' | 'rest'>

async function killOnce(
  variant: KillableVariant,
  { instances, rest }: KillOptions,
): Promise<{ start: number; back: number }> {
  const root = document.body.appendChild(document.createElement('main'))
  const pictures = new CounterPictures(root)
  const waitFor = (sum: number): Promise<number> => {
    let shown = 0
    return whenCommitted(root, `${variant.name}: ${instances} instances with ${sum}`, () => {
      while (shown < instances && pictures.totalAt(shown) === String(sum)) shown += 1
      return shown === instances
    })
  }
  const begun = performance.now()
  const [started, mounted] = await Promise.all([waitFor(0), variant.mount(root, instances)])
  await whenPainted()
  await new Promise((resolve) => setTimeout(resolve, rest))
  const killed = await mounted.kill()
  const isBack = waitFor(1)
  mounted.share()
  const back = await isBack
  for (let index = 0; index < instances; index += 1) {
    const [shown, wanted] = [pictures.outlineAt(index), outlineCounter({ value: 0, sum: 1 })]
    if (shown !== wanted) throw new Error(`${variant.name}: counter ${index} is ${shown} after a kill`)
  }
  await mounted.close()
  root.remove()
  return { start: started - begun, back: back - killed }
}
