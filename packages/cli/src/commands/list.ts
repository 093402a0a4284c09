import type { PluginStatus } from '@plugboard/registry'

import type { CommandContext, CommandInput, CommandOutcome } from '../commandOutcome.ts'
import { writeTable } from '../output/table.ts'
import { writeNames } from '../package/describeManifest.ts'
import { summariseEntry } from '../project/findEntry.ts'
import { openProject } from '../project/openProject.ts'

const COLOURS = {
  active: 'green',
  partial: 'yellow',
  disabled: 'dim',
  missing: 'red',
  rejected: 'red',
} as const satisfies Record<PluginStatus, string>

/** `plugboard list`: the packages of a project and how they stand. It runs nothing. */
export async function runList({ options }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const { diagnostics, plan } = await openProject(options, context)
  const entries = plan.entries.map(summariseEntry)
  return {
    result: { entries },
    diagnostics: [...diagnostics, ...plan.entries.flatMap((entry) => entry.diagnostics)],
    text: (paint) => {
      if (entries.length === 0) return 'There are no packages here.\n'
      const status = { title: 'status', paint: (text: string) => paint(COLOURS[text as PluginStatus], text) }
      return writeTable(
        [{ title: 'package' }, { title: 'version' }, status, { title: 'digest' }, { title: 'surfaces' }],
        entries.map((entry) => [
          entry.ref,
          entry.version ?? '-',
          entry.status,
          entry.digest?.slice(0, 19) ?? '-',
          writeNames(entry.surfaces),
        ]),
      )
    },
  }
}
