import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { PACKAGE_ROOT, findStale, generateModule, generatedPath, PRESETS } from '../scripts/generate.ts'
import { presetPlugins } from '../src/index.ts'

describe('the generated modules', () => {
  it('are what the guests make now', async () => {
    expect(await findStale()).toEqual([])
  })

  it('are the same text each time', async () => {
    expect(await generateModule('counter')).toBe(await generateModule('counter'))
  })

  it('are named as stale when one of them was changed by hand', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'generated-'))
    try {
      for (const preset of PRESETS) {
        await writeFile(join(directory, `${preset}.ts`), await readFile(generatedPath(preset), 'utf8'))
      }
      expect(await findStale({ directory })).toEqual([])
      const path = join(directory, 'greeter.ts')
      await writeFile(path, (await readFile(path, 'utf8')).replace('Share greeting', 'Share'))
      await rm(join(directory, 'counter.ts'))
      expect(await findStale({ directory })).toEqual(['counter', 'greeter'])
    } finally {
      await rm(directory, { recursive: true })
    }
  })

  it('exist for every preset that is exported', () => {
    expect(presetPlugins.map(({ manifest }) => manifest.packageId).toSorted()).toEqual(PRESETS)
  })
})

describe('the bundled code', () => {
  it.each(presetPlugins)(
    'of $manifest.packageId is one readable script: no imports, no eval, no path of a machine',
    (preset) => {
      const { code, sourceMap } = preset
      expect(code).not.toMatch(/\b(import|export|require|eval|Function)\b\s*[({'"]/)
      expect(code.split('\n').length).toBeGreaterThan(50)
      expect(code + sourceMap).not.toContain(PACKAGE_ROOT)
    },
  )

  it.each(presetPlugins)("of $manifest.packageId comes with the author's own source in its map", async (preset) => {
    const { packageId } = preset.manifest
    const map = JSON.parse(preset.sourceMap) as {
      readonly sources: string[]
      readonly sourcesContent: (string | null)[]
    }
    const guest = map.sources.indexOf(`${packageId}/${packageId}.tsx`)
    expect(map.sourcesContent[guest]).toBe(await readFile(join(PACKAGE_ROOT, 'src', packageId, 'guest.tsx'), 'utf8'))
    expect(map.sources.filter((source) => source.startsWith('/') || source.startsWith('..'))).toEqual([])
  })
})
