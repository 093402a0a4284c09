import { nearestName } from '@plugboard/contracts'

import { packageDiagnostic, quote } from '../packageDiagnostic.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether the host carries out what services answer with. */
export const checkServiceCommands: PackageValidator = ({ manifest: { surfaces }, platform }) => {
  const known = platform.commands
  if (known === undefined) return []
  return (surfaces.services ?? []).flatMap(({ commands = [], name }, service) =>
    commands.flatMap((command, index) => {
      if (known.includes(command)) return []
      const near = nearestName(command, known)
      return packageDiagnostic({
        code: 'surface-unknown-command',
        message: `This host does not carry out ${quote(command)}, which the service ${quote(name)} answers with.`,
        path: `plugin.json#surfaces.services.${service}.commands.${index}`,
        ...(near === undefined ? {} : { hint: `Did you mean ${quote(near)}?` }),
      })
    }),
  )
}
