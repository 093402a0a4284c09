import type { ProjectResult } from './compileProject.ts'

/** What became of a project whose compiler did not come. */
export const NOT_LOADED: ProjectResult = {
  kind: 'refused',
  problems: [
    {
      code: 'NOT_COMPILED',
      message: 'The compiler could not be loaded. Nothing was run; look at the connection and try again.',
      file: 'plugin.tsx',
    },
  ],
}
