import type { PackageEntry } from '../host/packageCatalog.ts'
import { messages } from '../messages/index.ts'

const NAMES = ['loop', 'memory', 'recursion', 'flood', 'tree'] as const

/** Plugins that misbehave on purpose, each with what should become of it. */
export const stressEntries: readonly PackageEntry[] = NAMES.map((name) => ({
  packageId: `stress-${name}`,
  ...messages.stress.plugins[name],
  icon: 'stress',
  tile: 5,
  shelf: 'stress',
}))

/** The code of one of them; loaded when it is first wanted. */
export async function readStressSource(packageId: string): Promise<string> {
  const { STRESS_SOURCES } = await import('./stressSources.ts')
  const code = STRESS_SOURCES[packageId]
  if (code === undefined) throw new Error(`There is no stress plugin "${packageId}".`)
  return code
}
