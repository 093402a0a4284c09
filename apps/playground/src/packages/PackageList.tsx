import { Plus, Search } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import type { PackageEntry } from '../host/packageCatalog.ts'
import { messages } from '../messages/index.ts'
import { stressEntries } from '../stress/stressEntries.ts'
import { PackageTile } from '../ui/PackageTile.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useCommands } from '../workspace/commands.ts'
import { useAppDispatch, useAppSelector, useInstances, usePackages } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { ImportMenu } from './ImportMenu.tsx'
import { PackageMenu } from './PackageMenu.tsx'

const words = messages.packages

/** The gallery: every package, how often it runs, and a button to run it once more. */
export function PackageList(): ReactElement {
  const query = useAppSelector((state) => state.workspace.packageQuery)
  const dispatch = useAppDispatch()
  const packages = usePackages()
  const wanted = query.trim().toLowerCase()
  const shown = packages.filter((entry) => entry.title.toLowerCase().includes(wanted))
  const presets = shown.filter(({ shelf }) => shelf === 'preset')
  const own = shown.filter(({ shelf }) => shelf === 'own')
  return (
    <>
      <div className="side-search">
        <label className="field quiet">
          <Search size={14} aria-hidden="true" />
          <span className="vh">{words.filter}</span>
          <input
            placeholder={words.filter}
            value={query}
            onChange={(event) => dispatch(workspaceActions.packageQueryChanged(event.target.value))}
          />
        </label>
      </div>
      <ul aria-label={words.title}>
        {presets.map((entry) => (
          <PackageRow key={entry.packageId} entry={entry} />
        ))}
      </ul>
      {shown.length === 0 ? <p className="side-empty">{words.none}</p> : null}
      <Shelf title={words.own} entries={own} />
      <Shelf title={words.importedShelf} entries={shown.filter(({ shelf }) => shelf === 'imported')} />
    </>
  )
}

/** The plugins that misbehave on purpose, after all that is of use. */
export function StressShelf(): ReactElement {
  const wanted = useAppSelector((state) => state.workspace.packageQuery)
    .trim()
    .toLowerCase()
  const entries = stressEntries.filter((entry) => entry.title.toLowerCase().includes(wanted))
  return <Shelf title={messages.stress.shelf} entries={entries} />
}

function Shelf({
  entries,
  title,
}: {
  readonly entries: readonly PackageEntry[]
  readonly title: string
}): ReactElement | null {
  if (entries.length === 0) return null
  return (
    <>
      <div className="hd">
        <h2 className="lbl">{title}</h2>
      </div>
      <ul aria-label={title}>
        {entries.map((entry) => (
          <PackageRow key={entry.packageId} entry={entry} />
        ))}
      </ul>
    </>
  )
}

function PackageRow({ entry }: { readonly entry: PackageEntry }): ReactElement {
  const commands = useCommands()
  const [isAdding, setAdding] = useState(false)
  const count = useInstances().filter((instance) => instance.packageId === entry.packageId).length
  const add = async (): Promise<void> => {
    setAdding(true)
    await commands.add(entry)
    setAdding(false)
  }
  return (
    <li className="pk">
      <PackageTile entry={entry} />
      <span className="grow">
        <span className="nm">
          {entry.title}
          {count === 0 ? null : (
            <span className="count" title={words.runningCount(count)}>
              {words.times(count)}
            </span>
          )}
          {entry.state === undefined ? null : <Pill tone={TONES[entry.state]}>{words.pill[entry.state]}</Pill>}
        </span>
        <span className={`ds ${entry.shelf !== 'stress' ? 'trunc' : ''}`}>{entry.summary}</span>
      </span>
      {entry.shelf === 'imported' ? <ImportMenu entry={entry} /> : <PackageMenu entry={entry} />}
      <button
        type="button"
        className="add"
        aria-label={words.add(entry.title)}
        aria-busy={isAdding}
        onClick={() => void add()}
      >
        <Plus size={16} aria-hidden="true" />
      </button>
    </li>
  )
}

const TONES = { sound: 'acc', checking: 'mute', rejected: 'err', disabled: 'mute' } as const
