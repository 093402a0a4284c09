import type { FieldNode, FormNode, UINode, WidgetSnapshot } from '@plugboard/contracts'
import { explainFault, fieldsOf, findFault, isStopped, sentFields } from '@plugboard/contracts/rendering'
import type { TextAction, TextView } from '@plugboard/text-renderer'

import { createAmbiguousError, createMissingError } from './missing.ts'
import { isNamed, type NameMatch, writeName } from './nameMatch.ts'
import { namesOf } from './nodeNames.ts'
import { getNode, getPlace, type LookOptions, nodesIn } from './nodeQueries.ts'
import { PluginTestError } from './pluginTestError.ts'
import { visibleNodes } from './visibleNodes.ts'

export interface PersonOptions {
  readonly view: TextView
  readonly snapshot: () => WidgetSnapshot
}

/** What a person puts into a field. */
export type FieldInput = string | boolean | readonly string[]

/**
 * Somebody in front of a widget. They find things by what these are called, and get at what a person gets at: it is a text
 * view that carries out what they do, with its rules for dialogs, questions, drafts and forms.
 */
export class Person {
  readonly #view: TextView
  readonly #snapshot: () => WidgetSnapshot

  constructor({ snapshot, view }: PersonOptions) {
    this.#view = view
    this.#snapshot = snapshot
  }

  /** Presses what is called that: a button, an item, a row, a tab, an option, a title that folds. */
  press(target: NameMatch | UINode, { within }: LookOptions = {}): void {
    const isWanted =
      typeof target === 'string' || target instanceof RegExp
        ? (action: TextAction) => isNamed(namesOfAction(action), target)
        : ({ node }: TextAction) => node === target
    const match = typeof target === 'string' || target instanceof RegExp ? target : namesOf(target)[0]
    const reach = this.#actionsIn(within)
    const action = this.#one(reach.filter(isWanted), {
      what: 'thing to press',
      match,
      there: reach,
      explain: () => this.#explainDead(target, within),
    })
    this.#carryOut(action)
  }

  /** Puts a value into the field of that label, as if typed and left. */
  fill(label: NameMatch, value: FieldInput, { kinds, what, within }: FillOptions): void {
    const fields = nodesIn(this.#snapshot().tree, within).filter((node): node is FieldNode =>
      (kinds as readonly string[]).includes(node.kind),
    )
    const found = fields.filter((field) => isNamed(namesOf(field), label))
    const [field, another] = found
    if (field === undefined) {
      throw createMissingError({ what, match: label, there: fields.map(nameOf) })
    }
    if (another !== undefined) throw createAmbiguousError({ what, match: label, there: found.map(nameOf) })
    this.#refuseField(field)
    const outcome = this.#view.type(field.name, value)
    if (outcome === 'done') return
    throw outcome === 'unknown'
      ? this.#unreachable(`The field ${writeName(field.label)}`)
      : new PluginTestError('REFUSED', explainRefusal(field, value))
  }

  /** Sends a form by its button, or by the renderer's own where it has none. */
  submit(name: NameMatch | undefined, { within }: LookOptions = {}): void {
    const form = getNode(this.#snapshot().tree, { kind: 'form', match: name, within })
    const inside = new Set(visibleNodes(form.children))
    const action = this.#view
      .actions()
      .find(({ node }) => node === form || (node?.kind === 'button' && node.submit === true && inside.has(node)))
    if (action === undefined) throw this.#unreachable(`The form ${writeName(form.name)}`, form.busy === true)
    this.#carryOut(action)
  }

  /** Closes an open dialog, or takes an alert away. */
  close(name: NameMatch | undefined): void {
    const reach = this.#view.actions().filter(({ event }) => event?.type === 'close')
    const wanted = reach.filter(({ node }) => node !== null && (name === undefined || isNamed(namesOf(node), name)))
    const action = this.#one(wanted, { what: 'dialog or alert to close', match: name, there: reach })
    this.#carryOut(action)
  }

  /** Presses the header of a column: sorts by it, the other way round, or not any more. */
  sort(column: NameMatch, { within }: LookOptions = {}): void {
    const nodes = new Set(nodesIn(this.#snapshot().tree, within))
    const headers = this.#view.actions().flatMap((action) => {
      const { label, node } = action
      if (node?.kind !== 'table' || !nodes.has(node) || !label.startsWith(SORT)) return []
      return [{ ...action, label: label.slice(SORT.length) }]
    })
    const wanted = headers.filter(({ label }) => isNamed([label], column))
    this.#carryOut(this.#one(wanted, { what: 'column to sort by', match: column, there: headers }))
  }

  #actionsIn(within: LookOptions['within']): readonly TextAction[] {
    const actions = this.#view.actions()
    const { tree } = this.#snapshot()
    if (within === undefined || tree === null) return actions
    const place = getPlace(tree, within)
    const nodes = new Set(visibleNodes(place.nodes))
    return actions.filter(({ event, node }) => {
      if (node === null || nodes.has(node)) return true
      return node === place.owner && event?.type === 'press' && event.key === place.key
    })
  }

  #one(found: readonly TextAction[], lookedFor: ActionsLookedFor): TextAction {
    const { explain, match, there, what } = lookedFor
    const [action, another] = found
    if (action === undefined) {
      throw explain?.() ?? createMissingError({ what, match, there: there.map(({ label }) => label) })
    }
    if (another === undefined) return action
    throw createAmbiguousError({ what, match, there: found.map(({ label }) => label) })
  }

  #carryOut({ label, node, number }: TextAction): void {
    const outcome = this.#view.press(number)
    if (outcome === 'done') return
    throw outcome === 'invalid' ? this.#explainFaults(node) : this.#unreachable(`${writeName(label)} (${outcome})`)
  }

  /** Why something that is there cannot be pressed; undefined when there is no such thing. */
  #explainDead(target: NameMatch | UINode, within: LookOptions['within']): PluginTestError | undefined {
    const nodes = nodesIn(this.#snapshot().tree, within).filter((node) =>
      typeof target === 'string' || target instanceof RegExp
        ? node.kind === 'button' && isNamed(namesOf(node), target)
        : node === target,
    )
    const [node] = nodes
    if (node === undefined) return undefined
    const name = `The ${node.kind} ${writeName(namesOf(node)[0] ?? node.kind)}`
    if (node.kind !== 'button') return this.#unreachable(name)
    if (node.disabled === true) return new PluginTestError('UNAVAILABLE', `${name} is disabled.`)
    return this.#unreachable(name, node.busy === true)
  }

  #refuseField(field: FieldNode): void {
    const name = `The field ${writeName(field.label)}`
    if (field.kind !== 'tabs' && field.disabled === true) {
      throw new PluginTestError('UNAVAILABLE', `${name} is disabled.`)
    }
    if ('readOnly' in field && field.readOnly) {
      throw new PluginTestError('UNAVAILABLE', `${name} can only be read.`)
    }
  }

  /** Something is there, and nobody gets at it. */
  #unreachable(what: string, isBusy = false): PluginTestError {
    return new PluginTestError('UNAVAILABLE', `${what} cannot be used just now: ${this.#obstacle(isBusy)}.`)
  }

  #obstacle(isBusy: boolean): string {
    const snapshot = this.#snapshot()
    if (isStopped(snapshot)) return snapshot.enabled ? 'the plugin has stopped' : 'the plugin is paused'
    if (isBusy) return 'it is busy'
    const actions = this.#view.actions()
    const answers = actions.filter(({ node }) => node === null).map(({ label }) => writeName(label))
    if (answers.length > 0) return `a question waits for an answer, ${answers.join(' or ')}`
    const dialog = nodesIn(snapshot.tree, undefined).findLast(({ kind }) => kind === 'dialog')
    if (dialog?.kind === 'dialog') return `the dialog ${writeName(dialog.title)} is open before it`
    return 'it has no handler, or what it stands in is folded or not shown'
  }

  /** A form was not sent. */
  #explainFaults(node: UINode | null): PluginTestError {
    const forms = nodesIn(this.#snapshot().tree, undefined).filter((one): one is FormNode => one.kind === 'form')
    // The innermost one that the button stands in.
    const form =
      node?.kind === 'form'
        ? node
        : forms.findLast(({ children }) => visibleNodes(children).some((one) => one === node))
    const values = new Map(this.#view.fields().map(({ name, value }) => [name, value]))
    const faults = (form === undefined ? fieldsOf([]) : sentFields(form)).flatMap((field) => {
      const fault = findFault(field, values.get(field.name) ?? null)
      return fault === null ? [] : [`${writeName(field.label)}: ${explainFault(fault)}`]
    })
    const name = form === undefined ? 'The form' : `The form ${writeName(form.name)}`
    return new PluginTestError('INVALID_FORM', `${name} was not sent. ${faults.join(' ')}`.trim())
  }
}

export interface FillOptions extends LookOptions {
  readonly kinds: readonly FieldNode['kind'][]
  /** Of what, for messages. */
  readonly what: string
}

interface ActionsLookedFor {
  readonly what: string
  readonly match: NameMatch | undefined
  readonly there: readonly TextAction[]
  readonly explain?: () => PluginTestError | undefined
}

/** What the text view calls the header of a column. */
const SORT = 'Sort by '

function namesOfAction({ label, node }: TextAction): readonly string[] {
  // The label and the name for those who do not see it are both what a button is called.
  return node?.kind === 'button' ? [label, ...namesOf(node)] : [label]
}

function nameOf(field: FieldNode): string {
  return field.label
}

function explainRefusal(field: FieldNode, value: FieldInput): string {
  const name = `The field ${writeName(field.label)}`
  const given = JSON.stringify(value)
  if (field.kind === 'tabs') return `${name} has no tab ${given}: ${list(field.tabs.map(({ label }) => label))}.`
  if (!('options' in field)) return `${name} does not take ${given.length > 80 ? 'so long a text' : given}.`
  const options = field.options.filter(({ disabled }) => disabled !== true)
  return `${name} does not take ${given}. It has: ${list(options.map(({ label }) => label))}.`
}

function list(names: readonly string[]): string {
  return names.slice(0, 20).map(writeName).join(', ')
}
