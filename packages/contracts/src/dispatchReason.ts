import type { DomainName } from './capabilityGrants.ts'

export type DispatchOutcome = 'applied' | 'denied' | 'ignored'

/** Why an intent was not applied. Stable: tools and tests match on it. */
export type DispatchReason =
  | `missing-write-grant:${DomainName}`
  | `unknown-domain:${DomainName}`
  | `read-only-domain:${DomainName}`
  | `not-owner:${DomainName}`
  | 'unknown-instance'
  | 'instance-disabled'
  | `invalid-intent:${string}`
  | 'payload-too-large'
  | 'intent-budget-exceeded'
  | `system-command-not-granted:${string}`
  | `unknown-system-command:${string}`
  | 'dispatch-in-render'
  | 'forged-identity'
  | `unsupported-action:${DomainName}/${string}`
  | `invalid-payload:${string}`
  | 'no-local-reducer-match'
  | 'no-change'
  | 'reducer-threw'

const IGNORED_CODES: readonly string[] = [
  'unsupported-action',
  'invalid-payload',
  'no-local-reducer-match',
  'no-change',
  'reducer-threw',
]

/** The part of a reason before its colon. */
export function reasonCode(reason: DispatchReason): string {
  const colon = reason.indexOf(':')
  return colon < 0 ? reason : reason.slice(0, colon)
}

/** The part of a reason after its colon: a domain, a command, a path; empty for reasons without one. */
export function reasonSubject(reason: DispatchReason): string {
  const colon = reason.indexOf(':')
  return colon < 0 ? '' : reason.slice(colon + 1)
}

/** Which outcome a reason belongs to: the host refused it, or nobody had a use for it. */
export function outcomeOf(reason: DispatchReason): 'denied' | 'ignored' {
  return IGNORED_CODES.includes(reasonCode(reason)) ? 'ignored' : 'denied'
}

/** A reason in plain words for the person at the screen: a short title, and what it means. */
export function explainReason(reason: DispatchReason): { readonly title: string; readonly text: string } {
  const subject = reasonSubject(reason)
  switch (reasonCode(reason)) {
    case 'missing-write-grant':
      return { title: `Needs write access to ${subject}`, text: KEPT_RUNNING }
    case 'unknown-domain':
      return { title: `There is no shared domain named ${subject}`, text: KEPT_RUNNING }
    case 'read-only-domain':
      return { title: `${subject} cannot be written by plugins`, text: KEPT_RUNNING }
    case 'not-owner':
      return { title: `Only the owner of ${subject} may write it`, text: KEPT_RUNNING }
    case 'unknown-instance':
      return { title: 'The instance is no longer loaded', text: 'Nothing changed.' }
    case 'instance-disabled':
      return { title: 'The instance is paused', text: 'Nothing changed. Resume it to let it act again.' }
    case 'invalid-intent':
      return { title: 'The plugin sent something that is not an intent', text: `At ${subject}. ${KEPT_RUNNING}` }
    case 'payload-too-large':
      return { title: 'The payload is too large', text: KEPT_RUNNING }
    case 'intent-budget-exceeded':
      return { title: 'Too many intents from one event', text: 'The first ones were handled; this one was dropped.' }
    case 'system-command-not-granted':
      return { title: `Needs permission to run ${subject}`, text: KEPT_RUNNING }
    case 'unknown-system-command':
      return { title: `There is no system command named ${subject}`, text: KEPT_RUNNING }
    case 'dispatch-in-render':
      return {
        title: 'A render may not dispatch',
        text: 'Move the dispatch into a handler. The widget was still drawn.',
      }
    case 'forged-identity':
      return {
        title: 'The plugin claimed to be another instance',
        text: 'The host decides who speaks. Nothing changed.',
      }
    case 'unsupported-action':
      return { title: `No reducer handles ${subject}`, text: 'Nothing changed. Check the name of the action.' }
    case 'invalid-payload':
      return { title: 'The payload does not fit the action', text: `At ${subject}. Nothing changed.` }
    case 'no-local-reducer-match':
      return { title: 'The package has no such action', text: 'Nothing changed. Check the name of the action.' }
    case 'no-change':
      return { title: 'Nothing to change', text: 'The state already was what the action asked for.' }
    case 'reducer-threw':
      return { title: 'The reducer failed', text: 'The change was rolled back. The reducer has a bug.' }
    default:
      return { title: reason, text: KEPT_RUNNING }
  }
}

const KEPT_RUNNING = 'The state did not change. The plugin kept running.'
