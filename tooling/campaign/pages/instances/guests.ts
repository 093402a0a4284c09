import type { JsonValue } from '@plugboard/contracts'

/** A plugin, and the model that its state must agree with. */
export interface MeasuredPackage {
  readonly packageId: string
  readonly code: string
  readonly initial: JsonValue
  /** The state after the plugin was told `args`. */
  readonly fold: (state: never, args: number) => JsonValue
  /** What the plugin draws of a state. */
  readonly draw: (state: never) => string
}

const plugin = (initial: string, next: string, draw: string): string => `definePlugin(({ ui }) => ({
  title: 'Measured', initialState: ${initial}, widgets: { main: {
    render: ({ pluginState: state }) => ui.column([ui.text(${draw}), ui.button('Tell', { onPress: 'tell' })]),
    handlers: { tell(ctx, { args }) { const state = ctx.pluginState; ctx.dispatchPluginAction('state/replace', ${next}) } },
  } } }))`

/** Three plugins that keep a number, a text and a list. */
export const PACKAGES: readonly MeasuredPackage[] = [
  {
    packageId: 'adder',
    code: plugin('{ sum: 0 }', '{ sum: state.sum + args }', "'sum ' + state.sum"),
    initial: { sum: 0 },
    fold: ({ sum }: { sum: number }, args) => ({ sum: sum + args }),
    draw: ({ sum }: { sum: number }) => `sum ${sum}`,
  },
  {
    packageId: 'writer',
    code: plugin(
      "{ text: '' }",
      '{ text: (state.text + String.fromCharCode(97 + args % 26)).slice(-24) }',
      "'text ' + state.text",
    ),
    initial: { text: '' },
    fold: ({ text }: { text: string }, args) => ({ text: (text + String.fromCharCode(97 + (args % 26))).slice(-24) }),
    draw: ({ text }: { text: string }) => `text ${text}`,
  },
  {
    packageId: 'lister',
    code: plugin(
      '{ items: [] }',
      '{ items: args % 3 === 0 ? state.items.slice(1) : [...state.items, args].slice(-12) }',
      "'items ' + state.items.join(' ')",
    ),
    initial: { items: [] },
    fold: ({ items }: { items: readonly number[] }, args) => ({
      items: args % 3 === 0 ? items.slice(1) : [...items, args].slice(-12),
    }),
    draw: ({ items }: { items: readonly number[] }) => `items ${items.join(' ')}`,
  },
]
