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
        "PACKAGE_CACHE_ERROR_CODES",
        "PackageCacheError",
        "REGISTRY_DIAGNOSTICS",
        "REGISTRY_LIMITS",
        "acquirePackages",
        "compareVersionTexts",
        "createDroppedSource",
        "createIndexSource",
        "createLock",
        "createMemoryCache",
        "describeRequests",
        "diffRequests",
        "discover",
        "enablementJsonSchema",
        "findUpdates",
        "formatLock",
        "formatSurface",
        "intersectGrants",
        "isNoGrants",
        "isRunnable",
        "isSourceId",
        "normalisePluginGrants",
        "parseEnablement",
        "parseLock",
        "parsePackageRef",
        "resolvePlugins",
        "restorePlugins",
        "subtractGrants",
        "verifySignatures",
      ],
      [
        "createIndexedDBCache",
      ],
      [
        "PLUGIN_KEYWORD",
        "createFolderCache",
        "createFolderSource",
        "createNodeModulesSource",
        "readPackageFolder",
        "readRegularFile",
      ],
    ]
  `)
})
