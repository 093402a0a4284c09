import type { DiagnosticSeverity } from '@plugboard/contracts'

/** What a code of a diagnostic means wherever it is used. */
export interface DiagnosticMeaning {
  /** What was being done. */
  readonly phase: string
  readonly severity: DiagnosticSeverity
  /** What is so, for whoever looks the code up. */
  readonly means: string
  /** What to do, where the diagnostic itself knows nothing better. */
  readonly hint: string
}

/** The codes of everything that is found about a package without running it. */
export type PackageDiagnosticCode =
  | 'archive-checksum'
  | 'archive-compression-ratio'
  | 'archive-entry-kind'
  | 'archive-malformed'
  | 'archive-path-duplicate'
  | 'archive-path-unsafe'
  | 'archive-too-large'
  | 'archive-too-many-entries'
  | 'archive-unsupported'
  | 'content-too-large'
  | 'file-missing'
  | 'file-path-duplicate'
  | 'file-unlisted'
  | 'files-not-closed'
  | 'manifest-invalid'
  | 'manifest-missing'
  | 'manifest-version-unsupported'
  | 'platform-version-unsupported'
  | 'request-broad'
  | 'request-unknown'
  | 'runtime-artifact-missing'
  | 'runtime-legacy'
  | 'runtime-mismatch'
  | 'runtime-unavailable'
  | 'runtime-unsupported'
  | 'schema-rejected'
  | 'signature-invalid'
  | 'signature-missing'
  | 'signature-untrusted'
  | 'surface-duplicate'
  | 'surface-none'
  | 'surface-unknown-command'
  | 'surface-unknown-hook'

const PACK_AGAIN = 'Make the archive again with `plugboard pack`.'

/** Every code of this package with what it means. docs/diagnostics.md is made from it. */
export const PACKAGE_DIAGNOSTICS: Readonly<Record<PackageDiagnosticCode, DiagnosticMeaning>> = {
  'archive-checksum': {
    phase: 'archive',
    severity: 'error',
    means: 'A file in the archive is not what its checksum says: it was changed or damaged on its way.',
    hint: 'Get the archive again from where it came.',
  },
  'archive-compression-ratio': {
    phase: 'archive',
    severity: 'error',
    means: 'A file would become more than 200 times its size in the archive, as those do that fill a memory.',
    hint: 'Leave the file out, or make it smaller: no file of a plugin is that regular.',
  },
  'archive-entry-kind': {
    phase: 'archive',
    severity: 'error',
    means: 'An entry is a link, a device or something else that is neither a file nor a folder.',
    hint: 'Pack the files themselves: `plugboard pack` does.',
  },
  'archive-malformed': {
    phase: 'archive',
    severity: 'error',
    means:
      'The bytes are no zip archive, or its parts contradict each other: truncated, overlapping, or with bytes beside them.',
    hint: PACK_AGAIN,
  },
  'archive-path-duplicate': {
    phase: 'archive',
    severity: 'error',
    means:
      'Two entries would be one file where upper and lower case are the same, or one is a file and the other its folder.',
    hint: 'Rename one of the two.',
  },
  'archive-path-unsafe': {
    phase: 'archive',
    severity: 'error',
    means:
      'The path of an entry could leave its folder or mean different files on different machines. Paths are relative and of letters, digits and . _ - + @.',
    hint: 'Rename the file, with letters and digits of ASCII, ".", "_", "-", "+" and "@".',
  },
  'archive-too-large': {
    phase: 'archive',
    severity: 'error',
    means:
      'The archive has more than 16 MiB, one of its files more than 16 MiB, or all of them together more than 24 MiB.',
    hint: 'Leave out what the plugin does not need while it runs.',
  },
  'archive-too-many-entries': {
    phase: 'archive',
    severity: 'error',
    means: 'The archive has more than 500 entries.',
    hint: 'Bundle the code into one file, and leave out what the plugin does not need while it runs.',
  },
  'archive-unsupported': {
    phase: 'archive',
    severity: 'error',
    means:
      'The archive uses a part of the zip format that is not read: encryption, zip64, several disks, comments, data descriptors, other methods than store and deflate.',
    hint: PACK_AGAIN,
  },
  'content-too-large': {
    phase: 'content',
    severity: 'error',
    means: 'A file of the package has more than 16 MiB, or all of them together more than 24 MiB.',
    hint: 'Take files off the list in plugin.json that the plugin does not need while it runs.',
  },
  'file-missing': {
    phase: 'content',
    severity: 'error',
    means: 'A file that plugin.json lists or names is not there.',
    hint: 'Put the file back, or take it off "files" in plugin.json.',
  },
  'file-path-duplicate': {
    phase: 'content',
    severity: 'error',
    means:
      'Two paths of the package would be one file where upper and lower case are the same, or one is a file and the other its folder.',
    hint: 'Rename one of the two.',
  },
  'file-unlisted': {
    phase: 'content',
    severity: 'info',
    means:
      'There are files beside the ones that plugin.json lists. They do not belong to the package: nobody reads them.',
    hint: 'Put what belongs to the plugin on "files" in plugin.json, and pack again.',
  },
  'files-not-closed': {
    phase: 'content',
    severity: 'info',
    means:
      'The manifest has no list "files" yet, as in a folder that is being worked on. What it names belongs to the package, and README.md and LICENSE.',
    hint: '`plugboard pack` writes the list.',
  },
  'manifest-invalid': {
    phase: 'manifest',
    severity: 'error',
    means: 'The manifest is not JSON, or says something at this place that its JSON Schema does not allow.',
    hint: 'Correct this place in plugin.json. Its JSON Schema says what may stand there.',
  },
  'manifest-missing': {
    phase: 'manifest',
    severity: 'error',
    means: 'There is no plugin.json at the root of the package.',
    hint: 'Put plugin.json beside the other files, in no folder.',
  },
  'manifest-version-unsupported': {
    phase: 'manifest',
    severity: 'error',
    means: 'The manifest is of a version that this release does not read.',
    hint: 'Set "schemaVersion" to 1, or use a newer release of the application.',
  },
  'platform-version-unsupported': {
    phase: 'manifest',
    severity: 'error',
    means: 'The package asks for other releases of the platform ("engines") than this one.',
    hint: 'Use a release of the package for this platform, or update the application.',
  },
  'request-broad': {
    phase: 'request',
    severity: 'warning',
    means: 'The package asks for everything of a kind, such as every shared domain or every host of the network.',
    hint: 'Ask by name for what the plugin uses: people grant that sooner.',
  },
  'request-unknown': {
    phase: 'request',
    severity: 'warning',
    means: 'The package asks for something that this host does not have. It will not get it, and has to do without.',
    hint: 'Look whether the name is spelled as the host spells it.',
  },
  'runtime-artifact-missing': {
    phase: 'runtime',
    severity: 'error',
    means: 'The file that the runtime would run is not there, or not on the list of files.',
    hint: 'Build the plugin before it is packed, or correct the path in plugin.json.',
  },
  'runtime-legacy': {
    phase: 'runtime',
    severity: 'error',
    means: 'The package is made for raw WebAssembly modules with an ABI of their own, which are no longer run.',
    hint: 'Build the plugin as JavaScript with "runtime": { "kind": "quickjs" }, or as a component with "wasm-component".',
  },
  'runtime-mismatch': {
    phase: 'runtime',
    severity: 'error',
    means:
      'The file that would be run is of another kind than its runtime. It is judged by its first bytes, and never compiled.',
    hint: 'Name the file that the build made for this runtime.',
  },
  'runtime-unavailable': {
    phase: 'runtime',
    severity: 'error',
    means: 'The runtime is a known one that is not there, in this release or on this machine.',
    hint: 'Build the plugin for "quickjs", which runs everywhere.',
  },
  'runtime-unsupported': {
    phase: 'runtime',
    severity: 'error',
    means: 'The runtime is none that this release knows.',
    hint: 'Use "quickjs" or "wasm-component".',
  },
  'schema-rejected': {
    phase: 'surface',
    severity: 'error',
    means:
      'A JSON Schema in plugin.json is not taken: too large or too deep, not of an object, with a $ref that leaves it or comes back to itself, or with a keyword that no package may use, as those with regular expressions.',
    hint: 'Describe the value with a smaller schema that stands alone; use "enum", "format" or lengths in place of "pattern".',
  },
  'signature-invalid': {
    phase: 'signature',
    severity: 'error',
    means: 'The signature is none, or not one of this id, version and content.',
    hint: 'Get package and signature again from who signed it.',
  },
  'signature-missing': {
    phase: 'signature',
    severity: 'error',
    means: 'A signature is asked for, and the package came without one.',
    hint: 'Ask for a signed release, or enable the package by its digest.',
  },
  'signature-untrusted': {
    phase: 'signature',
    severity: 'error',
    means:
      'The signature is good, and its key is none of the trusted ones. A signature says who, and never what is allowed.',
    hint: 'Compare the key with what its owner publishes before it is trusted.',
  },
  'surface-duplicate': {
    phase: 'surface',
    severity: 'error',
    means: 'Two widgets, tools, services or hooks have one name.',
    hint: 'Rename one of the two.',
  },
  'surface-none': {
    phase: 'surface',
    severity: 'warning',
    means: 'The package says that it has no widget, tool, hook or service: a host has no use for it.',
    hint: 'Name what the plugin has under "surfaces".',
  },
  'surface-unknown-command': {
    phase: 'surface',
    severity: 'warning',
    means: 'A service answers with a kind of command that this host does not carry out.',
    hint: 'Look whether the name is spelled as the host spells it.',
  },
  'surface-unknown-hook': {
    phase: 'surface',
    severity: 'warning',
    means: 'A hook is for a point that this host does not have: it will never be called.',
    hint: 'Look whether the name is spelled as the host spells it.',
  },
}
