import type { WorkerAnswer, WorkerRefusal } from '../protocol/wire.ts'

/**
 * How long answers wait for those that follow them, in milliseconds: a quarter of a frame. What is stuck after that keeps
 * no finished answer back.
 */
const FLUSH_MS = 4

/** Answers that travel together: a message each would cost the page more than most of them hold. */
export class Outbox {
  readonly #post: (answers: readonly (WorkerAnswer | WorkerRefusal)[]) => void
  #answers: (WorkerAnswer | WorkerRefusal)[] = []
  #since = 0

  constructor(post: (answers: readonly (WorkerAnswer | WorkerRefusal)[]) => void) {
    this.#post = post
  }

  add(answer: WorkerAnswer | WorkerRefusal): void {
    const now = performance.now()
    if (this.#answers.length === 0) this.#since = now
    this.#answers.push(answer)
    if (now - this.#since >= FLUSH_MS) this.flush()
  }

  flush(): void {
    const answers = this.#answers
    this.#answers = []
    if (answers.length > 0) this.#post(answers)
  }
}
