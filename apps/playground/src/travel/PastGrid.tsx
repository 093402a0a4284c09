import type { PastState } from '@plugboard/devtools'
import { PluginProvider } from '@plugboard/react-renderer'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppSelector } from '../workspace/hooks.ts'
import { PastCard } from './PastCard.tsx'

const words = messages.travel

/** The instances that were there, as cards that can be looked at and nothing else. */
export function PastGrid({ past }: { readonly past: PastState }): ReactElement {
  const layout = useAppSelector((state) => state.shell.cards)
  const { isKnown, seq, source, state } = past
  const instances = Object.values(state.instances)
  return (
    <PluginProvider source={source}>
      <div className="grid past" data-layout={layout} tabIndex={0} role="region" aria-label={words.cards}>
        {instances.map((instance) => (
          <PastCard
            key={instance.instanceId}
            instance={instance}
            grants={state.grantsByInstance[instance.instanceId]}
            seq={seq}
          />
        ))}
        {instances.length === 0 ? <p className="empty mut">{isKnown ? words.none : words.unknown}</p> : null}
      </div>
    </PluginProvider>
  )
}
