import type { CapabilityGrants, RuntimePluginInstance, RuntimeState } from '@plugboard/contracts'
import { NO_GRANTS } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import { createContext, use, useMemo } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import type { RunsState } from '../authoring/runsSlice.ts'
import type { EditorSettings } from '../editor/editorSlice.ts'
import { importEntry, presetEntries, projectEntry, type PackageEntry } from '../host/packageCatalog.ts'
import type { ImportedPackage } from '../imports/importedPackage.ts'
import type { ImportsState } from '../imports/importsSlice.ts'
import type { PluginProject } from '../projects/pluginProject.ts'
import type { ProjectsState } from '../projects/projectsSlice.ts'
import type { ShellState } from '../shell/shellSlice.ts'
import { stressEntries } from '../stress/stressEntries.ts'
import { selectActivities, type InstanceActivity } from './activity.ts'
import type { WorkspaceState } from './workspaceSlice.ts'

/** The page's store: the host's slice, the person's own plugins, and what the page shows. */
export interface RootState {
  readonly plugins: RuntimeState
  readonly editor: EditorSettings
  readonly imports: ImportsState
  readonly projects: ProjectsState
  readonly shell: ShellState
  readonly runs: RunsState
  readonly workspace: WorkspaceState
}

const HostContext = createContext<PluginHost | null>(null)

export const HostProvider: typeof HostContext.Provider = HostContext.Provider

export function useHost(): PluginHost {
  const host = use(HostContext)
  if (host === null) throw new Error('useHost needs a HostProvider above it')
  return host
}

export const useAppDispatch: typeof useDispatch = useDispatch

export function useAppSelector<T>(selector: (state: RootState) => T): T {
  return useSelector(selector)
}

export function useInstances(): readonly RuntimePluginInstance[] {
  const instances = useAppSelector((state) => state.plugins.instances)
  return useMemo(() => Object.values(instances), [instances])
}

export function useGrants(instanceId: string): CapabilityGrants {
  return useAppSelector((state) => state.plugins.grantsByInstance[instanceId] ?? NO_GRANTS)
}

/** What the trace said last of an instance. Renders again only when it says something new of this one. */
export function useActivity(instanceId: string): InstanceActivity | undefined {
  return useAppSelector((state) => selectActivities(state.plugins.trace).get(instanceId))
}

export function usePackages(): readonly PackageEntry[] {
  const projects = useAppSelector((state) => state.projects)
  const imports = useAppSelector((state) => state.imports)
  return useMemo(
    () => [
      ...presetEntries,
      ...Object.values(projects).map(projectEntry),
      ...Object.values(imports).map(importEntry),
      ...stressEntries,
    ],
    [imports, projects],
  )
}

export function usePackage(packageId: string): PackageEntry | undefined {
  return usePackages().find((entry) => entry.packageId === packageId)
}

/** The person's own plugin of that id. */
export function useProject(packageId: string | undefined): PluginProject | undefined {
  return useAppSelector((state) => (packageId === undefined ? undefined : state.projects[packageId]))
}

/** The imported package of that id. */
export function useImport(packageId: string | undefined): ImportedPackage | undefined {
  return useAppSelector((state) => (packageId === undefined ? undefined : state.imports[packageId]))
}
