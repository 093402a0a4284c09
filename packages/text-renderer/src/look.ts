import type { Tone } from '@plugboard/contracts'

/** Signs that a drawing is made of. */
export interface Signs {
  readonly rule: string
  readonly boxTop: string
  readonly boxSide: string
  readonly boxBottom: string
  readonly dialogTop: string
  readonly dialogSide: string
  readonly dialogBottom: string
  readonly dialogRule: string
  readonly bullet: string
  readonly chosen: string
  readonly full: string
  readonly rest: string
  readonly more: string
  readonly folded: string
  readonly unfolded: string
  readonly up: string
  readonly down: string
  readonly hidden: string
  readonly tones: Readonly<Record<Tone, string>>
}

const UNICODE_SIGNS: Signs = {
  rule: '─',
  boxTop: '┌',
  boxSide: '│',
  boxBottom: '└',
  dialogTop: '╔',
  dialogSide: '║',
  dialogBottom: '╚',
  dialogRule: '═',
  bullet: '•',
  chosen: '•',
  full: '█',
  rest: '░',
  more: '…',
  folded: '▸',
  unfolded: '▾',
  up: '↑',
  down: '↓',
  hidden: '•',
  tones: { neutral: 'i', accent: 'i', positive: '✓', warning: '!', critical: '✗' },
}

const ASCII_SIGNS: Signs = {
  rule: '-',
  boxTop: '+',
  boxSide: '|',
  boxBottom: '+',
  dialogTop: '#',
  dialogSide: '#',
  dialogBottom: '#',
  dialogRule: '=',
  bullet: '*',
  chosen: 'o',
  full: '#',
  rest: '.',
  more: '~',
  folded: '>',
  unfolded: 'v',
  up: '^',
  down: 'v',
  hidden: '*',
  tones: { neutral: 'i', accent: 'i', positive: '+', warning: '!', critical: '!!' },
}

/** How words can stand out. */
export type Style = 'strong' | 'dim' | 'press' | Exclude<Tone, 'neutral'>

// Select Graphic Rendition (ECMA-48, 8.3.117): colours that every terminal has and every theme of one sets.
const CODES: Readonly<Record<Style, string>> = {
  strong: '1',
  dim: '2',
  press: '36',
  accent: '34',
  positive: '32',
  warning: '33',
  critical: '31',
}

/** Which signs and colours a drawing has. */
export interface Look {
  readonly signs: Signs
  /** The text in a style; unchanged without colours. */
  readonly paint: (text: string, style: Style | undefined) => string
}

/** Colours are off unless `color` is set; signs are those of ASCII unless `unicode` is. */
export function createLook({ color, unicode }: { readonly color: boolean; readonly unicode: boolean }): Look {
  return {
    signs: unicode ? UNICODE_SIGNS : ASCII_SIGNS,
    paint: (text, style) =>
      color && style !== undefined && text !== '' ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text,
  }
}

/** The style of a tone; the neutral one has none. */
export function styleOf(tone: Tone | undefined): Style | undefined {
  return tone === 'neutral' ? undefined : tone
}
