import {
  createFakeRuntime,
  describeContainment,
  describeRuntimeContract,
  type FakeRuntime,
  hostileGuests,
} from '@plugboard/contract-tests'

const SAME_REALM = 'guest code runs in the realm of the test'

describeRuntimeContract({
  name: 'FakeRuntime',
  createRuntime: ({ now }) => createFakeRuntime({ now }),
  // The suite hands back what createRuntime made.
  provokeFatal: (runtime, instanceId) => (runtime as FakeRuntime).failNext(instanceId),
  skip: {
    'isolation-globals': SAME_REALM,
    'no-ambient-power': SAME_REALM,
    'event-forged-identity': `${SAME_REALM}: overwritten primordials would be the host's own`,
    'event-source-map': 'source maps are not read',
  },
})

describeContainment({
  name: 'FakeRuntime',
  createRuntime: ({ now }) => createFakeRuntime({ now }),
  defence: 'checks',
  // The others would stop this process instead of the fake.
  guests: hostileGuests.filter(({ needs }) => needs === 'checks'),
})
