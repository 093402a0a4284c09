import { describe, expect, it } from 'vitest'

import { findPathClash, isPackagePath } from './packagePath.ts'

describe('a path in a package', () => {
  it.for([
    'plugin.json',
    'dist/plugin.js',
    'LICENSE',
    'a/b/c/d.e.f',
    '@scope/x+y_z-1.wasm',
    'console.js',
    'nullable/com10',
  ])('may be %s', (path) => {
    expect(isPackagePath(path)).toBe(true)
  })

  it.for([
    '',
    '/',
    'a/',
    '/a',
    'a//b',
    '.',
    '..',
    'a/../b',
    './a',
    '.hidden',
    'a.',
    'a ',
    ' a',
    'a b',
    'a\\b',
    'C:a',
    'a:b',
    'con',
    'CON.txt',
    'a/Nul/b',
    'com1',
    'LPT9.js',
    'aux.tar.gz',
    'a\0',
    'a\n',
    'ä',
    'a*',
    'a?',
    '~a',
    '$a',
    'a%2Fb',
    'x'.repeat(201),
  ])('may not be %j', (path) => {
    expect(isPackagePath(path)).toBe(false)
  })
})

describe('two paths', () => {
  it.for([
    [['a', 'b/a', 'b/c', 'd/'], null],
    [
      ['a', 'A'],
      ['A', 'a'],
    ],
    [
      ['a/b', 'A/B'],
      ['A/B', 'a/b'],
    ],
    [
      ['a', 'a/b'],
      ['a/b', 'a'],
    ],
    [
      ['a/b/c', 'A'],
      ['A', 'a/b/c'],
    ],
    [
      ['a/', 'a'],
      ['a', 'a/'],
    ],
    [
      ['a/', 'a/'],
      ['a/', 'a/'],
    ],
  ] as const)('cannot be one file, or a file and its folder: %j', ([paths, clash]) => {
    expect(findPathClash(paths)).toEqual(clash === null ? null : { path: clash[0], with: clash[1] })
  })
})
