import { fc, test as property } from '@fast-check/vitest'
import { isPackageId } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { readManifest } from '../authoring/readManifest.ts'
import { createProject } from './createProject.ts'

const create = (title: string, taken: readonly string[] = []) =>
  createProject({ title, text: 'a', taken: new Set(taken), at: 5 })

test('a project has the first id of its title that is free', () => {
  expect(create('Tally').packageId).toBe('tally-1')
  expect(create('Tally', ['tally-1', 'tally-2']).packageId).toBe('tally-3')
  expect(create('42 – Ω').packageId).toBe('plugin-42-1')
})

property.prop([fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })])(
  'whatever it is called, its id is legal and its manifest is valid and asks for nothing',
  (title) => {
    const { files, packageId } = create(title)
    expect(isPackageId(packageId)).toBe(true)
    const read = readManifest(files['manifest.json'], packageId)
    // A title of nothing that can be shown is the person's to mend.
    if (read.kind === 'refused') expect(read.problem.message).toContain('title')
    else expect(read.manifest.capabilities).toEqual({ readShared: [], writeShared: [] })
  },
)
