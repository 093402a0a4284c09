/** Space between children, from none to very wide. The host decides the pixels. */
export const GAPS = ['none', 'xs', 'sm', 'md', 'lg', 'xl'] as const
export type Gap = (typeof GAPS)[number]

/** What something means, never which colour it has. */
export const TONES = ['neutral', 'accent', 'positive', 'warning', 'critical'] as const
export type Tone = (typeof TONES)[number]

export const SIZES = ['sm', 'md', 'lg'] as const
export type Size = (typeof SIZES)[number]

export const ALIGNMENTS = ['start', 'center', 'end', 'stretch', 'baseline'] as const
export type Align = (typeof ALIGNMENTS)[number]

export const JUSTIFICATIONS = ['start', 'center', 'end', 'between'] as const
export type Justify = (typeof JUSTIFICATIONS)[number]

/** Extra words for assistive technology. */
export interface A11y {
  /** Replaces the accessible name. */
  readonly label?: string
  readonly description?: string
  readonly live?: 'polite' | 'assertive'
}

/** Props that every node may have. */
export interface NodeBase {
  /** Identity among its siblings: same kind and key, same element, focus kept. */
  readonly key?: string
  readonly a11y?: A11y
}
