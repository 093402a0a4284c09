import type { RequiredTest } from './requiredTests.ts'

/** Every way in which a plugin can run; each must keep the same contract. */
const RUNTIMES = [
  'QuickJSRuntimeService, VMs as images in one engine',
  'QuickJSRuntimeService, an engine for each VM',
  'QuickJS in Node.js workers',
  'QuickJS in browser workers',
]

/** What this project must never be without: the conditions under which a change is refused. */
export const PROMISES: readonly RequiredTest[] = [
  {
    promise: 'no action goes without its envelope',
    folder: 'packages/host',
    title: /every action carries its envelope/,
  },
  {
    promise: 'an action that lacks a part of its envelope changes nothing',
    folder: 'packages/store-core',
    title: /whose meta lacks \w+, and the reducer leaves it alone/,
  },
  {
    promise: 'the commands that look at packages run nothing of them',
    folder: 'packages/cli',
    title: /makes no VM, starts no worker, compiles nothing and runs nothing/,
  },
  {
    promise: 'no render is given more than its view',
    folder: 'packages/host',
    title: /every call carries exactly a view/,
  },
  {
    promise: 'what is not granted is not in the view',
    folder: 'packages/capabilities',
    title: /holds the state, the identity and the readable domains, and nothing else/,
  },
  {
    promise: 'a write without a grant is denied by the policy',
    folder: 'packages/capabilities',
    title: /refuses a write without a write grant/,
  },
  {
    promise: 'a write without a grant is denied by the reducer',
    folder: 'packages/store-core',
    title: /denies a shared write without a grant, in the reducer/,
  },
  {
    promise: 'a granted write is applied',
    folder: 'packages/store-core',
    title: /applies a granted write/,
  },
  {
    promise: 'instances of one package keep apart',
    folder: 'packages/store-core',
    title: /lets two instances of the same package evolve independently/,
  },
  ...RUNTIMES.flatMap((runtime): readonly RequiredTest[] => [
    {
      promise: `${runtime}: what a plugin calls itself changes nothing`,
      folder: 'packages/runtime-quickjs',
      title: new RegExp(`^${runtime} keeps .*collisions and spoofs live side by side`),
    },
    {
      promise: `${runtime}: intents bear the host's identity`,
      folder: 'packages/runtime-quickjs',
      title: new RegExp(`^${runtime} keeps .*whatever a guest claims to be, only its own identity comes out`),
    },
    {
      promise: `${runtime}: no answer of a tool, a hook or a service leaves that is no data`,
      folder: 'packages/runtime-quickjs',
      title: new RegExp(`^${runtime} keeps .*an answer that has the key __proto__ is INVALID_OUTPUT`),
    },
    {
      promise: `${runtime}: a hook decides, or is refused`,
      folder: 'packages/runtime-quickjs',
      title: new RegExp(`^${runtime} keeps .*a hook that answers no decision is INVALID_OUTPUT`),
    },
    {
      promise: `${runtime}: no tree leaves that is not of the contracts' shape`,
      folder: 'packages/runtime-quickjs',
      title: new RegExp(`^${runtime} keeps .* trees .* is INVALID_TREE`),
    },
    {
      promise: `${runtime}: what overruns is stopped, and comes back`,
      folder: 'packages/runtime-quickjs',
      title: new RegExp(`^${runtime} keeps .* after a fatal code the next call finds the instance in a fresh VM`),
    },
  ]),
  ...['Node.js workers', 'Browser workers'].map((workers) => ({
    promise: `${workers}: what never asks whether it may go on is ended from outside`,
    folder: 'packages/runtime-quickjs',
    title: new RegExp(`^${workers} stop what does not stop a handler that never polls`),
  })),
  {
    promise: 'no byte of a VM is in the memory while another one is',
    folder: 'packages/runtime-quickjs',
    title: /leave no byte in the memory while another is in it/,
  },
  {
    promise: 'VMs that share an engine agree with a model outside it',
    folder: 'packages/runtime-quickjs',
    title: /many instances in one memory agree with a native model/,
  },
  {
    promise: 'every preset keeps its recorded contract',
    folder: 'packages/preset-plugins',
    title: /its contract is the one on record/,
  },
  {
    promise: 'every kind is drawn, and an unknown one has a placeholder',
    folder: 'packages/react-renderer',
    title: /draws a placeholder for the kind/,
  },
  {
    promise: 'a tree asks for nothing, takes no focus and covers nothing',
    folder: 'packages/react-renderer',
    title: /^a hostile tree /,
  },
  {
    promise: 'a form of a plugin takes no focus and sends nothing of the page',
    folder: 'packages/react-renderer',
    title: /^a form of a hostile plugin /,
  },
  {
    promise: 'an unloaded instance is gone, whatever it does meanwhile',
    folder: 'packages/runtime-quickjs',
    title: /an instance that is unloaded while it never ends holds nobody up, and leaves nothing behind/,
  },
  {
    promise: 'a recording that was tampered with decides nothing',
    folder: 'packages/host',
    title: /^a recording that was tampered with /,
  },
  {
    promise: 'nothing is saved over what was not understood',
    folder: 'packages/host',
    title: /^a storage that holds /,
  },
  {
    promise: 'a tab that is behind overwrites nothing',
    folder: 'packages/host',
    title: /^two tabs do not overwrite each other/,
  },
  {
    promise: 'undoing what one instance did leaves the work of others',
    folder: 'packages/store-core',
    title: /every place that somebody else wrote last keeps its value/,
  },
  {
    promise: 'a click leads to the pictures that show it, and back',
    folder: 'packages/host',
    title: /leads from the click through its intents to the renders of its own and of another instance/,
  },
  {
    promise: 'a manifest that an audit proposes denies nothing that was applied',
    folder: 'packages/capabilities',
    title: /the proposed manifest denies nothing that was applied/,
  },
  {
    promise: 'every import keeps to the layers',
    folder: 'tooling/layers',
    title: /every package of this workspace keeps to the table/,
  },
]
