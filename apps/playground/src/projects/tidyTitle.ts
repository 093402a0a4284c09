import { cleanDisplayText } from '@plugboard/contracts'

/** Most characters of a title that are shown. */
const TITLE_LENGTH = 200

/** A title as it may stand among the words of the page, whoever wrote it. */
export function tidyTitle(title: string): string {
  return cleanDisplayText(title).slice(0, TITLE_LENGTH)
}
