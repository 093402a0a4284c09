import type { FieldNode, FormNode } from '@plugboard/contracts'
import { sentFields } from '@plugboard/contracts/rendering'
import {
  type ReactElement,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'

import { useA11y } from '../a11yProps.ts'
import { Announcer, QuietContext } from '../Announcer.tsx'
import { drawnNodesOf } from '../custom/drawnNodes.ts'
import type { DraftField } from '../drafts/draftField.ts'
import { FormContext, type FormHandle } from '../forms/formContext.ts'
import { goToField } from '../forms/goToField.ts'
import type { EmitNodeEvent, NodeProps } from '../nodeProps.ts'
import { GrantedContext, useWidget, type WidgetContextValue } from '../widgetContext.ts'

/**
 * Fields that are sent together. No `<form>`: one in a form of the host's is no valid page, and browsers offer to keep
 * what is typed into forms.
 */
export function Form({ node, emit, children }: NodeProps<'form'>): ReactElement {
  const widget = useWidget()
  const a11y = useA11y(node.a11y)
  const element = useRef<HTMLDivElement>(null)
  const granted = use(GrantedContext)
  const latest = useRef({ node, granted })
  const [faulty, setFaulty] = useState<readonly DraftField[]>([])
  const refusal = useIsFaulty(faulty) ? refusalOf(faulty.length) : ''
  useLayoutEffect(() => void (latest.current = { node, granted }), [node, granted])
  const handle = useMemo((): FormHandle => {
    const submit = (): void => {
      if (element.current === null) return
      const { node: form, granted: has } = latest.current
      const fields = sentFields(form, (inner) => drawnNodesOf(inner, { custom: widget.custom, granted: has }))
      submitForm({ node: form, fields, emit, widget, element: element.current, setFaulty })
    }
    return {
      submit,
      submitByEnter() {
        const button = element.current === null ? null : firstSubmitButton(element.current)
        if (button === null) submit()
        else button.click()
      },
    }
  }, [emit, widget])
  return (
    <FormContext value={handle}>
      <div
        ref={element}
        className="pui-form"
        role={node.a11y?.label === undefined ? 'group' : 'form'}
        aria-busy={node.busy === true || undefined}
        {...a11y}
      >
        {children}
        <Announcer words={refusal}>
          <Refusal words={refusal} />
        </Announcer>
      </div>
    </FormContext>
  )
}

/** Always there, because a region that comes with its words is not read out. */
function Refusal({ words }: { readonly words: string }): ReactElement {
  const isQuiet = use(QuietContext)
  return (
    <p className="pui-error pui-refusal" role="status" aria-live={isQuiet ? 'off' : undefined}>
      {words}
    </p>
  )
}

interface SubmitFormOptions {
  readonly node: FormNode
  /** The fields that are sent. */
  readonly fields: readonly FieldNode[]
  readonly emit: EmitNodeEvent
  readonly widget: WidgetContextValue
  readonly element: HTMLElement
  readonly setFaulty: (fields: readonly DraftField[]) => void
}

/** Only ever called while a person's own act in the form is handled: it may move the focus. */
function submitForm({ node, fields, emit, widget, element, setFaulty }: SubmitFormOptions): void {
  if (node.busy === true) return
  const { announcements, drafts } = widget
  drafts.flush()
  const entries = fields.map((field) => ({ name: field.name, field: drafts.present(field) }))
  const faulty = entries.flatMap(({ field }) => (field.check() === null ? [] : field))
  announcements.expectAnswer()
  flushSync(() => setFaulty(faulty))
  if (faulty.length === 0) {
    const values = Object.fromEntries(entries.map(({ name, field }) => [name, field.value]))
    emit(node.onSubmit, { type: 'submit', name: node.name, values })
    return
  }
  // Another view of the same widget shows the same fields.
  const view = element.closest<HTMLElement>('.pui-widget') ?? element
  const shown = faulty.flatMap(({ elements }) => [...elements]).find((candidate) => view.contains(candidate))
  if (shown !== undefined) goToField(shown, view)
}

/** Whether something is still wrong in any of these fields. */
function useIsFaulty(fields: readonly DraftField[]): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const closing = fields.map((field) => field.subscribe(listener))
      return () => {
        for (const close of closing) close()
      }
    },
    [fields],
  )
  const getIsFaulty = (): boolean => fields.some(({ fault }) => fault !== null)
  return useSyncExternalStore(subscribe, getIsFaulty, getIsFaulty)
}

function refusalOf(faults: number): string {
  return faults === 1 ? 'Not sent: 1 field needs another look.' : `Not sent: ${faults} fields need another look.`
}

/** Not one of a form inside this one. */
function firstSubmitButton(form: HTMLElement): HTMLElement | null {
  const buttons = form.querySelectorAll<HTMLElement>('[data-submit]')
  return [...buttons].find((button) => button.closest('.pui-form') === form) ?? null
}
