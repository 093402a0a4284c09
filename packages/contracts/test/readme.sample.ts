import { createInstanceId, PluginRuntimeError } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'

export const instanceId = createInstanceId('counter') // counter@ and eight random characters

// The unknown node becomes an `invalid-node`; its sibling stays.
export const { tree, issues } = parseUITree({
  kind: 'column',
  children: [{ kind: 'text', text: 'Hello' }, { kind: 'tabel' }],
})
// issues[0].message ends in: Did you mean "table"?

export let code: string | undefined
try {
  parseUITree({ kind: 'text' })
} catch (error) {
  if (error instanceof PluginRuntimeError) code = error.code // 'INVALID_TREE'
}
