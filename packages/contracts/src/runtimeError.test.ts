import { describe, expect, test } from 'vitest'

import {
  ERROR_MESSAGE_LENGTH,
  FATAL_ERROR_CODES,
  PluginRuntimeError,
  RUNTIME_ERROR_CODES,
  type RuntimeErrorShape,
  toErrorShape,
} from './runtimeError.ts'

const full: RuntimeErrorShape = {
  code: 'PLUGIN_THREW',
  message: 'The handler threw.',
  source: { line: 3, column: 1 },
  details: { handler: 'go' },
}

describe('PluginRuntimeError', () => {
  test('has a plain form that makes the same error again', () => {
    const error = new PluginRuntimeError(full)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ ...full, name: 'PluginRuntimeError' })
    expect(error.toShape()).toEqual(full)
    expect(new PluginRuntimeError(error.toShape()).toShape()).toEqual(full)
  })

  test('leaves out of its plain form what is not known', () => {
    const shape = new PluginRuntimeError({ code: 'DISPOSED', message: 'Gone.' }).toShape()
    expect(Object.keys(shape)).toEqual(['code', 'message'])
    expect(JSON.parse(JSON.stringify(shape))).toEqual(shape)
  })

  test('cuts long messages and shows that it did', () => {
    const { message } = new PluginRuntimeError({ code: 'PLUGIN_THREW', message: 'x'.repeat(10_000) })
    expect(message).toHaveLength(ERROR_MESSAGE_LENGTH)
    expect(message.endsWith('…')).toBe(true)
  })

  test('keeps its cause to itself', () => {
    const cause = new Error('/home/host/secret.ts')
    const error = new PluginRuntimeError(full, { cause })
    expect(error.cause).toBe(cause)
    expect(JSON.stringify(error.toShape())).not.toContain('secret')
  })
})

describe('toErrorShape', () => {
  test('gives the plain form of a runtime error', () => {
    expect(toErrorShape(new PluginRuntimeError(full))).toEqual(full)
  })

  test.each([
    new Error('/home/host/secret.ts'),
    'secret',
    null,
    undefined,
    { code: 'PLUGIN_THREW', message: 'secret' },
  ])('tells nothing of %s but that the runtime failed', (thrown) => {
    const shape = toErrorShape(thrown)
    expect(shape.code).toBe('RUNTIME_CRASHED')
    expect(shape.message).not.toContain('secret')
  })
})

test('fatal codes are codes', () => {
  expect(RUNTIME_ERROR_CODES).toEqual(expect.arrayContaining([...FATAL_ERROR_CODES]))
  expect(new Set(RUNTIME_ERROR_CODES).size).toBe(RUNTIME_ERROR_CODES.length)
})
