import { describe, expect, it } from 'vitest'

import { NO_GRANTS } from './capabilityGrants.ts'
import { parseLoadPluginRequest, parsePluginCall } from './pluginRequest.ts'

const request = { packageId: 'a', instanceId: 'a@1', code: '' }
const view = {
  pluginState: null,
  globalState: { self: { packageId: 'a', instanceId: 'a@1' }, shared: {} },
  grants: NO_GRANTS,
}
const call = { kind: 'event', widgetId: 'main', handler: 'go', event: { type: 'press' }, view }
const invoke = { kind: 'invoke', surface: 'tool', name: 'add', input: { by: 1 }, view }
const protocol = (message: RegExp) =>
  expect.objectContaining({ code: 'PROTOCOL', message: expect.stringMatching(message) })

describe('a load request', () => {
  it('is taken as it is, without what it does not name', () => {
    const whole = {
      ...request,
      sourceMap: '{}',
      apiVersion: 1,
      trusted: true,
      limits: { bytesIn: 5 },
      seed: { random: 1, epochMs: 2, timeZone: 'Asia/Tokyo' },
    }
    expect(parseLoadPluginRequest({ ...whole, callback: () => 1 })).toEqual(whole)
    expect(parseLoadPluginRequest({ ...request, sourceMap: undefined, seed: undefined })).toEqual(request)
  })

  it.each<[string, unknown, RegExp]>([
    ['null', null, /request is not an object/],
    ['a list', [], /request is not an object/],
    ['text', 'code', /request is not an object/],
    ['nothing in it', {}, /instance id was not made/],
    ['an id of another package', { ...request, packageId: 'b' }, /instance id was not made/],
    ['an id that is no text', { ...request, instanceId: 5 }, /instance id was not made/],
    ['no code', { ...request, code: undefined }, /code of the load request is not text/],
    ['code in bytes', { ...request, code: new Uint8Array(2) }, /code of the load request is not text/],
    ['a source map that is null', { ...request, sourceMap: null }, /sourceMap .* Leave it out/],
    ['a source map that was parsed', { ...request, sourceMap: { version: 3 } }, /sourceMap .* Leave it out/],
    ['a trust that is text', { ...request, trusted: 'yes' }, /trusted is neither/],
    ['a seed that is a number', { ...request, seed: 7 }, /seed is not/],
    ['a seed that is no number', { ...request, seed: { random: Number.NaN, epochMs: 0 } }, /seed is not/],
    [
      'a seed with no time zone',
      { ...request, seed: { random: 1, epochMs: 0, timeZone: 'Mars/Olympus' } },
      /seed is not/,
    ],
    ['limits that are null', { ...request, limits: null }, /limits are not an object/],
    ['a limit that is none', { ...request, limits: { memoryBytes: 'much' } }, /memoryBytes is not a positive number/],
  ])('is refused with %s', (_name, value, message) => {
    expect(() => parseLoadPluginRequest(value)).toThrow(protocol(message))
  })
})

describe('a call', () => {
  it('is taken with what its kind has, and nothing else', () => {
    expect(parsePluginCall({ ...call, extra: () => 1 })).toEqual(call)
    expect(parsePluginCall({ ...call, kind: 'render' })).toEqual({ kind: 'render', widgetId: 'main', view })
    expect(parsePluginCall({ ...invoke, widgetId: 'main' })).toEqual(invoke)
    expect(parsePluginCall({ ...invoke, input: null })).toEqual({ ...invoke, input: null })
  })

  it.each<[string, unknown, RegExp]>([
    ['null', null, /call is not an object/],
    ['nothing', undefined, /call is not an object/],
    ['an unknown kind', { ...call, kind: 'paint' }, /neither "render", "event" nor "invoke"/],
    ['a widget that is no text', { ...call, widgetId: 5 }, /widgetId of the call is not text/],
    ['a handler that is no text', { ...call, handler: {} }, /handler of the call is not text/],
    ['no event', { ...call, event: null }, /event of the call is not an object/],
    ['an unknown surface', { ...invoke, surface: 'widget' }, /surface of the call is neither/],
    ['a surface that is no text', { ...invoke, surface: ['tool'] }, /surface of the call is neither/],
    ['a name that is no text', { ...invoke, name: 5 }, /name in the call is not text/],
    ['no input', { ...invoke, input: undefined }, /has no input/],
    ['an invocation without a view', { ...invoke, view: null }, /view of the call is not/],
    ['no view', { ...call, view: undefined }, /view of the call is not/],
    ['a view without grants', { ...call, view: { ...view, grants: {} } }, /view of the call is not/],
    ['a view without shared state', { ...call, view: { ...view, globalState: {} } }, /view of the call is not/],
  ])('is refused with %s', (_name, value, message) => {
    expect(() => parsePluginCall(value)).toThrow(protocol(message))
  })
})
