import type { PluginViewParts } from '@plugboard/contract-tests'

import type { CounterSummary, GreeterProfile, RuntimeMetrics, RuntimeRegistry } from '../src/index.ts'

const summary: CounterSummary = { totalValue: 12, instanceCount: 2, lastUpdatedInstanceId: 'counter@aaaaaaaa' }
const profile: GreeterProfile = { name: 'Ada', sharedBy: 'greeter@bbbbbbbb' }
const registry: RuntimeRegistry = {
  instances: [
    { instanceId: 'counter@aaaaaaaa', packageId: 'counter', title: 'Counter', status: 'ready', enabled: true },
    { instanceId: 'greeter@bbbbbbbb', packageId: 'greeter', title: 'Greeter', status: 'ready', enabled: false },
    { instanceId: 'guest@cccccccc', packageId: 'guest', title: 'Guest', status: 'loading', enabled: true },
    { instanceId: 'guest@dddddddd', packageId: 'guest', title: 'Guest', status: 'error', enabled: false },
    { instanceId: 'guest@eeeeeeee', packageId: 'guest', title: 'Guest', status: 'quarantined', enabled: true },
  ],
}
const metrics: RuntimeMetrics = {
  packages: [
    { packageId: 'counter', live: 1, dispatches: 41 },
    { packageId: 'guest', live: 3, dispatches: 0 },
  ],
  byOutcome: { applied: 38, denied: 3, ignored: 2 },
  deniedByReason: { 'missing-write-grant:counter-summary': 3 },
  lastDenial: { instanceId: 'counter@aaaaaaaa', packageId: 'counter', reason: 'missing-write-grant:counter-summary' },
}
const nothing: RuntimeMetrics = {
  packages: [],
  byOutcome: { applied: 0, denied: 0, ignored: 0 },
  deniedByReason: {},
  lastDenial: null,
}

/** Views in which each preset is drawn, beside its first one: what a host projects when the domains are granted. */
export const presetViews: Readonly<Record<string, Readonly<Record<string, PluginViewParts>>>> = {
  counter: {
    'a counter that may read and write': {
      pluginState: { value: 7 },
      shared: { 'counter-summary': { ...summary } },
      grants: { readShared: ['counter-summary'], writeShared: ['counter-summary'] },
    },
    'a counter that may only read': {
      pluginState: { value: -5 },
      shared: { 'counter-summary': { ...summary } },
      grants: { readShared: ['counter-summary'] },
    },
  },
  calculator: {
    'a pending operation': { pluginState: { display: '-3', stored: 12, operator: 'divide', isFresh: false } },
    'an error': { pluginState: { display: 'Error', stored: null, operator: null, isFresh: true } },
  },
  greeter: {
    'a name that may be shared': { pluginState: { name: ' Ada ' }, grants: { writeShared: ['greeter-profile'] } },
    'a name that may not be shared': { pluginState: { name: 'Ada' } },
  },
  'status-dashboard': {
    'all three domains': {
      shared: {
        'counter-summary': { ...summary },
        'runtime-registry': { instances: registry.instances.map((instance) => ({ ...instance })) },
        'runtime-metrics': JSON.parse(JSON.stringify(metrics)),
      },
    },
    'a host on which nothing has run': {
      shared: { 'runtime-registry': { instances: [] }, 'runtime-metrics': JSON.parse(JSON.stringify(nothing)) },
    },
  },
  'runtime-monitor': {
    'every status': { shared: { 'runtime-registry': JSON.parse(JSON.stringify(registry)) } },
    'an empty registry': { shared: { 'runtime-registry': { instances: [] } } },
  },
  'greeter-shared-state': {
    'a shared greeting': { shared: { 'greeter-profile': { ...profile } } },
    'nobody yet': { shared: { 'greeter-profile': { name: null, sharedBy: null } } },
  },
}
