import { createInstanceId, type CapabilityGrants, type CapabilityRequest, type InstanceId } from '@plugboard/contracts'

import type { ProjectResult } from '../authoring/compileProject.ts'
import { NOT_LOADED } from '../authoring/notLoaded.ts'
import { presetEntries } from '../host/packageCatalog.ts'
import { isPlaygroundId, isStressId } from '../host/playgroundIds.ts'
import { messages } from '../messages/index.ts'
import { projectsActions } from '../projects/projectsSlice.ts'
import { unpackShare } from '../share/packShare.ts'
import { tidyTitle } from '../projects/tidyTitle.ts'
import { requestOf } from '../share/requests.ts'
import { ShareError } from '../share/shareError.ts'
import type { SharedInstance, SharedProject, SharedWorkspace } from '../share/sharedWorkspace.ts'
import { readStressSource, stressEntries } from '../stress/stressEntries.ts'
import type { PageParts } from '../workspace/savedWorkspace.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { tidyName } from '../workspaces/workspaceEntry.ts'
import type { Arrival, ArrivedPlugin } from './arrival.ts'
import { grantAsked, joinAsks, listAsks, type Ask } from './asks.ts'

/**
 * What came with a link. It is read, and nothing else: no code is compiled and no VM starts.
 *
 * @throws ShareError
 */
export async function arriveByLink(packed: string): Promise<Arrival> {
  const share = await unpackShare(packed)
  const projects = Object.fromEntries(share.projects.map((project) => [project.packageId, project]))
  if (share.projects.some(({ packageId }) => isPlaygroundId(packageId))) {
    throw new ShareError('SHARE_INVALID', 'One of its plugins takes the id of a plugin of the playground.')
  }
  const asking = share.instances.flatMap((instance) => {
    const request = requestOf(instance.packageId, projects)
    return request === null ? [] : [{ instance, request: joinAsks(request, instance.asks ?? {}) }]
  })
  return {
    from: 'link',
    name: tidyName(share.name, messages.sharing.untitled),
    plugins: describePlugins(share, asking),
    asks: listAsks(asking.map(({ request }) => request)),
    missing: [
      ...new Set(
        share.instances
          .map(({ packageId }) => packageId)
          .filter((packageId) => requestOf(packageId, projects) === null),
      ),
    ],
    damaged: 0,
    settle: (_storage, granted) => Promise.resolve((page) => fill(page, { projects: share.projects, asking, granted })),
  }
}

interface Asking {
  readonly instance: SharedInstance
  /** Of its manifest, and of where it was shared. */
  readonly request: CapabilityRequest
}

function describePlugins(share: SharedWorkspace, asking: readonly Asking[]): readonly ArrivedPlugin[] {
  const describe = (packageId: string, title: string, code: string | null): ArrivedPlugin => {
    const own = asking.filter(({ instance }) => instance.packageId === packageId)
    return {
      key: packageId,
      packageId,
      title: tidyTitle(title),
      instances: own.length,
      request: own.reduce<CapabilityRequest>((all, { request }) => joinAsks(all, request), {}),
      code,
    }
  }
  return [
    ...share.projects.map(({ files, packageId, title }) => describe(packageId, title, files['plugin.tsx'])),
    ...[...presetEntries, ...stressEntries]
      .filter(({ packageId }) => share.instances.some((instance) => instance.packageId === packageId))
      .map(({ packageId, title }) => describe(packageId, title, null)),
  ]
}

interface FillOptions {
  readonly projects: readonly SharedProject[]
  readonly asking: readonly Asking[]
  readonly granted: readonly Ask[]
}

/** After the person agreed: the projects are there, and each instance starts with what it was granted. */
async function fill(page: PageParts, { asking, granted, projects }: FillOptions): Promise<void> {
  const { devtools, store } = page
  const editedAt = Date.now()
  for (const project of projects) {
    store.dispatch(projectsActions.projectPut({ ...project, title: tidyTitle(project.title), editedAt }))
  }
  const compiled = new Map<string, ProjectResult>()
  // One after another: there is one compiler, and a link may bring fifty.
  for (const project of projects) compiled.set(project.packageId, await compile(page, project))
  const starts = asking.map(({ instance, request }) => {
    const grants = grantAsked(request, granted)
    return start(page, { instance, grants, compiled: compiled.get(instance.packageId) })
  })
  const ended = await Promise.allSettled(starts)
  const first = ended.find((end) => end.status === 'fulfilled')
  devtools.selectInstance(first?.value ?? null)
  const failed = ended.find((end) => end.status === 'rejected')
  if (failed === undefined) return
  const reason = failed.reason instanceof Error ? failed.reason.message : String(failed.reason)
  store.dispatch(workspaceActions.refusalShown(messages.sharing.notAllStarted(reason)))
}

async function compile({ authoring, store }: PageParts, project: SharedProject): Promise<ProjectResult> {
  const { files, packageId } = project
  const result = await authoring.compile({ ...project, editedAt: 0 }).catch(() => NOT_LOADED)
  if (result.kind === 'compiled') {
    const { stateVersion, title } = result
    store.dispatch(projectsActions.projectRan({ packageId, title, version: { files, stateVersion } }))
  }
  return result
}

interface StartOptions {
  readonly instance: SharedInstance
  readonly grants: CapabilityGrants
  /** Absent for a preset. */
  readonly compiled: ProjectResult | undefined
}

/** @throws Error when its code does not compile, and what `host.restore` throws. */
async function start({ host }: PageParts, { compiled, grants, instance }: StartOptions): Promise<InstanceId> {
  const { packageId, state, stateVersion } = instance
  const saved = { instanceId: createInstanceId(packageId), grants }
  const own = state === undefined ? {} : { state }
  // It misbehaves on purpose: to the host it is code from elsewhere.
  if (isStressId(packageId)) return await host.restore({ ...saved, ...own, code: await readStressSource(packageId) })
  // The host brings the state of a preset to the version of today.
  if (compiled === undefined) {
    return await host.restore({ ...saved, ...own, ...(stateVersion === undefined ? {} : { stateVersion }) })
  }
  if (compiled.kind === 'refused') throw new Error(compiled.problems[0].message)
  const { code, sourceMap } = compiled
  // A state of another version would meet code that does not understand it: the instance begins anew.
  return await host.restore({ ...saved, code, sourceMap, ...(stateVersion === compiled.stateVersion ? own : {}) })
}
