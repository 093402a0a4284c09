import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { showMarks } from '../ui/showMarks.ts'
import type { ArrivedPlugin } from './arrival.ts'

const words = messages.sharing

/** All code that came along, to be read before any of it runs. */
export function CodeList({
  plugins,
}: {
  readonly plugins: readonly Pick<ArrivedPlugin, 'code' | 'key' | 'title'>[]
}): ReactElement {
  return (
    <div className="stack">
      {plugins.map(({ code, key, title }) =>
        code === null ? null : (
          <section key={key} className="stack">
            <h3 className="lbl">{title}</h3>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
            <pre className="consent-code" tabIndex={0} aria-label={words.codeOf(title)} role="region">
              {showMarks(code)}
            </pre>
          </section>
        ),
      )}
    </div>
  )
}
