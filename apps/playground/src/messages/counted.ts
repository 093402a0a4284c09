const RULES = new Intl.PluralRules('en')
const NUMBERS = new Intl.NumberFormat('en')

/** The words for one and for any other number; `#` stands for the number. */
export interface CountedWords {
  readonly one: string
  readonly other: string
}

/** A number with its noun: `counted(2, { one: '# reader', other: '# readers' })` is `2 readers`. */
export function counted(count: number, words: CountedWords): string {
  const form = RULES.select(count) === 'one' ? words.one : words.other
  return form.replace('#', NUMBERS.format(count))
}
