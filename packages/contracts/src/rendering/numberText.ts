/** Where numbers of a field may lie. */
export interface NumberRange {
  readonly min?: number
  readonly max?: number
  readonly step?: number
}

// Each sign can be read in one way only: a long text that is no number costs no more than one that is.
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** Digits that are kept of what is reckoned: 0.1 + 0.2 is 0.3 for everyone but a computer. */
const DIGITS = 12

/** The number that a text is; null when it is none, or none that is finite. */
export function parseNumberText(text: string): number | null {
  const trimmed = text.trim()
  const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN
  return Number.isFinite(value) ? value : null
}

/** Whether a number is `min` (or 0) and a multiple of `step`, as far as a computer can tell. */
export function isOnStep(value: number, { min = 0, step }: NumberRange): boolean {
  if (step === undefined) return true
  const steps = (value - min) / step
  return !Number.isFinite(steps) || Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps))
}

/** The text after one step up or down: on a step and within the bounds. What is no number begins at the least one, or 0. */
export function stepNumberText(text: string, direction: 1 | -1, range: NumberRange): string {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step = 1 } = range
  const base = range.min ?? 0
  const value = parseNumberText(text)
  const steps = ((value ?? base) - base) / step
  if (!Number.isFinite(steps)) return text
  const isOn = isOnStep(value ?? base, { ...range, step })
  const next = isOn ? Math.round(steps) + direction : direction === 1 ? Math.ceil(steps) : Math.floor(steps)
  const last = Math.floor((max - base) / step)
  const target = value === null ? base : base + Math.min(next, last) * step
  return String(round(Math.min(Math.max(target, min), max)))
}

function round(value: number): number {
  return Number(value.toPrecision(DIGITS))
}
