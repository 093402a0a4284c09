import { PACKAGE_DIAGNOSTICS, type PackageDiagnosticCode } from '@plugboard/package-format'
import { describe, expect, it } from 'vitest'

import { FIXTURES } from './diagnosticFixtures.ts'

// The fixtures are a record of all codes; types see to that.
const CODES = Object.keys(FIXTURES) as PackageDiagnosticCode[]

describe('a diagnostic', () => {
  it('is there for every code of the table, and for no other', () => {
    expect(CODES.toSorted()).toEqual(Object.keys(PACKAGE_DIAGNOSTICS).toSorted())
  })

  it.for(CODES)('comes alone, with the words of its code: %s', async (code) => {
    const diagnostics = await FIXTURES[code]()
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
    const { phase, severity } = PACKAGE_DIAGNOSTICS[code]
    expect(diagnostics[0]).toMatchObject({ phase, severity })
    expect(diagnostics[0]?.hint).toMatch(/.\W$/)
  })

  it('says what is so, where and what to do', async () => {
    const words = await Promise.all(
      CODES.toSorted().map(async (code) => {
        const diagnostics = await FIXTURES[code]()
        return diagnostics.map(({ hint = '', message, path = '', severity }) =>
          [`${code} (${severity})`, message, `at: ${path}`, `do: ${hint}`].join('\n  '),
        )
      }),
    )
    await expect(`${words.flat().join('\n')}\n`).toMatchFileSnapshot('./diagnostics.snapshot.txt')
  })
})
