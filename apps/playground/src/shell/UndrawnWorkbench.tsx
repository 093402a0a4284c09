import { RotateCcw } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { CommandRegistry, CommandRegistryProvider } from '../commands/commandRegistry.ts'
import { messages } from '../messages/index.ts'
import { useSavedWorkspace } from '../workspace/savedWorkspaceContext.ts'
import { WorkspaceMenu } from '../workspaces/WorkspaceMenu.tsx'
import { TopBar } from './TopBar.tsx'

const words = messages.shell.undrawn

/** In place of a workspace that cannot be drawn: what happened, and the ways out of it. */
export function UndrawnWorkbench(): ReactElement {
  const [registry] = useState(() => new CommandRegistry())
  const [problem, setProblem] = useState<string | null>(null)
  const saved = useSavedWorkspace()
  const loadAgain = async (): Promise<void> => {
    try {
      // A reload would lose what is not saved.
      await saved.flush()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : messages.workspaces.failed)
      return
    }
    location.reload()
  }
  return (
    <CommandRegistryProvider value={registry}>
      <div className="app" data-view="run" data-empty="true">
        <TopBar page="run" start={<WorkspaceMenu />} />
        <main className="main" id="main" tabIndex={-1}>
          <section className="update-notice" aria-label={words.region}>
            <p className="grow" role="alert">
              {problem ?? words.text}
            </p>
            <button type="button" className="btn" onClick={() => void loadAgain()}>
              <RotateCcw size={14} aria-hidden="true" />
              {words.again}
            </button>
          </section>
        </main>
      </div>
    </CommandRegistryProvider>
  )
}
