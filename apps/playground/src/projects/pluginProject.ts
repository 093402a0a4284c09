import type { PackageId } from '@plugboard/contracts'

/** The files of a project, in the order of their tabs. */
export const PROJECT_FILES = ['plugin.tsx', 'manifest.json'] as const

export type ProjectFile = (typeof PROJECT_FILES)[number]

/** A plugin of the person's own, as it is written. What runs is compiled from it. */
export interface PluginProject {
  readonly packageId: PackageId
  readonly title: string
  readonly files: Readonly<Record<ProjectFile, string>>
  /** Of the last change, in milliseconds since the epoch. */
  readonly editedAt: number
  /** The last version that ran. Absent: none has yet. */
  readonly ran?: RanVersion
}

/** A version of a project that ran: what a failed one after it can be rolled back to. */
export interface RanVersion {
  readonly files: Readonly<Record<ProjectFile, string>>
  /** Of the shape of its state. */
  readonly stateVersion: number
}

export function isProjectFile(name: string): name is ProjectFile {
  return PROJECT_FILES.some((file) => file === name)
}
