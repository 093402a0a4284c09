import { nearestName } from '@plugboard/contracts'
import type * as z from 'zod/mini'

/** What is wrong at one place of a file. */
export interface Fault {
  /** As `plugins.0.ref`; empty for the whole. */
  readonly path: string
  /** Ends a sentence that begins with the place: `must be a string`. */
  readonly words: string
}

/** A schema's issue in plain words. Keys in it are foreign: they are to be quoted by whoever shows it. */
export function describeIssue(issue: z.core.$ZodIssue, knownKeys: readonly string[] = []): Fault {
  return { path: issue.path.map(String).join('.'), words: wordsOf(issue, knownKeys) }
}

function wordsOf(issue: z.core.$ZodIssue, knownKeys: readonly string[]): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${withArticle(issue.expected)}`
    case 'too_big':
      return `is too long or too large: at most ${String(issue.maximum)}`
    case 'too_small':
      return `is too short or too small: at least ${String(issue.minimum)}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? ''
      const near = nearestName(key, knownKeys)
      return `has no ${JSON.stringify(key.slice(0, 64))}${near === undefined ? '' : `. Did you mean "${near}"?`}`
    }
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
