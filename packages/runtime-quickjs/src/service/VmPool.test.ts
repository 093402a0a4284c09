import { resolveLimits } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { compiled, rejectionOf } from '../../test/vmKit.ts'
import { ImageHome } from '../image/ImageHome.ts'
import { OwnedHome } from '../vm/OwnedHome.ts'
import { VmPool } from './VmPool.ts'

const request = { packageId: 'a', instanceId: 'a@12345678', code: 'fine' }
const limits = resolveLimits()

test('VMs with equal limits share an engine; others have another', async () => {
  const pool = new VmPool({ compile: () => compiled, images: true })
  const [first, second] = [await pool.open(request, limits), await pool.open(request, limits)]
  expect(first).toBeInstanceOf(ImageHome)
  expect(second.guest).toBe(first.guest)
  for (const other of [{ memoryBytes: 32 * 1024 * 1024 }, { stackBytes: 64 * 1024 }, { bytesOut: 1_000 }]) {
    expect((await pool.open(request, resolveLimits(other))).guest).not.toBe(first.guest)
  }
})

test('VMs of one time zone share an engine; those of another have another, also where no zone is named', async () => {
  const pool = new VmPool({ compile: () => compiled, images: true })
  const homeOf = (timeZone?: string) =>
    pool.open({ ...request, seed: { random: 1, epochMs: 0, ...(timeZone === undefined ? {} : { timeZone }) } }, limits)
  const first = await homeOf('Asia/Tokyo')
  expect((await homeOf('Asia/Tokyo')).guest).toBe(first.guest)
  const unnamed = await homeOf()
  expect(unnamed.guest).not.toBe(first.guest)
  expect((await homeOf('UTC')).guest).toBe(unnamed.guest)
})

test('limits that decide nothing about the memory or the bootstrap do not cost another engine', async () => {
  const pool = new VmPool({ compile: () => compiled, images: true })
  const first = await pool.open(request, limits)
  expect((await pool.open(request, resolveLimits({ graceMs: 7, treeNodes: 9 }))).guest).toBe(first.guest)
})

test('without images, and where an engine cannot start within its limits, each VM has an engine', async () => {
  const plain = new VmPool({ compile: () => compiled, images: false })
  const pool = new VmPool({ compile: () => compiled, images: true })
  const tiny = resolveLimits({ stackBytes: 1_024 })
  for (const home of [await plain.open(request, limits), await pool.open(request, tiny)]) {
    expect(home).toBeInstanceOf(OwnedHome)
  }
})

test('a compilation that fails is said with a code, and tried again', async () => {
  let isServed = false
  const pool = new VmPool({ compile: () => (isServed ? compiled : Promise.reject(new Error('404'))), images: true })
  await pool.prepare(limits)
  expect((await rejectionOf(pool.open(request, limits))).code).toBe('RUNTIME_CRASHED')
  isServed = true
  expect(await pool.open(request, limits)).toBeInstanceOf(ImageHome)
})

test('an engine that was prepared is the one that the first VM gets', async () => {
  let compilations = 0
  const compile = (): Promise<WebAssembly.Module> => {
    compilations += 1
    return compiled
  }
  const pool = new VmPool({ compile, images: true })
  await pool.prepare(limits)
  await pool.open(request, limits)
  expect(compilations).toBe(1)
})

test('an engine that nobody is in any more is given up when another is needed', async () => {
  const pool = new VmPool({ compile: () => compiled, images: true })
  const other = resolveLimits({ bytesOut: 1_000 })
  const [left, stays] = [await pool.open(request, limits), await pool.open(request, other)]
  left.leave()
  await pool.open(request, resolveLimits({ bytesOut: 2_000 }))
  expect((await pool.open(request, limits)).guest).not.toBe(left.guest)
  expect((await pool.open(request, other)).guest).toBe(stays.guest)
})
