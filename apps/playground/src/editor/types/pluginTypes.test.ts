import { describe, expect, test } from 'vitest'

import { bundleTypes } from '../../../build/bundleTypes.ts'
import { PLUGIN_TEMPLATE } from '../../projects/pluginTemplate.ts'
import { PluginTypes, type TypeProblem } from './pluginTypes.ts'

const types = new PluginTypes(await bundleTypes())

/** A plugin; `§` is where the cursor is. */
function plugin(parts: { readonly render?: string; readonly start?: string }): {
  readonly text: string
  readonly at: number
} {
  const marked = `import { Column, definePlugin, Progress, Text } from '@plugboard/sdk'

const phases = { focus: { label: 'Focus', secs: 1500 }, rest: { label: 'Rest', secs: 300 } }

definePlugin({
  id: 'p',
  title: 'P',
  initialState: { left: 1500, phase: 'focus' as 'focus' | 'rest' },
  widgets: { main: {
    render({ state, shared }) {
      const phase = phases[state.phase]
      ${parts.render ?? 'return <Text>{phase.label}</Text>'}
    },
    handlers: { start(ctx) {
      ${parts.start ?? ''}
    } },
  } },
})
`
  return { text: marked.replace('§', ''), at: marked.indexOf('§') }
}

const problemsOf = (parts: Parameters<typeof plugin>[0]): readonly TypeProblem[] => types.problems(plugin(parts).text)

function namesAt(parts: Parameters<typeof plugin>[0]): readonly string[] {
  const { at, text } = plugin(parts)
  return types.complete(text, at)?.options.map(({ name }) => name) ?? []
}

describe('problems', () => {
  test.each([
    ['the template', PLUGIN_TEMPLATE],
    ['nothing', ''],
    [
      "a plugin for the VM's own definePlugin",
      "definePlugin(({ ui }) => ({ id: 'a', title: 'A', widgets: { main: { render: () => ui.text('a') } } }))\nconsole.log(1)",
    ],
    [
      'all that a state and a domain have',
      plugin({
        render: "return <Column>{state.left}{shared['counter-summary']?.totalValue}</Column>",
        start:
          "ctx.setState({ left: ctx.state.left - 1 })\nctx.dispatchSharedAction('greeter-profile', 'set-profile', { name: 'Ada' })",
      }).text,
    ],
  ])('there are none in %s', (_what, text) => {
    expect(types.problems(text)).toEqual([])
  })

  test('a misspelt name is told at its place, with what was meant', () => {
    const { text } = plugin({ render: 'return <Progress label="Left" value={state.left} max={phase.sec} />' })
    const [problem, ...others] = types.problems(text)
    expect(others).toEqual([])
    expect(problem?.message).toMatch(/^Property 'sec' does not exist on type .* Did you mean 'secs'\?$/)
    expect(text.slice(problem?.from, problem?.to)).toBe('sec')
    const { from = 0, insert = '', to = 0 } = problem?.fix ?? {}
    expect(types.problems(text.slice(0, from) + insert + text.slice(to))).toEqual([])
  })

  test.each([
    ['an unknown state key', { start: 'ctx.setState({ lef: 1 })' }, /'lef' does not exist/],
    [
      'an unknown domain',
      { start: "ctx.dispatchSharedAction('counter-sumary', 'set-instance', { value: 1 })" },
      /counter-sumary/,
    ],
    [
      'a wrong payload',
      { start: "ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: '1' })" },
      /not assignable to type 'number'/,
    ],
    ['a wrong prop', { render: 'return <Column gap="huge" />' }, /"huge"/],
    ['what a VM does not have', { start: 'setTimeout(() => {})' }, /setTimeout/],
    ['an HTML element', { render: 'return <div />' }, /div/],
  ])('%s is one', (_what, parts, message) => {
    expect(problemsOf(parts).map((problem) => problem.message)).toContainEqual(expect.stringMatching(message))
  })

  test('a definition that lacks a part is told what it lacks, not that no overload fits', () => {
    const [problem] = types.problems("import { definePlugin } from '@plugboard/sdk'\ndefinePlugin({ id: 'a' })")
    expect(problem?.message).not.toContain('overload')
    expect(problem?.message).toContain('PluginDefinition')
  })

  test('text that breaks off is told, not thrown', () => {
    for (const text of ['definePlugin({', '`${', '<', 'import', '\0', '/*']) {
      expect(types.problems(text).length, text).toBeGreaterThan(0)
    }
  })
})

describe('completion', () => {
  test('of a context has what a handler can do', () => {
    expect(namesAt({ start: 'ctx.§' })).toEqual(
      expect.arrayContaining(['dispatchPluginAction', 'dispatchSharedAction', 'setState', 'shared', 'state']),
    )
    expect(namesAt({ start: 'ctx.disp§' })).not.toContain('setState')
  })

  test('of a shared dispatch has the domains that there are, and no others', () => {
    expect(namesAt({ start: "ctx.dispatchSharedAction('§')" }).toSorted()).toEqual([
      'counter-summary',
      'greeter-profile',
      'runtime-metrics',
      'runtime-registry',
    ])
  })

  test('of the state has its keys, with their types', () => {
    expect(namesAt({ start: 'ctx.state.§' })).toEqual(['left', 'phase'])
    const { at, text } = plugin({ start: 'ctx.state.§' })
    expect(types.describeCompletion(text, at, 'left')?.type).toContain('left: number')
    expect(types.describeCompletion(text, at, 'nothing')).toBeNull()
  })
})

describe('description', () => {
  test('of a name is its type and what is written about it', () => {
    const { at, text } = plugin({ start: 'ctx.set§State({})' })
    const found = types.describe(text, at)
    expect(text.slice(found?.from, found?.to)).toBe('setState')
    expect(found?.type).toContain('setState: (patch:')
    expect(found?.text).toContain('Merges')
  })

  test('of a blank there is none', () => {
    expect(types.describe('\n\n', 1)).toBeNull()
  })
})
