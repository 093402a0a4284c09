import type { PackageId } from '@plugboard/contracts'
import { useMemo } from 'react'

import type { PluginProject } from '../projects/pluginProject.ts'
import { readPresetSource } from '../projects/presetSource.ts'
import { STRESS_SOURCES } from '../stress/stressSources.ts'
import { useAppSelector, usePackage } from '../workspace/hooks.ts'

/** What the editor shows: a plugin of the person's own, or the source of one that came with the page. */
export type EditorSubject =
  | { readonly kind: 'project'; readonly project: PluginProject }
  | { readonly kind: 'preset'; readonly packageId: PackageId; readonly title: string; readonly text: string }

/** The plugin of that id; of none, the one that was changed last. Null: there is nothing to show. */
export function useSubject(packageId: PackageId | undefined): EditorSubject | null {
  const project = useAppSelector(({ projects }) =>
    packageId === undefined
      ? Object.values(projects).toSorted((one, other) => other.editedAt - one.editedAt)[0]
      : projects[packageId],
  )
  const entry = usePackage(packageId ?? '')
  const text = useMemo(() => (packageId === undefined ? null : readSource(packageId)), [packageId])
  if (project !== undefined) return { kind: 'project', project }
  if (entry === undefined || text === null) return null
  return { kind: 'preset', packageId: entry.packageId, title: entry.title, text }
}

/** The source of a package that came with the page. */
function readSource(packageId: PackageId): string | null {
  return (
    readPresetSource(packageId) ?? (Object.hasOwn(STRESS_SOURCES, packageId) ? STRESS_SOURCES[packageId] : null) ?? null
  )
}
