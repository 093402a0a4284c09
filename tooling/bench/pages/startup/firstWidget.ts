import { CounterPictures, outlineCounter } from '../fanout/counterPicture.ts'
import { whenCommitted } from '../shared/commits.ts'

declare global {
  /** When the first widget was on the page, in milliseconds after the navigation began. */
  var firstWidget: Promise<number>
}

/**
 * The element to draw one counter in, in a section. Its first commit is waited for.
 *
 * @throws when what stands there then is not the counter.
 */
export function prepareFirstWidget(): HTMLElement {
  const root = document.body.appendChild(document.createElement('main'))
  const pictures = new CounterPictures(root)
  globalThis.firstWidget = whenCommitted(root, 'the first widget', () => pictures.totalAt(0) === '0').then((time) => {
    const shown = pictures.outlineAt(0)
    if (shown !== outlineCounter({ value: 0, sum: 0 })) throw new Error(`the first widget is ${shown}`)
    return time
  })
  return root
}
