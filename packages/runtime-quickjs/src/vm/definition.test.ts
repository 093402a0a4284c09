import { describe, expect, test } from 'vitest'

import { rejectionOf, startVm } from '../../test/vmKit.ts'

const widget = 'widgets: { main: { render() {} } }'

describe('the definition', () => {
  test('is read into what the host may know, and nothing else', async () => {
    const { vm } = await startVm(
      `definePlugin(() => ({ id: 'mine', title: 'T', description: 'D', initialState: { a: [1] }, secret: 1,
        widgets: { main: { render() {}, handlers: { a() {}, 'b.c-d': () => {} } }, side: { render: () => {} } } }))`,
      { request: { packageId: 'mine', instanceId: 'mine@1' } },
    )
    expect(vm.loaded).toEqual({
      packageId: 'mine',
      instanceId: 'mine@1',
      declaredId: 'mine',
      title: 'T',
      description: 'D',
      initialState: { a: [1] },
      widgets: ['main', 'side'],
      handlers: { main: ['a', 'b.c-d'], side: [] },
    })
  })

  test('is shown among the words of the host, so it brings no controls and turns no direction', async () => {
    const { vm } = await startVm(
      String.raw`definePlugin(() => ({ id: '\u0000', title: 'T\u202Ex', description: 'a\u0007b', ${widget} }))`,
    )
    expect(vm.loaded).toMatchObject({ declaredId: ' ', title: 'Tx', description: 'a b' })
  })

  test('says nothing that the plugin did not say', async () => {
    const { vm } = await startVm(`definePlugin(() => ({ title: 'T', ${widget} }))`)
    expect(Object.keys(vm.loaded).toSorted()).toEqual(['handlers', 'instanceId', 'packageId', 'title', 'widgets'])
  })

  for (const [code, message] of [
    ['', 'never calls definePlugin'],
    [`definePlugin(() => ({})); definePlugin(() => ({}))`, 'calls definePlugin 2 times'],
    ['definePlugin({})', 'not a function'],
    ['definePlugin()', 'not a function'],
    ['definePlugin(() => {})', 'must return an object'],
    ['definePlugin(() => [])', 'must return an object'],
    ["definePlugin(() => 'x')", 'must return an object'],
    [`definePlugin(async () => ({ title: 'T', ${widget} }))`, 'a promise'],
    [`definePlugin(() => ({ ${widget} }))`, 'no title'],
    [`definePlugin(() => ({ title: 7, ${widget} }))`, 'a title that is not text'],
    [`definePlugin(() => ({ title: 'x'.repeat(201), ${widget} }))`, 'a title of more than 200'],
    [`definePlugin(() => ({ id: {}, title: 'T', ${widget} }))`, 'an id that is not text'],
    [`definePlugin(() => ({ description: null, title: 'T', ${widget} }))`, 'a description that is not text'],
    [`definePlugin(() => ({ description: 'x'.repeat(2001), title: 'T', ${widget} }))`, 'a description of more than'],
    [`definePlugin(() => ({ title: 'T' }))`, 'no widgets, and no tools, hooks or services'],
    [`definePlugin(() => ({ title: 'T', widgets: [] }))`, 'no map of widgets'],
    [`definePlugin(() => ({ title: 'T', widgets: {} }))`, 'no widgets'],
    [`definePlugin(() => ({ title: 'T', widgets: { main: null } }))`, 'without a render function'],
    [`definePlugin(() => ({ title: 'T', widgets: { main: {} } }))`, 'without a render function'],
    [`definePlugin(() => ({ title: 'T', widgets: { main: { render: 1 } } }))`, 'without a render function'],
    [
      `definePlugin(() => ({ title: 'T', widgets: { main: { render() {}, handlers: [] } } }))`,
      'handlers are not a map',
    ],
    [
      `definePlugin(() => ({ title: 'T', widgets: { main: { render() {}, handlers: null } } }))`,
      'handlers are not a map',
    ],
    [
      `definePlugin(() => ({ title: 'T', widgets: { main: { render() {}, handlers: { go: 1 } } } }))`,
      'handler "go" that is not a function',
    ],
    [
      `definePlugin(() => ({ title: 'T', widgets: { main: { render() {}, handlers: { 'a b'() {} } } } }))`,
      'handler whose name is not legal',
    ],
    [
      `definePlugin(() => ({ title: 'T', widgets: { main: { render() {}, handlers: { constructor() {} } } } }))`,
      'handler whose name is not legal',
    ],
    [
      `definePlugin(() => ({ title: 'T', widgets: { ['__proto__']: { render() {} } } }))`,
      'widget whose name is not legal',
    ],
    [`definePlugin(() => ({ title: 'T', widgets: { '1x': { render() {} } } }))`, 'widget whose name is not legal'],
    [
      `definePlugin(() => ({ title: 'T', widgets: { ['x'.repeat(65)]: { render() {} } } }))`,
      'widget whose name is not legal',
    ],
    [
      `const c = {}; c.c = c; definePlugin(() => ({ title: 'T', initialState: c, ${widget} }))`,
      'initialState that is not JSON',
    ],
    [`definePlugin(() => ({ title: 'T', initialState: () => 1, ${widget} }))`, 'initialState that is not JSON'],
    [
      `definePlugin(() => ({ title: 'T', initialState: JSON.parse('{"__proto__":1}'), ${widget} }))`,
      'initialState that is not JSON',
    ],
  ] as const) {
    test(`refuses ${code.slice(0, 110) || 'code that defines nothing'}`, async () => {
      expect(await rejectionOf(startVm(code))).toMatchObject({
        code: 'INVALID_PLUGIN',
        message: expect.stringContaining(message),
      })
    })
  }

  test('a definition over its bytes is refused before it is copied', async () => {
    const code = `definePlugin(() => ({ title: 'T', initialState: 'x'.repeat(5000), ${widget} }))`
    expect(await rejectionOf(startVm(code, { limits: { bytesOut: 2_000 } }))).toMatchObject({
      code: 'INVALID_PLUGIN',
      message: expect.stringContaining('2000 are allowed'),
    })
  })

  test('an API version that is not known is refused with those that are', async () => {
    const started = startVm(`definePlugin(() => ({ title: 'T', ${widget} }))`, { request: { apiVersion: 2 } })
    expect(await rejectionOf(started)).toMatchObject({
      code: 'UNSUPPORTED_API_VERSION',
      message: expect.stringContaining('known: 1'),
    })
  })
})
