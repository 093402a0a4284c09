/** @jsxImportSource @plugboard/sdk */
import { Button, Row, Stat } from '@plugboard/sdk'
import { mountPlugin } from '@plugboard/sdk-testing'
import { pluginMatchers } from '@plugboard/sdk-testing/matchers'
import { beforeAll, describe, expect, it } from 'vitest'

import { drawing } from './scripts.ts'

const COUNTER = new URL('counter.plugin.tsx', import.meta.url)

beforeAll(() => expect.extend(pluginMatchers))

/** What a failing assertion says, without colours. */
function messageOf(assert: () => void): string {
  try {
    assert()
  } catch (thrown) {
    // oxlint-disable-next-line no-control-regex -- vitest's own colours
    return thrown instanceof Error ? thrown.message.replaceAll(/\u001B\[\d+m/g, '') : String(thrown)
  }
  throw new Error('The assertion did not fail.')
}

describe('toRender', () => {
  it('finds a node as JSX, as data, with parts that may be anything', async () => {
    await using counter = await mountPlugin(COUNTER, { shared: { 'counter-summary': { totalValue: 0 } } })
    await counter.press('+1')
    expect(counter).toRender(<Stat label="This instance" value={1} />)
    expect(counter).toRender({ kind: 'stat', label: 'This instance', value: '1' })
    expect(counter).toRender(
      <Row gap="sm">
        <Button onPress="add" args={{ by: -1 }}>
          −1
        </Button>
        <Button onPress="add" args={{ by: 1 }} variant="primary">
          +1
        </Button>
      </Row>,
    )
    // An asymmetric matcher stands for a string.
    expect(counter).toRender({ kind: 'stat', label: expect.stringContaining('instance') as string, value: '1' })
    expect(counter).not.toRender(<Stat label="This instance" value={2} />)
  })

  it('shows what is nearest when it finds none', async () => {
    await using counter = await mountPlugin(COUNTER, { shared: { 'counter-summary': { totalValue: 0 } } })
    expect(messageOf(() => expect(counter).toRender(<Stat label="This instance" value={3} />))).toMatchSnapshot()
    expect(messageOf(() => expect(counter).not.toRender(<Stat label="This instance" value={0} />))).toMatchSnapshot()
  })
})

describe('toHaveDispatched', () => {
  it('compares what was named, and nothing else', async () => {
    await using counter = await mountPlugin(COUNTER, { shared: { 'counter-summary': { totalValue: 0 } } })
    await counter.press('+1')
    expect(counter).toHaveDispatched({ action: 'state/merge', payload: { value: 1 }, outcome: 'applied' })
    expect(counter).toHaveDispatched({ domain: 'counter-summary', action: 'set-instance' })
    expect(counter).toHaveDispatched({ action: 'set-instance', payload: { value: expect.any(Number) } })
    expect(counter).not.toHaveDispatched({ domain: 'other', action: 'set-instance' })
    expect(counter).not.toHaveDispatched({ action: 'set-instance', outcome: 'applied' })
    expect(counter).not.toHaveDispatched({ action: 'set-instance', payload: undefined })
  })

  it('lists what was dispatched', async () => {
    await using counter = await mountPlugin(COUNTER, { shared: { 'counter-summary': { totalValue: 0 } } })
    const never = (): void => expect(counter).toHaveDispatched({ action: 'reset' })
    expect(messageOf(never)).toMatchSnapshot()
    await counter.press('+1')
    expect(messageOf(never)).toMatchSnapshot()
    expect(messageOf(() => expect(counter).not.toHaveDispatched({ action: 'set-instance' }))).toMatchSnapshot()
  })
})

describe('toBeDenied', () => {
  it('is for any refusal, or for one reason', async () => {
    await using counter = await mountPlugin(COUNTER, { shared: { 'counter-summary': { totalValue: 0 } } })
    expect(counter).not.toBeDenied()
    await counter.press('+1')
    expect(counter).toBeDenied()
    expect(counter).toBeDenied('missing-write-grant:counter-summary')
    expect(counter).toBeDenied(/^missing-write-grant/)
    expect(counter).not.toBeDenied('instance-disabled')
    expect(messageOf(() => expect(counter).toBeDenied('instance-disabled'))).toMatchSnapshot()
    expect(messageOf(() => expect(counter).not.toBeDenied())).toMatchSnapshot()
  })
})

describe('toBeValidUI', () => {
  it('asks the host of a plugin, and its parser of a tree', async () => {
    await using counter = await mountPlugin(COUNTER, { shared: { 'counter-summary': { totalValue: 0 } } })
    expect(counter).toBeValidUI()
    expect(<Stat label="Total" value={1} />).toBeValidUI()
    await using broken = await mountPlugin(drawing(`ui.row([{ kind: 'tabel' }, ui.button('Go', { onPress: 'her' })])`))
    expect(broken).not.toBeValidUI()
    expect(messageOf(() => expect(broken).toBeValidUI())).toMatchSnapshot()
    expect(messageOf(() => expect({ kind: 'row' }).toBeValidUI())).toMatchSnapshot()
    expect(messageOf(() => expect(counter).not.toBeValidUI())).toMatchSnapshot()
  })
})

describe('toHaveText', () => {
  it('reads what a terminal shows', async () => {
    await using counter = await mountPlugin(COUNTER, { shared: { 'counter-summary': { totalValue: 0 } } })
    expect(counter).toHaveText('This instance: 0')
    expect(counter).toHaveText(/instance: \d/)
    expect(counter).not.toHaveText('Ten!')
    expect(messageOf(() => expect(counter).toHaveText('Ten!'))).toMatchSnapshot()
    expect(messageOf(() => expect(counter).not.toHaveText(/0/))).toMatchSnapshot()
  })
})

it('refuses what is no plugin, under not as well', () => {
  for (const check of [() => expect({}).toHaveText('x'), () => expect(null).not.toBeDenied()]) {
    expect(messageOf(check)).toMatch(/wants what mountPlugin\(\) resolved to/)
  }
})

it('has types that know what a host can say', async () => {
  await using counter = await mountPlugin(COUNTER)
  // @ts-expect-error no host refuses anything for this reason
  expect(counter).not.toBeDenied('because')
  // @ts-expect-error an action has a name
  expect(counter).not.toHaveDispatched({ domain: 'counter-summary' })
  // @ts-expect-error nothing of this kind is ever drawn
  expect(counter).not.toRender({ kind: 'tabel' })
})
