import type * as z from 'zod/mini'

import { nearestName } from '../nearestName.ts'

type Issue = z.core.$ZodIssue

/** The first schema issue as `{ path, message }` in plain words; `path` starts with a dot or bracket, or is empty. */
export function describeIssue(
  issues: readonly Issue[],
  knownKeys: readonly string[] = [],
): {
  readonly path: string
  readonly message: string
} {
  const issue = issues[0]
  if (issue === undefined) return { path: '', message: 'is not valid' }
  const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return { path: path.slice(0, 200), message: messageOf(issue, knownKeys) }
}

function messageOf(issue: Issue, knownKeys: readonly string[]): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${withArticle(issue.expected)}`
    case 'too_big':
      return `is too long or too large: at most ${String(issue.maximum)}`
    case 'too_small':
      return `is too short or too small: at least ${String(issue.minimum)}`
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? ''
      const near = nearestName(key, knownKeys)
      return `has no prop ${JSON.stringify(key.slice(0, 64))}${near === undefined ? '' : `. Did you mean "${near}"?`}`
    }
    case 'invalid_format':
    case 'custom':
      // The vocabulary's own words.
      return issue.message
    case 'invalid_key':
      return 'has a name that is not legal'
    default:
      return 'is not valid'
  }
}

function withArticle(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`
}
