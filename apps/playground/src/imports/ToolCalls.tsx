import { cleanDisplayText } from '@plugboard/contracts'
import type { ToolSurface } from '@plugboard/package-format'
import { useId, useState, type ReactElement } from 'react'

import { JsonView } from '../ui/JsonView.tsx'
import { useHost, useInstances } from '../workspace/hooks.ts'
import { callTool, type ToolResult } from './callTool.ts'
import { importsMessages } from './importsMessages.ts'

const words = importsMessages

export interface ToolCallsProps {
  readonly packageId: string
  readonly tools: readonly ToolSurface[]
}

/** The tools of a package, to be tried by hand: in the first instance of it that is there. */
export function ToolCalls({ packageId, tools }: ToolCallsProps): ReactElement | null {
  const instance = useInstances().find((each) => each.packageId === packageId)
  if (tools.length === 0) return null
  return (
    <section className="stack" aria-label={words.tools}>
      <h3 className="lbl">{words.tools}</h3>
      {instance === undefined ? <p className="sec small">{words.toolsNeedInstance}</p> : null}
      {tools.map((tool) => (
        <ToolCall key={tool.name} tool={tool} instanceId={instance?.instanceId ?? null} />
      ))}
    </section>
  )
}

interface ToolCallProps {
  readonly tool: ToolSurface
  readonly instanceId: string | null
}

function ToolCall({ instanceId, tool: { description, name } }: ToolCallProps): ReactElement {
  const host = useHost()
  const id = useId()
  const [input, setInput] = useState('{}')
  const [result, setResult] = useState<ToolResult | null>(null)
  const [isCalling, setCalling] = useState(false)
  const call = async (): Promise<void> => {
    if (instanceId === null) return
    setCalling(true)
    setResult(await callTool(host, { instanceId, name, input }))
    setCalling(false)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void call()
      }}
    >
      <p>
        <span className="mono strong">{name}</span> <span className="sec small">{cleanDisplayText(description)}</span>
      </p>
      <label className="stack" htmlFor={id}>
        <span className="lbl">{words.inputOf(name)}</span>
        <textarea
          id={id}
          className="codebox"
          rows={3}
          spellCheck={false}
          value={input}
          onChange={(event) => setInput(event.target.value)}
        />
      </label>
      <div className="row">
        <button type="submit" className="btn" disabled={instanceId === null || isCalling}>
          {words.call(name)}
        </button>
      </div>
      <div role="status">
        {result?.kind === 'answered' ? <JsonView label={words.answerOf(name)} value={result.value} /> : null}
        {result?.kind === 'failed' ? <p className="errc">{cleanDisplayText(result.message)}</p> : null}
      </div>
    </form>
  )
}
