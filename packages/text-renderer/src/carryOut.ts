import type { FormNode, UIEvent, UIEventRef, WidgetLease } from '@plugboard/contracts'
import { sentFields } from '@plugboard/contracts/rendering'

import { drawnNodesOf } from './drawnNodes.ts'
import { type ButtonPress, type Effect, pressEvent, submitEvent, withArgs } from './textAction.ts'
import type { TextOutcome } from './textView.ts'
import type { ViewMemory } from './viewMemory.ts'

/** Who hears of what a person does, and who remembers it. */
export interface Hearing {
  readonly lease: WidgetLease
  readonly memory: ViewMemory
}

/** Does what pressing an action does. */
export function carryOut(effect: Effect, hearing: Hearing): TextOutcome {
  const { memory } = hearing
  switch (effect.does) {
    case 'send':
      return send(hearing, effect.ref, effect.event)
    case 'press': {
      if (effect.button.confirm === undefined) return press(hearing, effect)
      memory.ask(effect.id, effect.button)
      return 'done'
    }
    case 'confirm':
      memory.ask(null)
      return press(hearing, effect)
    case 'cancel':
      memory.ask(null)
      return 'done'
    case 'submit':
      return submit(hearing, effect.form)
    case 'set': {
      const { field } = effect
      const value = effect.next()
      const rev = memory.drafts.set(field, value)
      memory.forgive(field)
      send(hearing, field.onChange, { type: 'change', name: field.name, value, rev })
      if ('onCommit' in field) send(hearing, field.onCommit, { type: 'commit', name: field.name, value, rev })
      return 'done'
    }
    case 'fold':
      memory.opened.choose(effect.path, effect.open, effect.next)
      return 'done'
    case 'sort':
      memory.sorts.choose(effect.path, effect.table.sort, effect.next)
      return effect.next === null ? 'done' : send(hearing, effect.table.onSort, { type: 'sort', ...effect.next })
    case 'select': {
      const keys = effect.next()
      memory.selections.choose(effect.path, effect.table.selected, keys)
      return send(hearing, effect.table.onSelect, { type: 'select', keys })
    }
  }
}

function send({ lease }: Hearing, ref: UIEventRef | undefined, event: UIEvent): TextOutcome {
  if (ref !== undefined) lease.emit(ref.handler, withArgs(ref, event))
  return 'done'
}

/** A button's own press goes before the form that it sends. */
function press(hearing: Hearing, { button, form }: ButtonPress): TextOutcome {
  send(hearing, button.onPress, pressEvent(button))
  return form === null ? 'done' : submit(hearing, form)
}

/** Sends a form whose fields hold what they need to; otherwise says what they need. */
function submit(hearing: Hearing, form: FormNode): TextOutcome {
  const { memory } = hearing
  const wrong = sentFields(form, drawnNodesOf).filter((field) => !memory.check(field))
  if (wrong.length > 0) return 'invalid'
  return send(hearing, form.onSubmit, submitEvent(form, memory))
}
