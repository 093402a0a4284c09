import { createBrowserWorker } from '../src/client/browserWorkers.ts'
import { createBrowserEngine } from '../src/engine/browserEngine.ts'
import { describeKillFamily } from './killFamily.ts'

const compiled = createBrowserEngine().compile()

describeKillFamily({
  name: 'Browser workers',
  engine: { compile: () => compiled },
  createWorker: createBrowserWorker,
})
