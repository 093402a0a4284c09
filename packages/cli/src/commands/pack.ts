import { createPrivateKey, createPublicKey, type webcrypto } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'

import { createSignature, packPackage, type PackageSignature, type SignatureSubject } from '@plugboard/package-format'

import { CliError, type CommandContext, type CommandInput, type CommandOutcome } from '../commandOutcome.ts'
import { hasErrors, summarise, writeBytes, writeSummary } from '../package/inspectPath.ts'
import { openPackage } from '../package/openPackage.ts'
import { readInput } from '../readInput.ts'
import { writeWholeFile } from '../wholeFile.ts'

/** What an archive is called. */
const EXTENSION = '.plug'

/** `plugboard pack`: makes the archive of a package. Nothing is written unless everything is good. */
export async function runPack({ args, options }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const { io, progress } = context
  const opened = await openPackage(args[0] ?? '.', context)
  progress.say('Packing')
  const { archive, report } = await packPackage(opened.files ?? new Map())
  const diagnostics = opened.files === undefined ? opened.diagnostics : [...opened.diagnostics, ...report.diagnostics]
  const summary = summarise({ ...report, kind: opened.kind })
  const { digest, manifest } = report
  if (archive === undefined || manifest === undefined || digest === undefined || hasErrors(diagnostics)) {
    return { result: null, diagnostics, text: () => '' }
  }
  // Before anything is written: a key that is none must not leave an archive without its signature.
  const key = options.text('sign')
  const signature =
    key === undefined
      ? undefined
      : await sign({ key, subject: { id: manifest.id, version: manifest.version, digest }, context })
  const path = await chooseArchive(
    resolve(io.cwd, options.text('out') ?? '.'),
    `${manifest.id}-${manifest.version}${EXTENSION}`,
  )
  const shown = relative(io.cwd, path)
  await writeWholeFile(path, archive, shown)
  if (signature !== undefined) {
    await writeWholeFile(`${path}.sig`, `${JSON.stringify(signature, null, 2)}\n`, `${shown}.sig`)
  }
  return {
    result: { ...summary, archive: shown, bytes: archive.length, ...(signature === undefined ? {} : { signature }) },
    diagnostics,
    text: (paint) =>
      `${writeSummary(summary)}\n${paint('green', 'packed')} ${shown}, ${writeBytes(archive.length)}` +
      `${signature === undefined ? '' : `, signed`}\n`,
  }
}

/** An archive that is named, or one of its own name in a folder that is there. */
async function chooseArchive(out: string, name: string): Promise<string> {
  if (out.endsWith(EXTENSION)) return out
  const found = await stat(out).catch(() => undefined)
  return found?.isFile() === true ? out : join(out, name)
}

interface SignOptions {
  /** Path of the key. */
  readonly key: string
  readonly subject: SignatureSubject
  readonly context: CommandContext
}

async function sign({ context, key, subject }: SignOptions): Promise<PackageSignature> {
  return createSignature(subject, readKeys(await readInput(key, context.io)))
}

function readKeys(text: string): webcrypto.CryptoKeyPair {
  try {
    const key = createPrivateKey(text)
    if (key.asymmetricKeyType === 'ed25519') {
      return {
        privateKey: key.toCryptoKey('Ed25519', false, ['sign']),
        publicKey: createPublicKey(key).toCryptoKey('Ed25519', true, ['verify']),
      }
    }
  } catch {
    // Said below, without what the key's file holds.
  }
  throw new CliError('key-invalid')
}
