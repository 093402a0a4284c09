import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import type { Figure, Part } from '../figure.ts'
import { GUEST, nameInstance } from '../guest.ts'
import { openPage } from '../openPage.ts'
import type { InstancesReport } from '../pages/instances/main.tsx'

const INSTANCES = 1_000
const EVENTS = 10_000

/** A thousand plugins in one tab: right after ten thousand events, small while they wait, and not felt by the page. */
export const instances: Part = {
  name: 'instances',
  what: `${INSTANCES} instances of three packages in one Chromium tab, all drawn, and ${EVENTS} random events`,
  async measure(): Promise<readonly Figure[]> {
    return [...(await inTab()), ...(await atRest())]
  },
}

async function inTab(): Promise<readonly Figure[]> {
  await using opened = await openPage('instances')
  const options = { instances: INSTANCES, events: EVENTS, eventsPerTurn: 5 }
  // Made by the page's own script, which is built from this file's types.
  const report: InstancesReport = await opened.page.evaluate((each) => globalThis.measureInstances(each), options)
  return [
    { name: 'load to all pictures', value: report.loadMs, unit: 'ms' },
    { name: 'first event to last picture', value: report.eventsMs, unit: 'ms' },
    { name: 'instances whose state is not the model’s', value: report.wrongStates, unit: 'count', limit: { most: 0 } },
    {
      name: 'instances whose picture is not their state’s',
      value: report.wrongPictures,
      unit: 'count',
      limit: { most: 0 },
    },
    {
      name: 'tasks over 50 ms on the main thread during the events',
      value: report.longTasks.length,
      unit: 'count',
      limit: { most: 0 },
    },
    { name: 'longest of them', value: Math.max(0, ...report.longTasks), unit: 'ms' },
  ]
}

/** What is kept for an instance that nobody uses, beyond its package’s image. In one process, so that it can be weighed. */
async function atRest(): Promise<readonly Figure[]> {
  await using runtime = createQuickJSRuntime({ placement: 'inline' })
  const members = Array.from({ length: INSTANCES }, () => nameInstance('measured'))
  const draw = async (from: number, to: number): Promise<void> => {
    for (const { identity, instanceId, view } of members.slice(from, to)) {
      await runtime.load({ ...identity, code: GUEST, trusted: true })
      await runtime.call(instanceId, { kind: 'render', widgetId: 'main', view: view({ value: 1 }) })
    }
  }
  // The engine, the package's image and the sixty-four whole ones are there before the others are weighed.
  await draw(0, 100)
  const before = process.memoryUsage().arrayBuffers
  await draw(100, INSTANCES)
  const bytes = (process.memoryUsage().arrayBuffers - before) / (INSTANCES - 100)
  return [{ name: 'image of one idle instance', value: bytes / 1024, unit: 'KB', limit: { most: 48 } }]
}
