import type { SystemCommandTarget } from '@plugboard/contracts'

import { defineSystemCommand, parseCommandTarget, type SystemCommandDefinition } from '../systemCommand.ts'

/** `restart-plugin`: the target in a fresh VM, its state kept. Payload: a `SystemCommandTarget`. */
export const restartPlugin: SystemCommandDefinition = defineSystemCommand<SystemCommandTarget>({
  name: 'restart-plugin',
  parsePayload: parseCommandTarget,
  targetOf: ({ instanceId }) => instanceId,
  run: (_payload, { host, target }) => host.restart(target),
})
