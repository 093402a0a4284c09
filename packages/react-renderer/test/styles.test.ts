import { readFileSync } from 'node:fs'

import { PLUGIN_TOKENS } from '@plugboard/react-renderer'
import { expect, it } from 'vitest'

const styles = readFileSync(new URL('../src/styles.css', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('reads every token that is documented, and no other', () => {
  const read = new Set([...styles.matchAll(/var\(--pui-([a-z-]+)/g)].map(([, name]) => name))
  expect([...read].toSorted()).toEqual([...PLUGIN_TOKENS].toSorted())
})

it('keeps every rule in its layer and without specificity', () => {
  const rules = styles.replace(/\/\*[^]*?\*\//g, '').trim()
  expect(rules).toMatch(/^@layer plugin-ui \{[^]*\}$/)
  const preludes = [...rules.matchAll(/([^{};]+)\{/g)].map(([, prelude = '']) => prelude.trim())
  const selectors = preludes.filter((prelude) => !/^(?:@|from$|to$)/.test(prelude))
  expect(selectors.length).toBeGreaterThan(100)
  for (const selector of selectors) expect(selector).toMatch(/^:where\([^]*\)(?:::after|::before)?$/)
})

it('names every token in the README', () => {
  for (const token of PLUGIN_TOKENS) expect(readme).toContain(`\`--pui-${token}\``)
})
