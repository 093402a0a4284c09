import type { FieldOption, NodeOf } from '@plugboard/contracts'
import { chosenValues, type FieldValue, optionSections } from '@plugboard/contracts/rendering'

import type { Line } from '../line.ts'
import { indented, numbered, type Pen, words } from '../pen.ts'
import { flow } from '../stack.ts'
import { fieldLabel, fieldNotes, fieldState } from './fieldNotes.ts'

/** Options of a `select` that have numbers. The others are chosen by their words. */
const NUMBERED_OPTIONS = 20

export function drawCheckbox(node: NodeOf<'checkbox'>, pen: Pen): readonly Line[] {
  const value = pen.paper.memory.valueOf(node)
  const mark = value === 'mixed' ? '[~]' : tick(value === true)
  return [...drawToggle(node, pen, `${mark} ${fieldLabel(node)}`), ...fieldNotes(node, pen)]
}

export function drawSwitch(node: NodeOf<'switch'>, pen: Pen): readonly Line[] {
  const isOn = pen.paper.memory.valueOf(node) === true
  return [...drawToggle(node, pen, `${fieldLabel(node)}: ${isOn ? 'on' : 'off'}`), ...fieldNotes(node, pen)]
}

export function drawRadio(node: NodeOf<'radio'>, pen: Pen): readonly Line[] {
  const chosen = chosenValues(node, pen.paper.memory.valueOf(node))
  const draw = (inside: Pen, option: FieldOption): readonly Line[] =>
    drawOption(node, { pen: inside, option, isChosen: chosen.includes(option.value), next: () => option.value })
  return [
    ...words(pen, `${fieldLabel(node)}:${fieldState(node)}`),
    ...indented(pen, (inside) => {
      const options = node.options.map((option) => draw(inside, option))
      return node.direction === 'row' ? flow(inside, options) : options.flat()
    }),
    ...fieldNotes(node, pen),
  ]
}

export function drawSelect(node: NodeOf<'select'>, pen: Pen): readonly Line[] {
  const chosen = new Set(chosenValues(node, pen.paper.memory.valueOf(node)))
  const labels = node.options.filter(({ value }) => chosen.has(value)).map(({ label }) => label)
  const shown = labels.length > 0 ? labels.join(', ') : '____'
  const hint = labels.length === 0 && node.placeholder !== undefined ? ` (${node.placeholder})` : ''
  const left = node.options.length - NUMBERED_OPTIONS
  return [
    ...words(pen, `${fieldLabel(node)}: [${shown}]${hint}${fieldState(node)}`),
    ...indented(pen, (inside) => [
      ...optionSections(node.options.slice(0, NUMBERED_OPTIONS)).flatMap(({ group, options }) => [
        ...(group === undefined ? [] : words(inside, `${group}:`, 'dim')),
        ...options.flatMap((option) => {
          const isChosen = chosen.has(option.value)
          const next = (): FieldValue => (node.multiple === true ? toggled(node, chosen, option.value) : option.value)
          return drawOption(node, { pen: inside, option, isChosen, next })
        }),
      ]),
      ...(left > 0 ? words(inside, `and ${left} more`, 'dim') : []),
    ]),
    ...fieldNotes(node, pen),
  ]
}

function drawToggle(node: NodeOf<'checkbox' | 'switch'>, pen: Pen, text: string): readonly Line[] {
  const isOn = pen.paper.memory.valueOf(node) === true
  const number = numbered(pen, {
    id: 'toggle',
    label: node.label,
    effect: node.disabled === true ? null : { does: 'set', field: node, next: () => !isOn },
  })
  return words(pen, `${number} ${text}${fieldState(node)}`)
}

interface OptionParts {
  readonly pen: Pen
  readonly option: FieldOption
  readonly isChosen: boolean
  /** What the field holds once it is pressed. */
  readonly next: () => FieldValue
}

function drawOption(node: NodeOf<'radio' | 'select'>, { pen, option, isChosen, next }: OptionParts): readonly Line[] {
  const isOff = node.disabled === true || option.disabled === true
  const number = numbered(pen, {
    id: `option:${option.value}`,
    label: option.label,
    effect: isOff ? null : { does: 'set', field: node, next },
  })
  const isMany = node.kind === 'select' && node.multiple === true
  const mark = isMany ? tick(isChosen) : `(${isChosen ? pen.paper.look.signs.chosen : ' '})`
  return words(pen, `${number} ${mark} ${option.label}`, isOff ? 'dim' : undefined)
}

/** The chosen values with one more, or one less, in the order of the options. */
function toggled(node: NodeOf<'select'>, chosen: ReadonlySet<string>, value: string): readonly string[] {
  const next = new Set(chosen)
  if (!next.delete(value)) next.add(value)
  return chosenValues(node, [...next])
}

function tick(isChosen: boolean): string {
  return isChosen ? '[x]' : '[ ]'
}
