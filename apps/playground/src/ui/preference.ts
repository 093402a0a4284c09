/** A choice of the person at the screen that this browser keeps, for every workspace. */
export interface Preference<T extends string> {
  read(): T
  write(value: T): void
}

export interface PreferenceOptions<T extends string> {
  readonly name: string
  readonly values: readonly T[]
  readonly fallback: T
}

/** Describes a choice among some words. A browser that keeps nothing, or kept something else, gives the fallback. */
export function definePreference<T extends string>({ fallback, name, values }: PreferenceOptions<T>): Preference<T> {
  const key = `plugboard-${name}`
  return {
    read() {
      try {
        const stored = localStorage.getItem(key)
        return values.find((value) => value === stored) ?? fallback
      } catch {
        return fallback
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, value)
      } catch {
        // It holds for this page all the same.
      }
    },
  }
}
