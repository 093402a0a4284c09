/** A piece of code that a README shows. */
export interface ReadmeSample {
  readonly language: string
  /** What follows the language on the fence: a file name, or nothing. */
  readonly label: string
  readonly code: string
}

/** Every fenced block of a markdown text, in order. */
export function readSamples(markdown: string): readonly ReadmeSample[] {
  return [...markdown.matchAll(/^```(\w+)[ \t]*(.*)\n([\s\S]*?)^```$/gm)].map(([, language, label, code]) => ({
    language: language ?? '',
    label: (label ?? '').trim(),
    code: code ?? '',
  }))
}

/** The samples that stand alone: modules which import a package. */
export function readModules(markdown: string): readonly ReadmeSample[] {
  return readSamples(markdown).filter(
    ({ language, code }) => (language === 'ts' || language === 'tsx') && /^import [^\n]*'@plugboard\//m.test(code),
  )
}
