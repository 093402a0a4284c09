import flood from './stress-flood.js?raw'
import loop from './stress-loop.js?raw'
import memory from './stress-memory.js?raw'
import recursion from './stress-recursion.js?raw'
import tree from './stress-tree.js?raw'

/** The code of the plugins that misbehave on purpose, by the id of their package. They run as anybody's code would. */
export const STRESS_SOURCES: Readonly<Record<string, string>> = {
  'stress-loop': loop,
  'stress-memory': memory,
  'stress-recursion': recursion,
  'stress-flood': flood,
  'stress-tree': tree,
}
