import { useEffect, useEffectEvent, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { isPackageName } from './arrivals.ts'

/** Takes a workspace file or a packed plugin that is dropped anywhere on the page. Other files are for whoever else takes them. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }): ReactElement | null {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent(onFile)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!isFileDrag(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (event.defaultPrevented || file === undefined) return
      // Also of a file that is nothing to the page: the browser would leave it to show that.
      event.preventDefault()
      if (isTaken(file.name)) take(file)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className="drop-veil" aria-hidden="true">
      {messages.sharing.dropHere}
    </div>
  )
}

// While it is dragged, only its type is told.
function isFileDrag({ dataTransfer, defaultPrevented }: DragEvent): boolean {
  if (defaultPrevented || dataTransfer === null) return false
  return [...dataTransfer.items].some(({ kind, type }) => kind === 'file' && TYPES.includes(type))
}

// No system has a type for a packed plugin.
const TYPES: readonly string[] = ['application/json', 'application/zip', 'application/octet-stream', '']

function isTaken(name: string): boolean {
  return name.toLowerCase().endsWith('.json') || isPackageName(name)
}
