// A chunk of its own: `export … from` would make the bundler load all of the package with it.
import { DevtoolsDock } from '@plugboard/devtools'
import type { ReactElement } from 'react'

/** Timeline, console, shared domains and problems. */
export function Dock(): ReactElement {
  return <DevtoolsDock />
}
