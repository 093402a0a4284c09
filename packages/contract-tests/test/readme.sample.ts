import { createFakeRuntime, describeRuntimeContract, type FakeRuntime } from '@plugboard/contract-tests'

// In a test file of your runtime. Each test gets a runtime of its own, and the suite disposes it.
describeRuntimeContract({
  name: 'FakeRuntime',
  createRuntime: ({ now }) => createFakeRuntime({ now }),
  // A runtime without a VM cannot be made to lose one by a loop: it says how else.
  provokeFatal: (runtime, instanceId) => (runtime as FakeRuntime).failNext(instanceId),
  // What it does not do is skipped by name, with the reason that the report shows.
  skip: {
    'isolation-globals': 'guest code runs in the realm of the test',
    'no-ambient-power': 'guest code runs in the realm of the test',
    'event-forged-identity': "overwritten primordials would be the host's own",
    'invoke-output-forged': "overwritten primordials would be the host's own",
    'event-source-map': 'source maps are not read',
  },
})
