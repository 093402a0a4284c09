import { BUILT_IN_COMPONENTS, type NodeProps } from '@plugboard/react-renderer'
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react'

/** The shop's button, for the nodes of plugins. */
export function ShopButton(props: NodeProps<'button'>): ReactElement {
  const { emit, node } = props
  const button = useRef<HTMLButtonElement>(null)
  const [isAsked, setAsked] = useState(false)
  // Sending a form is the renderer's business: it knows the fields. What a component leaves to it, it gives on.
  if (node.submit === true) return <BUILT_IN_COMPONENTS.button {...props} />
  const a11y = { 'aria-label': node.a11y?.label, 'aria-description': node.a11y?.description }
  const isBusy = node.busy === true
  const send = (): void => emit(node.onPress, { type: 'press', ...(node.key === undefined ? {} : { key: node.key }) })
  const press = (): void => {
    if (isBusy) return
    if (node.confirm === undefined) send()
    else setAsked(true)
  }
  const answer = (isYes: boolean): void => {
    setAsked(false)
    button.current?.focus()
    if (isYes) send()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="shop-button"
        data-variant={node.variant}
        disabled={node.disabled}
        // Not disabled while busy: the focus would be lost.
        aria-busy={isBusy || undefined}
        aria-disabled={isBusy || undefined}
        {...a11y}
        aria-expanded={node.confirm === undefined ? undefined : isAsked}
        onClick={press}
      >
        {node.label}
      </button>
      {isAsked && node.confirm !== undefined ? (
        <Question
          title={node.confirm.title}
          text={node.confirm.text}
          yes={node.confirm.confirmLabel}
          onAnswer={answer}
        />
      ) : null}
    </>
  )
}

interface QuestionProps {
  readonly title: string
  readonly text: string | undefined
  readonly yes: string
  readonly onAnswer: (isYes: boolean) => void
}

/** Stands beside its button: a plugin covers nothing of the page, with a question either. */
function Question({ onAnswer, text, title, yes }: QuestionProps): ReactElement {
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onAnswer(false)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is for the buttons inside
    <div className="shop-question" role="group" aria-label={title} onKeyDown={leave}>
      <p>
        <strong>{title}</strong> {text}
      </p>
      <button type="button" className="shop-button" data-variant="danger" onClick={() => onAnswer(true)}>
        {yes}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person pressed a button to come here */}
      <button type="button" className="shop-button" autoFocus onClick={() => onAnswer(false)}>
        Cancel
      </button>
    </div>
  )
}
