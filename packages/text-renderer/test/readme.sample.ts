import type { InstanceId, WidgetSource } from '@plugboard/contracts'
import { createTextView } from '@plugboard/text-renderer'

/** Shows a widget on a terminal and takes lines from it: `3` presses what has that number, `city=Oslo` fills a field in. */
export function openWidget(
  host: WidgetSource,
  instanceId: InstanceId,
  write: (text: string) => void,
): { readonly enter: (line: string) => void; readonly close: () => void } {
  const view = createTextView({ source: host, instanceId, widgetId: 'main', width: 60 })
  const draw = (): void => write(view.text())
  view.subscribe(draw)
  draw()
  return {
    enter(line) {
      const [name = '', value] = line.split('=')
      const outcome = value === undefined ? view.press(Number(name)) : view.type(name, value)
      if (outcome !== 'done') write(`Nothing came of that: ${outcome}`)
    },
    close: () => view.close(),
  }
}
