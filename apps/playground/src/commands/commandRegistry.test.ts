import { Play } from 'lucide-react'
import { expect, test, vi } from 'vitest'

import type { Command } from './command.ts'
import { CommandRegistry } from './commandRegistry.ts'

function command(id: string, run: () => void = () => undefined): Command {
  return { id, kind: 'command', title: id, icon: Play, run }
}

test('the commands of every source are there until it is taken out', () => {
  const registry = new CommandRegistry()
  registry.register(() => [command('one')])
  const remove = registry.register(() => [command('two')])
  expect(registry.list().map(({ id }) => id)).toEqual(['one', 'two'])
  remove()
  expect(registry.list().map(({ id }) => id)).toEqual(['one'])
})

test('of two commands with one id the first is the one', () => {
  const registry = new CommandRegistry()
  const first = vi.fn<() => void>()
  registry.register(() => [command('one', first)])
  registry.register(() => [command('one')])
  expect(registry.run('one')).toBe(true)
  expect(first).toHaveBeenCalledOnce()
})

test('a command that is not there at the moment is not run', () => {
  const registry = new CommandRegistry()
  let commands: readonly Command[] = []
  registry.register(() => commands)
  expect(registry.run('one')).toBe(false)
  commands = [command('one')]
  expect(registry.run('one')).toBe(true)
})
