import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { SourcePosition } from '@plugboard/contracts'

import type { StoreDefect } from '@plugboard/store-core'

import { PluginTestError } from './pluginTestError.ts'
import { createSourceFinder, writePlace } from './sourceFile.ts'
import type { LoadedSource } from './pluginSource.ts'

/** What is known of a failure of the plugin. */
export interface PluginFailure {
  readonly message: string
  readonly source?: SourcePosition | undefined
}

/** What has gone wrong since somebody last asked. */
export class FailureLog {
  readonly #source: LoadedSource
  readonly #find: ReturnType<typeof createSourceFinder>
  #failures: PluginTestError[] = []

  constructor(source: LoadedSource) {
    this.#source = source
    this.#find = createSourceFinder(source.sourceMap)
  }

  /** The plugin failed. */
  notePlugin(error: PluginFailure, cause: unknown = error): void {
    this.#failures.push(this.createPluginError(error, cause))
  }

  /** Code of the test itself threw: a reducer, a domain. */
  noteFault(fault: unknown): void {
    // The store says whose code it was, beside what it threw.
    const { cause, subject } = isDefect(fault)
      ? { cause: fault.error, subject: fault.subject }
      : { cause: fault, subject: '' }
    const why = cause instanceof Error ? cause.message : String(cause)
    const whose = subject === '' ? 'Code around the plugin' : `The host's code for "${subject}"`
    this.#failures.push(new PluginTestError('HOST_FAILED', `${whose} failed: ${why}`, { cause }))
  }

  /** Throws the first failure that nobody has seen yet. */
  throwFirst(): void {
    const [first] = this.#failures
    this.#failures = []
    if (first !== undefined) throw first
  }

  /** An error that begins where the plugin failed, so that a test runner shows that line of the author's file. */
  createPluginError({ message, source }: PluginFailure, cause: unknown): PluginTestError {
    if (source === undefined) return new PluginTestError('PLUGIN_FAILED', message, { cause })
    const place = this.#find(source)
    const error = new PluginTestError('PLUGIN_FAILED', `${writePlace(place)}: ${message}`, { cause, source: place })
    const path = this.#source.folder === null ? null : join(this.#source.folder, place.file)
    if (path !== null && existsSync(path)) {
      const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
      const first = `    at ${path}:${place.line}:${place.column}`
      error.stack = [`${error.name}: ${error.message}`, first, ...frames].join('\n')
    }
    return error
  }
}

function isDefect(fault: unknown): fault is StoreDefect {
  return typeof fault === 'object' && fault !== null && 'subject' in fault && 'error' in fault
}
