import 'ses'

import { NAIVE_BOOTSTRAP } from '../naive/naiveBootstrap.ts'
import type { NaiveEntries } from '../naive/inProcessPlugin.ts'
import type { NaivePlugin } from '../naive/naivePlugin.ts'
import { createPeerCases } from './peerCases.ts'
import { serveCases } from './serveCases.ts'

// It freezes the whole realm for good: a worker of its own keeps that from the other variants.
lockdown({ errorTaming: 'unsafe', consoleTaming: 'unsafe' })

serveCases(async () => createPeerCases({ variant: 'ses', createPlugin: createSesPlugin, runs: 500 }))

/** The plugin in a Compartment: the same heap, but nothing in reach. No limits of any kind. */
function createSesPlugin(code: string): NaivePlugin {
  const compartment = new Compartment()
  compartment.evaluate(NAIVE_BOOTSTRAP)
  compartment.evaluate(code)
  // The bootstrap has just put it there.
  const entries = compartment.globalThis['naive'] as NaiveEntries
  return {
    initialState: entries.initialState(),
    render: (widgetId, view) => entries.render(widgetId, view),
    event: ({ widgetId, handler, event, view }) => entries.event(widgetId, handler, event, view),
    dispose: () => undefined,
  }
}
