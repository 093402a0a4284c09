import type { DomainName, JsonValue, PackageId, SharedDomainDefinition } from '@plugboard/contracts'
import { defineSharedDomain } from '@plugboard/store-core'

/** The package in whose name a test itself writes to shared domains. */
export const TEST_WRITER: PackageId = 'plugin-test-writer'

/** What a domain of a plain value holds. Plugins see the value alone. */
interface Stated {
  readonly value: JsonValue
  /** How often it was written: a write that changed nothing would be traced as one that did nothing. */
  readonly writes: number
}

/**
 * A shared domain that stands for a real one: it shows a value, and takes any action of whoever may write it. The value
 * changes only when the test says so; how it would change by an action is the business of the real one.
 */
export function createTestDomain(name: DomainName, value: JsonValue): SharedDomainDefinition {
  return defineSharedDomain<Stated>({
    name,
    owner: 'host',
    schemaVersion: 1,
    initialState: { value, writes: 0 },
    reducer: (current, { payload }, { packageId }) => ({
      next: {
        value: packageId === TEST_WRITER ? (payload ?? null) : current.value,
        writes: current.writes + 1,
      },
      outcome: 'applied',
    }),
    publicProjection: ({ value: shown }) => shown,
  })
}

/** Code of the plugin that writes for a test: what it is told, in its own name, as any other plugin would. */
export const WRITER_CODE = `definePlugin(({ ui }) => ({
  title: 'Test writer',
  widgets: { main: {
    render: () => ui.text('Writes for a test'),
    handlers: { write: (ctx, { args }) => ctx.dispatchSharedAction(args.domain, args.actionType, args.payload) },
  } },
}))`
