import {
  Button,
  Column,
  definePlugin,
  type FieldEvent,
  Input,
  List,
  type PressEvent,
  Row,
  Stat,
  Text,
} from '@plugboard/sdk'

import type { OpenTasks } from './hostDomains.ts'
import type { Task } from './task.ts'

definePlugin({
  id: 'tasks',
  title: 'Tasks',
  initialState: { draft: '', tasks: [] as readonly Task[] },
  widgets: {
    main: {
      // `state` has the type of `initialState`. `shared` has what the host let this plugin read, and perhaps nothing.
      render({ state: { draft, tasks }, shared, can }) {
        const everybody = shared['open-tasks']
        return (
          <Column gap="md">
            <Row justify="between">
              <Stat label="Open" value={ownPart(tasks).open} />
              {everybody !== undefined && <Stat label="Open for everybody" value={everybody.total} />}
            </Row>
            <List
              label="Tasks"
              empty="Nothing to do."
              items={tasks.map(({ doneAt, title }) => ({
                key: title,
                onPress: 'toggle',
                content: <Text>{doneAt === null ? title : `${title}, done at ${doneAt}`}</Text>,
              }))}
            />
            <Row align="end">
              <Input name="draft" label="Task" value={draft} maxLength={80} notify="input" onChange="type" />
              <Button variant="primary" disabled={draft.trim() === ''} onPress="add">
                Add
              </Button>
            </Row>
            {!can('writeShared', 'open-tasks') && <Text size="sm">Your tasks are counted for you alone.</Text>}
          </Column>
        )
      },
      handlers: {
        type(ctx, event: FieldEvent) {
          ctx.setState({ draft: event.value })
        },
        add(ctx) {
          const { draft, tasks } = ctx.state
          const title = draft.trim()
          const isThere = tasks.some((task) => task.title === title)
          const next = isThere ? tasks : [...tasks, { title, doneAt: null }]
          ctx.setState({ draft: '', tasks: next })
          // Sent without asking first: what is refused shows up in the host's trace, where a person can grant it.
          ctx.dispatchSharedAction('open-tasks', 'set-own', ownPart(next))
        },
        toggle(ctx, event: PressEvent) {
          const now = new Date().toISOString().slice(11, 16)
          const tasks = ctx.state.tasks.map((task) =>
            task.title === event.key ? { ...task, doneAt: task.doneAt === null ? now : null } : task,
          )
          ctx.setState({ tasks })
          ctx.dispatchSharedAction('open-tasks', 'set-own', ownPart(tasks))
        },
      },
    },
  },
})

/** What everybody is told of these tasks. */
function ownPart(tasks: readonly Task[]): OpenTasks['actions']['set-own'] {
  return { open: tasks.filter(({ doneAt }) => doneAt === null).length }
}
