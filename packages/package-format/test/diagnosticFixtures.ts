import {
  createSignature,
  inspectArchive,
  inspectPackage,
  PACKAGE_LIMITS,
  verifySignature,
  type PackageDiagnostic,
  type PackageDiagnosticCode,
  type PackageReport,
  type PlatformFacts,
} from '@plugboard/package-format'

import { buildZip, type EntryParts } from './hostile/zipBuilder.ts'
import { createFiles, MANIFEST } from './packageSamples.ts'

/** What a host of these fixtures has. */
const PLATFORM: PlatformFacts = {
  version: '1.4.0',
  hookPoints: ['message:before-send'],
  commands: ['notify'],
  sharedDomains: ['time'],
  systemCommands: ['restart-plugin'],
  components: ['map'],
}

const SUBJECT = { id: 'clock', version: '1.2.0', digest: `sha256:${'0'.repeat(64)}` } as const
const TOOL = { name: 'tell', description: 'Tells the time', inputSchema: { type: 'object' } }

/** For each code, what somebody did to get it. */
export const FIXTURES: Readonly<Record<PackageDiagnosticCode, () => Promise<readonly PackageDiagnostic[]>>> = {
  'archive-checksum': () => archive([{ name: 'plugin.js', content: 'tick', crc: 1 }]),
  'archive-compression-ratio': () =>
    archive([{ name: 'zeros.bin', content: new Uint8Array(2 * PACKAGE_LIMITS.ratioBytes) }]),
  'archive-entry-kind': () => archive([{ name: 'README.md', content: '/etc/passwd', attributes: 0o120777 * 0x10000 }]),
  'archive-malformed': () => report(inspectArchive(new TextEncoder().encode('a package for the clock'))),
  'archive-path-duplicate': () => archive([{ name: 'README.md' }, { name: 'readme.md' }], 0),
  'archive-path-unsafe': () => archive([{ name: '../plugin.js' }]),
  'archive-too-large': () => archive([{ name: 'film.bin', content: 'tick', size: PACKAGE_LIMITS.fileBytes + 1 }]),
  'archive-too-many-entries': () => archive(Array.from({ length: 501 }, (_, index) => ({ name: `${index}.js` }))),
  'archive-unsupported': () => archive([{ name: 'plugin.js', content: 'tick', flags: 1 }]),
  'content-too-large': () => folder({ files: { 'dist/plugin.js': ' '.repeat(PACKAGE_LIMITS.fileBytes + 1) } }),
  'file-missing': () => folder({ files: { LICENSE: null } }),
  'file-path-duplicate': () =>
    folder({
      manifest: { files: ['README.md', 'dist/plugin.js', 'readme.md'] },
      files: { 'readme.md': '# Clock', LICENSE: null },
    }),
  'file-unlisted': () => folder({ files: { 'package.json': '{}', 'src/plugin.ts': '' } }),
  'files-not-closed': () => folder({ manifest: { files: undefined } }),
  'manifest-invalid': () => folder({ manifest: { nmae: 'Clock' } }),
  'manifest-missing': () => folder({ files: { 'plugin.json': null } }),
  'manifest-version-unsupported': () => folder({ manifest: { schemaVersion: 2 } }),
  'platform-version-unsupported': () => folder({ manifest: { engines: { plugboard: '^2.0.0' } } }),
  'request-broad': () => folder({ manifest: { requests: { readShared: ['*'] } } }),
  'request-unknown': () => folder({ manifest: { requests: { readShared: ['tiem'] } } }),
  'runtime-artifact-missing': () => folder({ manifest: { runtime: { ...MANIFEST.runtime, entry: 'dist/index.js' } } }),
  'runtime-legacy': () => folder({ manifest: { runtime: { kind: 'wasm', module: 'plugin.wasm', abi: 'plugin-v1' } } }),
  'runtime-mismatch': () => folder({ files: { 'dist/plugin.js': Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0) } }),
  'runtime-unavailable': () =>
    folder({
      manifest: {
        runtime: { kind: 'wasm-component', component: 'plugin.wasm', world: 'acme:clock/plugin@0.1.0' },
        files: ['plugin.wasm'],
      },
      files: {
        'plugin.wasm': Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0),
        LICENSE: null,
        'README.md': null,
        'dist/plugin.js': null,
      },
    }),
  'runtime-unsupported': () => folder({ manifest: { runtime: { ...MANIFEST.runtime, kind: 'quikjs' } } }),
  'schema-rejected': () =>
    folder({
      manifest: { surfaces: { tools: [{ ...TOOL, inputSchema: { type: 'object', $ref: 'https://example.org/' } }] } },
    }),
  'signature-invalid': async () => {
    const signature = await createSignature(SUBJECT, await createKeys())
    const subject = { ...SUBJECT, version: '1.3.0' }
    return (await verifySignature({ signature, subject, trustedKeys: [signature.publicKey] })).diagnostics
  },
  'signature-missing': async () => (await verifySignature({ subject: SUBJECT, trustedKeys: [] })).diagnostics,
  'signature-untrusted': async () => {
    const signature = await createSignature(SUBJECT, await createKeys())
    const { diagnostics, publicKey = '' } = await verifySignature({ signature, subject: SUBJECT, trustedKeys: [] })
    // Another one with each run.
    return diagnostics.map((one) => ({ ...one, message: one.message.replace(publicKey, '<key>') }))
  },
  'surface-duplicate': () => folder({ manifest: { surfaces: { tools: [TOOL, TOOL] } } }),
  'surface-none': () => folder({ manifest: { surfaces: {} } }),
  'surface-unknown-command': () =>
    folder({ manifest: { surfaces: { services: [{ name: 'bell', events: ['timer.tick'], commands: ['notfiy'] }] } } }),
  'surface-unknown-hook': () => folder({ manifest: { surfaces: { hooks: [{ point: 'message:beforesend' }] } } }),
}

async function report(inspected: Promise<PackageReport>): Promise<readonly PackageDiagnostic[]> {
  const { diagnostics } = await inspected
  // Every code of a report is one of this package's.
  return diagnostics as readonly PackageDiagnostic[]
}

function folder(changes: Parameters<typeof createFiles>[0]): Promise<readonly PackageDiagnostic[]> {
  return report(inspectPackage(createFiles(changes), PLATFORM))
}

function archive(entries: readonly EntryParts[], method = 8): Promise<readonly PackageDiagnostic[]> {
  return report(inspectArchive(buildZip({ entries: entries.map((entry) => ({ method, ...entry })) }), PLATFORM))
}

async function createKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
}
