import { RecordingError, type Recording } from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'

import type { CliIO } from '../cliIO.ts'
import { CliError } from '../commandOutcome.ts'
import { readInput } from '../readInput.ts'

/** A recording from a file that a person named. @throws CliError `recording-invalid`, or as `readInput` does. */
export async function readRecording(path: string, io: CliIO): Promise<Recording> {
  const text = await readInput(path, io)
  try {
    return parseRecording(text)
  } catch (error) {
    if (error instanceof RecordingError) throw new CliError('recording-invalid', { message: error.message })
    throw error
  }
}
