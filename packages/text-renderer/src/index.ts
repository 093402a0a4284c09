export { listActions, renderText } from './drawTree.ts'
export { createTextView } from './textView.ts'

export type { TextOptions } from './drawTree.ts'
export type { TextAction } from './textAction.ts'
export type { TextField, TextOutcome, TextView, TextViewOptions } from './textView.ts'
