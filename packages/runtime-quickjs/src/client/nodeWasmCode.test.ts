import { expect, it } from 'vitest'

import { keepWasmCode } from './nodeWasmCode.ts'

function flagsFor(v8Version: string): readonly string[] {
  const flags: string[] = []
  keepWasmCode({
    v8Version,
    setFlag: (flag) => {
      flags.push(flag)
    },
  })
  return flags
}

it('turns the collection of WebAssembly code off in the V8 of Node.js 24', () => {
  expect(flagsFor('13.6.233.17-node.53')).toEqual(['--no-wasm-code-gc'])
})

it.each(['12.4.254.21-node.57', '14.6.202.34-node.34', '130.1.2.3'])('leaves V8 %s as it is', (v8Version) => {
  expect(flagsFor(v8Version)).toEqual([])
})
