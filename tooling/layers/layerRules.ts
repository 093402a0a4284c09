import { type Environment, LAYERS, type Layer, TOOLING } from './layers.ts'

/** Says why `layer` may not import `target` there, or null when it may. */
export function explainImport(layer: Layer, target: string, inTest: boolean): string | null {
  if (target === layer.name || layer.imports.includes(target)) return null
  if (layer.dev.includes(target)) {
    return inTest ? null : `only tests of ${layer.name} may import ${target}; ${layer.because}`
  }
  const other = LAYERS.find(({ name }) => name === target)
  if (!other && !TOOLING.includes(target)) return `${target} is no layer of tooling/layers/layers.ts`
  return `${layer.name} may import ${list(layer.imports)}${inTest ? ` and, in tests, ${list(layer.dev)}` : ''}${
    other ? direction(layer, other) : ''
  }; ${layer.because}`
}

/** Says why an ambient module is out of reach of that environment, or null when it is not. */
export function explainBuiltin(environment: Environment, specifier: string, file: string): string | null {
  if (!specifier.startsWith('node:')) return null
  if (environment === 'node' || environment === 'any') return null
  if (environment === 'es+workers' && /(^|[/.])node([A-Z/.]|$)/.test(file)) return null
  return environment === 'es+workers'
    ? 'Node.js modules belong to files or folders named node*, so that browsers never load one'
    : 'this package runs in browsers too and takes what is ambient as an argument'
}

/** Faults of the table itself: an unknown name, an import that does not go down, a circle. */
export function explainTable(layers: readonly Layer[]): readonly string[] {
  const rows = new Map(layers.map(({ name, row }) => [name, row]))
  const faults: string[] = []
  for (const { name, row, imports, dev } of layers) {
    for (const target of imports) {
      const below = rows.get(target)
      if (below === undefined) faults.push(`${name} imports ${target}, which is no layer`)
      else if (below >= row) faults.push(`${name} (row ${row}) imports ${target} (row ${below}): imports only go down`)
    }
    for (const target of dev) {
      if (!rows.has(target) && !TOOLING.includes(target)) faults.push(`${name} lists ${target}, which is no layer`)
      else if (reaches(layers, target, name)) faults.push(`${name} and ${target} need each other in tests: a circle`)
    }
  }
  return faults
}

function reaches(layers: readonly Layer[], from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  const layer = layers.find(({ name }) => name === from)
  return [...(layer?.imports ?? []), ...(layer?.dev ?? [])].some((next) => reaches(layers, next, to, seen))
}

function direction(from: Layer, to: Layer): string {
  if (to.row > from.row) return `, and ${to.name} is above it (row ${to.row} over ${from.row})`
  if (to.row === from.row) return `, and ${to.name} is beside it (row ${to.row})`
  return ''
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing of this workspace' : `only ${names.join(', ')}`
}
