import type { WorkerAnswer, WorkerRefusal } from '../protocol/wire.ts'

/**
 * How long a batch may run without a word, in milliseconds: a quarter of a frame. Whatever ends later than that is posted at
 * once with all before it, so that what follows is not timed together with it.
 */
const FLUSH_MS = 4

/** Answers that travel together: a message each would cost the page more than most of them hold. */
export class Outbox {
  readonly #post: (answers: readonly (WorkerAnswer | WorkerRefusal)[]) => void
  #answers: (WorkerAnswer | WorkerRefusal)[] = []
  #since = performance.now()

  constructor(post: (answers: readonly (WorkerAnswer | WorkerRefusal)[]) => void) {
    this.#post = post
  }

  add(answer: WorkerAnswer | WorkerRefusal): void {
    this.#answers.push(answer)
    if (performance.now() - this.#since >= FLUSH_MS) this.flush()
  }

  flush(): void {
    const answers = this.#answers
    this.#answers = []
    this.#since = performance.now()
    if (answers.length > 0) this.#post(answers)
  }
}
