import { ADD, FIELDS, SHARE, type CounterState, type CounterTotal } from '../../plugins/counter/counter.ts'
import { outlineOf } from '../shared/outline.ts'

/** What one counter has to show. */
export type ShownCounter = CounterState & CounterTotal

/** All counters of one variant, as they stand on the page: each in a section of its own. */
export class CounterPictures {
  readonly #sections: HTMLCollectionOf<HTMLElement>

  constructor(root: Element) {
    this.#sections = root.getElementsByTagName('section')
  }

  get count(): number {
    return this.#sections.length
  }

  valueAt(index: number): string {
    return this.#sections[index]?.getElementsByClassName('pui-badge')[0]?.textContent ?? ''
  }

  /** The sum that it shows: the second text of the second line. */
  totalAt(index: number): string {
    return this.#sections[index]?.getElementsByClassName('pui-text')[2]?.textContent ?? ''
  }

  buttonAt(index: number, label: string): HTMLElement {
    for (const button of this.#sections[index]?.getElementsByTagName('button') ?? []) {
      if (button.textContent === label) return button
    }
    throw new Error(`counter ${index} has no button "${label}"`)
  }

  outlineAt(index: number): string {
    const panel = this.#sections[index]?.getElementsByClassName('pui-panel')[0]
    return panel === undefined ? 'nothing' : outlineOf(panel)
  }
}

/** What {@link CounterPictures.outlineAt} is for a state. */
export function outlineCounter({ value, sum }: ShownCounter): string {
  const fields = FIELDS.map((field) => `div(p=Field ${field} span=${field * 3} p=Static ${field})`).join(' ')
  return `div(p=Counter div(p=Value span=${value}) div(p=Total p=${sum}) div(${fields}) div(button=${ADD} button=${SHARE}))`
}
