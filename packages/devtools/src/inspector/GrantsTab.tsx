import { addGrant, type CapabilityVerb, removeGrant } from '@plugboard/capabilities'
import type { CapabilityGrants, CapabilityRequest, RuntimePluginInstance } from '@plugboard/contracts'
import { ScanEye } from 'lucide-react'
import type { ReactElement } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useSession, useGrants, useIsPast, useMessages, useRuntime } from '../session/context.tsx'
import { DomainGrants } from './DomainGrants.tsx'
import { asGrants, compareGrants, namesToDecide, type NamedVerb } from './grantRows.ts'
import { NamedGrants } from './NamedGrants.tsx'

export interface GrantTableProps {
  readonly instance: RuntimePluginInstance
  readonly request: CapabilityRequest
  readonly grants: CapabilityGrants
  readonly onChange: (verb: CapabilityVerb, name: string, isGranted: boolean) => void
}

const NO_REQUEST: CapabilityRequest = {}

/** What an instance may do, each a switch that applies at its next event or render, beside what it asked for. */
export function GrantsTab({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const { agreedGrants, host } = useSession()
  const { inspector } = useMessages()
  const { instanceId } = instance
  const isPast = useIsPast()
  const grants = useGrants(instanceId)
  const manifest = host.describe(instanceId)?.manifest ?? null
  const request = manifest?.capabilities ?? NO_REQUEST
  const agreed = agreedGrants?.(instanceId)
  const onChange = (verb: CapabilityVerb, name: string, isGranted: boolean): void => {
    const edit = isGranted ? addGrant : removeGrant
    host.setGrants(instanceId, edit(grants, verb, name))
  }
  const table: GrantTableProps = { instance, request, grants, onChange }
  const tables: readonly (readonly [NamedVerb, readonly string[]])[] = [
    ['systemCommand', namesToDecide('systemCommands', host.commands, table)],
    ['component', namesToDecide('components', [], table)],
  ]
  return (
    <>
      <div>
        <p className="pbd-muted pbd-compare">{compare(table, manifest !== null, inspector)}</p>
        <DomainGrants {...table} />
        {tables.map(([verb, names]) =>
          names.length === 0 ? null : <NamedGrants key={verb} verb={verb} names={names} {...table} />,
        )}
        <p className="pbd-muted">
          {inspector.appliesNext}{' '}
          <button
            type="button"
            className="pbd-link"
            disabled={isPast}
            onClick={() => host.setGrants(instanceId, asGrants(request, agreed))}
          >
            {agreed === undefined ? inspector.reset : inspector.resetToAgreed}
          </button>
        </p>
      </div>
      <WhatItSees instanceId={instanceId} />
    </>
  )
}

function compare(
  { grants, request }: GrantTableProps,
  hasManifest: boolean,
  words: ReturnType<typeof useMessages>['inspector'],
): string {
  const { beyond, missing } = compareGrants(request, grants)
  if (!hasManifest && beyond === 0) return words.nothingAsked
  if (missing === 0 && beyond === 0) return words.asAsked
  const parts = [missing > 0 ? words.askedAndMissing(missing) : '', beyond > 0 ? words.grantedBeyond(beyond) : '']
  return `${parts.filter((part) => part !== '').join('. ')}.`
}

function WhatItSees({ instanceId }: { readonly instanceId: string }): ReactElement | null {
  const devtools = useSession()
  const { inspector } = useMessages()
  // The selector keeps its answer until what the plugin sees is another.
  const view = useRuntime(() => devtools.selectGlobalView(instanceId))
  if (view === undefined) return null
  const hidden = devtools.host.domains.filter(({ name }) => !Object.hasOwn(view.shared, name)).length
  return (
    <div>
      <h3>
        <ScanEye size={16} aria-hidden="true" />
        {inspector.sees}
      </h3>
      <JsonTree label={inspector.sees} value={view} note={inspector.hidden(hidden)} />
    </div>
  )
}
