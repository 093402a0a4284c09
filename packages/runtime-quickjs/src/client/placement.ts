import type { LoadPluginRequest, RuntimeGroup } from '@plugboard/contracts'

/** What placement may look at: who it is and whether the host trusts it. Nothing that the plugin says. */
export type PlacementRequest = Pick<LoadPluginRequest, 'packageId' | 'instanceId' | 'trusted'>

/**
 * Names the group, which is to say the worker, that an instance runs in. `groups` are those that it may join: of its own
 * trust, and without instances that run alone because they were stopped once.
 */
export type PlaceInstance = (request: PlacementRequest, groups: readonly RuntimeGroup[]) => string

/**
 * How many instances a stuck plugin can hold up.
 *
 * - `shared` (default): trusted packages share a pool of workers, one for each core up to four, each instance where the
 *   fewest are; other code gets a worker of its own up to `maxWorkers`, then one for each package.
 * - `isolated`: a worker for each instance, always. The most memory, the smallest blast radius.
 * - `inline`: no worker. For code that is trusted as much as the application: what cannot be interrupted stops the thread.
 * - a function of your own. Instances of different trust never share a worker, whatever it answers.
 */
export type Placement = 'shared' | 'isolated' | 'inline' | PlaceInstance

/** How many workers a placement may use. */
export interface PlacementBounds {
  /** Workers for untrusted code before instances of one package share one. */
  readonly maxWorkers: number
  /** Workers that all trusted packages share. */
  readonly trustedWorkers: number
}

/** The function behind a placement that uses workers. The groups that it names are set apart by trust. */
export function selectPlacement(placement: Exclude<Placement, 'inline'>, bounds: PlacementBounds): PlaceInstance {
  const place = selectPlace(placement, bounds)
  return (request, groups) => {
    const prefix = request.trusted === true ? 'trusted/' : 'untrusted/'
    const own = groups
      .filter(({ id }) => id.startsWith(prefix))
      .map((group) => ({ ...group, id: group.id.slice(prefix.length) }))
    return prefix + place(request, own)
  }
}

/** The group of an instance that was stopped once: it never holds up a neighbour twice. */
export function placeAlone({ instanceId }: PlacementRequest): string {
  return `alone/${instanceId}`
}

function selectPlace(placement: Exclude<Placement, 'inline'>, bounds: PlacementBounds): PlaceInstance {
  if (typeof placement === 'function') return placement
  return placement === 'isolated' ? placeIsolated : placeShared(bounds)
}

function placeIsolated({ instanceId }: PlacementRequest): string {
  return `instance:${instanceId}`
}

function placeShared({ maxWorkers, trustedWorkers }: PlacementBounds): PlaceInstance {
  return (request, groups) => {
    if (request.trusted === true) return placeInPool(trustedWorkers, groups)
    return groups.length < maxWorkers ? placeIsolated(request) : `package:${request.packageId}`
  }
}

/** The worker of the pool with the fewest instances; a new one while there is room for it. */
function placeInPool(size: number, groups: readonly RuntimeGroup[]): string {
  const members = Array.from({ length: Math.max(1, size) }, (_, index) => {
    const id = `pool:${index + 1}`
    return { id, count: groups.find((group) => group.id === id)?.instanceIds.length ?? 0 }
  })
  const fewest = Math.min(...members.map(({ count }) => count))
  return members.find(({ count }) => count === fewest)?.id ?? 'pool:1'
}
