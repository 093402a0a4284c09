import type { Authoring } from './authoringClient.ts'

/** A compiler that is loaded with the first project that is compiled. A load that failed is tried again. */
export function lazyAuthoring(): Authoring {
  let loaded: Promise<Authoring> | null = null
  return {
    compile: async (project) => {
      loaded ??= import('./authoringClient.ts').then(({ AuthoringClient }) => new AuthoringClient())
      try {
        return await (await loaded).compile(project)
      } catch (error) {
        loaded = null
        throw error
      }
    },
  }
}
