import { createContext, use } from 'react'

import type { LazyImports } from './lazyImports.ts'

const ImportsContext = createContext<LazyImports | null>(null)

export const ImportsProvider: typeof ImportsContext.Provider = ImportsContext.Provider

export function useImports(): LazyImports {
  const imports = use(ImportsContext)
  if (imports === null) throw new Error('useImports needs an ImportsProvider above it')
  return imports
}
