import { computeGrants, isOperator, normaliseGrants, type GrantPolicy } from '@plugboard/capabilities'
import {
  cleanDisplayText,
  createInstanceId,
  type InstanceId,
  type PackageId,
  type PluginLimits,
} from '@plugboard/contracts'
import type { InstanceLoading } from '@plugboard/store-core'

import { InstanceSession, type InstanceSessionOptions } from './instanceSession.ts'
import { describeCode, type PackageCatalog } from './packageCatalog.ts'
import type { CodeBook } from './past/codeBook.ts'
import type { LoadInstanceRequest } from './pluginHost.ts'
import { createUnknownInstanceError, PluginHostError } from './pluginHostError.ts'
import type { SessionContext } from './sessionContext.ts'
import type { RestorePlan } from './workspace/restorePlan.ts'

export interface HostInstancesOptions {
  readonly catalog: PackageCatalog
  readonly codes: CodeBook
  readonly policy: GrantPolicy
  /** Those of every instance. */
  readonly limits: PluginLimits
  readonly maxInstancesPerPackage: number
  readonly context: SessionContext
}

/** The instances of a host: how they come, with which grants and under which limits, and how they go. */
export class HostInstances {
  readonly #options: HostInstancesOptions
  readonly #sessions = new Map<InstanceId, InstanceSession>()
  #isEnded = false

  constructor(options: HostInstancesOptions) {
    this.#options = options
  }

  get sessions(): ReadonlyMap<InstanceId, InstanceSession> {
    return this.#sessions
  }

  /** @throws PluginHostError `UNKNOWN_INSTANCE`. */
  get(instanceId: InstanceId): InstanceSession {
    const session = this.#sessions.get(instanceId)
    if (session === undefined) throw createUnknownInstanceError(instanceId)
    return session
  }

  /**
   * Puts a new instance into the store; whoever asked starts it.
   *
   * @throws PluginHostError `DISPOSED`, `HOST_NOT_CONNECTED`, `UNKNOWN_PACKAGE`, `INVALID_MANIFEST` or `TOO_MANY_INSTANCES`.
   */
  add(request: LoadInstanceRequest): InstanceSession {
    this.#checkOpen()
    const { catalog, limits, policy } = this.#options
    const { initialGrants, limits: requestedLimits, packageId } = request
    const code = catalog.resolve(request)
    this.#checkRoom(packageId)
    const identity = { packageId, instanceId: createInstanceId(packageId) }
    const { manifest } = code
    const grants =
      initialGrants === undefined
        ? computeGrants(policy, { identity, manifest: code.isTrusted ? manifest : null })
        : normaliseGrants(initialGrants, { everyDomain: code.isTrusted && isOperator(policy, packageId) })
    return this.#enter(
      { code, limits: { ...limits, ...requestedLimits }, requestedLimits },
      {
        identity,
        grants,
        ...(manifest === null ? {} : { title: manifest.title }),
        ...(manifest?.description === undefined ? {} : { description: manifest.description }),
        ...(manifest?.stateVersion === undefined ? {} : { stateVersion: manifest.stateVersion }),
      },
    )
  }

  /**
   * Puts a saved instance into the store at once, and resolves when its code runs. Asynchronous, so that whoever restores many
   * hears of a refusal as of any other failure.
   */
  async restore({ code, grants, identity, limits, saved, state, stateVersion }: RestorePlan): Promise<void> {
    this.#checkOpen()
    this.#checkRoom(identity.packageId)
    if (this.#sessions.has(identity.instanceId)) {
      const message = `"${identity.instanceId}" is there already. Unload it before it is restored.`
      throw new PluginHostError({ code: 'DUPLICATE_INSTANCE', message })
    }
    const { declaredId, description, enabled, lastDelivered, limits: requestedLimits, title } = saved
    const session = this.#enter(
      { code, limits, requestedLimits },
      {
        identity,
        grants,
        // What was saved may have been changed since.
        ...(title === undefined ? {} : { title: cleanDisplayText(title) }),
        ...(description === undefined ? {} : { description: cleanDisplayText(description) }),
        ...(declaredId === undefined ? {} : { declaredId: cleanDisplayText(declaredId) }),
        ...(state === undefined ? {} : { state }),
        ...(stateVersion === undefined ? {} : { stateVersion }),
        ...(enabled === undefined ? {} : { enabled }),
        ...(lastDelivered === undefined ? {} : { lastDelivered }),
      },
    )
    await session.start()
  }

  /** @throws PluginHostError `UNKNOWN_INSTANCE`. */
  async end(instanceId: InstanceId): Promise<void> {
    const session = this.get(instanceId)
    this.#sessions.delete(instanceId)
    await session.end()
  }

  /** Ends every instance, and takes in no more. */
  async endAll(): Promise<void> {
    this.#isEnded = true
    const sessions = [...this.#sessions.values()]
    this.#sessions.clear()
    await Promise.all(sessions.map((session) => session.end()))
  }

  #checkOpen(): void {
    if (this.#isEnded) {
      throw new PluginHostError({ code: 'DISPOSED', message: 'The host has been disposed. Create a new one.' })
    }
    void this.#options.context.link.state
  }

  #checkRoom(packageId: PackageId): void {
    const live = [...this.#sessions.values()].filter(({ identity }) => identity.packageId === packageId).length
    if (live >= this.#options.maxInstancesPerPackage) {
      throw new PluginHostError({
        code: 'TOO_MANY_INSTANCES',
        message: `"${packageId}" has ${live} instances already, as many as this host allows. Unload one first.`,
      })
    }
  }

  #enter(
    running: Pick<InstanceSessionOptions, 'code' | 'limits' | 'requestedLimits'>,
    loading: InstanceLoading,
  ): InstanceSession {
    const { codes, context } = this.#options
    const { identity } = loading
    const { code, limits } = running
    const session = new InstanceSession({ ...running, identity, context })
    this.#sessions.set(identity.instanceId, session)
    codes.keep(identity.instanceId, code, limits)
    session.loadSeq = context.link.dispatch(
      context.slice.actions.instanceLoading(
        {
          ...loading,
          ...describeCode(code, limits),
          ...(code.manifest === null ? {} : { requested: normaliseGrants(code.manifest.capabilities, ANY) }),
        },
        { causeSeq: null, timestamp: context.now() },
      ),
    )
    return session
  }
}

// A request may name every domain; whether it is granted is the policy's business.
const ANY = { everyDomain: true }
