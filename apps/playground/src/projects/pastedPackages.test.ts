import type { JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'

import { readManifest } from '../authoring/readManifest.ts'
import { readPastedPackages } from './pastedPackages.ts'

it('pasted code of an earlier release is a project with a manifest that asks for nothing', () => {
  const [project, ...others] = readPastedPackages({
    panel: 'console',
    customPackages: [
      { packageId: 'hello-1', title: 'Hello', code: 'definePlugin(() => ({}))' },
      { packageId: '__proto__', title: 'x', code: 'y' },
      7,
    ],
  })
  expect(others).toEqual([])
  expect(project).toMatchObject({ packageId: 'hello-1', title: 'Hello' })
  expect(project?.files['plugin.tsx']).toBe('definePlugin(() => ({}))')
  const manifest = readManifest(project?.files['manifest.json'] ?? '', 'hello-1')
  expect(manifest).toMatchObject({ kind: 'manifest', manifest: { capabilities: {} } })
})

test.prop([fc.jsonValue()])('takes anything that was ever saved', (saved) => {
  expect(() => readPastedPackages(saved as JsonValue)).not.toThrow()
  expect(readPastedPackages({ customPackages: saved as JsonValue })).toBeInstanceOf(Array)
})
