import { addGrant, removeGrant, type CapabilityVerb } from '@plugboard/capabilities'
import {
  EVERY_DOMAIN,
  SYSTEM_COMMANDS,
  type CapabilityRequest,
  type RuntimePluginInstance,
  type TraceRecord,
} from '@plugboard/contracts'
import { presetPlugins } from '@plugboard/preset-plugins'
import { ScanEye } from 'lucide-react'
import type { ReactElement } from 'react'

import { DOMAIN_NAMES, isDerivedDomain } from '../host/domainNames.ts'
import { GrantSwitch } from '../ui/GrantSwitch.tsx'
import { JsonView } from '../ui/JsonView.tsx'
import { useAppSelector, useGrants, useHost, usePluginView } from '../workspace/hooks.ts'

/** What the instance may read and write, each a switch that applies at its next event or render. */
export function GrantsPanel({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const host = useHost()
  const grants = useGrants(instance.instanceId)
  const request = requestOf(instance.packageId)
  const change = (verb: CapabilityVerb, name: string, isGranted: boolean): void => {
    const edit = isGranted ? addGrant : removeGrant
    host.setGrants(instance.instanceId, edit(grants, verb, name))
  }
  return (
    <>
      <div>
        <table className="caps">
          <caption className="vh">Grants for {instance.instanceId}</caption>
          <thead>
            <tr>
              <th scope="col">Shared domain</th>
              <th scope="col">Read</th>
              <th scope="col">Write</th>
            </tr>
          </thead>
          <tbody>
            {DOMAIN_NAMES.map((domain) => (
              <tr key={domain}>
                <td>
                  <div className="dn">{domain}</div>
                  <DomainHint instanceId={instance.instanceId} domain={domain} request={request} />
                </td>
                <td>
                  <GrantSwitch
                    label={`Read ${domain}`}
                    checked={grants.readShared.includes(domain) || grants.readShared.includes(EVERY_DOMAIN)}
                    disabled={grants.readShared.includes(EVERY_DOMAIN)}
                    onChange={(isGranted) => change('readShared', domain, isGranted)}
                  />
                </td>
                <td>
                  {isDerivedDomain(domain) ? (
                    <span className="mut" title="Computed by the host: plugins cannot write it">
                      –<span className="vh">{domain} is read only</span>
                    </span>
                  ) : (
                    <GrantSwitch
                      label={`Write ${domain}`}
                      checked={grants.writeShared.includes(domain)}
                      onChange={(isGranted) => change('writeShared', domain, isGranted)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="caps">
          <caption className="vh">System commands for {instance.instanceId}</caption>
          <thead>
            <tr>
              <th scope="col">System command</th>
              <th scope="col">Run</th>
            </tr>
          </thead>
          <tbody>
            {SYSTEM_COMMANDS.map((command) => (
              <tr key={command}>
                <td>
                  <div className="dn">{command}</div>
                </td>
                <td>
                  <GrantSwitch
                    label={`Run ${command}`}
                    checked={grants.systemCommands.includes(command)}
                    onChange={(isGranted) => change('systemCommand', command, isGranted)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mut small caps-foot">
          Changes apply at the next event or render.{' '}
          <button
            type="button"
            className="linkish"
            onClick={() =>
              host.setGrants(instance.instanceId, {
                readShared: request.readShared ?? [],
                writeShared: request.writeShared ?? [],
                systemCommands: request.systemCommands ?? [],
                components: request.components ?? [],
              })
            }
          >
            Reset to manifest
          </button>
        </p>
      </div>
      <WhatItSees instanceId={instance.instanceId} />
    </>
  )
}

function DomainHint(props: {
  readonly instanceId: string
  readonly domain: string
  readonly request: CapabilityRequest
}): ReactElement {
  const { instanceId, domain, request } = props
  const denied = useAppSelector(({ plugins }) => countDenials(plugins.trace, instanceId, domain))
  const asksRead = request.readShared?.includes(domain) ?? false
  const asksWrite = request.writeShared?.includes(domain) ?? false
  const asked =
    asksRead && asksWrite ? 'asked for both' : asksRead ? 'asked to read' : asksWrite ? 'asked to write' : ''
  return (
    <div className="hint">
      {denied === 0 ? null : (
        <>
          <span className="warnc strong">{denied === 1 ? '1 write denied' : `${denied} writes denied`}</span>
          {', '}
        </>
      )}
      {asked === '' ? (denied === 0 ? 'Not asked for' : 'not asked for') : denied === 0 ? capitalise(asked) : asked}
    </div>
  )
}

function countDenials(trace: readonly TraceRecord[], instanceId: string, domain: string): number {
  return trace.filter(
    (record) =>
      record.kind === 'dispatch' &&
      record.instanceId === instanceId &&
      record.outcome === 'denied' &&
      record.intent.scope === 'shared' &&
      record.intent.domain === domain,
  ).length
}

function WhatItSees({ instanceId }: { readonly instanceId: string }): ReactElement | null {
  const view = usePluginView(instanceId)
  if (view === undefined) return null
  const hidden = DOMAIN_NAMES.filter((domain) => !Object.hasOwn(view.globalState.shared, domain)).length
  return (
    <div>
      <h3>
        <ScanEye size={16} aria-hidden="true" />
        What this plugin sees
      </h3>
      <JsonView
        label="What this plugin sees"
        value={view.globalState}
        comment={hidden === 0 ? 'nothing is hidden' : hidden === 1 ? '1 domain hidden' : `${hidden} domains hidden`}
      />
    </div>
  )
}

function requestOf(packageId: string): CapabilityRequest {
  return presetPlugins.find((preset) => preset.manifest.packageId === packageId)?.manifest.capabilities ?? {}
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
