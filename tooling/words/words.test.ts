import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { expect, test } from 'vitest'

import { findWords } from './findWords.ts'

const root = resolve(import.meta.dirname, '../..')

/** Packages whose words go through a catalogue. */
const SPEAKING = ['apps/playground/src', 'packages/devtools/src']

/** Move to the devtools, which have a catalogue of their own. */
const LEAVING = /^(timeline|inspector)\/|^ui\/(OutcomePill|JsonView)/

test('no view of the playground or the devtools writes its own words', () => {
  const written = SPEAKING.filter((dir) => existsSync(join(root, dir))).flatMap((dir) =>
    globSync('**/*.tsx', { cwd: join(root, dir) })
      .filter((file) => !LEAVING.test(file))
      .flatMap((file) =>
        findWords(file, readFileSync(join(root, dir, file), 'utf8')).map(
          ({ line, words }) => `${dir}/${file}:${line} ${words}`,
        ),
      ),
  )
  expect(written).toEqual([])
})

test.each([
  ['<p>Nothing runs.</p>', ['Nothing runs.']],
  ['<p>{isBusy ? "Busy" : words.idle}</p>', ['Busy']],
  ['<p>{`${count} denied`}</p>', ['denied']],
  ['<button aria-label="Dismiss" />', ['Dismiss']],
  ['<button aria-label={`Remove ${name}`} />', ['Remove']],
  ['<input placeholder="Filter" title={"Type"} />', ['Filter', 'Type']],
  ['<><b>{kind === "row" ? words.row : words.column}</b></>', []],
  ['<div className="card" data-kind={`a ${kind}`}>{list.join("and")}</div>', []],
  ['<p>{names.map((name) => <b key="key" className="strong">{name}</b>)}</p>', []],
  ['<p>{names.map((name) => <b>{name === "x" ? "Unknown" : name}</b>)}</p>', ['Unknown']],
  ['<p>–, {3} ×</p>', []],
])('in %s it is %j that stands outside of a catalogue', (view, expected) => {
  expect(findWords('view.tsx', `export const view = ${view}`).map(({ words }) => words)).toEqual(expected)
})
