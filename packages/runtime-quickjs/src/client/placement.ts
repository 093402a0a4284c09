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
 * - `shared` (default): a worker for each trusted package; other code gets a worker of its own up to `maxWorkers`, then
 *   one for each package.
 * - `isolated`: a worker for each instance, always. The most memory, the smallest blast radius.
 * - `inline`: no worker. For code that is trusted as much as the application: what cannot be interrupted stops the thread.
 * - a function of your own. Instances of different trust never share a worker, whatever it answers.
 */
export type Placement = 'shared' | 'isolated' | 'inline' | PlaceInstance

/** The function behind a placement that uses workers. The groups that it names are set apart by trust. */
export function selectPlacement(placement: Exclude<Placement, 'inline'>, maxWorkers: number): PlaceInstance {
  const place = selectPlace(placement, maxWorkers)
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

function selectPlace(placement: Exclude<Placement, 'inline'>, maxWorkers: number): PlaceInstance {
  if (typeof placement === 'function') return placement
  return placement === 'isolated' ? placeIsolated : placeShared(maxWorkers)
}

function placeIsolated({ instanceId }: PlacementRequest): string {
  return `instance:${instanceId}`
}

function placeShared(maxWorkers: number): PlaceInstance {
  return (request, groups) => {
    const shared = `package:${request.packageId}`
    if (request.trusted === true) return shared
    return groups.length < maxWorkers ? placeIsolated(request) : shared
  }
}
