import { fc, test } from '@fast-check/vitest'
import { digestJson } from '@plugboard/contracts'
import { expect } from 'vitest'

import { readWorkspace } from './readWorkspace.ts'

const name = fc.constantFrom(
  'workspace',
  'layout',
  'instance/counter@a',
  'state/counter@a',
  'grants/counter@a',
  'code/counter@a',
  'instance/other@b',
  'state/other@b',
  'domain/votes',
  'domain/__proto__',
  '__proto__',
  '',
)
const value = fc.oneof(
  fc.anything({ withMap: true, withDate: true, withNullPrototype: true }),
  fc.constant({ format: 'plugboard-workspace', version: 1, instances: ['counter@a', 'other@b'] }),
  fc.constant({ enabled: true, hasState: true, hasCode: false }),
  fc.constant({ enabled: true, hasState: false, hasCode: true, codeDigest: digestJson('code') }),
  fc.constant({ code: 'code' }),
  fc.constant({ readShared: [], writeShared: [], systemCommands: [] }),
  fc.constant({ schemaVersion: 1, value: 1 }),
)

test.prop([fc.array(fc.tuple(name, value))], { numRuns: 2_000 })(
  'whatever a storage holds is read without an exception, and every part is restored or a problem',
  (entries) => {
    const parts = new Map<string, unknown>(entries)
    const { domains, instances, isNew, layout, problems } = readWorkspace({ parts, damaged: [] })
    expect(isNew).toBe(parts.size === 0)
    if (problems.length > 0) return
    const restored = new Set(['workspace'])
    if (layout !== null) restored.add('layout')
    for (const domain of domains.keys()) restored.add(`domain/${domain}`)
    for (const { code, instanceId, state } of instances) {
      if (code !== undefined) restored.add(`code/${instanceId}`)
      restored.add(`instance/${instanceId}`).add(`grants/${instanceId}`)
      if (state !== undefined) restored.add(`state/${instanceId}`)
    }
    for (const part of parts.keys()) if (part !== 'layout') expect([...restored]).toContain(part)
  },
)
