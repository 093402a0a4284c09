import { useEffect, useEffectEvent, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'

/** Takes a workspace file that is dropped anywhere on the page. Other files are for whoever else takes them. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }): ReactElement | null {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent(onFile)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!isWorkspaceDrag(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (event.defaultPrevented || file === undefined || !file.name.toLowerCase().endsWith('.json')) return
      event.preventDefault()
      take(file)
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
function isWorkspaceDrag({ dataTransfer, defaultPrevented }: DragEvent): boolean {
  if (defaultPrevented || dataTransfer === null) return false
  return [...dataTransfer.items].some(({ kind, type }) => kind === 'file' && type === 'application/json')
}
