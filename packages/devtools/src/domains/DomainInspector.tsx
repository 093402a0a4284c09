import { addGrant, removeGrant, type CapabilityVerb } from '@plugboard/capabilities'
import { type CapabilityGrants, EVERY_DOMAIN, type InstanceId, NO_GRANTS } from '@plugboard/contracts'
import type { DomainDescription } from '@plugboard/host'
import { type ReactElement, useMemo } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useSession, useDevtoolsState, useMessages, useModel, useRuntime } from '../session/context.tsx'
import { GrantSwitch } from '../ui/GrantSwitch.tsx'
import { Pill } from '../ui/Pill.tsx'
import { WhileOpen } from '../session/WhileOpen.tsx'

/** What is shared: each domain's value, who may use it, and who wrote it last. */
export function DomainInspector(): ReactElement {
  return (
    <WhileOpen>
      <Domains />
    </WhileOpen>
  )
}

function Domains(): ReactElement {
  const { host } = useSession()
  const { domains: words } = useMessages()
  const selected = useDevtoolsState((state) => state.selectedDomain)
  const domain = host.domains.find(({ name }) => name === selected) ?? host.domains[0]
  if (domain === undefined) {
    return (
      <p className="pbd-root pbd-empty" role="status">
        {words.none}
      </p>
    )
  }
  return (
    <section className="pbd-root pbd-domains" aria-label={words.label}>
      <DomainList selected={domain.name} />
      <DomainValue domain={domain} />
      <DomainUsers domain={domain} />
    </section>
  )
}

function DomainList({ selected }: { readonly selected: string }): ReactElement {
  const devtools = useSession()
  const { domains: words } = useMessages()
  const grants = useRuntime((state) => state.grantsByInstance)
  useModel(devtools.writers)
  const all = useMemo(() => Object.values(grants), [grants])
  return (
    <div className="pbd-domain-list" tabIndex={0} role="region" aria-label={words.list}>
      <table className="pbd-table">
        <thead>
          <tr>
            <th scope="col">{words.domain}</th>
            <th scope="col">{words.grants}</th>
            <th scope="col">{words.lastWriter}</th>
          </tr>
        </thead>
        <tbody>
          {devtools.host.domains.map(({ kind, name }) => (
            <tr key={name} className={name === selected ? 'pbd-selected' : ''}>
              <th scope="row">
                <button
                  type="button"
                  className="pbd-mono pbd-plain"
                  aria-pressed={name === selected}
                  onClick={() => devtools.selectDomain(name)}
                >
                  {name}
                </button>
              </th>
              <td>
                {words.readers(all.filter((one) => canRead(one, name)).length)}
                {kind === 'derived' ? '' : `, ${words.writers(all.filter((one) => canWrite(one, name)).length)}`}
              </td>
              <td className="pbd-mono">
                {kind === 'derived'
                  ? words.byHost
                  : (devtools.writers.lastWriteTo(name)?.instanceId ?? words.nobodyYet)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DomainValue({ domain }: { readonly domain: DomainDescription }): ReactElement {
  const devtools = useSession()
  const { domains: words } = useMessages()
  const { kind, name, owner, readPolicy, writePolicy } = domain
  // The selector keeps its answer while it is equal.
  const value = useRuntime(() => devtools.selectDomainValue(name))
  const notes = [
    kind === 'derived' ? words.derived : words.owner(owner),
    ...(readPolicy === 'open' ? [words.open] : []),
    ...(kind === 'shared' && writePolicy === 'none' ? [words.readOnly] : []),
  ]
  return (
    <div className="pbd-domain-value">
      <h2>
        {words.value} {kind === 'derived' ? <Pill tone="acc">{words.byHost}</Pill> : null}
      </h2>
      <JsonTree key={name} label={words.valueOf(name)} value={value ?? null} />
      <p className="pbd-muted">{notes.join(' ')}</p>
    </div>
  )
}

function DomainUsers({ domain }: { readonly domain: DomainDescription }): ReactElement {
  const { domains: words } = useMessages()
  const instances = useRuntime((state) => state.instances)
  const ids = useMemo(() => Object.keys(instances), [instances])
  return (
    <div className="pbd-domain-users" tabIndex={0} role="region" aria-label={words.whoCan}>
      <h2>{words.whoCan}</h2>
      {ids.length === 0 ? (
        <p className="pbd-muted">{words.nobodyRuns}</p>
      ) : (
        <table className="pbd-grants">
          <caption className="pbd-hidden">{words.whoCanUse(domain.name)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.instance}</th>
              <th scope="col">{words.read}</th>
              <th scope="col">{words.write}</th>
            </tr>
          </thead>
          <tbody>
            {ids.map((instanceId) => (
              <User key={instanceId} instanceId={instanceId} domain={domain} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function User({
  domain,
  instanceId,
}: {
  readonly domain: DomainDescription
  readonly instanceId: InstanceId
}): ReactElement {
  const { host, writers } = useSession()
  const { domains: words } = useMessages()
  const grants = useRuntime((state) => state.grantsByInstance[instanceId] ?? NO_GRANTS)
  useModel(writers)
  const denied = writers.denialsOf(instanceId, domain.name)
  const change = (verb: CapabilityVerb, isGranted: boolean): void => {
    host.setGrants(instanceId, (isGranted ? addGrant : removeGrant)(grants, verb, domain.name))
  }
  return (
    <tr>
      <th scope="row">
        <span className="pbd-mono">{instanceId}</span>{' '}
        {denied === 0 ? null : <strong className="pbd-warned">{words.denied(denied)}</strong>}
      </th>
      <td>
        <GrantSwitch
          label={words.readFor(instanceId)}
          checked={canRead(grants, domain.name)}
          disabled={grants.readShared.includes(EVERY_DOMAIN)}
          onChange={(isGranted) => change('readShared', isGranted)}
        />
      </td>
      <td>
        {domain.writePolicy === 'none' ? (
          <span className="pbd-muted">–</span>
        ) : (
          <GrantSwitch
            label={words.writeFor(instanceId)}
            checked={canWrite(grants, domain.name)}
            onChange={(isGranted) => change('writeShared', isGranted)}
          />
        )}
      </td>
    </tr>
  )
}

function canRead({ readShared }: CapabilityGrants, domain: string): boolean {
  return readShared.includes(domain) || readShared.includes(EVERY_DOMAIN)
}

function canWrite({ writeShared }: CapabilityGrants, domain: string): boolean {
  return writeShared.includes(domain)
}
