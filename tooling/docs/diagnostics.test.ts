import { expect, test } from 'vitest'

import { BUNDLE_DIAGNOSTICS } from '../../packages/bundler/src/bundleDiagnostics.ts'
import { CLI_DIAGNOSTICS } from '../../packages/cli/src/cliDiagnostics.ts'
import { PACKAGE_DIAGNOSTICS } from '../../packages/package-format/src/index.ts'
import { REGISTRY_DIAGNOSTICS } from '../../packages/registry/src/index.ts'
import { describeDiagnostics, type DiagnosticSection } from './diagnosticsPage.ts'

/** Every package with codes of its own. */
const SECTIONS: readonly DiagnosticSection[] = [
  { package: '@plugboard/bundler', codes: BUNDLE_DIAGNOSTICS },
  { package: '@plugboard/cli', codes: CLI_DIAGNOSTICS },
  { package: '@plugboard/package-format', codes: PACKAGE_DIAGNOSTICS },
  { package: '@plugboard/registry', codes: REGISTRY_DIAGNOSTICS },
]

test('docs/diagnostics.md is what the tables say', async () => {
  await expect(describeDiagnostics(SECTIONS)).toMatchFileSnapshot('../../docs/diagnostics.md')
})

test('no code has two meanings', () => {
  const codes = SECTIONS.flatMap((section) => Object.keys(section.codes))
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

test('every code is in lower case with dashes, and says what it means and what to do in sentences', () => {
  for (const { codes } of SECTIONS) {
    for (const [code, { hint, means }] of Object.entries(codes)) {
      expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)+$/)
      for (const sentence of [means, hint]) expect(sentence).toMatch(/^["`A-Z].*[.?]$/)
      expect(hint.length).toBeLessThanOrEqual(240)
    }
  }
})
