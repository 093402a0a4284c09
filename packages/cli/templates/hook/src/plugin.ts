import { definePlugin } from '@plugboard/sdk'

interface Message {
  readonly text: string
}

definePlugin({
  id: 'template-hook',
  title: 'Template hook',
  hooks: {
    'message-send'({ text }: Message) {
      const trimmed = text.trim()
      if (trimmed !== '' && trimmed === trimmed.toUpperCase() && trimmed !== trimmed.toLowerCase()) {
        return { kind: 'reject', reason: 'Please do not shout.' }
      }
      return trimmed === text ? { kind: 'proceed' } : { kind: 'replace', payload: { text: trimmed } }
    },
  },
})
