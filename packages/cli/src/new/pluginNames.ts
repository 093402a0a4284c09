import { cleanDisplayText, isPackageId } from '@plugboard/contracts'

import { CliError } from '../commandOutcome.ts'

/** What a new plugin is called. */
export interface PluginNames {
  readonly id: string
  /** On one line. */
  readonly name: string
}

export interface ChooseNamesOptions {
  readonly id?: string | undefined
  readonly name?: string | undefined
  /** Name of the folder. */
  readonly folder: string
}

const LONGEST_NAME = 80

/** What an id looks like; a few of these are reserved all the same. */
const SHAPE = /^[a-z][a-z0-9-]{0,63}$/

/** The names that a person gave, and those that follow from them. @throws CliError `id-invalid` or `usage-invalid`. */
export function chooseNames({ folder, name, ...options }: ChooseNamesOptions): PluginNames {
  const id: string = options.id ?? folder
  const shortened = id.slice(0, LONGEST_NAME)
  if (!isPackageId(id)) {
    const isReserved = SHAPE.test(id)
    throw new CliError('id-invalid', {
      message: isReserved
        ? `"${shortened}" is no id: JavaScript has that name for itself.`
        : `"${shortened}" is no id: use lower-case letters, digits and dashes, starting with a letter, 64 at most.`,
    })
  }
  const shown = cleanDisplayText(name ?? toWords(id)).trim()
  if (shown === '' || shown.length > LONGEST_NAME) {
    throw new CliError('usage-invalid', { message: `The name has to have 1 to ${LONGEST_NAME} characters.` })
  }
  return { id, name: shown }
}

/** `word-count` is `Word count`. */
function toWords(id: string): string {
  const words = id.replaceAll(/-+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
