import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { SourcePosition } from '@plugboard/contracts'

import type { PluginHostErrorCode } from '@plugboard/host'
import type { StoreDefect } from '@plugboard/store-core'

import type { CallerFrames } from './callerFrames.ts'
import { PluginTestError } from './pluginTestError.ts'
import { createSourceFinder, writePlace } from './sourceFile.ts'
import type { LoadedSource } from './pluginSource.ts'

/** What is known of a failure of the plugin: an error of the host's, or one that it reports. */
export interface PluginFailure {
  readonly code: PluginHostErrorCode
  readonly message: string
  readonly source?: SourcePosition | undefined
}

/** What has gone wrong since somebody last asked. */
export class FailureLog {
  readonly #source: LoadedSource
  readonly #find: ReturnType<typeof createSourceFinder>
  #failures: ((caller: CallerFrames) => PluginTestError)[] = []

  constructor(source: LoadedSource) {
    this.#source = source
    this.#find = createSourceFinder(source.sourceMap)
  }

  /** The plugin failed. */
  notePlugin(failure: PluginFailure): void {
    this.#failures.push((caller) => this.createPluginError(failure, caller))
  }

  /** Code of the test itself threw: a reducer, a domain. */
  noteFault(fault: unknown): void {
    // The store says whose code it was, beside what it threw.
    const [cause, subject] = isDefect(fault) ? [fault.error, fault.subject] : [fault, '']
    const why = cause instanceof Error ? cause.message : String(cause)
    const whose = subject === '' ? 'Code around the plugin' : `The host's code for "${subject}"`
    this.#failures.push((caller) =>
      withFrames(new PluginTestError('HOST_FAILED', `${whose} failed: ${why}`, { cause }), caller),
    )
  }

  /** Throws the first failure that nobody has seen yet, as that of whoever called. */
  throwFirst(caller: CallerFrames): void {
    const [createFirst] = this.#failures
    this.#failures = []
    if (createFirst !== undefined) throw createFirst(caller)
  }

  /** An error whose stack begins where the plugin failed, in the author's own file, and goes on with whoever called. */
  createPluginError({ code, message, source }: PluginFailure, caller: CallerFrames): PluginTestError {
    if (source === undefined)
      return withFrames(new PluginTestError('PLUGIN_FAILED', message, { hostCode: code }), caller)
    const place = this.#find(source)
    const error = new PluginTestError('PLUGIN_FAILED', `${writePlace(place)}: ${message}`, {
      source: place,
      hostCode: code,
    })
    const path = this.#source.folder === null ? null : join(this.#source.folder, place.file)
    const frames = path !== null && existsSync(path) ? [`    at ${path}:${place.line}:${place.column}`] : []
    return withFrames(error, [...frames, ...caller])
  }
}

function withFrames(error: PluginTestError, frames: CallerFrames): PluginTestError {
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n')
  return error
}

function isDefect(fault: unknown): fault is StoreDefect {
  return typeof fault === 'object' && fault !== null && 'subject' in fault && 'error' in fault
}
