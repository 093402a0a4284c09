import { createContext, use, useEffect } from 'react'

import type { Command } from './command.ts'

/** Says which commands there are at the moment. Asked each time, so that it may depend on anything. */
export type CommandSource = () => readonly Command[]

/** All commands of the page, from whoever has some. */
export class CommandRegistry {
  readonly #sources = new Set<CommandSource>()

  /** Gives the way to take them out again. */
  register(source: CommandSource): () => void {
    this.#sources.add(source)
    return () => {
      this.#sources.delete(source)
    }
  }

  /** Every command that there is now; of two with one id, the first. */
  list(): readonly Command[] {
    const commands = new Map<string, Command>()
    for (const source of this.#sources) {
      for (const command of source()) if (!commands.has(command.id)) commands.set(command.id, command)
    }
    return [...commands.values()]
  }

  /** Runs a command by its id; false when there is none at the moment. */
  run(id: string): boolean {
    const command = this.list().find((candidate) => candidate.id === id)
    command?.run()
    return command !== undefined
  }
}

const RegistryContext = createContext<CommandRegistry | null>(null)

export const CommandRegistryProvider: typeof RegistryContext.Provider = RegistryContext.Provider

export function useCommandRegistry(): CommandRegistry {
  const registry = use(RegistryContext)
  if (registry === null) throw new Error('useCommandRegistry needs a CommandRegistryProvider above it')
  return registry
}

/** Offers commands while the component is there. `source` must be the same function from render to render. */
export function useCommandSource(source: CommandSource): void {
  const registry = useCommandRegistry()
  useEffect(() => registry.register(source), [registry, source])
}
