import { gzipSync } from 'node:zlib'

import { expect, it } from 'vitest'

import { bundleSample } from './bundleSample.ts'

it('is a few KB in a plugin, imports nothing at run time, and brings nothing of the contracts but the table of builders', async () => {
  const code = await bundleSample('counter.tsx', { minify: true })
  expect(gzipSync(code).length).toBeLessThan(3 * 1024)
  expect(code).not.toMatch(/\bimport\b|\brequire\b/)
  for (const other of ['PluginRuntimeError', 'QUARANTINED', 'getTimezoneOffset', 'plugboard-recording']) {
    expect(code).not.toContain(other)
  }
})
