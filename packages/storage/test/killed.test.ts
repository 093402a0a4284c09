import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { createFileStorage } from '@plugboard/storage/node'
import { expect, it } from 'vitest'

it('a file storage has all that was acknowledged, whole, after its process was killed in the middle of its work', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'plugboard-storage-'))
  const writer = fileURLToPath(new URL('writer.ts', import.meta.url))
  try {
    for (let kill = 0; kill < 8; kill += 1) {
      const child = spawn(process.execPath, ['--conditions=@plugboard/source', writer, directory], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let acknowledged = 0
      const enough = Promise.withResolvers<void>()
      child.stdout.on('data', (chunk: Buffer) => {
        acknowledged = Number(chunk.toString().trim().split('\n').at(-1))
        // Another number of commits each time, so that the kills fall on other places.
        if (acknowledged % (3 + kill) === 0) enough.resolve()
      })
      const ended = once(child, 'exit')
      await enough.promise
      child.kill('SIGKILL')
      await ended
      const { damaged, parts, revision } = await createFileStorage({ directory }).read()
      expect(damaged).toEqual([])
      expect(revision).toBeGreaterThanOrEqual(acknowledged)
      expect([parts.get('one'), parts.get('two')]).toEqual([revision, revision])
    }
  } finally {
    await rm(directory, { recursive: true })
  }
})
