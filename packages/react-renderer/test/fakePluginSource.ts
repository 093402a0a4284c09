import { createFakeWidgetSource } from '@plugboard/contract-tests'
import type { OpenPluginRequest, PluginSource, UINode } from '@plugboard/contracts'

export interface FakePluginSource extends PluginSource {
  /** Code of every instance that was started, in order. */
  readonly started: readonly string[]
  readonly disposed: readonly string[]
}

/** Opens as a host does: one instance a ticket, disposed a turn after its last hold. */
export function createFakePluginSource(tree?: UINode): FakePluginSource {
  const widgets = createFakeWidgetSource()
  const started: string[] = []
  const disposed: string[] = []
  const instances = new Map<object, { readonly instanceId: string; holds: number }>()

  function start(
    ticket: object,
    { packageId, code }: OpenPluginRequest,
  ): { readonly instanceId: string; holds: number } {
    const instanceId = `${packageId}@${String(started.length).padStart(8, '0')}`
    started.push(code)
    const instance = { instanceId, holds: 0 }
    instances.set(ticket, instance)
    widgets.showTree(instanceId, 'main', tree ?? { kind: 'text', text: `runs ${code}` })
    return instance
  }

  return {
    started,
    disposed,
    lease: (instanceId, widgetId) => widgets.lease(instanceId, widgetId),
    open(ticket, request) {
      const instance = instances.get(ticket) ?? start(ticket, request)
      instance.holds += 1
      let isHeld = true
      return {
        instanceId: instance.instanceId,
        release() {
          if (!isHeld) return
          isHeld = false
          instance.holds -= 1
          setTimeout(() => {
            if (instance.holds > 0 || !instances.delete(ticket)) return
            disposed.push(instance.instanceId)
          })
        },
      }
    },
  }
}
