import { definePlugin } from '@plugboard/sdk'

interface Mail {
  readonly from: string
  readonly text: string
}

definePlugin({
  id: 'notes',
  title: 'Notes',
  initialState: { notes: [] as readonly string[] },
  tools: {
    'add-note': {
      run({ text }: { text: string }, ctx) {
        const notes = [...ctx.state.notes, text]
        ctx.setState({ notes })
        return { count: notes.length }
      },
    },
  },
  hooks: {
    'before-send': (mail: Mail) =>
      mail.text.trim() === '' ? { kind: 'reject', reason: 'There is nothing to send.' } : { kind: 'proceed' },
  },
  services: {
    inbox: {
      handle(mail: Mail, ctx) {
        ctx.setState({ notes: [...ctx.state.notes, mail.text] })
        return { commands: [{ kind: 'answer', payload: { to: mail.from } }] }
      },
    },
  },
})
