import type { InstanceId } from '@plugboard/contracts'

/**
 * What is wrong with the use of a component of the host's own.
 *
 * Of the plugin: `unknown-component`, `not-granted`, `invalid-props`, `unknown-slot`, `unknown-event`. Of the host's own
 * component: `undeclared-event`, `invalid-detail`, `component-threw`.
 */
export type ComponentDiagnosticCode =
  | 'unknown-component'
  | 'not-granted'
  | 'invalid-props'
  | 'unknown-slot'
  | 'unknown-event'
  | 'undeclared-event'
  | 'invalid-detail'
  | 'component-threw'

export interface ComponentDiagnostic {
  readonly code: ComponentDiagnosticCode
  /** The name that the plugin gave; at most 80 characters. */
  readonly component: string
  /** In words for a developer; at most 300 characters. */
  readonly message: string
  readonly instanceId: InstanceId
  readonly widgetId: string
  /** What a component or a schema threw. */
  readonly cause?: unknown
}

/** A diagnostic of one widget, whichever. */
export type WidgetDiagnostic = Omit<ComponentDiagnostic, 'instanceId' | 'widgetId'>

/** Takes a diagnostic. */
export type ReportDiagnostic = (diagnostic: ComponentDiagnostic) => void

const told = new Set<string>()
/** Plugins choose the words: they shall not fill the console. */
const MOST_TOLD = 50

/** Says each thing once, on the console. */
export const warnOfDiagnostic: ReportDiagnostic = ({ cause, component, message }) => {
  const words = `"${component}": ${message}`
  if (told.has(words) || told.size >= MOST_TOLD) return
  told.add(words)
  if (cause === undefined) console.warn(words)
  else console.warn(words, cause)
}
