import { type Context, createContext } from 'react'

import type { DialogEntry, DialogStack } from './dialogStack.ts'

/** The dialogs of the widget around; null where a host draws nodes in a place of its own, which has no layer for them. */
export const DialogsContext: Context<DialogStack | null> = createContext<DialogStack | null>(null)

/** The dialog that a node is in. */
export const ParentDialogContext: Context<DialogEntry | null> = createContext<DialogEntry | null>(null)
