import { createInterface } from 'node:readline'

/** Lines of a stream, without their ends. Whoever stops reading lets go of the stream, so that it keeps no process alive. */
export function readLines(input: NodeJS.ReadableStream): AsyncIterator<string, undefined> {
  const reader = createInterface({ input })
  const lines = reader[Symbol.asyncIterator]()
  return {
    next: () => lines.next(),
    // readline's own iterator stops listening to its reader, which goes on to read.
    return() {
      reader.close()
      return Promise.resolve({ done: true, value: undefined })
    },
  }
}
