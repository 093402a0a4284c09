/** Time, as the renderer needs it. */
export interface Clock {
  /** Milliseconds from any fixed point. */
  now(): number
  /** Runs `run` once, `delay` milliseconds later. The answer cancels it. */
  schedule(run: () => void, delay: number): () => void
}

/** The page's own time. */
export const pageClock: Clock = {
  now: () => performance.now(),
  schedule(run, delay) {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  },
}
