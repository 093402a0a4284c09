import * as capabilities from '@plugboard/capabilities'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(capabilities).toSorted()).toMatchInlineSnapshot(`
    [
      "CAPABILITY_PROFILES",
      "addGrant",
      "allowlist",
      "auditGrants",
      "authorizeIntent",
      "can",
      "canReadShared",
      "canRunCommand",
      "canUseComponent",
      "canWriteShared",
      "computeGrants",
      "createPluginView",
      "denyAll",
      "grantRequested",
      "isActionType",
      "isBroadGrant",
      "isOperator",
      "isReadable",
      "isSameGrants",
      "missingGrants",
      "normaliseGrants",
      "operatorPolicy",
      "projectShared",
      "removeGrant",
    ]
  `)
})
