import type { PackageId, RuntimeState } from '@plugboard/contracts'

import { presetEntries } from '../host/packageCatalog.ts'
import type { ImportsState } from '../imports/importsSlice.ts'
import { stressEntries } from '../stress/stressEntries.ts'
import type { ProjectsState } from './projectsSlice.ts'

export interface TakingState {
  readonly plugins: RuntimeState
  readonly projects: ProjectsState
  readonly imports: ImportsState
}

/** Ids that nothing new can have: also of instances whose project is gone. */
export function takenIds({ imports, plugins, projects }: TakingState): ReadonlySet<PackageId> {
  return new Set([
    ...[...presetEntries, ...stressEntries].map(({ packageId }) => packageId),
    ...Object.keys(projects),
    ...Object.keys(imports),
    ...Object.values(plugins.instances).map(({ packageId }) => packageId),
  ])
}
