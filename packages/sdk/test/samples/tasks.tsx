import { Button, Column, definePlugin, For, Row, Text, type PressEvent } from '@plugboard/sdk'

interface Task {
  readonly id: string
  readonly title: string
}

interface State {
  readonly tasks: readonly Task[]
  readonly selected: string
}

const initialState: State = { tasks: [{ id: 'a', title: 'Water the plants' }], selected: 'a' }

definePlugin({
  id: 'tasks',
  title: 'Tasks',
  initialState,
  widgets: {
    main: {
      render: ({ state }) => (
        <Column>
          <For each={state.tasks} by="id" marked={[state.selected]}>
            {(task, _index, isMarked) => (
              <Row>
                <Text weight={isMarked ? 'bold' : 'regular'}>{task.title}</Text>
                <Button onPress="select" args={task.id}>
                  Select
                </Button>
              </Row>
            )}
          </For>
        </Column>
      ),
      handlers: {
        select: (ctx, event: PressEvent<string>) => ctx.setState({ selected: event.args }),
      },
    },
  },
})
