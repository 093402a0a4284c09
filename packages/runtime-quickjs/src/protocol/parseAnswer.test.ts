import { fc, test } from '@fast-check/vitest'
import { JSON_DEPTH, PluginRuntimeError, type UINode } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { ValueReceiver } from '../codec/ValueReceiver.ts'
import { parseEventResult, parseInvokeResult, parseLoaded, parseRenderResult } from './parseAnswer.ts'
import type { WorkerAnswer } from './wire.ts'

const IDENTITY = { packageId: 'a', instanceId: 'a@1' }
const LOADED = { ...IDENTITY, title: 'A', widgets: ['main'], handlers: { main: ['go'] } }
const USAGE = { fuel: 1, wallMs: 1, memoryBytes: 1, bytesIn: 1, bytesOut: 1 }
const EVENT = { intents: [{ scope: 'plugin', actionType: 'go', ...IDENTITY }], rejected: [], usage: USAGE }
const RENDER = { issues: [], usage: USAGE }

function answer(value: unknown, tree?: unknown): WorkerAnswer {
  const text = JSON.stringify(value)
  return { type: 'answer', id: 1, text, ...(tree === undefined ? {} : { tree: [1, 0, JSON.stringify(tree)] }) }
}

function codeOf(run: () => unknown): string {
  try {
    return `gave ${JSON.stringify(run())}`
  } catch (error) {
    return error instanceof PluginRuntimeError ? error.code : String(error)
  }
}

it('reads a plugin under the identity that was asked for', () => {
  expect(parseLoaded(answer({ ...LOADED, instanceId: 'b@1', packageId: 'b' }), IDENTITY)).toEqual(LOADED)
})

it.each([
  null,
  [],
  { ...LOADED, title: 1 },
  { ...LOADED, widgets: 'main' },
  { ...LOADED, widgets: [1] },
  { ...LOADED, handlers: [] },
  { ...LOADED, handlers: { main: 'go' } },
  { ...LOADED, surfaces: null },
  { ...LOADED, surfaces: { tools: [], hooks: [] } },
  { ...LOADED, surfaces: { tools: [1], hooks: [], services: [] } },
])('refuses %j as a plugin', (value) => {
  expect(codeOf(() => parseLoaded(answer(value), IDENTITY))).toBe('PROTOCOL')
})

it('reads what a handler did', () => {
  expect(parseEventResult(answer(EVENT), IDENTITY)).toEqual(EVENT)
})

it.each([
  null,
  { ...EVENT, intents: {} },
  { ...EVENT, rejected: undefined },
  { ...EVENT, usage: 1 },
  { ...EVENT, intents: [null] },
  { ...EVENT, intents: [{ scope: 'plugin', actionType: 'go', packageId: 'a', instanceId: 'a@2' }] },
  { ...EVENT, intents: [...EVENT.intents, { scope: 'plugin', actionType: 'go', packageId: 'b', instanceId: 'a@1' }] },
])('refuses %j as the result of an event', (value) => {
  expect(codeOf(() => parseEventResult(answer(value), IDENTITY))).toBe('PROTOCOL')
})

it('reads what was answered to an invocation, and refuses it without a value or with the stamp of another', () => {
  expect(parseInvokeResult(answer({ ...EVENT, value: null }), IDENTITY)).toEqual({ ...EVENT, value: null })
  expect(codeOf(() => parseInvokeResult(answer(EVENT), IDENTITY))).toBe('PROTOCOL')
  const other = [{ ...EVENT.intents[0], instanceId: 'a@2' }]
  expect(codeOf(() => parseInvokeResult(answer({ ...EVENT, intents: other, value: 1 }), IDENTITY))).toBe('PROTOCOL')
})

it('reads a tree and keeps the objects of what did not change', () => {
  const trees = new ValueReceiver()
  const drawn: UINode = { kind: 'column', children: [{ kind: 'divider' }, { kind: 'text', text: 'a' }] }
  const first = parseRenderResult(answer(RENDER, drawn), trees).tree
  expect(first).toEqual(drawn)
  const change: WorkerAnswer = { ...answer(RENDER), tree: [2, 1, '[1,"children",[2,1,[1,"text","b"]]]'] }
  const second = parseRenderResult(change, trees).tree
  expect(second).toEqual({ kind: 'column', children: [{ kind: 'divider' }, { kind: 'text', text: 'b' }] })
  expect(second.kind === 'column' && first.kind === 'column' && second.children[0] === first.children[0]).toBe(true)
  expect(parseRenderResult({ ...answer(RENDER), tree: [2, 2, ''] }, trees).tree).toBe(second)
})

it.each<[string, WorkerAnswer]>([
  ['a tree that was left out and never sent', { ...answer(RENDER), tree: [1, 1, ''] }],
  ['a change of a tree that was never sent', { ...answer(RENDER), tree: [2, 1, '{"kind":"divider"}'] }],
  ['no tree', answer(RENDER)],
  ['a tree that is text', answer(RENDER, 'text')],
  ['a tree without a kind', answer(RENDER, {})],
  ['a result without issues', answer({ usage: USAGE }, { kind: 'divider' })],
  ['a result without usage', answer({ issues: [] }, { kind: 'divider' })],
])('refuses %s', (_, value) => {
  expect(codeOf(() => parseRenderResult(value, new ValueReceiver()))).toBe('PROTOCOL')
})

it('refuses text that is nested deeper than what reads it may bear, and text that is not JSON', () => {
  const deep = `${'['.repeat(JSON_DEPTH + 1)}${']'.repeat(JSON_DEPTH + 1)}`
  for (const tree of [`{"kind":"column","children":${deep}}`, '{']) {
    const value: WorkerAnswer = { ...answer(RENDER), tree: [1, 0, tree] }
    expect(codeOf(() => parseRenderResult(value, new ValueReceiver()))).toBe('PROTOCOL')
  }
})

test.prop([fc.oneof(fc.string(), fc.json()), fc.json(), fc.nat(2)])(
  'gives a result or PROTOCOL, whatever the worker sent',
  (text, tree, base) => {
    const trees = new ValueReceiver()
    trees.decode([1, 0, '{"kind":"row","children":[]}'])
    for (const parse of [
      () => parseLoaded({ type: 'answer', id: 1, text }, IDENTITY),
      () => parseEventResult({ type: 'answer', id: 1, text }, IDENTITY),
      () => parseRenderResult({ type: 'answer', id: 1, text, tree: [2, base, tree] }, trees),
      () => parseRenderResult({ ...answer(RENDER), tree: [2, base, tree] }, trees),
    ]) {
      expect(codeOf(parse)).toMatch(/^(?:PROTOCOL$|gave )/)
    }
  },
)
