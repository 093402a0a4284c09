import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { runCommand } from './workbench.ts'

export interface AuthorJourneyOptions {
  readonly root: string
  /** Folder outside of the workspace in which the packed packages, vitest and TypeScript are installed. */
  readonly installed: string
}

/** What the author hands on. */
export interface PackedPlugin {
  readonly path: string
  readonly digest: string
}

/** What `--json` writes, as far as this journey looks. */
interface Output {
  readonly ok: boolean
  readonly result: Readonly<Record<string, unknown>>
}

/**
 * The way of an author and of who takes the plugin, with the command as it is published: new ▸ edit ▸ check ▸ test ▸ pack ▸
 * list ▸ enable ▸ lock ▸ show ▸ run. Throws where it ends before that; returns what was packed.
 */
export function walkAuthorJourney({ installed, root }: AuthorJourneyOptions): PackedPlugin {
  const place = join(installed, 'journey')
  mkdirSync(join(place, 'app'), { recursive: true })
  const plugboard = (...argv: readonly string[]): Output['result'] => {
    const { output } = runCommand(root, place, [join(installed, 'node_modules/.bin/plugboard'), ...argv, '--json'])
    const { ok, result } = parse(output)
    assert.ok(ok, `plugboard ${argv.join(' ')} failed:\n${output}`)
    return result
  }

  plugboard('new', 'widget', 'my-widget', '--name', 'My tally')
  const versions = readFileSync(join(place, 'my-widget/package.json'), 'utf8')
  assert.doesNotMatch(versions, /workspace:|catalog:/, 'A new plugin names versions that only this workspace knows')

  edit(place, 'my-widget/src/plugin.tsx', ['More', 'One more'])
  edit(place, 'my-widget/test/plugin.test.ts', ["'More'", "'One more'"])
  edit(place, 'my-widget/plugin.json', ['"requests": {}', '"requests": { "readShared": ["runtime-registry"] }'])
  const digest = String(plugboard('check', 'my-widget')['digest'])
  assert.deepEqual(plugboard('test', 'my-widget'), {
    runs: [
      { subject: 'source', isGood: true },
      { subject: 'packed code', isGood: true },
    ],
  })
  assert.equal(plugboard('pack', 'my-widget', '--out', 'app/plugins')['digest'], digest)

  const app = ['--dir', 'app']
  expectEntry(plugboard('list', ...app), { status: 'disabled', digest })
  const grants = { readShared: ['runtime-registry'] }
  const enablement = { version: 1, plugins: [{ ref: 'folder:my-widget', digest, grants }] }
  writeFileSync(join(place, 'app/plugins.json'), JSON.stringify(enablement))
  plugboard('lock', ...app)
  const entry = expectEntry(plugboard('show', 'my-widget', ...app), { status: 'active', digest })
  assert.deepEqual(entry['effective'], ['read:runtime-registry'])

  // "Less" has no number while there is nothing to take away.
  writeFileSync(join(place, 'lines.txt'), '1\n2\n1\n')
  const run = plugboard('run', 'my-widget', ...app, '--events', 'lines.txt')
  assert.deepEqual(run['state'], { count: 1 })
  // The pinned one, though the present folder has one of that name: only that one is granted anything.
  assert.deepEqual(run['granted'], ['read:runtime-registry'])
  assert.match(String(run['text']), /One more/)
  return { path: join(place, 'app/plugins/my-widget-0.1.0.plug'), digest }
}

function edit(place: string, path: string, [from, to]: readonly [from: string, to: string]): void {
  const text = readFileSync(join(place, path), 'utf8')
  assert.ok(text.includes(from), `${path} has no ${from} any more, which the journey edits`)
  writeFileSync(join(place, path), text.replaceAll(from, to))
}

function parse(output: string): Output {
  try {
    // the schema of it is tested where it is made
    return JSON.parse(output) as Output
  } catch {
    throw new Error(`plugboard wrote no JSON:\n${output}`)
  }
}

function expectEntry(
  { entries }: Output['result'],
  expected: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  assert.ok(Array.isArray(entries) && entries.length === 1, 'There is not exactly one package in the project')
  const entry = entries[0] as Readonly<Record<string, unknown>>
  assert.deepEqual({ ...entry, ...expected }, entry)
  return entry
}
