import { nearestName } from '@plugboard/contracts'

import { packageDiagnostic, quote } from '../packageDiagnostic.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether the host has the points that hooks are for. */
export const checkHookPoints: PackageValidator = ({ manifest: { surfaces }, platform: { hookPoints } }) => {
  if (hookPoints === undefined) return []
  return (surfaces.hooks ?? []).flatMap(({ point }, index) => {
    if (hookPoints.includes(point)) return []
    const near = nearestName(point, hookPoints)
    return packageDiagnostic({
      code: 'surface-unknown-hook',
      message: `This host has no point ${quote(point)} for hooks.`,
      path: `plugin.json#surfaces.hooks.${index}.point`,
      ...(near === undefined ? {} : { hint: `Did you mean ${quote(near)}?` }),
    })
  })
}
