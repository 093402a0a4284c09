import { LOG_LINE_LENGTH, UI_BUILDERS } from '@plugboard/contracts'

import type { ApiAdapter } from '../apiAdapter.ts'
import { GUEST_FILE } from '../sourcePositions.ts'
import { bootstrapSource } from './bootstrap.ts'

/** Version 1 of the plugin API. */
export const apiV1: ApiAdapter = {
  version: 1,
  bootstrap: bootstrapSource,
  selectLimits({ bytesOut, intentsPerEvent }) {
    return { bytesOut, intentsPerEvent }
  },
  configure(limits) {
    return JSON.stringify({
      file: GUEST_FILE,
      builders: UI_BUILDERS,
      logLength: LOG_LINE_LENGTH,
      ...apiV1.selectLimits(limits),
    })
  },
  encodeCall(call, rows) {
    switch (call.kind) {
      case 'render':
        return JSON.stringify({ widgetId: call.widgetId, rows })
      case 'event':
        return JSON.stringify({ widgetId: call.widgetId, handler: call.handler, event: call.event })
      case 'invoke':
        return JSON.stringify({ surface: call.surface, name: call.name, input: call.input })
    }
  },
  encodeView(callText, [serial, base, text]) {
    // A view that is the same is one that nothing in it changed.
    return `${callText.slice(0, -1)},"serial":${serial},"base":${base},"view":${text === '' ? '[1]' : text}}`
  },
}
