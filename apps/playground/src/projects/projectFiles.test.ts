import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'

import { readManifest } from '../authoring/readManifest.ts'
import { createProject } from './createProject.ts'
import { duplicateProject, withManifestTitle } from './projectFiles.ts'

const project = createProject({ title: 'Tally', text: 'a', taken: new Set(), at: 1 })

test('a copy has an id of its own, and a manifest that says so', () => {
  const copy = duplicateProject(project, { title: 'Copy of Tally', taken: new Set(['tally-1']), at: 2 })
  expect(copy).toMatchObject({ packageId: 'copy-of-tally-1', title: 'Copy of Tally', editedAt: 2 })
  expect(copy.files['plugin.tsx']).toBe('a')
  expect(readManifest(copy.files['manifest.json'], copy.packageId)).toMatchObject({
    manifest: { title: 'Copy of Tally' },
  })
})

test('a new title changes that line of the manifest alone', () => {
  const text = '{ "title":"Old",   "apiVersion": 1 }'
  expect(withManifestTitle(text, 'N"ew')).toBe('{ "title":"N\\"ew",   "apiVersion": 1 }')
})

property.prop([fc.string({ unit: 'binary' })])('a manifest that is none is no fault', (text) => {
  expect(typeof withManifestTitle(text, 'New')).toBe('string')
})
