import { CUSTOM_COMPONENT, isCapabilityName } from '@plugboard/contracts'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { ComponentType, ReactNode } from 'react'

import { PluginRendererError } from '../pluginRendererError.ts'

/** Schemas of a component's events, by the event's name. */
export type EventSchemas = Readonly<Record<string, StandardSchemaV1>>

/** What a component of the host's own is called, takes, sends and keeps open. */
export interface ComponentOptions<P extends StandardSchemaV1, E extends EventSchemas, S extends string> {
  /** `vendor/Name`: what plugins call it. */
  readonly name: string
  /** Any Standard Schema (zod, valibot, arktype, …) for the node's `props`; strict ones find typing errors. */
  readonly props: P
  /** What the component may send, by name, with a schema for what it says. None when absent. */
  readonly events?: E
  /** Places that the component keeps open for nodes of the plugin. None when absent. */
  readonly slots?: readonly S[]
  /** An instance needs this grant (`components` in its manifest and grants). Absent: every plugin may use it. */
  readonly capability?: string
}

/** What a component of the host's own is given to draw. */
export interface CustomComponentProps<Props, Events, Slot extends string> {
  /** What the schema made of the node's props: the same object until the plugin sends others. */
  readonly props: Props
  /** Sends an event to the plugin; does nothing when the plugin does not listen. Stays the same function. */
  readonly emit: EmitCustomEvent<Events>
  /** The nodes that the plugin put into a slot, drawn; null when it left the slot empty. */
  readonly renderSlot: (slot: Slot) => ReactNode
}

/** Sends an event with its detail; one whose schema takes nothing needs none. */
export type EmitCustomEvent<Events> = <K extends keyof Events & string>(
  event: K,
  ...detail: undefined extends Events[K] ? [detail?: Events[K]] : [detail: Events[K]]
) => void

/** A component's definition, to be paired with what draws it. */
export interface ComponentDefinition<P extends StandardSchemaV1, E extends EventSchemas, S extends string> {
  readonly name: string
  readonly capability: string | undefined
  /** Pairs the definition with the React component that draws it, for the provider's `custom`. */
  implement(component: ComponentType<CustomComponentProps<PropsOf<P>, EventsOf<E>, S>>): CustomComponent
}

/** Props as the component of a definition gets them. */
type PropsOf<P extends StandardSchemaV1> = StandardSchemaV1.InferOutput<P>

/** Details of events as the component of a definition gives them. */
type EventsOf<E extends EventSchemas> = { readonly [K in keyof E]: StandardSchemaV1.InferInput<E[K]> }

/** A definition with what draws it. */
export interface CustomComponent {
  readonly name: string
  readonly props: StandardSchemaV1
  readonly events: ReadonlyMap<string, StandardSchemaV1>
  readonly slots: ReadonlySet<string>
  readonly capability: string | undefined
  readonly component: AnyCustomComponent
}

/** Any implementation: its definition's schemas have made its props before it is drawn. */
export type AnyCustomComponent = ComponentType<CustomComponentProps<unknown, Readonly<Record<string, unknown>>, string>>

/** The props of the component that implements a definition: `CustomPropsOf<typeof Map>`. */
export type CustomPropsOf<D> =
  D extends ComponentDefinition<infer P, infer E, infer S> ? CustomComponentProps<PropsOf<P>, EventsOf<E>, S> : never

/**
 * Describes a component of the host's own that plugins may use by name.
 *
 * @throws PluginRendererError `INVALID_COMPONENT` when the name is not `vendor/Name` or the capability is no legal name.
 *
 * @example
 * ```tsx
 * const Map = defineComponent({
 *   name: 'acme/Map',
 *   props: z.strictObject({ lat: z.number(), lng: z.number() }),
 *   events: { move: z.strictObject({ lat: z.number(), lng: z.number() }) },
 *   slots: ['popup'],
 *   capability: 'maps',
 * })
 * const custom = [Map.implement(MapView)]
 * ```
 */
export function defineComponent<
  P extends StandardSchemaV1,
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- a component that sends nothing
  const E extends EventSchemas = Readonly<Record<never, never>>,
  const S extends string = never,
>(options: ComponentOptions<P, E, S>): ComponentDefinition<P, E, S> {
  const { capability, name, props } = options
  if (!CUSTOM_COMPONENT.test(name)) {
    throw new PluginRendererError('INVALID_COMPONENT', `"${name}" does not look like "vendor/Component".`)
  }
  // The annotation keeps the name in the message: what is no legal name would be no text at all.
  const isGrantable: boolean = capability === undefined || isCapabilityName(capability)
  if (!isGrantable) {
    throw new PluginRendererError(
      'INVALID_COMPONENT',
      `"${name}" needs the capability "${capability}", which can never be granted: use lower-case letters, digits and "-".`,
    )
  }
  const described = Object.freeze({
    name,
    props,
    // Collections and no records: what a plugin calls a slot or an event may be the name of something inherited.
    events: new Map<string, StandardSchemaV1>(Object.entries(options.events ?? {})),
    slots: new Set<string>(options.slots),
    capability,
  })
  return Object.freeze({
    name,
    capability,
    // The schemas stand between: what the component is given is what they made.
    implement: (component) => Object.freeze({ ...described, component: component as AnyCustomComponent }),
  } satisfies ComponentDefinition<P, E, S>)
}
