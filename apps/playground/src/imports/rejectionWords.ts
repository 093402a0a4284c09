import { messages } from '../messages/index.ts'
import type { ContentCheck, ImportedPackage } from './importedPackage.ts'

/** Of a content that nobody could look at. */
export const NOT_CHECKED = 'not-checked'

/** Why a package that was agreed to does not run, by its name. */
export function rejectionWords(
  { title }: Pick<ImportedPackage, 'title'>,
  { diagnostics }: Extract<ContentCheck, { readonly state: 'rejected' }>,
): string {
  const isUnknown = diagnostics.some(({ code }) => code === NOT_CHECKED)
  return isUnknown ? messages.packages.notChecked(title) : messages.packages.changed(title)
}
