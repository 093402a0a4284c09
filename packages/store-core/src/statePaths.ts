import type { RuntimeState, StatePatch, StatePath } from '@plugboard/contracts'

import { applyNext } from './applyNext.ts'

/** The places that patches write to, each once. */
export function touchedPaths(patches: readonly StatePatch[]): readonly StatePath[] {
  const paths = new Map<string, StatePath>()
  for (const patch of patches) {
    const path = touchedPath(patch)
    paths.set(JSON.stringify(path), path)
  }
  return [...paths.values()]
}

/**
 * What puts an item in, takes one out or sets the length of a list touches all of the list: its items may have moved. A
 * property that happens to be called `length` is taken for a list's, which may only find an overlap too many.
 */
function touchedPath({ op, path }: StatePatch): StatePath {
  const last = path.at(-1)
  const isResized = last === 'length' || (typeof last === 'number' && op !== 'replace')
  return isResized ? path.slice(0, -1) : path
}

/** Where a host action overwrote or removed state that was there before; state that is new overwrites nothing. */
export function overwrittenPaths(before: RuntimeState, after: RuntimeState): readonly StatePath[] {
  const paths: StatePath[] = []
  if (before.pluginStateByInstance !== after.pluginStateByInstance) {
    for (const [key, value] of Object.entries(before.pluginStateByInstance)) {
      if (after.pluginStateByInstance[key] !== value) paths.push(['pluginStateByInstance', key])
    }
  }
  if (before.shared === after.shared) return paths
  for (const [key, value] of Object.entries(before.shared)) {
    const next = after.shared[key]
    if (next === value) continue
    if (next === undefined) paths.push(['shared', key])
    else paths.push(...touchedPaths(applyNext(before, { map: 'shared', key }, next)?.inverse ?? []))
  }
  return paths
}

interface Branch<T> {
  owner: T | null
  readonly branches: Map<string, Branch<T>>
}

/**
 * Who wrote where: answers whose places contain a place, are it, or are inside of it. Each place knows who was added for it
 * last, so that the answer does not grow with its history.
 */
export class WrittenPaths<T> {
  readonly #root: Branch<T> = createBranch()

  add(paths: readonly StatePath[], owner: T): void {
    for (const path of paths) {
      let branch = this.#root
      for (const step of path) {
        let next = branch.branches.get(String(step))
        if (next === undefined) {
          next = createBranch()
          branch.branches.set(String(step), next)
        }
        branch = next
      }
      branch.owner = owner
    }
  }

  overlapping(path: StatePath): ReadonlySet<T> {
    const found = new Set<T>()
    let branch: Branch<T> | undefined = this.#root
    for (const step of path) {
      if (branch.owner !== null) found.add(branch.owner)
      branch = branch.branches.get(String(step))
      if (branch === undefined) return found
    }
    collect(branch, found)
    return found
  }
}

function collect<T>({ branches, owner }: Branch<T>, found: Set<T>): void {
  if (owner !== null) found.add(owner)
  for (const branch of branches.values()) collect(branch, found)
}

function createBranch<T>(): Branch<T> {
  return { owner: null, branches: new Map() }
}
