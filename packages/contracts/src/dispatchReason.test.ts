import { describe, expect, test } from 'vitest'

import { type DispatchReason, explainReason, outcomeOf, reasonCode, reasonSubject } from './dispatchReason.ts'

const DENIED: readonly DispatchReason[] = [
  'missing-write-grant:notes',
  'unknown-domain:notes',
  'read-only-domain:notes',
  'not-owner:notes',
  'unknown-instance',
  'instance-disabled',
  'invalid-intent:root.actionType',
  'payload-too-large',
  'intent-budget-exceeded',
  'system-command-not-granted:restart-plugin',
  'unknown-system-command:restart-plugin',
  'dispatch-in-render',
  'forged-identity',
]
const IGNORED: readonly DispatchReason[] = [
  'unsupported-action:notes/clear',
  'invalid-payload:root.value',
  'no-local-reducer-match',
  'no-change',
  'reducer-threw',
]

describe('a reason', () => {
  test.each(DENIED)('%s is denied', (reason) => {
    expect(outcomeOf(reason)).toBe('denied')
  })

  test.each(IGNORED)('%s is ignored', (reason) => {
    expect(outcomeOf(reason)).toBe('ignored')
  })

  test.each([...DENIED, ...IGNORED])('%s is explained in words of its own, with its subject', (reason) => {
    const { title, text } = explainReason(reason)
    expect(title).not.toBe(reason)
    expect(text).not.toBe('')
    expect(`${title} ${text}`).toContain(reasonSubject(reason))
  })

  test('has a code and a subject', () => {
    expect(reasonCode('missing-write-grant:notes')).toBe('missing-write-grant')
    expect(reasonSubject('missing-write-grant:notes')).toBe('notes')
    expect(reasonCode('unknown-instance')).toBe('unknown-instance')
    expect(reasonSubject('unknown-instance')).toBe('')
    expect(reasonSubject('invalid-intent:root.a:b')).toBe('root.a:b')
  })

  test('that a later release made is shown as it is', () => {
    // A trace recorded by a newer host.
    expect(explainReason('brand-new:x' as DispatchReason).title).toBe('brand-new:x')
  })
})

test('no two reasons have the same title', () => {
  const titles = [...DENIED, ...IGNORED].map((reason) => explainReason(reason).title)
  expect(new Set(titles).size).toBe(titles.length)
})
