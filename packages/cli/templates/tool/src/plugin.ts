import { definePlugin } from '@plugboard/sdk'

definePlugin({
  id: 'template-tool',
  title: 'Template tool',
  tools: {
    'count-words': {
      run({ text }: { readonly text: string }) {
        const words = text.split(/\s+/).filter((word) => word !== '')
        return { words: words.length, characters: text.length }
      },
    },
  },
})
