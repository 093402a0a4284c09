import { parseSync, Visitor } from 'oxc-parser'

/** Words that stand in the source of a view instead of in its package's catalogue. */
export interface WrittenWords {
  readonly words: string
  readonly line: number
}

/** Attributes and properties whose text a person sees or hears. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'comment',
  'label',
  'note',
  'placeholder',
  'title',
])

type Span = { readonly start: number; readonly end: number }

/**
 * The words that a `.tsx` file draws itself: text between tags, text in an expression between tags, and text of
 * attributes that are seen or heard. What is an argument of a call is not drawn by this file.
 *
 * @throws Error with the first syntax error when the file cannot be parsed.
 */
export function findWords(file: string, source: string): readonly WrittenWords[] {
  const { program, errors } = parseSync(file, source)
  const fault = errors[0]
  if (fault) throw new Error(`${file}: ${fault.message}`)
  const found: WrittenWords[] = []
  const spoken: Span[] = []
  const silent: Span[] = []
  const isDrawn = ({ start }: Span): boolean => {
    const around = (spans: readonly Span[]): number =>
      Math.max(-1, ...spans.filter((span) => span.start <= start && start < span.end).map((span) => span.start))
    return around(spoken) > around(silent)
  }
  const add = (at: Span, words: string): void => {
    if (/\p{L}/u.test(words)) {
      found.push({ words: words.trim(), line: source.slice(0, at.start).split('\n').length })
    }
  }
  // Two passes: what surrounds a text has to be known before it is judged.
  new Visitor({
    JSXElement: ({ children }) => void spoken.push(...children.filter(({ type }) => type === 'JSXExpressionContainer')),
    JSXFragment: ({ children }) =>
      void spoken.push(...children.filter(({ type }) => type === 'JSXExpressionContainer')),
    JSXAttribute: (node) => {
      const isSpoken = node.name.type === 'JSXIdentifier' && SPOKEN.has(node.name.name)
      ;(isSpoken ? spoken : silent).push(node)
    },
    CallExpression: (node) => void silent.push(node),
    MemberExpression: (node) => void silent.push(node),
    BinaryExpression: (node) => void silent.push(node),
    ConditionalExpression: ({ test }) => void silent.push(test),
  }).visit(program)
  new Visitor({
    JSXText: (node) => add(node, node.value),
    Literal: (node) => {
      if (typeof node.value === 'string' && isDrawn(node)) add(node, node.value)
    },
    TemplateElement: (node) => {
      if (isDrawn(node)) add(node, node.value.raw)
    },
  }).visit(program)
  return found
}
