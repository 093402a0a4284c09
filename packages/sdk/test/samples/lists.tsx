import { Badge, Button, Column, definePlugin, For, Row, Text, type PressEvent } from '@plugboard/sdk'

interface Task {
  readonly id: string
  readonly title: string
  readonly done: boolean
  readonly tags: readonly { readonly name: string }[]
}

interface State {
  readonly tasks: readonly Task[]
  readonly selected: string | null
  readonly unit: string
}

const initialState: State = { tasks: [], selected: null, unit: '' }

const draw = (task: Task, isMarked: boolean) => (
  <Row>
    <Text weight={isMarked ? 'bold' : undefined}>{task.title}</Text>
    <Button onPress="pick" args={task.id}>
      Pick
    </Button>
  </Row>
)

definePlugin({
  id: 'lists',
  title: 'Lists',
  initialState,
  widgets: {
    // The same tree, written with the component and with `map`.
    rows: {
      render: ({ state }) => (
        <Column>
          <Text>Tasks</Text>
          <For each={state.tasks} by="id" marked={state.selected === null ? [] : [state.selected]}>
            {(task, _index, isMarked) => draw(task, isMarked)}
          </For>
        </Column>
      ),
      handlers: { pick: (ctx, event: PressEvent<string>) => ctx.setState({ selected: event.args }) },
    },
    mapped: {
      render: ({ state }) => (
        <Column>
          <Text>Tasks</Text>
          {state.tasks.map((task) => ({ ...draw(task, task.id === state.selected), key: task.id }))}
        </Column>
      ),
      handlers: { pick: () => {} },
    },
    // Rows that read more than their item, and lists in rows.
    used: {
      render: ({ state }) => (
        <For each={state.tasks} by={({ id }) => id} uses={[state.unit]}>
          {(task) => (
            <Row>
              {task.title} {state.unit}
              <For each={task.tags} by="name">
                {(tag) => <Badge>{tag.name}</Badge>}
              </For>
            </Row>
          )}
        </For>
      ),
    },
    // Two lists of which one is drawn, in the same place.
    either: {
      render: ({ state }) => (
        <Column>
          {state.unit === '' ? (
            <For each={state.tasks} by="id">
              {(task) => <Text>{task.title}</Text>}
            </For>
          ) : (
            <For each={state.tasks} by="id">
              {(task) => <Badge>{task.title}</Badge>}
            </For>
          )}
        </Column>
      ),
    },
  },
})
