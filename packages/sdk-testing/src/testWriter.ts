import { explainReason, type DomainName, type InstanceId, type JsonValue, type TraceRecord } from '@plugboard/contracts'

import type { PluginBench } from './pluginBench.ts'
import { PluginTestError } from './pluginTestError.ts'
import { TEST_WRITER } from './testDomains.ts'

/** Another plugin beside the one under test, which writes what a test tells it to. It is started when it is first needed. */
export interface TestWriter {
  /** @throws PluginTestError `REFUSED` when the host does not let anybody write that. */
  write(domain: DomainName, actionType: string, payload: JsonValue | undefined): Promise<void>
}

export function createTestWriter({ host, runtime, trace }: PluginBench): TestWriter {
  let started: Promise<InstanceId> | null = null
  return {
    async write(domain, actionType, payload) {
      started ??= host.load({ packageId: TEST_WRITER })
      const instanceId = await started
      host.setGrants(instanceId, { readShared: [], writeShared: [domain], systemCommands: [] })
      const lease = host.lease(instanceId, 'main')
      lease.emit('write', {
        type: 'press',
        args: { domain, actionType, ...(payload === undefined ? {} : { payload }) },
      })
      await runtime.settled()
      lease.release()
      const written = trace.findLast((record) => isDispatchOf(record, instanceId))
      if (written?.kind !== 'dispatch' || written.outcome !== 'denied' || written.reason === undefined) return
      const { title } = explainReason(written.reason)
      throw new PluginTestError('REFUSED', `Nothing was written: ${title} (${written.reason}).`)
    },
  }
}

function isDispatchOf(record: TraceRecord, instanceId: InstanceId): boolean {
  return record.kind === 'dispatch' && record.instanceId === instanceId
}
