import { Button, definePlugin, Input, List, Table, ui } from '@plugboard/sdk'

// What the author of one plugin writes, so a program of its own: a registration counts for all of a program.
declare module '@plugboard/sdk' {
  interface Register {
    handlers: 'add' | 'rename'
  }
}

/** Names of handlers are those that were registered, wherever a node or a widget mentions one. */
export function checkNames(): void {
  const items = [{ id: 1 }]
  ui.button('fine', { onPress: { handler: 'add', args: 1 } })
  void (<Button onPress="add">+1</Button>)
  void (<List label="L" items={ui.each(items, () => ({ content: 'x', onPress: 'add' }), { key: 'id' })} />)
  void (<Table caption="T" columns={[]} rows={ui.each(items, () => ({ cells: {}, onPress: 'add' }), { key: 'id' })} />)
  definePlugin({ id: 'g', title: 'G', widgets: { main: { render: () => null, handlers: { add: () => {} } } } })
  // @ts-expect-error no such handler
  void (<Button onPress="ad">+1</Button>)
  // @ts-expect-error no such handler
  void (<Input name="name" label="Name" onChange="renamed" />)
  // @ts-expect-error no such handler
  ui.button('fine', { onPress: { handler: 'ad', args: 1 } })
  // @ts-expect-error no such handler
  ui.each(items, () => ({ content: 'x', onPress: 'ad' }), { key: 'id' })
  // @ts-expect-error no such handler
  definePlugin({ id: 'g', title: 'G', widgets: { main: { render: () => null, handlers: { ad: () => {} } } } })
}
