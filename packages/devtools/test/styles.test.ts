import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const styles = readFileSync(new URL('../src/styles.css', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const rules = styles.replace(/\/\*[^]*?\*\//g, '').trim()

it('keeps every rule in its layer, and to elements of its own', () => {
  expect(rules).toMatch(/^@layer plugboard-devtools \{[^]*\}$/)
  const preludes = [...rules.matchAll(/([^{};]+)\{/g)].map(([, prelude = '']) => prelude.trim())
  const selectors = preludes
    .filter((prelude) => !prelude.startsWith('@'))
    .flatMap((prelude) => prelude.split(/,\s*(?![^(]*\))/))
  expect(selectors.length).toBeGreaterThan(100)
  for (const selector of selectors) expect(selector).toContain('.pbd-')
})

it('reads every token that the README names, with a default, and no other', () => {
  const read = new Set([...styles.matchAll(/var\(--pbd-([a-z0-9-]+),/g)].map(([, name]) => name))
  const named = new Set([...readme.matchAll(/`--pbd-([a-z0-9-]+)`/g)].map(([, name]) => name))
  expect([...read].toSorted()).toEqual([...named].toSorted())
  expect(styles).not.toMatch(/var\(--pbd-[a-z0-9-]+\)/)
})
