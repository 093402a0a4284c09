import type { JsonValue, UIEvent, UINodeByKind, UINodeKind } from '@plugboard/contracts'
import {
  Button,
  Column,
  definePlugin,
  For,
  Table,
  Text,
  ui,
  type FieldEvent,
  type HandlerContext,
  type PluginTools,
  type PressEvent,
  type RenderView,
  type UIBuilders,
} from '@plugboard/sdk'
import { describe, expectTypeOf, test } from 'vitest'

// What a host would write to type its domains, in an application of its own.
declare module '@plugboard/sdk' {
  interface Register {
    domains: {
      votes: { state: { total: number }; actions: { vote: { by: number }; reset: undefined } }
    }
  }
}

describe('builders', () => {
  test('every kind has one, and its result is a node of that kind', () => {
    expectTypeOf<keyof UIBuilders>().toEqualTypeOf<UINodeKind>()
    type Built = { readonly [K in UINodeKind]: ReturnType<UIBuilders[K]> }
    expectTypeOf<Built>().toEqualTypeOf<UINodeByKind>()
  })

  test('refuse props that the kind does not have', () => {
    ui.text('fine', { size: 'lg', tone: undefined })
    // @ts-expect-error a text has no onPress
    ui.text('fine', { onPress: 'go' })
    // @ts-expect-error no such tone
    ui.badge('fine', { tone: 'red' })
    // @ts-expect-error an input needs a label
    ui.input('name', {})
  })
})

describe('rows and blocks', () => {
  const items = [{ id: 1, label: 'one' }]

  test('of nodes, of items and of cells fit where they belong', () => {
    const card = ui.block<{ label: string }>((slot) => ui.row([ui.text(slot('label'))]))
    ui.column(ui.each(items, card, { key: 'id', memo: (item) => [item] }))
    ui.column(ui.each(items, (_item, _at, isMarked) => isMarked && 'x', { key: 'id', memo: true, marked: [1, '2'] }))
    ui.list(
      'Items',
      ui.each(items, (item) => ({ content: item.label, onPress: 'go' }), { key: 'id' }),
    )
    const row = ui.block<{ label: string }>((slot) => ({ cells: { label: slot('label') } }))
    ui.table({
      caption: 'Items',
      columns: [{ id: 'label', header: 'Label' }],
      rows: ui.each(items, row, { key: ({ id }) => id }),
    })
    // @ts-expect-error children are no rows of a table
    ui.table({ caption: 'Items', columns: [], rows: ui.each(items, card, { key: 'id' }) })
  })

  test('refuse keys, slots and values that are not there', () => {
    // @ts-expect-error an item has no such property
    ui.each(items, () => ui.divider(), { key: 'name' })
    // @ts-expect-error no key
    ui.each(items, () => ui.divider(), {})
    // @ts-expect-error marks go with rows that depend on their items
    ui.each(items, () => ui.divider(), { key: 'id', marked: [1] })
    // @ts-expect-error a key is text or a number
    ui.each(items, () => ui.divider(), { key: 'id', memo: true, marked: [null] })
    // @ts-expect-error a row that depends on its item alone cannot be called by its place
    ui.each(items, () => ui.divider(), { key: (_item, index: number) => index, memo: true })
    // @ts-expect-error no such slot
    const card = ui.block<{ label: string }>((slot) => ui.text(slot('title')))
    // @ts-expect-error no such value
    ui.block<{ label: string }>((slot) => ui.text(slot('label')))({ label: 1 })
    expectTypeOf(card).toBeFunction()
  })
})

describe('components', () => {
  test('check their props and children', () => {
    void (
      <Column gap="sm">
        {[1, 2].map((digit) => (
          <Button key={digit} onPress="add" args={{ digit }}>
            {digit}
          </Button>
        ))}
        {null}
        <>
          text <Text>more text</Text>
        </>
      </Column>
    )
    // @ts-expect-error no such gap
    void (<Column gap="huge" />)
    // @ts-expect-error a text holds text only
    Text({ children: ui.divider() })
    // @ts-expect-error args are JSON
    Button({ onPress: 'add', args: { by: () => 1 } })
    // @ts-expect-error there are no HTML elements
    void (<div />)
    // @ts-expect-error a handler is named, not given
    void (<Button onPress={() => undefined}>+1</Button>)
    // @ts-expect-error a table needs a caption
    void (<Table columns={[]} rows={[]} />)
  })

  test("an author's own components are functions that return nodes", () => {
    const Card = ({ title }: { title: string }) => <Text>{title}</Text>
    void (<Card title="fine" key="card" />)
    // @ts-expect-error title is missing
    void (<Card />)
  })
})

describe('lists', () => {
  interface Task {
    readonly id: string
    readonly title: string
  }
  const tasks: readonly Task[] = []

  test('know their items', () => {
    void (
      <Column>
        <For each={tasks} by="id" marked={['a', 1]}>
          {(task, index, isMarked) => {
            expectTypeOf(task).toEqualTypeOf<Task>()
            expectTypeOf(index).toEqualTypeOf<number>()
            expectTypeOf(isMarked).toEqualTypeOf<boolean>()
            return isMarked && <Text>{task.title}</Text>
          }}
        </For>
        <For each={tasks} by={({ id }) => id} uses={[1]}>
          {({ title }) => title}
        </For>
      </Column>
    )
  })

  test('refuse keys that are not there, no key, and marks beside other values', () => {
    const children = (): string => 'x'
    // @ts-expect-error an item has no such property
    For({ each: tasks, by: 'name', children })
    // @ts-expect-error no key
    For({ each: tasks, children })
    // @ts-expect-error marks are for rows that depend on their items alone
    For({ each: tasks, by: 'id', marked: [1], uses: [1], children })
    // @ts-expect-error a row is one node, text, or nothing
    For({ each: tasks, by: 'id', children: () => ['x', 'y'] })
    // @ts-expect-error rows are drawn by a function
    For({ each: tasks, by: 'id', children: 'x' })
  })
})

describe('tools, hooks and services', () => {
  interface Note {
    readonly text: string
  }

  test('have inputs that their author types, and what a handler has', () => {
    definePlugin({
      id: 'notes',
      title: 'Notes',
      initialState: { notes: [] as readonly Note[] },
      tools: {
        add: {
          run(input: Note, ctx) {
            expectTypeOf(ctx.state).toEqualTypeOf<{ notes: readonly Note[] }>()
            ctx.setState({ notes: [...ctx.state.notes, input] })
            ctx.dispatchSharedAction('votes', 'vote', { by: 1 })
            // @ts-expect-error no such part of the state
            ctx.setState({ note: input })
            // @ts-expect-error no such action
            ctx.dispatchSharedAction('votes', 'vot', { by: 1 })
            // An interface is as good as any type.
            return { first: ctx.state.notes[0] ?? null, all: ctx.state.notes }
          },
        },
        later: { run: async ({ by }: { by: number }) => by + 1 },
        nothing: { run: () => {} },
      },
      hooks: {
        'before-send': (payload: Note) =>
          payload.text === '' ? { kind: 'reject', reason: 'Nothing.' } : { kind: 'replace', payload },
        'after-send': async () => ({ kind: 'proceed' }),
      },
      services: {
        inbox: { handle: (event: Note) => ({ commands: [{ kind: 'answer', payload: event }] }) },
        quiet: { handle() {} },
      },
    })
  })

  test('answer data, and hooks a decision', () => {
    // @ts-expect-error a function is no data
    definePlugin({ id: 'g', title: 'G', tools: { go: { run: () => () => 1 } } })
    // @ts-expect-error a BigInt is no data
    definePlugin({ id: 'g', title: 'G', tools: { go: { run: () => 1n } } })
    // @ts-expect-error a tool has a run
    definePlugin({ id: 'g', title: 'G', tools: { go: () => 1 } })
    // @ts-expect-error a hook always answers
    definePlugin({ id: 'g', title: 'G', hooks: { before: () => {} } })
    // @ts-expect-error no such decision
    definePlugin({ id: 'g', title: 'G', hooks: { before: () => ({ kind: 'allow' }) } })
    // @ts-expect-error a rejection has a reason
    definePlugin({ id: 'g', title: 'G', hooks: { before: () => ({ kind: 'reject' }) } })
    // @ts-expect-error a command has a kind
    definePlugin({ id: 'g', title: 'G', services: { inbox: { handle: () => ({ commands: [{ payload: 1 }] }) } } })
    // @ts-expect-error what is not typed is any data, and has to be looked at
    definePlugin({ id: 'g', title: 'G', tools: { go: { run: (input) => input.text } } })
  })
})

describe('definePlugin', () => {
  test('infers the state from initialState, in the object form', () => {
    definePlugin({
      id: 'guest',
      title: 'Guest',
      initialState: { value: 0 },
      widgets: {
        main: {
          render(view) {
            expectTypeOf(view).toEqualTypeOf<RenderView<{ value: number }>>()
            return <Text>{view.state.value}</Text>
          },
          handlers: {
            add(ctx, event) {
              expectTypeOf(ctx.state).toEqualTypeOf<{ value: number }>()
              expectTypeOf(event).toEqualTypeOf<UIEvent>()
              ctx.setState({ value: 1 })
              // @ts-expect-error no such part of the state
              ctx.setState({ valu: 1 })
              // @ts-expect-error the part is of another type
              ctx.setState({ value: '1' })
            },
          },
        },
      },
    })
  })

  test('infers the state in the factory form too, once the tools have a type', () => {
    definePlugin(({ ui: builders }: PluginTools) => ({
      id: 'guest',
      title: 'Guest',
      initialState: { value: 0 },
      widgets: {
        main: {
          render(view) {
            expectTypeOf(view.state).toEqualTypeOf<{ value: number }>()
            return builders.text(view.state.value)
          },
        },
      },
    }))
  })

  test('takes the type of the state as an argument', () => {
    definePlugin<{ value: number }>(({ ui: builders }) => ({
      id: 'guest',
      title: 'Guest',
      initialState: { value: 0 },
      widgets: { main: { render: ({ state }) => builders.text(state.value) } },
    }))
  })

  test('has JSON state where none is declared', () => {
    definePlugin({
      id: 'guest',
      title: 'Guest',
      widgets: {
        main: {
          render(view) {
            expectTypeOf(view.state).toEqualTypeOf<JsonValue>()
            return ui.text('fine')
          },
        },
      },
    })
  })

  test('lets a handler say what its own nodes send', () => {
    definePlugin({
      id: 'guest',
      title: 'Guest',
      widgets: {
        main: {
          render: () => ui.text('fine'),
          handlers: {
            add: (_ctx, event: PressEvent<{ by: number }>) => void event.args.by.toFixed(),
            rename: (_ctx, event: FieldEvent) => void event.value.trim(),
          },
        },
      },
    })
  })

  test('checks typed actions and their payloads', () => {
    interface Actions {
      readonly add: { readonly by: number }
      readonly reset: undefined
    }
    const check = (ctx: HandlerContext<{ value: number }, Actions>): void => {
      ctx.dispatchPluginAction('add', { by: 1 })
      ctx.dispatchPluginAction('reset')
      // @ts-expect-error no such action
      ctx.dispatchPluginAction('ad', { by: 1 })
      // @ts-expect-error the payload is missing
      ctx.dispatchPluginAction('add')
      // @ts-expect-error the payload is of another type
      ctx.dispatchPluginAction('add', { by: '1' })
    }
    void check
  })
})

describe('registered domains', () => {
  test('type what is read and what is written', () => {
    const check = (ctx: HandlerContext): void => {
      expectTypeOf(ctx.shared.votes).toEqualTypeOf<{ total: number } | undefined>()
      ctx.dispatchSharedAction('votes', 'vote', { by: 1 })
      ctx.dispatchSharedAction('votes', 'reset')
      ctx.can('writeShared', 'votes')
      ctx.can('systemCommand', 'restart-plugin')
      // @ts-expect-error no such domain
      ctx.dispatchSharedAction('vots', 'vote', { by: 1 })
      // @ts-expect-error no such action
      ctx.dispatchSharedAction('votes', 'vot', { by: 1 })
      // @ts-expect-error the payload is of another type
      ctx.dispatchSharedAction('votes', 'vote', { by: '1' })
      // @ts-expect-error no such domain
      ctx.can('readShared', 'vots')
      // @ts-expect-error what the projection does not hold is not there
      void ctx.shared.votes?.byInstance
      // @ts-expect-error a domain that is not granted is not there
      void ctx.shared.votes.total
      // @ts-expect-error it was replaced by dispatchSharedAction
      ctx.dispatchGlobalAction('vote')
    }
    void check
  })

  test('a view has nothing to dispatch with', () => {
    expectTypeOf<RenderView>().not.toHaveProperty('dispatchPluginAction')
    expectTypeOf<RenderView>().not.toHaveProperty('setState')
  })
})
