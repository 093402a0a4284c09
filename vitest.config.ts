import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

import { bundleWorker } from './tooling/testing/bundleWorker.ts'
import { chromiumLaunchOptions } from './tooling/testing/chromium.mjs'
import { replayInNode } from './tooling/testing/replayInNode.ts'

// A folder of packages/, apps/, examples/ or tooling/ becomes the project of its name as soon as it has tests, and
// `<folder>-browser` as soon as it has browser tests: nobody registers a package here.
const folders = globSync(['packages/*/package.json', 'apps/*/package.json', 'examples/*/package.json', 'tooling/*/'])
  .map((path) => path.replace(/\/(package\.json)?$/, ''))
  .toSorted()

// What is only published as CommonJS, or drags a CommonJS module in: with discovery off it has to be named to be
// bundled for the browser. `a > b` is the b that a depends on.
const COMMONJS = new Map<string, readonly string[]>([
  ['react', ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime']],
  ['react-dom', ['react-dom', 'react-dom/client']],
  ['react-redux', ['react-redux']],
  ['vitest-browser-react', ['vitest-browser-react']],
  ['axe-core', ['axe-core']],
  ['sucrase', ['sucrase']],
  ['typescript-editor', ['typescript-editor']],
  [
    '@base-ui/react',
    ['@base-ui/react > use-sync-external-store/shim', '@base-ui/react > use-sync-external-store/shim/with-selector'],
  ],
  [
    '@plugboard/devtools',
    [
      '@plugboard/devtools > @base-ui/react > use-sync-external-store/shim',
      '@plugboard/devtools > @base-ui/react > use-sync-external-store/shim/with-selector',
    ],
  ],
])

function dependenciesOf(dir: string): readonly string[] {
  const path = join(dir, 'package.json')
  if (!existsSync(path)) return []
  // the manifest's shape is npm's, and only its keys are read
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, string> | undefined>
  return [manifest['dependencies'], manifest['devDependencies']].flatMap((names) => Object.keys(names ?? {}))
}

function hasFiles(dir: string, patterns: readonly string[]): boolean {
  const exclude = (path: string) => /(^|\/)(node_modules|dist)(\/|$)/.test(path)
  return patterns.some((pattern) => globSync(join(dir, pattern), { exclude }).length > 0)
}

const NODE_TESTS = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', '*.test.ts']
const BROWSER_TESTS = ['{src,test}/**/*.browser.test.{ts,tsx}']
const TYPE_TESTS = ['test/**/*.test-d.{ts,tsx}']

// No test waits for a clock on purpose; this is for machines that are busy with something else.
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000 }

// Their files leave nothing behind, so one process takes them one after the other and loads what they share once. What
// replaces modules or globals is not among them.
const TOGETHER: ReadonlySet<string> = new Set([
  'capabilities',
  'contract-tests',
  'contracts',
  'devtools',
  'host',
  'package-format',
  'preset-plugins',
  'react-renderer',
  'sdk',
  'store-core',
  'text-renderer',
])

// Node.js knows no `module`: what a package means by it is for bundlers, and may be nothing that Node.js can load.
const NODE_CONDITIONS = defaultServerConditions.filter((condition) => condition !== 'module')

function node(dir: string): TestProjectConfiguration {
  return {
    root: dir,
    ssr: { resolve: { conditions: ['@plugboard/source', ...NODE_CONDITIONS] } },
    test: {
      ...PATIENCE,
      name: basename(dir),
      isolate: !TOGETHER.has(basename(dir)),
      include: NODE_TESTS,
      exclude: ['**/*.browser.test.*', '**/node_modules/**', '**/dist/**'],
      typecheck: {
        enabled: hasFiles(dir, TYPE_TESTS),
        checker: 'tsc',
        include: TYPE_TESTS,
        tsconfig: './test/tsconfig.typetest.json',
      },
    },
  }
}

function browser(dir: string): TestProjectConfiguration {
  const ownConfig = join(dir, 'vite.config.ts')
  const names = dependenciesOf(dir)
  return {
    ...(existsSync(ownConfig) ? { extends: `./${ownConfig}` } : { plugins: [react()] }),
    root: dir,
    resolve: { conditions: ['@plugboard/source', ...defaultClientConditions] },
    // No discovery: what a worker imports is not seen by the first scan, and a late discovery reloads the page in the
    // middle of a test.
    optimizeDeps: {
      noDiscovery: true,
      include: names.flatMap((name) => COMMONJS.get(name) ?? []),
    },
    test: {
      ...PATIENCE,
      name: `${basename(dir)}-browser`,
      include: BROWSER_TESTS,
      exclude: ['**/node_modules/**', '**/dist/**'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: chromiumLaunchOptions() }),
        instances: [{ browser: 'chromium' }],
        commands: { bundleWorker, replayInNode },
      },
    },
  }
}

export default defineConfig({
  test: {
    coverage: { provider: 'v8', include: ['packages/*/src/**', 'apps/*/src/**'] },
    projects: folders.flatMap((dir) => [
      ...(dir.startsWith('tooling/') && !hasFiles(dir, NODE_TESTS) ? [] : [node(dir)]),
      ...(dir.startsWith('tooling/') || !hasFiles(dir, BROWSER_TESTS) ? [] : [browser(dir)]),
    ]),
  },
})
