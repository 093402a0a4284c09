import { cleanDisplayText } from '@plugboard/contracts'
import { describeRequests, type PluginEntry } from '@plugboard/registry'

import { refusal, type CommandContext, type CommandInput, type CommandOutcome } from '../commandOutcome.ts'
import { writeFacts } from '../output/table.ts'
import { listRequests, writeNames } from '../package/describeManifest.ts'
import { findPackage, summariseEntry } from '../project/findEntry.ts'
import { openProject } from '../project/openProject.ts'

/** `plugboard show`: one package, what it asks for and what it gets. It runs nothing. */
export async function runShow({ args, options }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const [text = ''] = args
  const { diagnostics, plan } = await openProject(options, context)
  const { entries, why } = findPackage(plan, text)
  if (why !== undefined) return refusal(...diagnostics, why)
  return {
    result: { entries: entries.map(describeEntry) },
    diagnostics: [...diagnostics, ...entries.flatMap((entry) => entry.diagnostics)],
    text: () => entries.map(writeEntry).join('\n'),
  }
}

/** An entry as data: what it asks for, was given and gets, each by itself. */
function describeEntry(entry: PluginEntry): object {
  const { config, effective, granted, location, manifest, requested } = entry
  return {
    ...summariseEntry(entry),
    name: manifest?.name ?? null,
    description: manifest?.description ?? null,
    license: manifest?.license ?? null,
    runtime: manifest?.runtime.kind ?? null,
    location: location ?? null,
    requested: listRequests(requested),
    granted: listRequests(granted),
    effective: listRequests(effective),
    config,
  }
}

function writeEntry(entry: PluginEntry): string {
  const { digest, effective, granted, location, manifest, ref, requested, status, surfaces, version } = entry
  const facts = writeFacts([
    ['package', `${ref} ${version ?? ''}`.trim()],
    ['status', status],
    ['name', manifest?.name],
    ['description', manifest?.description],
    ['license', manifest?.license],
    ['runtime', manifest?.runtime.kind],
    ['location', location],
    ['digest', digest],
    [
      'surfaces',
      writeNames(surfaces.map(({ isEnabled, kind, name }) => `${kind}:${name}${isEnabled ? '' : ' (off)'}`)),
    ],
    ['granted', writeNames(listRequests(granted))],
    ['gets', writeNames(listRequests(effective))],
  ])
  const wishes = describeRequests(requested).map(({ isBroad, reason, text }) => {
    const why = reason === undefined ? '' : ` It says: "${reason}"`
    return `  to ${text}.${isBroad ? ' This is broad.' : ''}${why}\n`
  })
  return wishes.length === 0 ? `${facts}It asks for nothing.\n` : `${facts}It asks\n${cleanLines(wishes)}`
}

function cleanLines(lines: readonly string[]): string {
  return lines.map((line) => `${cleanDisplayText(line.trimEnd())}\n`).join('')
}
