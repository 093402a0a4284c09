import { workerScope } from '../shared/workerScope.ts'
import type { VmAnswer, VmCase, VmRequest } from './vmCase.ts'

/** Makes this worker run cases when it is asked to. */
export function serveCases(createCases: () => Promise<readonly VmCase[]>): void {
  const cases = createCases()
  workerScope.addEventListener('message', ({ data }: MessageEvent<VmRequest>) => {
    void answer(cases, data).then((message) => workerScope.postMessage(message))
  })
}

async function answer(cases: Promise<readonly VmCase[]>, request: VmRequest): Promise<VmAnswer> {
  try {
    const all = await cases
    if (request.kind === 'list') {
      return { kind: 'list', cases: all.map(({ workload, variant }) => [workload, variant] as const) }
    }
    const one = all[request.index]
    if (one === undefined) throw new Error(`there is no case ${request.index}`)
    return { kind: 'run', time: await one.run() }
  } catch (cause) {
    return { kind: 'failed', reason: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) }
  }
}
