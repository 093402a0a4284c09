import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { expect, it } from 'vitest'

import { playScripts, printTranscript } from './sameGuest.ts'

it.each(['inline', 'shared'] as const)(
  'the same guests give the same trees, intents and refusals with placement %s as everywhere',
  async (placement) => {
    await using runtime = createQuickJSRuntime({ placement })
    await expect(printTranscript(await playScripts(runtime))).toMatchFileSnapshot('./sameGuest.transcript.txt')
  },
  60_000,
)
