import { wrap, type Remote } from 'comlink'

import type { ProjectFile } from '../projects/pluginProject.ts'
import type { FormatWorker } from './formatWorker.ts'

let worker: Remote<FormatWorker> | null = null

/** The text of a file in one common form; null where it cannot be read as what it is. */
export async function formatSource(file: ProjectFile, text: string): Promise<string | null> {
  if (file === 'manifest.json') return formatJson(text)
  worker ??= wrap<FormatWorker>(
    new Worker(new URL('./formatWorker.ts', import.meta.url), { type: 'module', name: 'format' }),
  )
  return await worker.format(text)
}

function formatJson(text: string): string | null {
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`
  } catch {
    return null
  }
}
