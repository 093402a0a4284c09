import type { TracedIntent } from '../mountedPlugin.ts'

/** An intent on one line, with what became of it: `votes/vote {"by":1} → denied: missing-write-grant:votes`. */
export function writeIntent(intent: TracedIntent): string {
  const payload = intent.payload === undefined ? '' : ` ${clip(JSON.stringify(intent.payload))}`
  const why = intent.reason === undefined ? '' : `: ${intent.reason}`
  return `${actionOf(intent)}${payload} → ${intent.outcome}${why}`
}

/** What was asked for: an action of the plugin's own, of a domain, or a command of the host. */
function actionOf(intent: TracedIntent): string {
  switch (intent.scope) {
    case 'plugin':
      return intent.actionType
    case 'shared':
      return `${intent.domain}/${intent.actionType}`
    case 'system':
      return `command ${intent.command}`
  }
}

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
