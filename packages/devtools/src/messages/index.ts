import { consoleMessages } from './console.ts'
import { dockMessages } from './dock.ts'
import { domainMessages } from './domains.ts'
import { inspectorMessages } from './inspector.ts'
import { jsonMessages } from './json.ts'
import { problemMessages } from './problems.ts'
import { timelineMessages } from './timeline.ts'
import { travelMessages } from './travel.ts'

/** Every word that the devtools show, by area. */
export interface DevtoolsMessages {
  readonly dock: typeof dockMessages
  readonly timeline: typeof timelineMessages
  readonly inspector: typeof inspectorMessages
  readonly domains: typeof domainMessages
  readonly console: typeof consoleMessages
  readonly problems: typeof problemMessages
  readonly json: typeof jsonMessages
  readonly travel: typeof travelMessages
}

export const englishMessages: DevtoolsMessages = {
  dock: dockMessages,
  timeline: timelineMessages,
  inspector: inspectorMessages,
  domains: domainMessages,
  console: consoleMessages,
  problems: problemMessages,
  json: jsonMessages,
  travel: travelMessages,
}
