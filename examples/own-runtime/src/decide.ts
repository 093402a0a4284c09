import { type Authorization, authorizeIntent, computeGrants, type GrantPolicy } from '@plugboard/capabilities'
import type { PackageManifest, SharedIntent } from '@plugboard/contracts'

const manifest: PackageManifest = {
  apiVersion: 1,
  packageId: 'greeting',
  title: 'Greeting',
  capabilities: { writeShared: ['greetings'] },
}

/** The decision alone: no store, no runtime, no plugin. What the manifest asks for, and what the policy makes of it. */
export function decide(policy: GrantPolicy, intent: SharedIntent): Authorization {
  const identity = { packageId: 'greeting', instanceId: 'greeting@x7Kq2mP1' }
  return authorizeIntent(intent, {
    identity,
    grants: computeGrants(policy, { identity, manifest }),
    domains: new Map([['greetings', { name: 'greetings', owner: 'host' as const }]]),
    commands: new Set(),
    enabled: true,
  })
}
