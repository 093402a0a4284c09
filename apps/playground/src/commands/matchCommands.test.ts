import { Play } from 'lucide-react'
import { expect, test } from 'vitest'

import type { Command } from './command.ts'
import { matchCommands } from './matchCommands.ts'

function command(title: string, given: Partial<Command> = {}): Command {
  return { id: title, kind: 'command', title, icon: Play, run: () => undefined, ...given }
}

const COMMANDS = [
  command('Add instance of Counter'),
  command('Edit grants of counter@a1', { kind: 'instance' }),
  command('Go to counter@a1', { kind: 'instance' }),
  command('Use the dark theme', { keywords: 'appearance night' }),
  command('Encounter'),
]

function titles(query: string, recent?: readonly string[]): readonly string[] {
  return matchCommands(COMMANDS, query, recent).map(({ command: { title } }) => title)
}

test('every word of the query has to be there, in any order and case', () => {
  expect(titles('COUNTER add')).toEqual(['Add instance of Counter'])
  expect(titles('counter theme')).toEqual([])
})

test('keywords find a command too, after those whose title has the word', () => {
  expect(titles('night')).toEqual(['Use the dark theme'])
})

test('a word that starts where the query starts comes before one in the middle of a word', () => {
  expect(titles('counter').at(-1)).toBe('Encounter')
})

test('an at sign finds instances alone, a greater-than sign everything else', () => {
  expect(titles('@counter')).toEqual(['Edit grants of counter@a1', 'Go to counter@a1'])
  expect(titles('>counter')).toEqual(['Add instance of Counter', 'Encounter'])
})

test('without a query everything is there, what was used lately first', () => {
  expect(titles('', ['Encounter', 'gone'])[0]).toBe('Encounter')
  expect(titles('')).toHaveLength(COMMANDS.length)
  expect(matchCommands(COMMANDS, '', ['Encounter']).map(({ isRecent }) => isRecent)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test('what was found is marked, once where it overlaps', () => {
  const [first] = matchCommands(COMMANDS, 'coun counter add')
  expect(first?.marks).toEqual([
    [0, 3],
    [16, 23],
  ])
})

test('a query of special characters is text and no pattern', () => {
  expect(titles('.*')).toEqual([])
  expect(titles('(')).toEqual([])
})
