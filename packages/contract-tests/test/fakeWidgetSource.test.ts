import { createFakeWidgetSource } from '@plugboard/contract-tests'
import { expect, test, vi } from 'vitest'

const TREE = { kind: 'text', text: 'a' } as const

test('a snapshot is the same object until something is shown', () => {
  const source = createFakeWidgetSource()
  const lease = source.lease('guest@1', 'main')
  const first = lease.getSnapshot()
  expect(first).toMatchObject({ status: 'loading', tree: null })
  expect(lease.getSnapshot()).toBe(first)
  source.showTree('guest@1', 'main', TREE)
  expect(lease.getSnapshot()).toMatchObject({ status: 'ready', tree: TREE })
})

test('a listener hears of its own widget only, and of nothing once it unsubscribed', () => {
  const source = createFakeWidgetSource()
  const listener = vi.fn<() => void>()
  const unsubscribe = source.lease('guest@1', 'main').subscribe(listener)
  source.showTree('guest@1', 'side', TREE)
  source.showTree('guest@2', 'main', TREE)
  expect(listener).not.toHaveBeenCalled()
  source.showTree('guest@1', 'main', TREE)
  expect(listener).toHaveBeenCalledTimes(1)
  unsubscribe()
  source.showTree('guest@1', 'main', TREE)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(source.listenerCount).toBe(0)
})

test('leases are counted, and releasing twice counts once', () => {
  const source = createFakeWidgetSource()
  const [first] = [source.lease('guest@1', 'main'), source.lease('guest@1', 'main')]
  expect(source.leaseCount).toBe(2)
  first?.release()
  first?.release()
  expect(source.leaseCount).toBe(1)
})

test('events are recorded with their address, and a released lease sends none', () => {
  const source = createFakeWidgetSource()
  const lease = source.lease('guest@1', 'main')
  lease.emit('go', { type: 'press' })
  lease.release()
  lease.emit('go', { type: 'press' })
  expect(source.emitted).toEqual([{ instanceId: 'guest@1', widgetId: 'main', handler: 'go', event: { type: 'press' } }])
})
