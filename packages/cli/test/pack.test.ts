import { generateKeyPairSync } from 'node:crypto'
import { chmod, readdir, readFile, utimes } from 'node:fs/promises'

import { readArchive, verifySignature, type PackageSignature } from '@plugboard/package-format'
import { describe, expect, it } from 'vitest'

import { createPlace } from './cliKit.ts'
import { inFolder, tallyFiles } from './pluginFiles.ts'

describe('pack', () => {
  it('writes the archive, with a closed list of files, and nothing else', async () => {
    await using place = await createPlace({ ...tallyFiles(), 'README.md': '# Tally', '.env': 'SECRET=1' })
    const { exitCode, stdout } = await place.run(['pack'])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('packed tally-1.0.0.plug')
    expect((await readdir(place.path)).toSorted()).toEqual([
      '.env',
      'README.md',
      'plugin.js',
      'plugin.json',
      'tally-1.0.0.plug',
    ])
    const { files } = await readArchive(new Uint8Array(await readFile(place.file('tally-1.0.0.plug'))))
    expect([...(files?.keys() ?? [])].toSorted()).toEqual(['README.md', 'plugin.js', 'plugin.json'])
    const manifest = JSON.parse(new TextDecoder().decode(files?.get('plugin.json'))) as { files: readonly string[] }
    expect(manifest.files).toEqual(['README.md', 'plugin.js'])
  })

  it('makes the same bytes on another clock, with other modes, from another folder', async () => {
    await using place = await createPlace({ ...inFolder('one', tallyFiles()), ...inFolder('deep/two', tallyFiles()) })
    await utimes(place.file('deep/two/plugin.js'), new Date(0), new Date(0))
    await chmod(place.file('deep/two/plugin.js'), 0o755)
    await place.run(['pack', 'one', '--out', 'one.plug'])
    await place.run(['pack', 'deep/two', '--out', 'two.plug'])
    expect(await readFile(place.file('two.plug'))).toEqual(await readFile(place.file('one.plug')))
  })

  it('writes into a folder under the name of the package, and makes the folder', async () => {
    await using place = await createPlace(inFolder('one', tallyFiles()))
    const { result } = await place.json(['pack', 'one', '--out', 'out/of/it'])
    expect(result.archive).toBe('out/of/it/tally-1.0.0.plug')
    expect(await readdir(place.file('out/of/it'))).toEqual(['tally-1.0.0.plug'])
  })

  it('leaves nothing of a package that is refused, and what was there as it was', async () => {
    await using place = await createPlace({ ...tallyFiles({ version: '1' }), 'old.plug': 'old' })
    const { exitCode, result } = await place.json(['pack', '--out', 'old.plug'])
    expect(exitCode).toBe(1)
    expect(result).toBeNull()
    expect(await readFile(place.file('old.plug'), 'utf8')).toBe('old')
  })

  it('says so where nothing can be written', async () => {
    await using place = await createPlace(tallyFiles())
    const { diagnostics, exitCode } = await place.json(['pack', '--out', 'plugin.js/tally.plug'])
    expect(exitCode).toBe(3)
    expect(diagnostics).toMatchObject([{ code: 'write-failed', path: 'plugin.js/tally.plug' }])
  })

  it('signs with an Ed25519 key, beside the archive', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' })
    await using place = await createPlace({ ...tallyFiles(), 'key.pem': key })
    const { result } = await place.json(['pack', '--sign', 'key.pem'])
    const signature = JSON.parse(await readFile(place.file('tally-1.0.0.plug.sig'), 'utf8')) as PackageSignature
    expect(result.signature).toEqual(signature)
    const trusted = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
    const subject = { id: 'tally', version: '1.0.0', digest: result.digest }
    expect((await verifySignature({ signature, subject, trustedKeys: [trusted] })).diagnostics).toEqual([])
  })

  it.each([
    ['no key', 'hello'],
    ['a key of another kind', generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' })],
  ])('refuses to sign with %s, repeats nothing of it, and writes no archive', async (_what, key) => {
    await using place = await createPlace({ ...tallyFiles(), 'key.pem': key })
    const { diagnostics, exitCode } = await place.json(['pack', '--sign', 'key.pem'])
    expect(exitCode).toBe(1)
    expect(diagnostics).toMatchObject([{ code: 'key-invalid' }])
    expect(await readdir(place.path)).not.toContain('tally-1.0.0.plug')
  })
})
