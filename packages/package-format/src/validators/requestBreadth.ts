import { EVERY_DOMAIN } from '@plugboard/contracts'

import { packageDiagnostic } from '../packageDiagnostic.ts'
import type { PackageValidator } from './packageValidator.ts'

/** Whether something is asked for as a whole. */
export const checkRequestBreadth: PackageValidator = ({ manifest: { requests } }) => {
  const domain = (requests.readShared ?? []).indexOf(EVERY_DOMAIN)
  const broad = domain < 0 ? [] : [{ what: 'to see every shared domain', place: `readShared.${domain}` }]
  const hosts = (requests.https ?? []).flatMap(({ host }, index) =>
    host === '*' ? { what: 'to call every host of the network', place: `https.${index}.host` } : [],
  )
  return [...broad, ...hosts].map(({ place, what }) =>
    packageDiagnostic({
      code: 'request-broad',
      message: `The package asks ${what}.`,
      path: `plugin.json#requests.${place}`,
    }),
  )
}
