import type { Command } from './command.ts'

/** A command that a query found. */
export interface CommandMatch {
  readonly command: Command
  /** The parts of the title that the query found, in order and apart from each other: from, to. */
  readonly marks: readonly (readonly [number, number])[]
  readonly isRecent: boolean
}

/** More of them nobody reads: the query is made longer instead. */
const MOST_MATCHES = 50

/**
 * The commands that have every word of the query in their title or keywords, best first: those used lately, then those
 * whose title has the first word at the start of one of its own, and otherwise in the order in which they are given. `>`
 * before the query leaves out instances, `@` everything else.
 */
export function matchCommands(
  commands: readonly Command[],
  query: string,
  recent: readonly string[] = [],
): readonly CommandMatch[] {
  const { kind, words } = readQuery(query)
  return commands
    .filter((command) => kind === null || command.kind === kind)
    .flatMap((command, order) => {
      const title = command.title.toLowerCase()
      const text = `${title} ${command.keywords?.toLowerCase() ?? ''}`
      if (!words.every((word) => text.includes(word))) return []
      const used = recent.indexOf(command.id)
      return [{ command, order, title, used: used === -1 ? recent.length : used }]
    })
    .toSorted((a, b) => a.used - b.used || rank(a.title, words[0]) - rank(b.title, words[0]) || a.order - b.order)
    .slice(0, MOST_MATCHES)
    .map(({ command, title, used }) => ({ command, marks: marksOf(title, words), isRecent: used < recent.length }))
}

function readQuery(query: string): { readonly kind: Command['kind'] | null; readonly words: readonly string[] } {
  const trimmed = query.trim().toLowerCase()
  const kind = trimmed.startsWith('>') ? 'command' : trimmed.startsWith('@') ? 'instance' : null
  return { kind, words: (kind === null ? trimmed : trimmed.slice(1)).split(/\s+/).filter((word) => word !== '') }
}

/** Lower is better: the start of a word, then within one, then what only the keywords have. */
function rank(title: string, word: string | undefined): number {
  if (word === undefined) return 0
  const at = title.indexOf(word)
  if (at === -1) return 2
  return at === 0 || /\W/.test(title.charAt(at - 1)) ? 0 : 1
}

function marksOf(title: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const found = words
    .map((word) => [title.indexOf(word), title.indexOf(word) + word.length] as const)
    .filter(([from]) => from !== -1)
    .toSorted(([a], [b]) => a - b)
  const marks: (readonly [number, number])[] = []
  for (const [from, to] of found) {
    const last = marks.at(-1)
    if (last === undefined || from > last[1]) marks.push([from, to])
    else marks[marks.length - 1] = [last[0], Math.max(last[1], to)]
  }
  return marks
}
