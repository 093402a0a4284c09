import { nearestName } from '@plugboard/contracts'
import type * as z from 'zod/mini'

/** What is wrong at one place of a file. */
export interface Fault {
  /** As `plugins.0.ref`; empty for the whole. */
  readonly path: string
  /** Ends a sentence that begins with the place: `must be a string`. */
  readonly words: string
  /** What was probably meant, for a name that is none. */
  readonly hint?: string
}

/** A schema's issue in plain words. Keys in it are foreign: they are to be quoted by whoever shows it. */
export function describeIssue(issue: z.core.$ZodIssue, knownKeys: readonly string[] = []): Fault {
  const fault = { path: issue.path.map(String).join('.'), words: wordsOf(issue) }
  const near = issue.code === 'unrecognized_keys' ? nearestName(issue.keys[0] ?? '', knownKeys) : undefined
  return near === undefined ? fault : { ...fault, hint: `Did you mean "${near}"?` }
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${withArticle(issue.expected)}`
    case 'too_big':
      return `is too long or too large: at most ${String(issue.maximum)}`
    case 'too_small':
      return `is too short or too small: at least ${String(issue.minimum)}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'unrecognized_keys':
      return `has a key that does not belong there: ${JSON.stringify((issue.keys[0] ?? '').slice(0, 64))}`
    case 'invalid_format':
    case 'custom':
      // The schema's own words.
      return issue.message
    default:
      return 'is not valid'
  }
}

function withArticle(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`
}
