import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { createManifestText } from '../projects/manifestText.ts'
import { MANIFEST_LENGTH, readManifest } from './readManifest.ts'

const own = createManifestText({ packageId: 'mine', title: 'Mine' })

describe('the manifest of a project', () => {
  test('is read when it is as a new one', () => {
    expect(readManifest(own, 'mine')).toMatchObject({ kind: 'manifest', manifest: { title: 'Mine', stateVersion: 1 } })
  })

  test.each([
    ['a missing comma', own.replace('1,', '1'), 3, /no JSON: comma expected/],
    ['a comment', own.replace('{', '{ // mine'), 1, /no JSON/],
    ['nothing', '', 1, /no JSON/],
    ['a list', '[]', 1, /is not valid/],
    ['a title that is none', own.replace('"Mine"', '7'), 4, /title must be a string/],
    ['a key that nobody knows', own.replace('"title"', '"titel"'), 1, /titel|title/],
    ['a request that is no name', own.replace('[]', '[7]'), 7, /capabilities\.readShared\[0\]/],
    [
      'an id that is not its own',
      own.replace('"mine"', '"other"'),
      3,
      /packageId is "other", but this plugin is "mine"/,
    ],
    ['lists in lists without end', '['.repeat(10_000), 1, /nested too deep/],
    ['too much', own.padEnd(MANIFEST_LENGTH + 1), 1, /characters long/],
  ])('is refused for %s, at its line', (_what, text, line, message) => {
    expect(readManifest(text, 'mine')).toMatchObject({
      kind: 'refused',
      problem: { code: 'INVALID_MANIFEST', file: 'manifest.json', line, message: expect.stringMatching(message) },
    })
  })

  property.prop([fc.oneof(fc.string({ unit: 'binary' }), fc.json())])(
    'is answered, never thrown, whatever it is',
    (text) => {
      expect(readManifest(text, 'mine').kind).toBe('refused')
    },
  )
})
