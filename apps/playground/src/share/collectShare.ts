import type { CapabilityRequest, JsonValue } from '@plugboard/contracts'
import { NO_GRANTS } from '@plugboard/contracts'
import type { PluginRootState } from '@plugboard/host'

import { withoutAsks } from '../consent/asks.ts'
import type { ProjectsState } from '../projects/projectsSlice.ts'
import { requestOf } from './requests.ts'
import type { SharedInstance, SharedWorkspace } from './sharedWorkspace.ts'

export interface CollectShareOptions {
  readonly name: string
  readonly state: PluginRootState & { readonly projects: ProjectsState }
  /** Whether the instances' own states travel too. */
  readonly hasStates: boolean
}

export interface CollectedShare {
  readonly share: SharedWorkspace
  /** Instances whose code is not among the projects: there is no source to share. */
  readonly left: number
}

/** What a link of this workspace holds: code, instances, and what they ask for. Never a grant. */
export function collectShare({ hasStates, name, state }: CollectShareOptions): CollectedShare {
  const { plugins, projects } = state
  const instances: SharedInstance[] = []
  let left = 0
  for (const { instanceId, packageId, stateVersion } of Object.values(plugins.instances)) {
    const request = requestOf(packageId, projects)
    if (request === null) {
      left += 1
      continue
    }
    const asks = withoutAsks(plugins.grantsByInstance[instanceId] ?? NO_GRANTS, request)
    const own: JsonValue | undefined = hasStates ? plugins.pluginStateByInstance[instanceId] : undefined
    // Of a plugin of one's own, the version of its state is that of the text that ran last.
    const version = projects[packageId]?.ran?.stateVersion ?? stateVersion
    instances.push({
      packageId,
      ...(isEmpty(asks) ? {} : { asks }),
      ...(own === undefined ? {} : { state: own }),
      ...(own === undefined || version === undefined ? {} : { stateVersion: version }),
    })
  }
  const shared = Object.values(projects).map(({ files, packageId, title }) => ({ packageId, title, files }))
  return { share: { name, projects: shared, instances }, left }
}

function isEmpty(request: CapabilityRequest): boolean {
  return Object.keys(request).length === 0
}
