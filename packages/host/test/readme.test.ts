import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const sample = readFileSync(new URL('./readme.sample.ts', import.meta.url), 'utf8')

it('shows a sample that is this file, and runs', async () => {
  expect(readme).toContain(sample.trim())
  const { state } = await import('./readme.sample.ts')
  expect(state).toEqual({ value: 1 })
})

it('shows how code is replaced and events are numbered, and it is so', async () => {
  expect(readme).toContain(readFileSync(new URL('./reload.sample.ts', import.meta.url), 'utf8').trim())
  const { again, reloaded, report, state } = await import('./reload.sample.ts')
  expect(again).toEqual({ outcome: 'duplicate' })
  expect(report).toMatchObject({ outcome: 'diverged' })
  expect(reloaded).toEqual({ state: 'kept' })
  expect(state).toEqual({ messages: [' Hello', 'again'] })
})

it('shows a sample of a recording that is a file, and runs', async () => {
  const recordingSample = readFileSync(new URL('./recording.sample.ts', import.meta.url), 'utf8')
  expect(readme).toContain(recordingSample.trim())
  const { divergence, same } = await import('./recording.sample.ts')
  expect(same).toMatchObject({ outcome: 'same' })
  expect(divergence).toMatchObject({ handler: 'throw', what: 'intents', path: 'intents[0].payload' })
})

it('shows a workspace that comes back', async () => {
  const workspace = readFileSync(new URL('./workspace.sample.ts', import.meta.url), 'utf8')
  expect(readme).toContain(workspace.trim())
  const { again, first } = await import('./workspace.sample.ts')
  expect(first).toMatch(/^note@/)
  expect(again).toBe(first)
})

it('shows how the past is looked at and gone on from, and it is so', async () => {
  expect(readme).toContain(readFileSync(new URL('./past.sample.ts', import.meta.url), 'utf8').trim())
  const { again, now, rewound, tree } = await import('./past.sample.ts')
  expect(tree).toMatchObject({ text: 'Pressed 1' })
  expect([now, rewound, again]).toEqual([{ value: 2 }, { value: 1 }, { value: 2 }])
})

it('shows how the trace is followed and taken back, and it is so', async () => {
  const trace = readFileSync(new URL('./trace.sample.ts', import.meta.url), 'utf8')
  expect(readme).toContain(trace.trim())
  const { effects, preview, redone, undo, undone } = await import('./trace.sample.ts')
  expect(effects[0]?.record).toMatchObject({ kind: 'dispatch', outcome: 'applied' })
  expect(undo).toMatchObject(preview)
  expect([undone, redone]).toEqual([{ value: 0 }, { value: 1 }])
})
