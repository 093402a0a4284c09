import { Argument, Command, Option } from 'commander'

import { CommandOptions, type CommandInput } from './commandOutcome.ts'
import { COMMANDS, type CommandDefinition } from './commandTable.ts'
import { EXIT_CODES } from './exitCodes.ts'

/** A command line that was understood. */
export interface ParsedCommand {
  readonly command: CommandDefinition
  readonly input: CommandInput
  readonly isJson: boolean
}

export interface ProgramOptions {
  readonly version: string
  /** Help and the version. */
  readonly write: (text: string) => void
  readonly onCommand: (parsed: ParsedCommand) => void
}

/** The parser of the command line. What it does not understand it throws, as commander's `CommanderError`. */
export function createProgram({ onCommand, version, write }: ProgramOptions): Command {
  const program = new Command('plugboard')
    .description('Makes, checks, packs and runs plugin packages.')
    .version(version, '--version', 'show the version')
    .helpOption('--help', 'show help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => {} })
    .addHelpText('after', `\nExit codes: ${describeExitCodes()}`)
  for (const definition of COMMANDS) {
    program.addCommand(createCommand(definition, onCommand).copyInheritedSettings(program))
  }
  return program
}

/** `0 ok, 1 refused, …`. */
export function describeExitCodes(): string {
  return Object.entries(EXIT_CODES)
    .map(([name, code]) => `${code} ${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`)
    .join(', ')
}

function createCommand(definition: CommandDefinition, onCommand: ProgramOptions['onCommand']): Command {
  const command = new Command(definition.name)
    .summary(definition.summary)
    .description(`${capitalise(definition.summary)}.\n\n${definition.description}`)
    .helpOption('--help', 'show help')
  for (const { term, means } of definition.args) command.addArgument(new Argument(term, means))
  for (const { isList, means, term } of definition.options) {
    const option = new Option(term, means)
    command.addOption(isList === true ? option.argParser(append) : option)
  }
  command.option('--json', 'write one JSON object, whatever happens')
  command.action((...parts: readonly unknown[]) => {
    // commander gives the arguments, then the options, then itself
    const args = parts.slice(0, definition.args.length).map((arg) => (typeof arg === 'string' ? arg : undefined))
    const { json, ...values } = command.opts()
    onCommand({ command: definition, input: { args, options: new CommandOptions(values) }, isJson: json === true })
  })
  return command
}

function append(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value]
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
