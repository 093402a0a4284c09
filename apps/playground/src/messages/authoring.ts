/** A place in a file, as it is written: `plugin.tsx:16:31`. */
export interface NamedPlace {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** Words of writing and running plugins of one's own. */
export const authoringMessages = {
  place: ({ column, file, line }: NamedPlace): string =>
    [file, ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(':'),
  problemAt: (place: NamedPlace, message: string): string => `${authoringMessages.place(place)}: ${message}`,
} as const
