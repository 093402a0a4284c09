import * as registry from '@plugboard/registry'
import * as browser from '@plugboard/registry/browser'
import * as node from '@plugboard/registry/node'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect([registry, browser, node].map((entry) => Object.keys(entry).toSorted())).toMatchInlineSnapshot(`
    [
      [
        "GRANT_KINDS",
        "NO_ENABLEMENT",
        "NO_PLUGIN_GRANTS",
        "REGISTRY_DIAGNOSTICS",
        "REGISTRY_LIMITS",
        "compareVersionTexts",
        "createLock",
        "describeRequests",
        "diffRequests",
        "discover",
        "enablementJsonSchema",
        "formatLock",
        "formatPackageRef",
        "formatSurface",
        "intersectGrants",
        "isNoGrants",
        "isRunnable",
        "isSourceId",
        "lockedPackage",
        "normalisePluginGrants",
        "parseEnablement",
        "parseLock",
        "parsePackageRef",
        "refOf",
        "resolvePlugins",
        "subtractGrants",
      ],
      [],
      [],
    ]
  `)
})
