import { useEffect, useState } from 'react'

import type { ProjectFile } from '../projects/pluginProject.ts'
import type { FilePlace } from '../shell/route.ts'
import type { CursorPlace } from './CodeEditor.tsx'

export interface PlaceControl {
  /** The file that is open. */
  readonly file: ProjectFile
  /** Where the cursor was last sent; null once a file was opened by hand. */
  readonly place: CursorPlace | null
  readonly setFile: (file: ProjectFile) => void
}

/** Which file is open, and where its cursor is sent: by the address, and by a link to the address where this is already. */
export function usePlace(wanted: FilePlace | undefined): PlaceControl {
  const [shown, setShown] = useState(wanted)
  const [file, show] = useState<ProjectFile>(wanted?.file ?? 'plugin.tsx')
  const [place, setPlace] = useState(() => cursorOf(wanted))
  if (shown !== wanted) {
    setShown(wanted)
    if (wanted !== undefined) {
      show(wanted.file)
      setPlace(cursorOf(wanted))
    }
  }
  useEffect(() => {
    if (wanted === undefined) return undefined
    // Following such a link changes no address, so that nothing else tells of it.
    const follow = ({ target }: MouseEvent): void => {
      const link = target instanceof Element ? target.closest('a') : null
      if (link === null || link.hash === '' || link.hash !== location.hash) return
      show(wanted.file)
      setPlace(cursorOf(wanted))
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [wanted])
  const setFile = (next: ProjectFile): void => {
    show(next)
    // It was for the file before: the cursor stays where a person left it, and the focus on what opens the file.
    setPlace(null)
  }
  return { file, place, setFile }
}

function cursorOf(place: FilePlace | undefined): CursorPlace | null {
  return place?.line === undefined ? null : { line: place.line, column: place.column ?? 1 }
}
