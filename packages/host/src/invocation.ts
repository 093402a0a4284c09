import type { InvokeCall, JsonValue, RuntimeErrorShape } from '@plugboard/contracts'

/** What is asked of a tool, a hook or a service of one instance. */
export type InvokeRequest = Pick<InvokeCall, 'surface' | 'name' | 'input'>

/** Why an invocation was not carried out. Nothing of it was applied. */
export type InvokeRefusal =
  /** Somebody paused the instance. */
  | 'instance-disabled'
  /** The instance is stopped: restart it. */
  | 'instance-stopped'
  /** The instance was unloaded while the invocation waited. */
  | 'unknown-instance'
  /** Too much waits. */
  | 'queue-full'

/** What became of an invocation. */
export type InvokeOutcome =
  | {
      /** What it asked for meanwhile has gone the way of all intents, in one turn with its record. */
      readonly outcome: 'answered'
      /** Of a tool: any JSON. Of a hook: a `HookDecision`. Of a service: a `ServiceAnswer`. Data of a plugin: it decides nothing. */
      readonly value: JsonValue
    }
  | {
      /** It has no such name, it threw, it was stopped, or it answered no value: nothing of it was applied. */
      readonly outcome: 'failed'
      readonly error: RuntimeErrorShape
    }
  | {
      readonly outcome: 'refused'
      readonly reason: InvokeRefusal
      readonly error?: RuntimeErrorShape
    }
