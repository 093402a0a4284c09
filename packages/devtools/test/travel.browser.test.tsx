import '../src/styles.css'

import { createFakeRuntime } from '@plugboard/contract-tests'
import type { InstanceId, WidgetSnapshot } from '@plugboard/contracts'
import { DevtoolsDock, InstanceInspector, TravelBanner, useDevtools, useTravel } from '@plugboard/devtools'
import { Fragment, type ReactElement } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { violationsOf } from './kit/axeViolations.ts'
import { createDevtoolsKit, type DevtoolsKit, settled } from './kit/devtoolsKit.tsx'

/** Everything that goes through time together. */
function Page(): ReactElement {
  return (
    <Fragment>
      <TravelBanner />
      <DevtoolsDock />
      <InstanceInspector />
    </Fragment>
  )
}

async function createRun(presses = 3): Promise<{ readonly kit: DevtoolsKit; readonly counter: InstanceId }> {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter')
  for (let count = 0; count < presses; count += 1) await kit.press(counter, 'increment')
  return { kit, counter }
}

const stops = ({ state }: DevtoolsKit): readonly number[] =>
  state()
    .trace.filter(({ kind }) => kind !== 'event' && kind !== 'render')
    .map(({ seq }) => seq)

test('the keys of the slider go through the timeline, and a banner says where one stands', async () => {
  const { kit, counter } = await createRun()
  kit.devtools.selectInstance(counter)
  const before = kit.state()
  const screen = await kit.mount(<Page />)
  const slider = screen.getByRole('slider', { name: 'Position in the timeline' })
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'Live')
  await expect.element(screen.getByRole('status').first()).toHaveTextContent('')
  ;(slider.element() as HTMLElement).focus()
  await userEvent.keyboard('{Home}')
  await expect.element(screen.getByText(/^Viewing event 1 of/)).toBeVisible()
  await expect
    .element(screen.getByRole('status').first())
    .toHaveTextContent(
      `Viewing event 1 of ${stops(kit).at(-1)}. Plugins are paused and nothing you do here is dispatched.`,
    )
  await expect.element(slider).toHaveAttribute('aria-valuetext', expect.stringContaining('loaded') as string)
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(screen.getByText(new RegExp(`^Viewing event ${stops(kit)[1]} of`))).toBeVisible()
  for (const theme of ['light', 'dark'] as const) expect(await violationsOf(screen.container, theme)).toEqual([])
  await userEvent.keyboard('{End}')
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'Live')
  await expect.element(screen.getByRole('status').first()).toHaveTextContent('')
  // Looking changes nothing.
  expect(kit.state()).toBe(before)
})

test('in the past the inspector shows the state and the grants of then, and changes nothing', async () => {
  const { kit, counter } = await createRun(1)
  const granted = kit.state().trace.at(-1)?.seq ?? 0
  kit.host.setGrants(counter, { readShared: [], writeShared: [], systemCommands: [] })
  await kit.press(counter, 'increment')
  kit.devtools.selectInstance(counter)
  const screen = await kit.mount(<Page />)
  const grant = screen.getByRole('switch', { name: 'Read counter-summary' })
  await expect.element(grant).not.toBeChecked()
  kit.devtools.travel.goTo(granted)
  await expect.element(grant).toBeChecked()
  await expect.element(grant).toBeDisabled()
  await expect.element(screen.getByRole('button', { name: 'Reset to manifest' })).toBeDisabled()
  for (const name of ['Restart', 'Remove']) {
    await expect.element(screen.getByRole('button', { name: new RegExp(`^${name}`) }).first()).toBeDisabled()
  }
  kit.devtools.showTab('state')
  const inspector = screen.getByRole('complementary', { name: new RegExp(counter) })
  await expect.element(inspector).toMatchTextContent(/value.*1/)
  await screen.getByRole('button', { name: 'Back to live' }).click()
  await expect.element(inspector).toMatchTextContent(/value.*2/)
})

test('the state diff of each event is at hand, and a row that is chosen is gone to', async () => {
  const { kit } = await createRun()
  const screen = await kit.mount(<Page />)
  await screen.getByRole('button', { name: 'Step back' }).click()
  const diff = screen.getByRole('region', { name: 'State diff' })
  await expect.element(diff).toMatchTextContent(/counter-summary/)
  const first = kit.state().trace.find(({ kind }) => kind === 'dispatch')?.seq ?? 0
  await screen.getByRole('row', { name: new RegExp(`^${first} `) }).click()
  await expect.element(screen.getByText(new RegExp(`^Viewing event ${first} of`))).toBeVisible()
  await expect.element(diff).toMatchTextContent(/value.*0.*1/)
  await screen.getByRole('button', { name: 'Step forward' }).click()
  await expect.element(screen.getByText(/^Viewing event/)).not.toMatchTextContent(new RegExp(`event ${first} of`))
})

test('back in the present, that is chosen which was chosen before', async () => {
  const { kit } = await createRun()
  const [first = 0, second = 0] = stops(kit)
  for (const chosen of [null, second]) {
    kit.devtools.selectEvent(chosen === null ? null : { seq: chosen })
    kit.devtools.travel.goTo(first)
    kit.devtools.travel.step(2)
    expect(kit.devtools.getSnapshot().selectedSeq).toBe(stops(kit)[2])
    kit.devtools.travel.goLive()
    expect(kit.devtools.getSnapshot().selectedSeq).toBe(chosen)
  }
})

test('one goes on from a point, is told what that leaves behind, and can take it back once', async () => {
  const { kit, counter } = await createRun()
  const late = await kit.load('counter')
  await kit.press(late, 'increment')
  const screen = await kit.mount(<Page />)
  const first = kit.state().trace.find(({ kind }) => kind === 'dispatch')?.seq ?? 0
  kit.devtools.travel.goTo(first)
  await screen.getByRole('button', { name: 'Continue from here' }).click()
  expect(kit.state().pluginStateByInstance).toEqual({ [counter]: { value: 1 }, [late]: { value: 0 } })
  await expect
    .element(screen.getByRole('status').first())
    .toHaveTextContent(
      `You continue from event ${first}. 7 later dispatches do not count any more. 1 instance that was added later starts afresh.`,
    )
  for (const theme of ['light', 'dark'] as const) expect(await violationsOf(screen.container, theme)).toEqual([])
  await screen.getByRole('button', { name: 'Undo', exact: true }).click()
  expect(kit.state().pluginStateByInstance).toEqual({ [counter]: { value: 3 }, [late]: { value: 1 } })
  await expect.element(screen.getByRole('status').first()).toHaveTextContent('')
})

test('an undo that something stands in the way of says so', async () => {
  const { kit, counter } = await createRun()
  const screen = await kit.mount(<Page />)
  kit.devtools.travel.goTo(kit.state().trace.find(({ kind }) => kind === 'dispatch')?.seq ?? 0)
  await screen.getByRole('button', { name: 'Continue from here' }).click()
  await kit.press(counter, 'increment')
  await screen.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/^It cannot be undone any more/)
  await screen.getByRole('button', { name: 'Dismiss' }).click()
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
})

test('what comes in meanwhile is handled, and the banner says so', async () => {
  const { kit, counter } = await createRun()
  const screen = await kit.mount(<Page />)
  kit.devtools.travel.step(-2)
  await kit.press(counter, 'increment')
  await expect
    .element(screen.getByRole('status').first())
    .toMatchTextContent(/Nothing you do here is dispatched. 1 newer event came in meanwhile and was handled.$/)
  expect(kit.state().pluginStateByInstance[counter]).toEqual({ value: 4 })
})

test('what a person does elsewhere is done now, and leads back to live', async () => {
  const { kit, counter } = await createRun()
  const screen = await kit.mount(<Page />)
  const deeds: readonly (() => unknown)[] = [
    () => kit.host.setEnabled(counter, false),
    () => kit.host.setGrants(counter, { readShared: [], writeShared: [], systemCommands: [] }),
    () => kit.host.restart(counter),
    () => kit.load('counter'),
    () => kit.host.unload(counter),
  ]
  for (const done of deeds) {
    await screen.getByRole('button', { name: 'Step back' }).click()
    await expect.element(screen.getByRole('button', { name: 'Back to live' })).toBeVisible()
    await done()
    await expect.element(screen.getByRole('button', { name: 'Back to live' })).not.toBeInTheDocument()
  }
})

test('a point that the timeline does not hold any more cannot be gone on from', async () => {
  const kit = createDevtoolsKit({ traceLimit: 8 })
  const counter = await kit.load('counter')
  for (let count = 0; count < 6; count += 1) await kit.press(counter, 'increment')
  const screen = await kit.mount(<Page />)
  kit.devtools.travel.goTo(1)
  await expect.element(screen.getByRole('status').first()).toMatchTextContent(/no longer holds what was here then/)
  await expect.element(screen.getByRole('button', { name: 'Continue from here' })).not.toBeInTheDocument()
  await screen.getByRole('button', { name: 'Back to live' }).click()
  // The host went on so far that the point has gone since one came to it.
  kit.devtools.travel.step(-2)
  for (let count = 0; count < 6; count += 1) await kit.press(counter, 'increment')
  await screen.getByRole('button', { name: 'Continue from here' }).click()
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/have left the trace/)
  expect(kit.state().pluginStateByInstance[counter]).toEqual({ value: 12 })
})

test('widgets of the application are drawn from a runtime of their own, which ends with the look back', async () => {
  const runtime = createFakeRuntime()
  const dispose = vi.spyOn(runtime, Symbol.asyncDispose)
  const createPastRuntime = vi.fn(() => runtime)
  const kit = createDevtoolsKit({ createPastRuntime })
  const counter = await kit.load('counter')
  await kit.press(counter, 'increment')
  const snapshots: WidgetSnapshot[] = []
  function Probe(): ReactElement {
    const { travel } = useDevtools()
    const state = useTravel()
    return <output>{state.isLive ? `live ${String(travel.getSnapshot().isLive)}` : `at ${state.seq}`}</output>
  }
  const screen = await kit.mount(<Probe />)
  expect(createPastRuntime).not.toHaveBeenCalled()
  kit.devtools.travel.goTo(1)
  const state = kit.devtools.travel.getSnapshot()
  if (state.isLive) throw new Error('It is not in the past.')
  const lease = state.source.lease(counter, 'main')
  lease.subscribe(() => snapshots.push(lease.getSnapshot()))
  await settled()
  expect(JSON.stringify(snapshots.at(-1)?.tree)).toContain('Count: 0')
  await expect.element(screen.getByText('at 1')).toBeVisible()
  kit.devtools.travel.goTo(2)
  expect(createPastRuntime).toHaveBeenCalledOnce()
  kit.devtools.travel.goLive()
  await settled()
  expect(dispose).toHaveBeenCalledOnce()
  await expect.element(screen.getByText('live true')).toBeVisible()
})
