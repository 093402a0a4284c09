import { definePlugin, ui, type PressEvent } from '@plugboard/sdk'

// Work that ends, and work that has to be ended.
definePlugin({
  id: 'trouble',
  title: 'Trouble',
  initialState: { value: 0 },
  widgets: {
    main: {
      render: ({ state }) => ui.text(`Still here: ${state.value}`),
      handlers: {
        spin(_ctx, { args }: PressEvent<{ readonly turns: number }>) {
          let sum = 0
          for (let turn = 0; turn < args.turns; turn += 1) sum = (sum + turn * 7) % 1_000_003
          if (sum < 0) throw new Error('the sum of a loop went wrong')
        },
        loop() {
          for (;;);
        },
        recurse() {
          const dive = (depth: number): number => 1 + dive(depth + 1)
          dive(0)
        },
        hoard() {
          const kept: unknown[] = []
          for (;;) kept.push(new Uint8Array(1_000_000))
        },
      },
    },
  },
})
