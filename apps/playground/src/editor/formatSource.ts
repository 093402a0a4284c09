import { wrap, type Remote } from 'comlink'

import { messages } from '../messages/index.ts'
import type { ProjectFile } from '../projects/pluginProject.ts'
import type { FormatWorker } from './formatWorker.ts'

interface Formatter {
  readonly worker: Worker
  readonly remote: Remote<FormatWorker>
  /** Rejects when the worker does not load: it answers nothing then. */
  readonly failed: Promise<never>
}

let opened: Formatter | null = null

/**
 * The text of a file in one common form; null where it cannot be read as what it is.
 *
 * @throws Error when what formats could not be loaded. The next call tries to load it again.
 */
export async function formatSource(file: ProjectFile, text: string): Promise<string | null> {
  if (file === 'manifest.json') return formatJson(text)
  const formatter = (opened ??= open())
  try {
    return await Promise.race([formatter.remote.format(text), formatter.failed])
  } catch (error) {
    formatter.worker.terminate()
    if (opened === formatter) opened = null
    throw error
  }
}

function open(): Formatter {
  const worker = new Worker(new URL('./formatWorker.ts', import.meta.url), { type: 'module', name: 'format' })
  const { promise: failed, reject } = Promise.withResolvers<never>()
  worker.addEventListener('error', () => reject(new Error(messages.editor.formatterNotLoaded)))
  // Whoever waits for an answer hears of it.
  failed.catch(() => undefined)
  return { worker, remote: wrap<FormatWorker>(worker), failed }
}

function formatJson(text: string): string | null {
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`
  } catch {
    return null
  }
}
