import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'

import { parseWorkerMessage } from './parseWorkerMessage.ts'
import type { WorkerMessage } from './wire.ts'

const MESSAGES: readonly WorkerMessage[] = [
  { type: 'ready', version: 1 },
  { type: 'answer', id: 1, text: '{}' },
  { type: 'answer', id: 1, text: '{}', tree: [1, 0, '{"kind":"divider"}'] },
  { type: 'answer', id: 1, text: '{}', tree: [1, 1, ''] },
  { type: 'refusal', id: 2, error: { code: 'PLUGIN_THREW', message: 'no', source: { line: 1, column: 2 } } },
  { type: 'log', line: { packageId: 'a', instanceId: 'a@1', level: 'warn', args: [1] } },
]

it.each(MESSAGES)('reads $type', (message) => {
  expect(parseWorkerMessage(structuredClone(message))).toEqual(message)
})

it.each([
  ['no object', 1],
  ['a list', [{ type: 'ready', version: 1 }]],
  ['a version that is text', { type: 'ready', version: '1' }],
  ['an answer without a number', { type: 'answer', text: '{}' }],
  ['an answer without text', { type: 'answer', id: 1, text: {} }],
  ['a tree that is no list', { type: 'answer', id: 1, text: '{}', tree: {} }],
  ['a tree without numbers', { type: 'answer', id: 1, text: '{}', tree: ['1', 0, ''] }],
  ['a tree without text', { type: 'answer', id: 1, text: '{}', tree: [1, 0, null] }],
  ['a tree of too much', { type: 'answer', id: 1, text: '{}', tree: [1, 0, '', ''] }],
  ['an error that is text', { type: 'refusal', id: 1, error: 'no' }],
  ['an error without a message', { type: 'refusal', id: 1, error: { code: 'PLUGIN_THREW' } }],
  [
    'an error with a code of JavaScript’s own names',
    { type: 'refusal', id: 1, error: { code: 'constructor', message: '' } },
  ],
  ['a refusal without a number', { type: 'refusal', error: { code: 'PLUGIN_THREW', message: '' } }],
  ['a line without an instance', { type: 'log', line: { level: 'info', args: [] } }],
  ['a line of an unknown level', { type: 'log', line: { instanceId: 'a@1', level: 'loud', args: [] } }],
  ['a line without arguments', { type: 'log', line: { instanceId: 'a@1', level: 'info' } }],
  ['a line that is text', { type: 'log', line: 'hi' }],
])('reads null from %s', (_, value) => {
  expect(parseWorkerMessage(value)).toBeNull()
})

test.prop([fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true })])(
  'never throws, whatever it is given',
  (value) => {
    expect(() => parseWorkerMessage(value)).not.toThrow()
  },
)
