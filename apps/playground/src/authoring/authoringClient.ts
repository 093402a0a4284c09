import { wrap, type Remote } from 'comlink'

import type { PluginProject } from '../projects/pluginProject.ts'
import type { AuthoringWorker } from './authoringWorker.ts'
import type { ProjectResult } from './compileProject.ts'

/** Compiles projects, off the page's thread. */
export interface Authoring {
  compile(project: PluginProject): Promise<ProjectResult>
}

export interface AuthoringOptions {
  readonly createWorker?: () => Worker
  /** After which a compilation is stopped, in milliseconds. */
  readonly patienceMs?: number
}

/** Hostile text may keep a compiler busy for ever; a file of the longest length takes well under a second. */
const PATIENCE_MS = 20_000

/** Starts its worker with the first project, and another one after one that did not answer. */
export class AuthoringClient implements Authoring {
  readonly #createWorker: () => Worker
  readonly #patienceMs: number
  #worker: { readonly thread: Worker; readonly remote: Remote<AuthoringWorker> } | null = null

  constructor({ createWorker = startWorker, patienceMs = PATIENCE_MS }: AuthoringOptions = {}) {
    this.#createWorker = createWorker
    this.#patienceMs = patienceMs
  }

  async compile(project: PluginProject): Promise<ProjectResult> {
    const worker = (this.#worker ??= this.#start())
    const silence = Promise.withResolvers<null>()
    const giveUp = (): void => silence.resolve(null)
    const timer = setTimeout(giveUp, this.#patienceMs)
    worker.thread.addEventListener('error', giveUp)
    const result = await Promise.race([worker.remote.compile(project), silence.promise])
    clearTimeout(timer)
    worker.thread.removeEventListener('error', giveUp)
    if (result !== null) return result
    worker.thread.terminate()
    if (this.#worker === worker) this.#worker = null
    return NOT_COMPILED
  }

  #start(): { readonly thread: Worker; readonly remote: Remote<AuthoringWorker> } {
    const thread = this.#createWorker()
    return { thread, remote: wrap<AuthoringWorker>(thread) }
  }
}

const NOT_COMPILED: ProjectResult = {
  kind: 'refused',
  problems: [
    {
      code: 'NOT_COMPILED',
      message: 'The compiler did not answer and was stopped. Nothing was run; try a shorter or simpler file.',
      file: 'plugin.tsx',
    },
  ],
}

function startWorker(): Worker {
  return new Worker(new URL('./authoringWorker.ts', import.meta.url), { type: 'module', name: 'authoring' })
}
