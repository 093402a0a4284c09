import type { MountedWidget, WidgetAddress, WidgetRole } from '@plugboard/contract-tests'
import { childNodesOf } from '@plugboard/contracts'
import type {
  CellValue,
  FieldBase,
  FieldNode,
  NodeOf,
  UIEvent,
  UIEventRef,
  UINode,
  WidgetSource,
} from '@plugboard/contracts'

/** A line of what is drawn: words, and what can be done with them. */
interface Line {
  readonly role?: WidgetRole
  readonly name?: string
  readonly words: string
  readonly press?: () => void
}

/** The smallest renderer that keeps the contract: a list of lines. Shows that the suite asks for nothing of a page. */
export function mountPlain(source: WidgetSource, { instanceId, widgetId }: WidgetAddress): MountedWidget {
  const lease = source.lease(instanceId, widgetId)
  const drafts = new Map<string, { text: string; rev: number }>()
  let rev = 0
  // A snapshot is taken when told, as a view would.
  let snapshot = lease.getSnapshot()
  const unsubscribe = lease.subscribe(() => {
    snapshot = lease.getSnapshot()
  })

  function send(ref: UIEventRef, event: UIEvent): void {
    lease.emit(ref.handler, ref.args === undefined ? event : { ...event, args: ref.args })
  }

  function pressed(ref: UIEventRef | undefined, key?: string): { press: () => void } | undefined {
    if (ref === undefined) return undefined
    return { press: () => send(ref, { type: 'press', ...(key === undefined ? {} : { key }) }) }
  }

  function actionLine({ label, onPress }: { readonly label: string; readonly onPress: UIEventRef }): Line {
    return { role: 'button', name: label, words: label, ...pressed(onPress) }
  }

  function fieldLine(node: FieldNode & FieldBase, ...more: readonly (string | undefined)[]): Line {
    const words = [node.hideLabel === true ? '' : node.label, node.help, node.error, ...more]
    return { role: 'textbox', name: node.a11y?.label ?? node.label, words: words.filter(Boolean).join(' ') }
  }

  function draw(node: UINode): Line[] {
    const name = 'a11y' in node ? node.a11y?.label : undefined
    switch (node.kind) {
      case 'text':
      case 'badge':
      case 'link':
        return [{ words: node.text }]
      case 'code':
        return [{ words: `${node.language ?? ''} ${node.text}` }]
      case 'icon':
        return [{ words: node.label ?? '' }]
      case 'spinner':
        return [{ words: node.label }]
      case 'heading':
        return [{ role: 'heading', name: name ?? node.text, words: node.text }]
      case 'stat':
        return [{ words: [node.label, node.value, node.delta].filter(Boolean).join(' ') }]
      case 'divider':
        return [{ role: 'separator', words: '' }]
      case 'progress':
        return [{ role: 'progressbar', name: name ?? node.label, words: node.label }]
      case 'button': {
        const isIdle = node.disabled !== true && node.busy !== true
        const words = node.iconOnly === true ? '' : node.label
        return [{ role: 'button', name: name ?? node.label, words, ...(isIdle ? pressed(node.onPress) : {}) }]
      }
      case 'input':
        return [fieldLine(node, node.prefix, node.suffix)]
      case 'textarea':
      case 'checkbox':
      case 'switch':
      case 'select':
        return [fieldLine(node)]
      case 'radio':
        return [fieldLine(node, ...node.options.map(({ label }) => label))]
      case 'image':
        return []
      case 'tabs': {
        const seen = node.tabs.find(({ id }) => id === node.selected) ?? node.tabs[0]
        return [
          { words: node.tabs.map(({ label, badge }) => `${label} ${badge ?? ''}`).join(' ') },
          ...(seen?.children ?? []).flatMap(draw),
        ]
      }
      case 'dialog':
        return node.open ? [{ words: node.title }, ...childNodesOf(node).flatMap(draw)] : []
      case 'custom':
        return (node.fallback ?? [{ kind: 'text', text: `[${node.component}]` } as const]).flatMap(draw)
      case 'alert':
        return [
          { role: 'alert', name: node.title, words: `${node.title} ${node.text ?? ''}` },
          ...(node.action === undefined ? [] : [actionLine(node.action)]),
        ]
      case 'empty':
        return [
          { words: `${node.title} ${node.text ?? ''}` },
          ...(node.action === undefined ? [] : [actionLine(node.action)]),
        ]
      case 'row':
      case 'column':
      case 'grid':
      case 'form':
        return node.children.flatMap(draw)
      case 'panel':
        return [{ words: node.title ?? '' }, ...childNodesOf(node).flatMap(draw)]
      case 'list':
        return [
          { role: 'list', name: name ?? node.label, words: node.items.length === 0 ? (node.empty ?? '') : '' },
          ...node.items.flatMap(({ key, content, onPress }) => {
            const inner = content.flatMap(draw)
            return [
              {
                role: 'listitem',
                name: inner.map(({ words }) => words).join(' '),
                words: '',
                ...pressed(onPress, key),
              } as const,
              ...inner,
            ]
          }),
        ]
      case 'table':
        return [
          {
            role: 'table',
            name: name ?? node.caption,
            words: `${node.caption} ${node.columns.map(({ header }) => header).join(' ')}`,
          },
          { words: node.rows.length === 0 ? (node.empty ?? '') : '' },
          ...node.rows.flatMap(({ cells }) => Object.values(cells).flatMap(drawCell)),
        ]
      case 'invalid-node':
        return [{ words: `[not shown: ${node.path}]` }]
    }
  }

  function drawCell(cell: CellValue): Line[] {
    return typeof cell === 'object' && cell !== null ? draw(cell.node) : [{ words: String(cell ?? '') }]
  }

  function lines(): Line[] {
    const { error, tree, status } = snapshot
    return [
      ...(error === null ? [] : [{ role: 'alert', name: 'error', words: error.message } as const]),
      ...(tree === null ? [{ words: status }] : draw(tree)),
    ]
  }

  function inputOf(label: string): NodeOf<'input'> {
    const found = fields(snapshot.tree).find((node) => node.label === label)
    if (found === undefined) throw new Error(`no field is called ${label}`)
    return found
  }

  function notify(node: NodeOf<'input'>, value: string): void {
    if (node.onChange !== undefined) send(node.onChange, { type: 'change', name: node.name, value, rev })
  }

  return {
    text: () =>
      lines()
        .map(({ words }) => words)
        .join('\n'),
    count: (role, name) =>
      lines().filter((line) => line.role === role && (name === undefined || line.name === name)).length,
    press: (name) =>
      lines()
        .find((line) => line.name === name && line.press !== undefined)
        ?.press?.(),
    change(label, value) {
      const node = inputOf(label)
      rev += 1
      drafts.set(node.name, { text: value, rev })
      if (node.notify === 'input') notify(node, value)
    },
    leave(label) {
      const node = inputOf(label)
      const value = drafts.get(node.name)?.text ?? node.value ?? ''
      if (node.notify !== 'input') notify(node, value)
      if (node.onCommit !== undefined) send(node.onCommit, { type: 'commit', name: node.name, value, rev })
    },
    value(label) {
      const node = inputOf(label)
      const draft = drafts.get(node.name)
      const isSeen = draft === undefined || (snapshot.acknowledged[node.name] ?? 0) >= draft.rev
      return isSeen ? (node.value ?? draft?.text ?? '') : draft.text
    },
    choose: () => undefined,
    toggle: () => undefined,
    sort: () => undefined,
    select: () => undefined,
    unmount() {
      unsubscribe()
      lease.release()
    },
  }
}

function fields(node: UINode | null): NodeOf<'input'>[] {
  if (node === null) return []
  return node.kind === 'input' ? [node] : childNodesOf(node).flatMap(fields)
}
