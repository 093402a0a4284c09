import { messages } from '../messages/index.ts'
import { downloadText } from '../ui/downloadText.ts'
import { FILE_LENGTH } from './workspaceFile.ts'

/**
 * Hands a workspace to the person at the screen as a file, whatever its length: it may be all that is left of it. Gives what
 * is to be said of one that is too long to be opened again; null of any other.
 */
export function handFile(name: string, text: string): string | null {
  downloadText(name, text)
  return text.length > FILE_LENGTH ? messages.sharing.fileTooLong(text.length, FILE_LENGTH) : null
}
