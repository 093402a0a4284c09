/** Names of the system commands that the host package ships. A host may define more. */
export const SYSTEM_COMMANDS = ['restart-plugin', 'toggle-plugin', 'collect-diagnostics'] as const

export type SystemCommandName = (typeof SYSTEM_COMMANDS)[number]

/** Payload of the shipped commands. An absent `instanceId` means the caller itself. */
export interface SystemCommandTarget {
  readonly instanceId?: string
}
