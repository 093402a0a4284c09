import { messages } from '../messages/index.ts'
import type { Ask } from './asks.ts'

/** What an ask comes to, in the playground's own words. */
export function reasonFor({ name, verb }: Ask): string {
  const reasons: Readonly<Record<string, string>> = messages.sharing.reasons
  return reasons[`${verb} ${name}`] ?? messages.sharing.otherReason[verb]
}
