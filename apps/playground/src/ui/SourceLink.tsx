import type { PackageId } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { writeRoute, type FilePlace } from '../shell/route.ts'

export interface SourceLinkProps {
  readonly packageId: PackageId
  readonly place: FilePlace
  readonly page?: 'split' | 'code'
  /** What the place is called; absent: by its own file. */
  readonly name?: string
}

/** A place in a plugin's source, by its name: `plugin.tsx:16:31`. It leads there. */
export function SourceLink({ name, packageId, page = 'split', place }: SourceLinkProps): ReactElement {
  return (
    <a className="mono source-link" href={writeRoute({ page, packageId, place: pick(place) })}>
      {name ?? messages.authoring.place(place)}
    </a>
  )
}

/** The parts of a place alone: it may come with others beside them. */
function pick({ column, file, line }: FilePlace): FilePlace {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
}
