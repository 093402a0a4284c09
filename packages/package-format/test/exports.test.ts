import * as packageFormat from '@plugboard/package-format'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(packageFormat).toSorted()).toMatchInlineSnapshot(`
    [
      "PACKAGE_DIAGNOSTICS",
      "PACKAGE_FORMAT_ERROR_CODES",
      "PACKAGE_LIMITS",
      "PLAIN_PATH",
      "PackageFormatError",
      "createSignature",
      "digestPackage",
      "inspectArchive",
      "inspectPackage",
      "isPackageDigest",
      "isPackagePath",
      "listPossibleContent",
      "packPackage",
      "parsePluginManifest",
      "pluginManifestSchema",
      "readArchive",
      "toPackageManifest",
      "verifySignature",
      "writeArchive",
    ]
  `)
})
