/** Pages of the playground. */
export type Page = 'run' | 'gallery'
