import { expect, it } from 'vitest'

import { createFiles } from '../test/packageSamples.ts'
import { inspectArchive, inspectPackage } from './inspectPackage.ts'
import { packPackage } from './packPackage.ts'

it('says the same of a folder that was packed and of its archive', async () => {
  const packed = await packPackage(createFiles())
  const { archive, report } = packed
  expect(report.diagnostics).toEqual([])
  expect(await inspectArchive(archive ?? new Uint8Array())).toEqual(report)
  expect(await inspectPackage(report.files)).toEqual(report)
})

it('has no manifest, no digest and no files of what has no plugin.json', async () => {
  const report = await inspectPackage(new Map([['other.json', new Uint8Array()]]))
  expect(report).toMatchObject({ diagnostics: [{ code: 'manifest-missing' }] })
  expect(Object.keys(report)).toEqual(['files', 'diagnostics'])
  expect(report.files.size).toBe(0)
})

it('says nothing of files beside the list but that they are there', async () => {
  const { report } = await packPackage(createFiles())
  const more = new Map([...report.files, ['package.json', new TextEncoder().encode('{}')]])
  const again = await inspectPackage(more)
  expect(again.digest).toBe(report.digest)
  expect(again.files).toEqual(report.files)
  expect(again.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['file-unlisted', 'info']])
})

it('digests no package of which a file is missing', async () => {
  const { report } = await packPackage(createFiles())
  const fewer = new Map(report.files)
  fewer.delete('dist/plugin.js')
  const again = await inspectPackage(fewer)
  expect(again.digest).toBeUndefined()
  expect(again.diagnostics.map(({ code }) => code)).toEqual(['file-missing', 'runtime-artifact-missing'])
})
