import { JSON_DEPTH, measureJsonDepth, type InstanceId, type JsonValue } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'

import { importsMessages } from './importsMessages.ts'

const words = importsMessages

/** What became of a call, to be shown. */
export type ToolResult =
  | { readonly kind: 'answered'; readonly value: JsonValue }
  /** In words. */
  | { readonly kind: 'failed'; readonly message: string }

export interface ToolCall {
  readonly instanceId: InstanceId
  readonly name: string
  /** As it was typed. */
  readonly input: string
}

/** Asks a tool of an instance, with input as a person typed it. Never rejects. */
export async function callTool(
  host: Pick<PluginHost, 'invoke'>,
  { input, instanceId, name }: ToolCall,
): Promise<ToolResult> {
  const parsed = parseInput(input)
  if (parsed === null) return { kind: 'failed', message: words.notJson }
  try {
    const result = await host.invoke(instanceId, { surface: 'tool', name, input: parsed.value })
    if (result.outcome === 'answered') return { kind: 'answered', value: result.value }
    if (result.outcome === 'failed') return { kind: 'failed', message: result.error.message }
    return { kind: 'failed', message: words.notCalled[result.reason] }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : words.failed }
  }
}

function parseInput(input: string): { readonly value: JsonValue } | null {
  if (measureJsonDepth(input) > JSON_DEPTH) return null
  try {
    return { value: JSON.parse(input) as JsonValue } // JSON is.
  } catch {
    return null
  }
}
