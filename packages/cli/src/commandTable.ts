import type { RunCommand } from './commandOutcome.ts'

/** One argument or option, as help and documentation say it. */
export interface CommandTerm {
  /** As commander reads it: `[path]`, `--out <path>`. */
  readonly term: string
  readonly means: string
  /** May be given again and again. */
  readonly isList?: boolean
}

/** One command of the command line. */
export interface CommandDefinition {
  readonly name: string
  /** In a sentence, for the list of commands. */
  readonly summary: string
  /** What else there is to know. */
  readonly description: string
  readonly args: readonly CommandTerm[]
  readonly options: readonly CommandTerm[]
  /** Which code of others it runs: that of plugins in a sandbox, that of the project, or none at all. */
  readonly runs: 'nothing' | 'the plugin, in its sandbox' | 'the tests of the package'
  /** Loads what it takes; help needs none of it. */
  readonly load: () => Promise<RunCommand>
}

const PATH: CommandTerm = {
  term: '[path]',
  means: 'folder of a package, or a .plug archive; the present folder when absent',
}
const PROJECT: CommandTerm = { term: '--dir <folder>', means: 'folder of the project; the present one when absent' }

const PROJECT_FILES =
  'Packages are found in the folder plugins and in node_modules; plugins.json says which are enabled with which grants, ' +
  'plugins.lock.json pins them, and .plugboard/cache keeps their content by digest.'

/** Everything that the command line can do. Help, documentation and the program itself are made from it. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'new',
    summary: 'start a plugin from a template',
    description: 'Writes into a folder that is not there yet or is empty, and into no other.',
    args: [
      { term: '<template>', means: 'widget, tool, hook or service' },
      { term: '<dir>', means: 'folder to make' },
    ],
    options: [
      { term: '--name <text>', means: 'what people call it; made from the id when absent' },
      { term: '--id <id>', means: 'id of the package; the name of the folder when absent' },
    ],
    runs: 'nothing',
    load: async () => (await import('./commands/new.ts')).runNew,
  },
  {
    name: 'check',
    summary: 'say what is wrong with a package',
    description: 'Judges a folder as `pack` would pack it, or an archive as it is.',
    args: [PATH],
    options: [],
    runs: 'nothing',
    load: async () => (await import('./commands/check.ts')).runCheck,
  },
  {
    name: 'pack',
    summary: 'make the archive of a package',
    description:
      'Bundles the source when there is one (`source` of package.json, else src/plugin.tsx, .ts, .jsx or .js) into the entry that ' +
      'plugin.json names, checks everything, writes the closed list of files, and says the digest. The same files give the same ' +
      'archive on every machine. Nothing but the archive is written.',
    args: [PATH],
    options: [
      { term: '--out <path>', means: 'archive to write, or a folder to write it into; the present folder when absent' },
      {
        term: '--sign <key>',
        means: 'file with a private Ed25519 key (PKCS 8, PEM): a signature is written beside the archive',
      },
    ],
    runs: 'nothing',
    load: async () => (await import('./commands/pack.ts')).runPack,
  },
  {
    name: 'list',
    summary: 'list the packages of a project and how they stand',
    description: PROJECT_FILES,
    args: [],
    options: [PROJECT],
    runs: 'nothing',
    load: async () => (await import('./commands/list.ts')).runList,
  },
  {
    name: 'show',
    summary: 'show one package: what it is, asks for and is granted',
    description: PROJECT_FILES,
    args: [{ term: '<ref>', means: 'source and id as folder:clock, or the id alone where it is the only one' }],
    options: [PROJECT],
    runs: 'nothing',
    load: async () => (await import('./commands/show.ts')).runShow,
  },
  {
    name: 'lock',
    summary: 'pin what is enabled by version and digest',
    description: 'Writes plugins.lock.json, and keeps the content of what it pins in .plugboard/cache.',
    args: [],
    options: [PROJECT],
    runs: 'nothing',
    load: async () => (await import('./commands/lock.ts')).runLock,
  },
  {
    name: 'run',
    summary: 'run a plugin in the terminal',
    description:
      'Draws a widget as text. On a terminal type a number to press what has it, field=value to fill a field in, and q to leave; ' +
      'else lines come from --events or the input, and the widget is drawn after each. With --tool it calls one tool.',
    args: [
      {
        term: '<target>',
        means: 'path of a package (with a slash, a leading dot or the ending .plug), or the ref of an enabled one',
      },
    ],
    options: [
      PROJECT,
      { term: '--widget <id>', means: 'which widget; the first one when absent' },
      { term: '--events <file>', means: 'lines to play, as they would be typed' },
      {
        term: '--grant <grant>',
        means:
          'read:DOMAIN, write:DOMAIN, command:NAME or component:NAME, of what a package at a path asks for; may be repeated',
        isList: true,
      },
      {
        term: '--tool <name>',
        means: 'call this tool and show its answer; neither its input nor its answer is held against its schemas here',
      },
      { term: '--input <json>', means: 'what the tool is given; {} when absent' },
      { term: '--record <file>', means: 'write a recording of the run, for replay and audit' },
    ],
    runs: 'the plugin, in its sandbox',
    load: async () => (await import('./commands/run.ts')).runRun,
  },
  {
    name: 'test',
    summary: 'run the tests of a package, on its source and on what would be packed',
    description:
      'Runs the vitest of the project twice. The packed code is given to the tests by PLUGBOARD_PLUGIN_CODE.',
    args: [{ term: '[path]', means: 'folder of a package; the present folder when absent' }],
    options: [{ term: '--source-only', means: 'leave the packed code out' }],
    runs: 'the tests of the package',
    load: async () => (await import('./commands/test.ts')).runTest,
  },
  {
    name: 'replay',
    summary: 'run a recording again and say where it differs',
    description: 'Compares definitions, trees, intents and failures, and stops at the first difference.',
    args: [{ term: '<file>', means: 'recording' }],
    options: [{ term: '--code <path>', means: 'script or package to run in place of what was recorded' }],
    runs: 'the plugin, in its sandbox',
    load: async () => (await import('./commands/replay.ts')).runReplay,
  },
  {
    name: 'audit',
    summary: 'hold what plugins were granted against what they used',
    description:
      'Reads a recording, or the folder of a workspace. To see which domains are read, a recording is run again. It ' +
      'judges by grants alone: what a host refuses for another reason, as a domain that it does not have, is in no recording.',
    args: [{ term: '<path>', means: 'recording, or folder of a workspace' }],
    options: [],
    runs: 'the plugin, in its sandbox',
    load: async () => (await import('./commands/audit.ts')).runAudit,
  },
]
