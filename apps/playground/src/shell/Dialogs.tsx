import { lazy, Suspense, useEffect, type ReactElement } from 'react'

import { useAppDispatch, useAppSelector } from '../workspace/hooks.ts'
import { shellActions, type ShellDialog } from './shellSlice.ts'

// None of them is part of the first load.
const loadPalette = () => import('../commands/Palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const ShortcutList = lazy(async () => ({ default: (await import('../commands/ShortcutList.tsx')).ShortcutList }))
const PackageDetails = lazy(async () => ({ default: (await import('../imports/PackageDetails.tsx')).PackageDetails }))
const NewPluginDialog = lazy(async () => ({
  default: (await import('../packages/NewPluginDialog.tsx')).NewPluginDialog,
}))

/** After the page's own work, in milliseconds. */
const PRELOAD_MS = 2_000

/** What lies over the page, if anything. */
export function Dialogs(): ReactElement | null {
  const dispatch = useAppDispatch()
  const dialog = useAppSelector((state) => state.shell.dialog)
  useEffect(() => {
    // Before it is asked for: who types right after its key would otherwise type into nothing. A failure is told then.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), PRELOAD_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  if (dialog === null) return null
  const close = (): void => {
    dispatch(shellActions.dialogClosed())
  }
  return <Suspense>{draw(dialog, close)}</Suspense>
}

function draw(dialog: ShellDialog, close: () => void): ReactElement {
  switch (dialog.kind) {
    case 'palette':
      return <Palette query={dialog.query} onClose={close} />
    case 'shortcuts':
      return <ShortcutList onClose={close} />
    case 'package':
      return <PackageDetails packageId={dialog.packageId} onClose={close} />
    case 'newPlugin':
      return <NewPluginDialog isOpen onClose={close} />
  }
}
