import { definePlugin } from '@plugboard/sdk'

// Compiled with the language alone, as plugins are: what there is of a console comes with the SDK.
definePlugin({
  id: 'logger',
  title: 'Logger',
  tools: {
    log: {
      run(input) {
        console.log('input', input)
        console.error(new Error('on purpose'))
        // @ts-expect-error a VM has no tables
        console.table([input])
        // @ts-expect-error a VM has no timers
        setTimeout(() => {}, 1)
      },
    },
  },
})
