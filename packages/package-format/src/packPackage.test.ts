import { describe, expect, it } from 'vitest'

import { createFiles, MANIFEST, SAMPLE_DIGEST } from '../test/packageSamples.ts'
import { inspectPackage } from './inspectPackage.ts'
import { packPackage } from './packPackage.ts'

const read = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

describe('packPackage', () => {
  it('makes the same package everywhere', async () => {
    const { report } = await packPackage(createFiles())
    expect(report.digest).toBe(SAMPLE_DIGEST)
  })

  it('closes the list with what the manifest names, and README.md and LICENSE', async () => {
    const { archive, report } = await packPackage(
      createFiles({
        manifest: { files: undefined, runtime: { ...MANIFEST.runtime, sourceMap: 'dist/plugin.js.map' } },
        files: { 'dist/plugin.js.map': '{}', '.env': 'SECRET=1', 'src/plugin.ts': '' },
      }),
    )
    expect(report.manifest?.files).toEqual(['LICENSE', 'README.md', 'dist/plugin.js', 'dist/plugin.js.map'])
    expect(read(archive)).not.toContain('.env')
    expect([...report.files.keys()]).not.toContain('src/plugin.ts')
  })

  it('keeps a list that is there, and adds what the manifest names', async () => {
    const files = ['README.md', 'words.json']
    const { report } = await packPackage(createFiles({ manifest: { files }, files: { 'words.json': '{}' } }))
    expect(report.manifest?.files).toEqual(['README.md', 'dist/plugin.js', 'words.json'])
  })

  it('leaves a manifest as it is whose list is right, and one that it wrote', async () => {
    const text = `  ${JSON.stringify(MANIFEST)}  `
    const { report } = await packPackage(createFiles({ files: { 'plugin.json': text } }))
    expect(read(report.files.get('plugin.json'))).toBe(text)
    const first = await packPackage(createFiles({ manifest: { files: undefined } }))
    const second = await packPackage(first.report.files)
    expect(second.archive).toEqual(first.archive)
    expect(second.report).toEqual(first.report)
  })

  it('writes only the list into a manifest, and no default', async () => {
    const { files: _, requests: __, ...manifest } = MANIFEST
    const { report } = await packPackage(createFiles({ files: { 'plugin.json': JSON.stringify(manifest) } }))
    expect(JSON.parse(read(report.files.get('plugin.json')))).toEqual({ ...manifest, files: MANIFEST.files })
  })

  it('makes no archive where there is an error, and one where there is a warning', async () => {
    const bad = await packPackage(createFiles({ files: { 'dist/plugin.js': null } }))
    expect(bad.archive).toBeUndefined()
    expect(bad.report.diagnostics.map(({ code }) => code)).toEqual(['file-missing', 'runtime-artifact-missing'])
    const odd = await packPackage(createFiles({ manifest: { surfaces: {} } }))
    expect(odd.archive).toBeDefined()
    expect(odd.report.diagnostics.map(({ code }) => code)).toEqual(['surface-none'])
    expect(await packPackage(new Map())).toEqual({ report: await inspectPackage(new Map()) })
  })
})
