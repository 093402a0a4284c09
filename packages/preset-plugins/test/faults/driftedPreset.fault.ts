import { createFakeRuntime, describePresetContract } from '@plugboard/contract-tests'

import { greeter } from '../../src/index.ts'

// Run by contractGate.test.ts only: the greeter with another label on its button, against the contract on record.
describePresetContract({
  preset: { ...greeter, code: greeter.code.replace('Share greeting', 'Publish greeting') },
  createRuntime: () => createFakeRuntime(),
  snapshotFile: '../../contract/greeter.txt',
})
