import { blocksSource } from './blocks.ts'
import { buildersSource } from './builders.ts'
import { callsSource } from './calls.ts'
import { chanceSource } from './chance.ts'
import { consoleSource } from './console.ts'
import { definitionSource } from './definition.ts'
import { errorsSource } from './errors.ts'
import { listsSource } from './lists.ts'
import { primordialsSource } from './primordials.ts'
import { rowsSource } from './rows.ts'
import { viewsSource } from './views.ts'

/**
 * The program that runs in every VM before the plugin. An ordinary string module, because bundlers' raw imports break
 * the development servers of those who install this package.
 *
 * Its value is a function `(configText, writeLog) => entry`; `entry(operation, text, value)` is the only thing that the
 * host ever calls, and always answers JSON text. Nothing of it is reachable from plugin code.
 */
export const bootstrapSource: string = `(function plugboard(configText, writeLog) {
  'use strict'
${primordialsSource}
  const config = parse(configText)
  const hide = (target, name, value) => defineProperty(target, name, { value, writable: true, configurable: true })
${errorsSource}
${chanceSource}
${buildersSource}
${consoleSource}
${definitionSource}
${viewsSource}
${rowsSource}
${listsSource}
${blocksSource}
${callsSource}
  const run = (operation, text) => {
    switch (operation) {
      case 'seed':
        return reseed(parse(text))
      case 'effects':
        return '{"count":' + effects + '}'
      case 'load':
        return load()
      case 'render':
        return render(parse(text))
      case 'event':
        return startEvent(parse(text))
      case 'invoke':
        return startInvoke(parse(text))
      case 'finish':
        return finishCall()
    }
  }

  return (operation, text, value) => {
    try {
      if (operation === 'describe') return '{"thrown":' + describe(value) + '}'
      return run(operation, text)
    } catch (thrown) {
      return '{"thrown":' + describe(thrown) + '}'
    }
  }
})
`
