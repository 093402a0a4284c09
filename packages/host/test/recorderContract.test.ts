import { describeRuntimeContract } from '@plugboard/contract-tests'
import { createRecorder } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const limits = { fuel: { load: 60, render: 40, event: 40 } }

// What stands between a host and its runtime is a runtime itself, whether it writes down what crosses or not.
describeRuntimeContract({
  name: 'a recorder that does not record',
  createRuntime: ({ now }) => createRecorder({ runtime: createQuickJSRuntime({ now, placement: 'inline' }) }).runtime,
  limits,
})

describeRuntimeContract({
  name: 'a recorder that records',
  createRuntime: ({ now }) => {
    const recorder = createRecorder({ runtime: createQuickJSRuntime({ now, placement: 'inline' }) })
    recorder.start()
    return recorder.runtime
  },
  limits,
})
