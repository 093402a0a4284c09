import { addSample, countRounds, shuffle, type PageReport, type RoundsOptions, type Samples } from '../shared/rounds.ts'
import type { VmAnswer, VmRequest } from './vmCase.ts'

declare global {
  var measureVm: (options: RoundsOptions) => Promise<PageReport>
}

/** A worker, one question at a time. */
class CaseWorker {
  readonly #worker: Worker

  constructor(worker: Worker) {
    this.#worker = worker
  }

  ask(request: VmRequest): Promise<VmAnswer> {
    return new Promise((resolve, reject) => {
      this.#worker.addEventListener('message', ({ data }: MessageEvent<VmAnswer>) => resolve(data), { once: true })
      this.#worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true })
      this.#worker.postMessage(request)
    })
  }

  terminate(): void {
    this.#worker.terminate()
  }
}

interface Case {
  readonly worker: CaseWorker
  readonly index: number
  readonly workload: string
  readonly variant: string
}

globalThis.measureVm = async (options) => {
  const workers = [
    new CaseWorker(new Worker(new URL('./vm.worker.ts', import.meta.url), { type: 'module' })),
    new CaseWorker(new Worker(new URL('./ses.worker.ts', import.meta.url), { type: 'module' })),
  ]
  const cases = (await Promise.all(workers.map((worker) => listCases(worker)))).flat()
  const samples: Samples = {}
  const failures = new Map<string, readonly [string, string, string]>()
  for (const round of countRounds(options)) {
    for (const { index, variant, worker, workload } of shuffle(cases)) {
      if (failures.has(`${workload}/${variant}`)) continue
      const answer = await worker.ask({ kind: 'run', index })
      if (answer.kind === 'run') {
        if (round >= 0) addSample(samples, workload, variant, answer.time)
      } else if (answer.kind === 'failed') {
        failures.set(`${workload}/${variant}`, [workload, variant, answer.reason])
        delete samples[workload]?.[variant]
      }
    }
  }
  for (const worker of workers) worker.terminate()
  return { samples, failures: [...failures.values()] }
}

async function listCases(worker: CaseWorker): Promise<readonly Case[]> {
  const answer = await worker.ask({ kind: 'list' })
  if (answer.kind !== 'list') throw new Error(answer.kind === 'failed' ? answer.reason : 'a worker has no cases')
  return answer.cases.map(([workload, variant], index) => ({ worker, index, workload, variant }))
}
