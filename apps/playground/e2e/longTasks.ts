import type { Page } from '@playwright/test'

/** Longest that a task of a page may hold its main thread, in milliseconds. */
const LONGEST_TASK = 50

/**
 * Looks at the page's main thread until the result is called, which gives the work of every task that was too long, in
 * milliseconds. Work is the thread's own time: what a busy machine takes away from it is no work.
 */
export async function watchLongTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('The page has no browser of its own.')
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as Trace
    const threads = new Set(
      traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
    )
    const tasks = traceEvents.filter((event) => event.tdur !== undefined && threads.has(threadOf(event)))
    if (tasks.length === 0) throw new Error('The trace has no task of the page.')
    return tasks.map(({ tdur = 0 }) => Math.round(tdur / 1_000)).filter((ms) => ms > LONGEST_TASK)
  }
}

interface Trace {
  readonly traceEvents: readonly TraceEvent[]
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Time of the thread itself, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`
}
