/** What a page says of one code; the tables of the packages have this shape. */
interface Meaning {
  readonly phase: string
  readonly severity: string
  readonly means: string
  readonly hint: string
}

/** The codes of one package. */
export interface DiagnosticSection {
  readonly package: string
  readonly codes: Readonly<Record<string, Meaning>>
}

const INTRODUCTION = `# Diagnostics

Everything that is found about a package, its enablement or its use without an exception is a diagnostic: data with a \`code\`,
a \`severity\`, the \`phase\` in which it was found, a \`message\` of at most 240 characters, and where it is known a \`path\` (a file of
the package, or a place in one as \`plugin.json#runtime.entry\`), a \`hint\` and a \`ref\`. Codes are stable: match on them. An \`error\`
refuses what it is about; a \`warning\` and an \`info\` do not. Words of a package are cleaned and clipped wherever they are shown.

This page is made from the tables of the packages: \`pnpm vitest run --project docs -u\` writes it.`

/** The page `docs/diagnostics.md`: every code of every package, in the order of the alphabet. */
export function describeDiagnostics(sections: readonly DiagnosticSection[]): string {
  return `${[INTRODUCTION, ...sections.flatMap(describeSection)].join('\n\n')}\n`
}

function describeSection({ codes, package: name }: DiagnosticSection): readonly string[] {
  const names = Object.keys(codes).toSorted()
  return [`## ${name}`, ...names.flatMap((code) => describeCode(code, codes[code]))]
}

function describeCode(code: string, meaning: Meaning | undefined): readonly string[] {
  if (meaning === undefined) return []
  const { hint, means, phase, severity } = meaning
  return [`### ${code}`, `\`${severity}\` in the phase \`${phase}\`. ${means}`, `What to do: ${hint}`]
}
