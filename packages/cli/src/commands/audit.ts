import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

import { RecordingError } from '@plugboard/contracts'
import { readStoredParts } from '@plugboard/host/workspace'
import { createFileStorage } from '@plugboard/storage/node'

import { auditInstances, auditRecording, type PackageAudit } from '../audit/grantAudit.ts'
import { cliDiagnostic } from '../cliDiagnostics.ts'
import { CliError, type CommandContext, type CommandInput, type CommandOutcome } from '../commandOutcome.ts'
import { writeFacts } from '../output/table.ts'
import { writeNames } from '../package/describeManifest.ts'
import { readRecording } from '../recording/readRecording.ts'
import { openRuntime } from '../run/openRuntime.ts'

/** `plugboard audit`: what plugins were granted, beside what they used. */
export async function runAudit({ args }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const path = args[0] ?? '.'
  const found = await stat(resolve(context.io.cwd, path)).catch(() => undefined)
  return found?.isDirectory() === true ? auditWorkspace(path, context) : auditFile(path, context)
}

async function auditFile(path: string, { io, progress }: CommandContext): Promise<CommandOutcome> {
  const recording = await readRecording(path, io)
  progress.say('Running the recording again, once for each domain that was shown')
  await using runtime = await openRuntime(io)
  try {
    return toOutcome('recording', await auditRecording(recording, runtime))
  } catch (error) {
    if (error instanceof RecordingError) throw new CliError('recording-invalid', { message: error.message })
    throw error
  }
}

async function auditWorkspace(path: string, { io }: CommandContext): Promise<CommandOutcome> {
  await using storage = createFileStorage({ directory: resolve(io.cwd, path) })
  const stored = await storage.read().catch(() => {
    throw new CliError('path-unreadable', { path })
  })
  // A storage is any folder until something is committed to it.
  if (stored.revision === 0) {
    const hint = 'Name the folder that an application stores its workspace in, or a recording.'
    throw new CliError('recording-invalid', { message: 'The folder holds no workspace.', path, hint })
  }
  const { instances } = readStoredParts(stored)
  const outcome = toOutcome('workspace', auditInstances(instances))
  return { ...outcome, diagnostics: [cliDiagnostic('audit-unobservable')] }
}

function toOutcome(source: 'recording' | 'workspace', packages: readonly PackageAudit[]): CommandOutcome {
  return {
    result: { source, packages },
    diagnostics: [],
    text: () => (packages.length === 0 ? 'There are no plugins in it.\n' : packages.map(writeAudit).join('\n')),
  }
}

function writeAudit(audit: PackageAudit): string {
  const names = (list: readonly string[] | null) => (list === null ? undefined : writeNames(list))
  return writeFacts([
    ['package', `${audit.packageId}, ${audit.instances} instance${audit.instances === 1 ? '' : 's'}`],
    ['asked for', names(audit.asked)],
    ['granted', names(audit.granted)],
    ['used', names(audit.used)],
    ['unused', names(audit.unused)],
    ['tried without a grant', names(audit.denied)],
    ['not known', names(audit.unknown)],
  ])
}
