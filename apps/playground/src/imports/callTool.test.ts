import type { PluginHost } from '@plugboard/host'
import { expect, test, vi } from 'vitest'

import { callTool } from './callTool.ts'
import { importsMessages } from './importsMessages.ts'

type Outcome = Awaited<ReturnType<PluginHost['invoke']>>

const call = (outcome: Outcome | Error, input = '{"a":1}') => {
  const invoke = vi.fn<PluginHost['invoke']>(() =>
    outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome),
  )
  return { invoke, result: callTool({ invoke }, { instanceId: 'clock@a', name: 'now', input }) }
}

test('a tool is asked with what was typed, and its answer is data', async () => {
  const { invoke, result } = call({ outcome: 'answered', value: { time: 7 } })
  expect(await result).toEqual({ kind: 'answered', value: { time: 7 } })
  expect(invoke).toHaveBeenCalledWith('clock@a', { surface: 'tool', name: 'now', input: { a: 1 } })
})

test.for(['', '{', '['.repeat(2_000)])('input that is no JSON asks nobody: %s', async (input) => {
  const { invoke, result } = call({ outcome: 'answered', value: null }, input)
  expect(await result).toEqual({ kind: 'failed', message: importsMessages.notJson })
  expect(invoke).not.toHaveBeenCalled()
})

test.for([
  [{ outcome: 'failed', error: { code: 'EXECUTION_FAILED', message: 'It threw.' } }, 'It threw.'],
  [{ outcome: 'refused', reason: 'instance-disabled' }, importsMessages.notCalled['instance-disabled']],
  [new Error('It is gone.'), 'It is gone.'],
] as const)('what kept it from answering is told in words', async ([outcome, message]) => {
  const { result } = call(outcome as Outcome | Error)
  expect(await result).toEqual({ kind: 'failed', message })
})
