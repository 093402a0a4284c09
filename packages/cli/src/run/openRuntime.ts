import type { PluginRuntime } from '@plugboard/contracts'

import type { CliIO } from '../cliIO.ts'

/** The sandbox of one command. It is loaded here, so that whatever runs nothing has no sandbox near it. */
export async function openRuntime({ createRuntime }: CliIO): Promise<PluginRuntime> {
  if (createRuntime !== undefined) return createRuntime()
  const { createQuickJSRuntime } = await import('@plugboard/runtime-quickjs')
  return createQuickJSRuntime()
}
