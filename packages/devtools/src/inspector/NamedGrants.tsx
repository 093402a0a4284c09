import type { ReactElement } from 'react'

import type { DevtoolsMessages } from '../messages/index.ts'
import { useMessages } from '../session/context.tsx'
import { GrantSwitch } from '../ui/GrantSwitch.tsx'
import type { NamedVerb } from './grantRows.ts'
import type { GrantTableProps } from './GrantsTab.tsx'

export interface NamedGrantsProps extends GrantTableProps {
  readonly verb: NamedVerb
  readonly names: readonly string[]
}

/** Which system commands an instance may run, or which of the application's components it may show. */
export function NamedGrants({ grants, instance, names, onChange, request, verb }: NamedGrantsProps): ReactElement {
  const { inspector } = useMessages()
  const list = verb === 'systemCommand' ? 'systemCommands' : 'components'
  const words = verb === 'systemCommand' ? commandWords(inspector) : componentWords(inspector)
  return (
    <table className="pbd-grants">
      <caption className="pbd-hidden">{words.caption(instance.instanceId)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.head}</th>
          <th scope="col">{words.verb}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">
              <div className="pbd-name">{name}</div>
              <div className="pbd-hint">
                {words.means(name)} {request[list]?.includes(name) === true ? inspector.asked : inspector.notAsked}
              </div>
            </th>
            <td>
              <GrantSwitch
                label={words.label(name)}
                checked={grants[list]?.includes(name) ?? false}
                onChange={(isGranted) => onChange(verb, name, isGranted)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface NamedWords {
  readonly caption: (instanceId: string) => string
  readonly head: string
  readonly verb: string
  readonly label: (name: string) => string
  readonly means: (name: string) => string
}

function commandWords(words: DevtoolsMessages['inspector']): NamedWords {
  const { means } = words
  const known: Readonly<Record<string, string>> = {
    'restart-plugin': means['restart-plugin'],
    'toggle-plugin': means['toggle-plugin'],
    'collect-diagnostics': means['collect-diagnostics'],
  }
  return {
    caption: words.commandGrants,
    head: words.systemCommand,
    verb: words.run,
    label: words.runOf,
    means: (name) => (Object.hasOwn(known, name) ? (known[name] ?? '') : means.command),
  }
}

function componentWords(words: DevtoolsMessages['inspector']): NamedWords {
  return {
    caption: words.componentGrants,
    head: words.component,
    verb: words.use,
    label: words.useOf,
    means: () => words.means.component,
  }
}
