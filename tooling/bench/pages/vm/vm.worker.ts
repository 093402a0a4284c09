import { createInProcessPlugin } from '../naive/inProcessPlugin.ts'
import { createPeerCases } from './peerCases.ts'
import { createPlugboardCases } from './plugboardCases.ts'
import { createQuickJSCases } from './quickjsCases.ts'
import { createRecordedCases } from './recordedCases.ts'
import { serveCases } from './serveCases.ts'

serveCases(async () => [
  ...(await createPlugboardCases()),
  ...(await createRecordedCases()),
  ...(await createQuickJSCases()),
  ...createPeerCases({ variant: 'in-process', createPlugin: createInProcessPlugin, runs: 500 }),
])
