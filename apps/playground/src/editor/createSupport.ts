import type { Extension } from '@codemirror/state'
import type { PackageId } from '@plugboard/contracts'

import { readManifest } from '../authoring/readManifest.ts'
import type { ProjectFile } from '../projects/pluginProject.ts'
import { problemLines } from './codemirror/problemLines.ts'
import { typeSupport } from './codemirror/typeSupport.ts'
import type { TypeProblem } from './types/pluginTypes.ts'
import { getTypes } from './types/typesClient.ts'

export interface SupportOptions {
  readonly packageId: PackageId
  readonly onProblems: (count: number) => void
}

/** What the editor knows of each file of a project. */
export function createSupport({ onProblems, packageId }: SupportOptions): Readonly<Record<ProjectFile, Extension>> {
  const types = getTypes()
  return {
    'plugin.tsx': [typeSupport(types), problemLines({ find: (text) => types.problems(text), onCount: onProblems })],
    'manifest.json': problemLines({
      find: (text) => Promise.resolve(findManifestProblems(text, packageId)),
      onCount: onProblems,
    }),
  }
}

function findManifestProblems(text: string, packageId: PackageId): readonly TypeProblem[] {
  const read = readManifest(text, packageId)
  if (read.kind === 'manifest') return []
  const { column = 1, line = 1, message } = read.problem
  const rows = text.split('\n')
  const from = rows.slice(0, line - 1).reduce((length, row) => length + row.length + 1, 0) + column - 1
  return [{ from, to: from - column + 1 + (rows[line - 1]?.length ?? 0), severity: 'error', message }]
}
