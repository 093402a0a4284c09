import { readFileSync } from 'node:fs'

import { createFakeWidgetSource } from '@plugboard/contract-tests'
import { createInstanceId } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { openWidget } from './readme.sample.ts'

it('shows a sample that is a tested file', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const sample = readFileSync(new URL('./readme.sample.ts', import.meta.url), 'utf8')
  expect(readme).toContain(sample.trim())
})

it('has a sample that works', () => {
  const source = createFakeWidgetSource()
  const instanceId = createInstanceId('guest')
  const written: string[] = []
  const widget = openWidget(source, instanceId, (text) => written.push(text))
  source.showTree(instanceId, 'main', {
    kind: 'column',
    children: [
      { kind: 'input', name: 'city', label: 'City' },
      { kind: 'button', label: 'Go', onPress: { handler: 'go' } },
    ],
  })
  widget.enter('city=Oslo')
  widget.enter('1')
  widget.enter('7')
  widget.close()
  expect(written).toContain('City: [Oslo]\n[1] Go')
  expect(written.at(-1)).toBe('Nothing came of that: unknown')
  expect(source.emitted).toMatchObject([{ handler: 'go', event: { type: 'press' } }])
  expect(source.leaseCount).toBe(0)
})
