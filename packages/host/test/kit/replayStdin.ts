import { text } from 'node:stream/consumers'

import { parseRecording } from '@plugboard/contracts/schemas'
import { replayRecording } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

// Reads { text, code } and writes what the replay found: for tests that run where there is no Node.js.
const input = JSON.parse(await text(process.stdin)) as {
  readonly text: string
  readonly code: Readonly<Record<string, string>>
}
await using runtime = createQuickJSRuntime()
const report = await replayRecording(parseRecording(input.text), { runtime, code: input.code })
process.stdout.write(JSON.stringify(report))
