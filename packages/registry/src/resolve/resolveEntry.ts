import type { Diagnostic } from '@plugboard/contracts'

import type { EnabledPlugin } from '../enablement/enablement.ts'
import { isNoGrants, normalisePluginGrants, subtractGrants } from '../grants/combineGrants.ts'
import { NO_PLUGIN_GRANTS, type PluginGrants } from '../grants/pluginGrants.ts'
import { parsePackageRef } from '../packageRef.ts'
import type { Candidate } from '../pluginSource.ts'
import { createDiagnostic, hasError, quoted } from '../registryDiagnostics.ts'
import { checkConfig } from './checkConfig.ts'
import { checkSignatures, type SignatureEvidence } from './checkSignatures.ts'
import { findUpdate } from './findUpdate.ts'
import type { HostPolicy } from './hostPolicy.ts'
import { describeCandidate, type PluginEntry, type PluginStatus } from './pluginEntry.ts'
import type { PluginSurface } from './pluginSurface.ts'
import { resolveGrants } from './resolveGrants.ts'
import { resolveSurfaces } from './resolveSurfaces.ts'
import type { Selection } from './selectCandidate.ts'

export interface ResolveEntryOptions {
  readonly enabled: EnabledPlugin
  readonly selection: Selection
  /** What was said about the entry before. */
  readonly diagnostics: readonly Diagnostic[]
  readonly candidates: readonly Candidate[]
  readonly policy: HostPolicy
  readonly signatures: readonly SignatureEvidence[]
}

/** All that is decided about one enabled package. */
export function resolveEntry(options: ResolveEntryOptions): PluginEntry {
  const { candidates, enabled, policy, selection, signatures } = options
  const { candidate, ref } = selection
  const diagnostics = [...(enabled.faults ?? []), ...options.diagnostics, ...selection.diagnostics]
  const granted = normalisePluginGrants(enabled.grants)
  if (candidate === undefined) return withoutContent(ref, enabled, diagnostics)
  diagnostics.push(
    ...candidate.diagnostics.map((diagnostic) => ({ ...diagnostic, ref })),
    ...findUpdate(ref, candidate.version ?? '', candidates),
  )
  const { manifest } = candidate
  if (manifest === undefined) {
    // There is nothing yet that its grants or its configuration could be held against.
    const message = `${quoted(candidate.location)} is listed, and was not fetched.`
    if (!hasError(diagnostics)) diagnostics.push(createDiagnostic('package-unread', message, { ref }))
    return { ...withoutContent(ref, enabled, diagnostics), ...describeCandidate(candidate) }
  }
  if (candidate.digest === undefined && !hasError(diagnostics)) {
    const message = `${quoted(candidate.location)} has no digest: not all of its content is there.`
    diagnostics.push(createDiagnostic('package-unread', message, { ref }))
  }
  const isSound = !hasError(candidate.diagnostics)
  const grants = resolveGrants(ref, manifest, enabled, policy)
  const surfaces = resolveSurfaces(ref, manifest, enabled, policy)
  diagnostics.push(
    ...(isSound ? checkConfig(ref, enabled.config, manifest.configSchema) : []),
    ...checkSignatures(ref, candidate, policy, signatures),
    ...grants.diagnostics,
    ...surfaces.diagnostics,
  )
  const status = statusOf(diagnostics, surfaces.surfaces, grants.requested, grants.effective)
  const runs = status === 'active' || status === 'partial'
  return {
    ref,
    ...describeCandidate(candidate),
    status,
    requested: grants.requested,
    granted,
    // What does not run may do nothing, whoever reads only this.
    effective: runs ? grants.effective : NO_PLUGIN_GRANTS,
    surfaces: runs ? surfaces.surfaces : surfaces.surfaces.map((surface) => ({ ...surface, isEnabled: false })),
    config: enabled.config,
    diagnostics,
  }
}

function statusOf(
  diagnostics: readonly Diagnostic[],
  surfaces: readonly PluginSurface[],
  requested: PluginGrants,
  effective: PluginGrants,
): PluginStatus {
  if (hasError(diagnostics)) return 'rejected'
  if (surfaces.length > 0 && !surfaces.some(({ isEnabled }) => isEnabled)) return 'disabled'
  const isWhole = surfaces.every(({ isEnabled }) => isEnabled) && isNoGrants(subtractGrants(requested, effective))
  return isWhole ? 'active' : 'partial'
}

/** What says that content is not there, and not that something is wrong with it. */
const ABSENT: readonly string[] = ['package-missing', 'package-unread', 'restore-unavailable', 'source-unavailable']

function withoutContent(ref: string, enabled: EnabledPlugin, diagnostics: readonly Diagnostic[]): PluginEntry {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return {
    ref,
    ...parsePackageRef(ref),
    status: errors.every(({ code }) => ABSENT.includes(code)) ? 'missing' : 'rejected',
    requested: NO_PLUGIN_GRANTS,
    granted: normalisePluginGrants(enabled.grants),
    effective: NO_PLUGIN_GRANTS,
    surfaces: [],
    config: enabled.config,
    diagnostics,
  }
}
