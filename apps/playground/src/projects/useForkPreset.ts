import type { PackageId } from '@plugboard/contracts'

import { presetEntries } from '../host/packageCatalog.ts'
import { goTo } from '../shell/goTo.ts'
import { stressEntries } from '../stress/stressEntries.ts'
import { readFork } from './forkSource.ts'
import { useProjectCommands } from './projectCommands.ts'

/** Makes a plugin of one's own out of a package that came with the page, and opens it. Nothing of it runs. */
export function useForkPreset(): (packageId: PackageId, page?: 'split' | 'code') => Promise<void> {
  const commands = useProjectCommands()
  return async (packageId, page = 'split') => {
    const fork = await readFork(packageId)
    const title =
      [...presetEntries, ...stressEntries].find((entry) => entry.packageId === packageId)?.title ?? packageId
    if (fork === null) return
    goTo({ page, packageId: await commands.create({ title, ...fork }) })
  }
}
