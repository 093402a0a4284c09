import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { COMMANDS, type CommandDefinition, type CommandTerm } from '../src/commandTable.ts'
import { EXIT_CODES } from '../src/exitCodes.ts'

/** Where the reference is. */
export const REFERENCE: URL = new URL('../../../docs/cli.md', import.meta.url)

const MARK = '<!-- made from the tables of packages/cli by `pnpm --filter @plugboard/cli reference` -->'

const MEANINGS: Readonly<Record<keyof typeof EXIT_CODES, string>> = {
  ok: 'done, and nothing of severity `error` was found',
  refused: 'what was looked at is refused: there is a diagnostic of severity `error`',
  usage: 'the command line names something that there is not',
  environment: 'a file, a folder or a tool of the machine did not do its part',
  pluginFailed: 'the plugin failed while it ran',
}

/** The part of `docs/cli.md` that follows from the tables. */
export function writeReference(): string {
  return [
    MARK,
    ...COMMANDS.map(writeCommand),
    '## Exit codes',
    writeTable(
      ['code', 'name', 'means'],
      Object.entries(MEANINGS).map(([name, means]) => [
        String(EXIT_CODES[name as keyof typeof EXIT_CODES]),
        name,
        means,
      ]),
    ),
    'The codes of diagnostics, those of the command line among them, are in [diagnostics.md](diagnostics.md).',
  ].join('\n\n')
}

function writeCommand({ args, description, name, options, runs, summary }: CommandDefinition): string {
  const line = ['plugboard', name, ...args.map(({ term }) => term), '[options]'].join(' ')
  const terms: readonly CommandTerm[] = [
    ...args,
    ...options,
    { term: '--json', means: 'one JSON object, whatever happens' },
  ]
  return [
    `### \`plugboard ${name}\``,
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}. ${description}`,
    `It runs ${runs}.`,
    `\`\`\`sh\n${line}\n\`\`\``,
    writeTable(
      ['', ''],
      terms.map(({ means, term }) => [`\`${term}\``, means]),
    ),
  ].join('\n\n')
}

function writeTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The page with its part from the tables anew. */
export async function updateReference(): Promise<string> {
  const page = await readFile(REFERENCE, 'utf8')
  return `${page.slice(0, page.indexOf(MARK))}${writeReference()}\n`
}

if (import.meta.main) await writeFile(fileURLToPath(REFERENCE), await updateReference())
