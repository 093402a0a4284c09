import { digestPackage, PACKAGE_LIMITS, readArchive, type PlatformFacts } from '@plugboard/package-format'

import { isSourceId } from '../packageRef.ts'
import type { Candidate, PackageContent, PluginSource, SourceListing } from '../pluginSource.ts'
import { createDiagnostic, quoted, type RegistryDiagnosticCode } from '../registryDiagnostics.ts'
import { REGISTRY_LIMITS } from '../registryLimits.ts'
import { fetchBounded, type FetchLike } from './fetchBounded.ts'
import { takeContent } from './inspectContent.ts'
import { parseIndex, type IndexEntry } from './parseIndex.ts'

export interface IndexSourceOptions {
  readonly id: string
  /** Address of the JSON list. Archives come from its origin and from nowhere else. */
  readonly url: string
  /** Asked for the list and for archives that are read, and for nothing else. */
  readonly fetch: FetchLike
  readonly platform?: PlatformFacts
}

/**
 * Makes a source of an index on the network. Listing fetches the list alone: what a package asks for is known once it was
 * read. An archive is held against its size and its digest before anything in it is believed.
 *
 * @throws TypeError when `id` is not the id of a source, or `url` not an address of http or https.
 */
export function createIndexSource({ fetch, id, platform = {}, url }: IndexSourceOptions): PluginSource {
  if (!isSourceId(id)) throw new TypeError(`${quoted(id)} is not the id of a source, as "index".`)
  const index = parseAddress(url)
  if (index === null) throw new TypeError('An index needs an address of http or https, without a user name.')
  return new IndexSource({ id, index, fetch, platform })
}

interface IndexSourceParts {
  readonly id: string
  readonly index: URL
  readonly fetch: FetchLike
  readonly platform: PlatformFacts
}

class IndexSource implements PluginSource {
  readonly id: string
  readonly #parts: IndexSourceParts

  constructor(parts: IndexSourceParts) {
    this.id = parts.id
    this.#parts = parts
  }

  async list(signal?: AbortSignal): Promise<SourceListing> {
    const found = await this.#fetch(this.#parts.index, REGISTRY_LIMITS.textBytes, signal)
    if ('fault' in found) {
      const message = `The index of ${quoted(this.id)} ${found.fault}.`
      const code = found.isTooLarge ? 'source-too-large' : 'source-unavailable'
      return { candidates: [], diagnostics: [createDiagnostic(code, message)] }
    }
    const { diagnostics, entries } = parseIndex(found.bytes, this.id)
    return { candidates: entries.map((entry) => this.#toCandidate(entry)), diagnostics }
  }

  async read(candidate: Candidate, signal?: AbortSignal): Promise<PackageContent> {
    const { digest, id, location, size = PACKAGE_LIMITS.archiveBytes, version } = candidate
    const refuse = (code: RegistryDiagnosticCode, words: string): PackageContent => ({
      diagnostics: [createDiagnostic(code, `${quoted(location)} ${words}.`)],
    })
    const address = this.#addressOf(location)
    if (address === null || digest === undefined) return refuse('index-invalid', 'is no archive of this index')
    const found = await this.#fetch(address, size, signal)
    if ('fault' in found) return refuse(found.isTooLarge ? 'digest-mismatch' : 'source-unavailable', found.fault)
    if (candidate.size !== undefined && found.bytes.length !== size) {
      return refuse('digest-mismatch', `has ${found.bytes.length} bytes, and the index says ${size}`)
    }
    const archive = await readArchive(found.bytes)
    if (archive.files === undefined) return archive
    // Before the manifest is parsed: all of the archive is what the index promised, or none of it is looked at.
    if ((await digestPackage(archive.files)) !== digest) return refuse('digest-mismatch', 'is not what the index says')
    const content = await takeContent(candidate, archive, this.#parts.platform)
    if (content.files === undefined) return content
    const { manifest } = content
    if (manifest?.id === id && manifest?.version === version) return content
    return refuse('index-invalid', `is listed as ${id} ${version}, and is another package or version`)
  }

  #toCandidate(entry: IndexEntry): Candidate {
    const { digest, id, signature, size, url, version } = entry
    const isOfOrigin = this.#addressOf(url) !== null
    const message = `${quoted(url)} is not of the origin of the index.`
    return {
      source: this.id,
      location: url,
      id,
      version,
      digest,
      size,
      ...(signature === undefined ? {} : { signature }),
      diagnostics: isOfOrigin ? [] : [createDiagnostic('index-invalid', message)],
    }
  }

  /** An index must not choose which hosts are asked: those of its own origin are. */
  #addressOf(url: string): URL | null {
    const address = parseAddress(url, this.#parts.index)
    return address?.origin === this.#parts.index.origin ? address : null
  }

  #fetch(address: URL, most: number, signal: AbortSignal | undefined): ReturnType<typeof fetchBounded> {
    const { fetch } = this.#parts
    return fetchBounded({ address, fetch, most, ...(signal === undefined ? {} : { signal }) })
  }
}

function parseAddress(text: string, base?: URL): URL | null {
  if (!URL.canParse(text, base)) return null
  const address = new URL(text, base)
  const isPlain = address.username === '' && address.password === ''
  return isPlain && ['http:', 'https:'].includes(address.protocol) ? address : null
}
