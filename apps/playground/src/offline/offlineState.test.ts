import { expect, test } from 'vitest'

import { OfflineState } from './offlineState.ts'

/** A browser's service workers, moved by hand. */
class FakeContainer extends EventTarget {
  controller: ServiceWorker | null = null
  readonly registration = Object.assign(new EventTarget(), {
    waiting: null as ServiceWorker | null,
    installing: null as ServiceWorker | null,
  })
  register(): Promise<ServiceWorkerRegistration> {
    return Promise.resolve(this.registration as unknown as ServiceWorkerRegistration)
  }
}

class FakeWorker extends EventTarget {
  state = 'installing'
  readonly said: unknown[] = []
  readonly #isComplete: boolean

  constructor(isComplete = true) {
    super()
    this.#isComplete = isComplete
  }

  postMessage(message: unknown, [port]: readonly MessagePort[] = []): void {
    this.said.push(message)
    port?.postMessage(this.#isComplete)
  }
}

function createKit(): { readonly container: FakeContainer; readonly state: OfflineState } {
  const container = new FakeContainer()
  return { container, state: new OfflineState(container) }
}

function asWorker(worker: FakeWorker): ServiceWorker {
  return worker as unknown as ServiceWorker
}

/** Resolves when the view is told of again. */
function told(state: OfflineState): Promise<void> {
  return new Promise((resolve) => {
    const stop = state.subscribe(() => {
      stop()
      resolve()
    })
  })
}

test('a browser without service workers is no reason to fail', async () => {
  const state = new OfflineState(undefined)
  await state.start('/sw.js')
  expect(state.getSnapshot()).toEqual({ isReady: false, hasUpdate: false })
})

test('a page that nothing serves yet is not ready; it is when its worker has everything', async () => {
  const { container, state } = createKit()
  await state.start('/sw.js')
  expect(state.getSnapshot().isReady).toBe(false)
  container.controller = asWorker(new FakeWorker())
  const change = told(state)
  container.dispatchEvent(new Event('controllerchange'))
  await change
  expect(state.getSnapshot()).toEqual({ isReady: true, hasUpdate: false })
})

test('a worker that cannot have everything is not ready', async () => {
  const { container, state } = createKit()
  container.controller = asWorker(new FakeWorker(false))
  await state.start('/sw.js')
  expect(state.getSnapshot().isReady).toBe(false)
})

test('the first worker is no update; the next one is, and takes over when it is told to', async () => {
  const { container, state } = createKit()
  await state.start('/sw.js')
  const first = new FakeWorker()
  container.registration.installing = asWorker(first)
  container.registration.dispatchEvent(new Event('updatefound'))
  first.state = 'installed'
  first.dispatchEvent(new Event('statechange'))
  expect(state.getSnapshot().hasUpdate).toBe(false)

  container.controller = asWorker(first)
  const next = new FakeWorker()
  container.registration.installing = asWorker(next)
  container.registration.dispatchEvent(new Event('updatefound'))
  next.state = 'installed'
  next.dispatchEvent(new Event('statechange'))
  expect(state.getSnapshot().hasUpdate).toBe(true)
  const update = state.update()
  expect(next.said).toEqual(['take-over'])
  container.dispatchEvent(new Event('controllerchange'))
  await update
})

test('one that waited since the last visit is an update', async () => {
  const { container, state } = createKit()
  container.controller = asWorker(new FakeWorker())
  container.registration.waiting = asWorker(new FakeWorker())
  await state.start('/sw.js')
  expect(state.getSnapshot()).toEqual({ isReady: true, hasUpdate: true })
})
