import type { InstanceId, WidgetSource } from '@plugboard/contracts'

import type { Clock } from '../clock.ts'
import { DraftStore } from './draftStore.ts'

/** Widgets that nobody looks at and whose drafts are kept, per source. The ones that were used longest ago go first. */
const KEPT_WIDGETS = 200

interface SourceDrafts {
  readonly stores: Map<string, DraftStore>
  lastRevision: number
}

// Keyed by the source and not by a provider: revisions must rise over all views of a widget, whichever root draws them.
const draftsBySource = new WeakMap<WidgetSource, SourceDrafts>()

export interface DraftsOfOptions {
  readonly source: WidgetSource
  readonly instanceId: InstanceId
  readonly widgetId: string
  readonly clock: Clock
}

/** The drafts of a widget: the same ones for every view of it, and again after it was off the screen for a while. */
export function draftsOf({ source, instanceId, widgetId, clock }: DraftsOfOptions): DraftStore {
  let drafts = draftsBySource.get(source)
  if (drafts === undefined) {
    drafts = { stores: new Map(), lastRevision: 0 }
    draftsBySource.set(source, drafts)
  }
  const owner = drafts
  const id = `${instanceId}/${widgetId}`
  const createRevision = (acknowledged: number): number => {
    owner.lastRevision = Math.max(owner.lastRevision, acknowledged) + 1
    return owner.lastRevision
  }
  const store = owner.stores.get(id) ?? new DraftStore({ clock, createRevision })
  owner.stores.delete(id)
  owner.stores.set(id, store)
  for (const [other, candidate] of owner.stores) {
    if (owner.stores.size <= KEPT_WIDGETS) break
    if (!candidate.isConnected && candidate !== store) owner.stores.delete(other)
  }
  return store
}
