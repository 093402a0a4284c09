import { describeRendererContract, type MountedWidget, type MountWidget } from '@plugboard/contract-tests'
import { createTextView } from '@plugboard/text-renderer'

/** What a person makes out in the text, by role: the words that are its name are in the first group. */
const ROLES: Readonly<Record<string, RegExp>> = {
  alert: /^(?:[i✓!✗]) (.*)$/gmu,
  button: /\[(?:\d+|-)\] (?![([])(.*?)(?:$|  )/gmu,
  heading: /^#{1,3} (.*)$/gmu,
  list: /^(.*) \(\d+\)$/gmu,
  listitem: /^• (.*)$/gmu,
  progressbar: /^(.*) \[[█░]+\] \d+ %$/gmu,
  separator: /^()─+$/gmu,
  table: /^(.*)\n[^\n]*\n─+$/gmu,
  textbox: /^(.*): \[.*\]/gmu,
}

const mountText: MountWidget = (source, { instanceId, widgetId }): MountedWidget => {
  const view = createTextView({ source, instanceId, widgetId })
  const nameOf = (label: string): string => view.fields().find((field) => field.label === label)?.name ?? ''
  const pressAny = (...names: readonly string[]): void => {
    const action = view.actions().find(({ label }) => names.includes(label))
    if (action !== undefined) view.press(action.number)
  }
  return {
    text: () => view.text(),
    count(role, name) {
      const found = [...view.text().matchAll(ROLES[role] ?? /^$/gu)]
      return found.filter((match) => name === undefined || match[1] === name).length
    },
    press: pressAny,
    choose: (_label, option) => pressAny(option),
    toggle: (label) => pressAny(label),
    sort: (header) => pressAny(`Sort by ${header}`),
    select: (row) => pressAny(`Select ${row}`, `Unselect ${row}`),
    change: (label, value) => void view.type(nameOf(label), value),
    // A line that was typed was left: nothing waits.
    leave: () => undefined,
    value(label) {
      const value = view.fields().find((field) => field.label === label)?.value
      return typeof value === 'string' ? value : JSON.stringify(value ?? null)
    },
    unmount: () => view.close(),
  }
}

describeRendererContract({ name: 'the text renderer', mount: mountText })
