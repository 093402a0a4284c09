import { EVERY_DOMAIN } from '@plugboard/contracts'
import type { DomainDescription } from '@plugboard/host'
import type { ReactElement } from 'react'

import { useSession, useMessages, useModel } from '../session/context.tsx'
import { GrantSwitch } from '../ui/GrantSwitch.tsx'
import type { GrantTableProps } from './GrantsTab.tsx'

/** Which domains an instance may read and write. */
export function DomainGrants(props: GrantTableProps): ReactElement {
  const { grants, instance, onChange } = props
  const { host } = useSession()
  const { inspector } = useMessages()
  const readsAll = grants.readShared.includes(EVERY_DOMAIN)
  return (
    <table className="pbd-grants">
      <caption className="pbd-hidden">{inspector.domainGrants(instance.instanceId)}</caption>
      <thead>
        <tr>
          <th scope="col">{inspector.sharedDomain}</th>
          <th scope="col" title={inspector.means.read}>
            {inspector.read}
          </th>
          <th scope="col" title={inspector.means.write}>
            {inspector.write}
          </th>
        </tr>
      </thead>
      <tbody>
        {host.domains.map((domain) => (
          <tr key={domain.name}>
            <th scope="row">
              <div className="pbd-name">{domain.name}</div>
              <DomainHint domain={domain} {...props} />
            </th>
            <td>
              <GrantSwitch
                label={inspector.readOf(domain.name)}
                checked={grants.readShared.includes(domain.name) || readsAll}
                disabled={readsAll}
                onChange={(isGranted) => onChange('readShared', domain.name, isGranted)}
              />
            </td>
            <td>
              {domain.writePolicy === 'none' ? (
                <span className="pbd-muted" title={inspector.readOnlyTitle}>
                  –<span className="pbd-hidden">{inspector.readOnly(domain.name)}</span>
                </span>
              ) : (
                <GrantSwitch
                  label={inspector.writeOf(domain.name)}
                  checked={grants.writeShared.includes(domain.name)}
                  onChange={(isGranted) => onChange('writeShared', domain.name, isGranted)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DomainHint(props: GrantTableProps & { readonly domain: DomainDescription }): ReactElement {
  const { domain, grants, instance, request } = props
  const { writers } = useSession()
  const { inspector } = useMessages()
  useModel(writers)
  const denied = writers.denialsOf(instance.instanceId, domain.name)
  const asksRead = request.readShared?.includes(domain.name) ?? false
  const asksWrite = request.writeShared?.includes(domain.name) ?? false
  const words = [
    asksRead && asksWrite
      ? inspector.askedBoth
      : asksRead
        ? inspector.askedRead
        : asksWrite
          ? inspector.askedWrite
          : inspector.notAsked,
    ...(grants.readShared.includes(EVERY_DOMAIN) ? [inspector.everyDomain] : []),
    ...(domain.readPolicy === 'open' ? [inspector.openDomain] : []),
    ...(domain.writePolicy === 'owner-only' ? [inspector.ownerOnly(domain.owner)] : []),
  ]
  return (
    <div className="pbd-hint">
      {denied === 0 ? null : <strong className="pbd-warned">{inspector.writesDenied(denied)}. </strong>}
      {words.join('. ')}
    </div>
  )
}
