import { definePlugin } from '@plugboard/sdk'

type Event = { readonly kind: 'message'; readonly text: string } | { readonly kind: 'flush' }

definePlugin({
  id: 'template-service',
  title: 'Template service',
  initialState: { waiting: [] as readonly string[] },
  services: {
    digest: {
      handle(event: Event, ctx) {
        if (event.kind === 'message') {
          ctx.setState({ waiting: [...ctx.state.waiting, event.text] })
          return {}
        }
        ctx.setState({ waiting: [] })
        return { commands: ctx.state.waiting.length === 0 ? [] : [{ kind: 'send', payload: ctx.state.waiting }] }
      },
    },
  },
})
