import { explainReason, type DispatchReason, type InstanceId } from '@plugboard/contracts'

import { messages } from '../messages/index.ts'

/** Shortest time between two announcements about one instance, in milliseconds. */
export const SPEAK_EVERY = 1_000

export interface DenialSpeechOptions {
  readonly say: (words: string) => void
  /** Runs work later; gives the way to have it not run. */
  readonly schedule: (work: () => void, delayMs: number) => () => void
}

interface Waiting {
  count: number
  reason: DispatchReason
}

/**
 * Says what was denied: the first denial of an instance at once, and what follows within a second together. A flood of
 * denials must not flood a screen reader.
 */
export class DenialSpeech {
  readonly #options: DenialSpeechOptions
  /** Instances that were spoken of within the last second, with what came since. */
  readonly #quiet = new Map<InstanceId, { waiting: Waiting | null; readonly cancel: () => void }>()

  constructor(options: DenialSpeechOptions) {
    this.#options = options
  }

  note(instanceId: InstanceId, reason: DispatchReason): void {
    const quiet = this.#quiet.get(instanceId)
    if (quiet === undefined) this.#speak(instanceId, { count: 1, reason })
    else quiet.waiting = { count: (quiet.waiting?.count ?? 0) + 1, reason }
  }

  /** Says nothing any more. */
  stop(): void {
    for (const { cancel } of this.#quiet.values()) cancel()
    this.#quiet.clear()
  }

  #speak(instanceId: InstanceId, { count, reason }: Waiting): void {
    const { title } = explainReason(reason)
    const words = messages.shell
    this.#options.say(count === 1 ? words.deniedSpoken(title) : words.deniedSpokenMany(title, count))
    const cancel = this.#options.schedule(() => {
      const waiting = this.#quiet.get(instanceId)?.waiting ?? null
      this.#quiet.delete(instanceId)
      if (waiting !== null) this.#speak(instanceId, waiting)
    }, SPEAK_EVERY)
    this.#quiet.set(instanceId, { waiting: null, cancel })
  }
}
