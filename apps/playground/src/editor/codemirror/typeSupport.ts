import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { hoverTooltip, type Tooltip } from '@codemirror/view'

import type { TypeCompletion, TypeDescription } from '../types/pluginTypes.ts'
import type { TypesClient } from '../types/typesClient.ts'

/** What of TypeScript completes and describes. */
export type TypeAnswers = Pick<TypesClient, 'complete' | 'describe' | 'describeCompletion'>

/** Completion and hover by the types of the SDK. */
export function typeSupport(types: TypeAnswers): Extension {
  return [
    autocompletion({ override: [(context) => complete(types, context)], icons: false }),
    hoverTooltip(async (view, at): Promise<Tooltip | null> => {
      const found = await types.describe(view.state.doc.toString(), at)
      return found === null
        ? null
        : { pos: found.from, end: found.to, above: true, create: () => ({ dom: drawDescription(found) }) }
    }),
  ]
}

async function complete(types: TypeAnswers, context: CompletionContext): Promise<CompletionResult | null> {
  const { explicit, pos, state } = context
  // Only where something is meant: after a name's letters, a dot, a quote or an opening tag, or when asked for.
  if (!explicit && context.matchBefore(/[\w$.'"<]$/) === null) return null
  const text = state.doc.toString()
  const found = await types.complete(text, pos)
  if (found === null || context.aborted || found.options.length === 0) return null
  const options = found.options.map((option, index) =>
    toCompletion(option, index, () => types.describeCompletion(text, pos, option.name)),
  )
  return { from: found.from, options, validFor: /^[\w$-]*$/ }
}

function toCompletion(
  { insert, kind, name }: TypeCompletion,
  index: number,
  describe: () => Promise<Pick<TypeDescription, 'type' | 'text'> | null>,
): Completion {
  return {
    label: name,
    type: kind,
    // In TypeScript's order, which knows what is near.
    boost: -Math.min(index, 99),
    ...(insert === undefined ? {} : { apply: insert }),
    info: async () => {
      const found = await describe()
      return found === null ? null : drawDescription(found)
    },
  }
}

function drawDescription({ text, type }: Pick<TypeDescription, 'type' | 'text'>): HTMLElement {
  const box = document.createElement('div')
  box.className = 'type-description'
  const code = document.createElement('code')
  code.textContent = type
  box.append(code)
  if (text !== '') {
    const words = document.createElement('p')
    words.textContent = text
    box.append(words)
  }
  return box
}
