import { type ReactElement, useEffect } from 'react'

import { Placeholder } from '../kinds/Placeholder.tsx'
import { useWidget } from '../widgetContext.ts'
import type { ComponentDiagnosticCode } from './componentDiagnostic.ts'

export interface DiagnosedPlaceholderProps {
  readonly code: ComponentDiagnosticCode
  readonly component: string
  readonly message: string
  readonly cause?: unknown
}

/** A placeholder that the developer is told of too, once for as long as it says the same. */
export function DiagnosedPlaceholder({ cause, code, component, message }: DiagnosedPlaceholderProps): ReactElement {
  const { reportDiagnostic } = useWidget()
  const name = component.slice(0, 80)
  useEffect(() => {
    reportDiagnostic({ code, component: name, message, ...(cause === undefined ? {} : { cause }) })
  }, [reportDiagnostic, code, name, message, cause])
  return <Placeholder message={`"${name}": ${message}`} />
}
