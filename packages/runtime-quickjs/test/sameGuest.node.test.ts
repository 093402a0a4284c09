import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { expect, it } from 'vitest'

import { createNodeEngine } from '../src/engine/nodeEngine.ts'
import { playScripts, printTranscript } from './sameGuest.ts'

const compiled = createNodeEngine().compile()
const engine = { compile: () => compiled }

it.each(['inline', 'shared', 'isolated'] as const)(
  'the same guests give the same trees, intents and refusals with placement %s as everywhere',
  async (placement) => {
    await using runtime = createQuickJSRuntime({ placement, engine })
    await expect(printTranscript(await playScripts(runtime))).toMatchFileSnapshot('./sameGuest.transcript.txt')
  },
  60_000,
)
