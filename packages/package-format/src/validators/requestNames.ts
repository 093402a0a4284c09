import { EVERY_DOMAIN, nearestName } from '@plugboard/contracts'

import { packageDiagnostic, quote } from '../packageDiagnostic.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether the host has what is asked for by name. */
export const checkRequestNames: PackageValidator = ({ manifest: { requests }, platform }) => {
  const lists = [
    { key: 'readShared', asked: requests.readShared, known: platform.sharedDomains, what: 'shared domain' },
    { key: 'writeShared', asked: requests.writeShared, known: platform.sharedDomains, what: 'shared domain' },
    { key: 'systemCommands', asked: requests.systemCommands, known: platform.systemCommands, what: 'system command' },
    { key: 'components', asked: requests.components, known: platform.components, what: 'component capability' },
  ]
  return lists.flatMap(({ asked = [], key, known, what }) =>
    asked.flatMap((name, index) => {
      if (known === undefined || name === EVERY_DOMAIN || known.includes(name)) return []
      const near = nearestName(name, known)
      return packageDiagnostic({
        code: 'request-unknown',
        message: `This host has no ${what} ${quote(name)}.`,
        path: `plugin.json#requests.${key}.${index}`,
        ...(near === undefined ? {} : { hint: `Did you mean ${quote(near)}?` }),
      })
    }),
  )
}
