import { afterEach, expect, it, vi } from 'vitest'

import { warnOfDiagnostic } from './componentDiagnostic.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

it('says each thing once, and stops before a plugin that makes up names has filled the console', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const tell = (component: string): void =>
    warnOfDiagnostic({
      code: 'unknown-component',
      component,
      message: 'This page has no such component.',
      instanceId: 'guest@00000000',
      widgetId: 'main',
    })
  tell('acme/One')
  tell('acme/One')
  expect(warn).toHaveBeenCalledTimes(1)
  for (let index = 0; index < 1_000; index += 1) tell(`acme/Name${index}`)
  expect(warn.mock.calls.length).toBeLessThanOrEqual(50)
})
