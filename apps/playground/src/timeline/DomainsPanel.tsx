import { EVERY_DOMAIN, type DerivedDomainDefinition } from '@plugboard/contracts'
import { runtimeMetrics, runtimeRegistry } from '@plugboard/host'
import { useMemo, type ReactElement } from 'react'

import { DOMAIN_NAMES, isDerivedDomain } from '../host/domainNames.ts'
import { JsonView } from '../ui/JsonView.tsx'
import { useAppSelector, useHost } from '../workspace/hooks.ts'

/** What is shared, and who may read and write it. */
export function DomainsPanel(): ReactElement {
  return (
    <div className="domains" tabIndex={0} role="region" aria-label="Shared domains">
      {DOMAIN_NAMES.map((domain) => (
        <Domain key={domain} domain={domain} />
      ))}
    </div>
  )
}

function Domain({ domain }: { readonly domain: string }): ReactElement {
  const value = useDomainValue(domain)
  const grants = useAppSelector((state) => state.plugins.grantsByInstance)
  const readers = Object.entries(grants).filter(
    ([, { readShared }]) => readShared.includes(domain) || readShared.includes(EVERY_DOMAIN),
  )
  const writers = Object.entries(grants).filter(([, { writeShared }]) => writeShared.includes(domain))
  return (
    <section aria-label={domain}>
      <h3 className="mono">{domain}</h3>
      <p className="mut small">
        {count(readers.length, 'reader')},{' '}
        {isDerivedDomain(domain) ? 'computed by the host' : count(writers.length, 'writer')}
      </p>
      <JsonView label={`Value of ${domain}`} value={value ?? null} />
    </section>
  )
}

const DERIVED: readonly DerivedDomainDefinition[] = [runtimeMetrics, runtimeRegistry]

/** What readers of a domain see; for a derived one, what the host would compute for them now. */
function useDomainValue(domain: string): unknown {
  const host = useHost()
  const runtimeState = useAppSelector((state) => state.plugins)
  const derived = DERIVED.find(({ name }) => name === domain)
  const shared = useAppSelector((state) => host.selectors.selectSharedDomain(state, domain))
  return useMemo(() => (derived === undefined ? shared : derived.derive(runtimeState)), [derived, shared, runtimeState])
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}
