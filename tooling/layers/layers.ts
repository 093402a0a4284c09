/** Where code of a layer has to run, and so which ambient modules it may import. */
export type Environment = 'es' | 'es+workers' | 'dom' | 'node' | 'any'

/** One folder of the workspace: what it owns, and what it may know of the others. */
export interface Layer {
  /** Folder name; the package is `@plugboard/<name>`. */
  readonly name: string
  readonly folder: string
  /** Height. Imports go to lower rows only, never sideways. */
  readonly row: number
  readonly owns: string
  /** Workspace packages that its code may import. */
  readonly imports: readonly string[]
  /** Workspace packages that its tests, and nothing else, may import besides. */
  readonly dev: readonly string[]
  readonly environment: Environment
  /** Why it may know nothing more; ends the message of every refused import. */
  readonly because: string
}

/**
 * The import rules of the whole workspace, written nowhere else: the check, the TypeScript project references, turbo's
 * boundary tags and the picture in the README are made from this table.
 */
export const LAYERS: readonly Layer[] = [
  {
    name: 'contracts',
    folder: 'packages/contracts',
    row: 0,
    owns: 'every shape, code and schema that crosses a package boundary; the id format; the `PluginRuntime` interface',
    imports: [],
    dev: [],
    environment: 'es',
    because: 'everything rests on the contracts, so they rest on nothing',
  },
  {
    name: 'contract-tests',
    folder: 'packages/contract-tests',
    row: 1,
    owns: 'the suites `describe…Contract()`, fakes, fixtures, hostile guests and trees',
    imports: ['contracts'],
    dev: [],
    environment: 'es',
    because: 'a suite that knew an implementation could not certify another one',
  },
  {
    name: 'capabilities',
    folder: 'packages/capabilities',
    row: 1,
    owns: 'request → grant → decision → projection, as pure policy',
    imports: ['contracts'],
    dev: ['contract-tests'],
    environment: 'es',
    because: 'policy is decided from data alone, so that it can be tested and audited alone',
  },
  {
    name: 'package-format',
    folder: 'packages/package-format',
    row: 1,
    owns: 'the manifest file, archive, digest, signature, validators (one rule a file)',
    imports: ['contracts'],
    dev: ['contract-tests'],
    environment: 'es',
    because: 'bytes in, report out: what a package is must be the same wherever it is read',
  },
  {
    name: 'sdk',
    folder: 'packages/sdk',
    row: 1,
    owns: 'what a plugin author imports: types, builders, JSX',
    imports: ['contracts'],
    dev: ['contract-tests', 'runtime-quickjs'],
    environment: 'es',
    because: 'it runs inside the plugin, where no part of the host exists',
  },
  {
    name: 'bundler',
    folder: 'packages/bundler',
    row: 1,
    owns: 'source files of a plugin → one script with a source map',
    imports: ['contracts'],
    dev: ['sdk'],
    environment: 'node',
    because: 'it reads and joins files: it runs no plugin and knows no host',
  },
  {
    name: 'runtime-quickjs',
    folder: 'packages/runtime-quickjs',
    row: 2,
    owns: 'VM life, limits, marshalling, the worker protocol, the watchdog',
    imports: ['contracts'],
    dev: ['contract-tests'],
    environment: 'es+workers',
    because: 'a runtime runs code: it knows no state, no grants and no screen, so it can be replaced',
  },
  {
    name: 'store-core',
    folder: 'packages/store-core',
    row: 2,
    owns: 'the runtime slice, reducer routing, shared domains, the trace, selectors',
    imports: ['contracts', 'capabilities'],
    dev: ['contract-tests'],
    environment: 'es',
    because: 'state is reduced from actions alone: the store starts no plugin and draws nothing',
  },
  {
    name: 'react-renderer',
    folder: 'packages/react-renderer',
    row: 2,
    owns: 'tree → React elements, events out, over a `WidgetSource`',
    imports: ['contracts'],
    dev: ['contract-tests'],
    environment: 'dom',
    because: 'it draws any `WidgetSource`; knowing a store or a runtime would tie it to one',
  },
  {
    name: 'text-renderer',
    folder: 'packages/text-renderer',
    row: 2,
    owns: 'tree → lines of text, numbers and typed lines back, over a `WidgetSource`',
    imports: ['contracts'],
    dev: ['contract-tests'],
    environment: 'es',
    because: 'it draws any `WidgetSource`; what reads keys and writes to a terminal belongs to the application',
  },
  {
    name: 'registry',
    folder: 'packages/registry',
    row: 2,
    owns: 'discovery, enablement, effective grants, pins, the cache, restore; it executes nothing',
    imports: ['contracts', 'capabilities', 'package-format'],
    dev: ['contract-tests'],
    environment: 'any',
    because: 'what is there and what is allowed is decided without running anything',
  },
  {
    name: 'storage',
    folder: 'packages/storage',
    row: 2,
    owns: 'where a workspace is kept: memory, IndexedDB, a folder; whole batches and revisions',
    imports: ['contracts'],
    dev: ['contract-tests'],
    environment: 'any',
    because: 'it keeps parts of JSON data: what they mean is the business of the host',
  },
  {
    name: 'preset-plugins',
    folder: 'packages/preset-plugins',
    row: 3,
    owns: 'the example plugins: guest code, manifests, reducers, domains',
    imports: ['contracts', 'sdk', 'store-core'],
    dev: ['contract-tests', 'capabilities', 'runtime-quickjs', 'host'],
    environment: 'es',
    because: 'an example may use only what every author of a plugin has',
  },
  {
    name: 'host',
    folder: 'packages/host',
    row: 3,
    owns: 'composition: load ▸ grant ▸ render ▸ event ▸ dispose; sessions',
    imports: ['contracts', 'capabilities', 'store-core'],
    dev: ['contract-tests', 'runtime-quickjs', 'storage'],
    environment: 'es',
    because: 'the host takes a `PluginRuntime` and knows no React: both are chosen by the application',
  },
  {
    name: 'sdk-testing',
    folder: 'packages/sdk-testing',
    row: 4,
    owns: 'a plugin mounted in a real VM inside a test: press, type, submit; trees, intents, trace',
    imports: ['contracts', 'bundler', 'host', 'runtime-quickjs', 'store-core', 'text-renderer'],
    dev: ['contract-tests', 'sdk'],
    environment: 'node',
    because: 'a test sees what a person and a host see, and no more',
  },
  {
    name: 'devtools',
    folder: 'packages/devtools',
    row: 4,
    owns: 'timeline, inspector, domains, console and problems of a host, as React components',
    imports: ['contracts', 'capabilities', 'store-core', 'host'],
    dev: ['contract-tests'],
    environment: 'dom',
    because: 'it looks at any host through what everybody may ask of it, so that any application can mount it',
  },
  {
    name: 'cli',
    folder: 'packages/cli',
    row: 5,
    owns: 'the `plugboard` command',
    imports: [
      'contracts',
      'bundler',
      'capabilities',
      'host',
      'package-format',
      'registry',
      'runtime-quickjs',
      'storage',
      'store-core',
      'text-renderer',
    ],
    dev: ['contract-tests', 'sdk', 'sdk-testing'],
    environment: 'node',
    because: 'it composes the layers for a terminal, and has no rule of its own',
  },
  {
    name: 'playground',
    folder: 'apps/playground',
    row: 5,
    owns: 'the application that composes everything for people',
    imports: [
      'contracts',
      'capabilities',
      'sdk',
      'runtime-quickjs',
      'store-core',
      'react-renderer',
      'host',
      'devtools',
      'package-format',
      'registry',
      'storage',
      'preset-plugins',
    ],
    dev: ['contract-tests', 'testing'],
    environment: 'any',
    because: 'the suites and the test browser are for tests',
  },
  {
    name: 'example-tokens',
    folder: 'examples/tokens',
    row: 5,
    owns: 'an application whose plugin looks like the rest of it, by tokens alone',
    imports: ['host', 'react-renderer', 'runtime-quickjs', 'sdk'],
    dev: ['contract-tests'],
    environment: 'any',
    because: 'an example uses what any application has, and no more',
  },
  {
    name: 'example-replaced-components',
    folder: 'examples/replaced-components',
    row: 5,
    owns: 'an application that draws buttons and tables of plugins by components of its own',
    imports: ['contracts', 'host', 'react-renderer', 'runtime-quickjs', 'sdk'],
    dev: ['contract-tests'],
    environment: 'any',
    because: 'an example uses what any application has, and no more',
  },
  {
    name: 'example-devtools-anywhere',
    folder: 'examples/devtools-anywhere',
    row: 5,
    owns: 'an application with a store of its own that mounts the devtools in three lines',
    imports: ['devtools', 'host', 'react-renderer', 'runtime-quickjs', 'sdk', 'store-core'],
    dev: ['contract-tests'],
    environment: 'any',
    because: 'an example uses what any application has, and no more',
  },
]

/** Folders of tooling that are packages of the workspace. They have no layer: only a `dev` list can name them. */
export const TOOLING: readonly string[] = ['bench', 'campaign', 'testing']
