import { createFakeRuntime, describePresetContract } from '@plugboard/contract-tests'

import { counter } from '../../src/index.ts'

// Run by contractGate.test.ts only: the counter writes a domain that its manifest no longer asks for.
describePresetContract({
  preset: { ...counter, manifest: { ...counter.manifest, capabilities: { readShared: ['counter-summary'] } } },
  createRuntime: () => createFakeRuntime(),
})
