import type { InstanceId } from '@plugboard/contracts'
import { useDevtools } from '@plugboard/devtools'
import { useMemo, type ReactElement } from 'react'

import { readManifest } from '../authoring/readManifest.ts'
import { messages } from '../messages/index.ts'
import type { PluginProject } from '../projects/pluginProject.ts'
import { goTo } from '../shell/goTo.ts'
import { useSelection } from '../workspace/selection.ts'

const words = messages.editor
const AND = new Intl.ListFormat('en')

export interface RequestsProps {
  readonly project: PluginProject
  readonly instanceId: InstanceId | null
}

/** What the project's manifest asks for. It is told, and nothing comes of it: grants are the person's. */
export function Requests({ instanceId, project }: RequestsProps): ReactElement | null {
  const devtools = useDevtools()
  const selection = useSelection()
  const { files, packageId } = project
  const wishes = useMemo(() => readWishes(files['manifest.json'], packageId), [files, packageId])
  if (wishes.length === 0) return null
  return (
    <div className="row requests small">
      <p className="grow">{words.asksFor(AND.format(wishes))}</p>
      {instanceId === null ? null : (
        <button
          type="button"
          className="btn"
          onClick={() => {
            devtools.showTab('grants')
            selection.inspect(instanceId)
            goTo({ page: 'run' })
          }}
        >
          {words.grants}
        </button>
      )}
    </div>
  )
}

function readWishes(text: string, packageId: string): readonly string[] {
  const read = readManifest(text, packageId)
  if (read.kind === 'refused') return []
  const { readShared = [], systemCommands = [], writeShared = [] } = read.manifest.capabilities
  return [
    ...readShared.map(words.asksRead),
    ...writeShared.map(words.asksWrite),
    ...systemCommands.map(words.asksCommand),
  ]
}
