import type { SystemCommandTarget } from '@plugboard/contracts'

import { defineSystemCommand, parseCommandTarget, type SystemCommandDefinition } from '../systemCommand.ts'

/**
 * `toggle-plugin`: pauses the target, or resumes it. Payload: a `SystemCommandTarget`. An instance that paused itself
 * cannot resume itself: its events are refused.
 */
export const togglePlugin: SystemCommandDefinition = defineSystemCommand<SystemCommandTarget>({
  name: 'toggle-plugin',
  parsePayload: parseCommandTarget,
  targetOf: ({ instanceId }) => instanceId,
  run: (_payload, { host, target }) => {
    const instance = host.readState().instances[target]
    if (instance !== undefined) host.setEnabled(target, !instance.enabled)
  },
})
