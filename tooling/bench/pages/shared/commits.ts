/**
 * Tells when React has changed a part of the page. Every variant draws with React on the page, so that all of them are
 * timed at the same point: the end of a commit. Imported before React, which looks for the hook when it starts.
 */
interface Watch {
  readonly root: Element
  readonly isDone: () => boolean
  readonly resolve: (time: number) => void
}

const PATIENCE = 60_000
const watches = new Set<Watch>()

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_renderer: number, { containerInfo }: { readonly containerInfo: unknown }) => {
      for (const watch of watches) {
        if (watch.root !== containerInfo || !watch.isDone()) continue
        watches.delete(watch)
        watch.resolve(performance.now())
      }
    },
  },
})

/** When the first commit of that React root ended after which `isDone` holds, by `performance.now`. */
export function whenCommitted(root: Element, what: string, isDone: () => boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      watches.delete(watch)
      reject(new Error(`${what} was not on the page after ${PATIENCE / 1000} s`))
    }, PATIENCE)
    const watch: Watch = {
      root,
      isDone,
      resolve(time) {
        clearTimeout(timer)
        resolve(time)
      },
    }
    watches.add(watch)
  })
}

/** When the next frame has been painted, by `performance.now`. */
export function whenPainted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(performance.now()), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  })
}
