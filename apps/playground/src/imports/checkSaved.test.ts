import { NO_GRANTS, type RuntimePluginInstance, type RuntimeState } from '@plugboard/contracts'
import { inspectPackage } from '@plugboard/package-format'
import { configureStore } from '@reduxjs/toolkit'
import { expect, test, vi } from 'vitest'

import { clockFiles } from '../../test/kit/packedPlugin.ts'
import { workspaceReducer } from '../workspace/workspaceSlice.ts'
import { checkSaved } from './checkSaved.ts'
import { CHECKING, type PackedContent } from './importedPackage.ts'
import { importsActions, importsReducer } from './importsSlice.ts'
import { packContent } from './packageContent.ts'

async function check(change: (content: PackedContent) => PackedContent) {
  const { digest, files } = await inspectPackage(clockFiles())
  if (digest === undefined) throw new Error('The package is none.')
  const instances = Object.fromEntries(
    ['clock@a', 'counter@a'].map((instanceId) => {
      const [packageId = ''] = instanceId.split('@')
      // What is read of them.
      return [instanceId, { instanceId, packageId } as RuntimePluginInstance]
    }),
  )
  const plugins = { instances } as unknown as RuntimeState
  const store = configureStore({
    reducer: { imports: importsReducer, workspace: workspaceReducer, plugins: () => plugins },
  })
  const content = change(packContent(files))
  const clock = { packageId: 'clock', title: 'Clock', version: '1.0.0', digest, granted: NO_GRANTS, parked: null }
  store.dispatch(importsActions.importsRestored({ clock: { ...clock, content, check: CHECKING } }))
  const setEnabled = vi.fn<(instanceId: string, enabled: boolean) => void>()
  await checkSaved({ host: { setEnabled }, store })
  const { imports, workspace } = store.getState()
  return { check: imports['clock']?.check, refusal: workspace.refusal, paused: setEnabled.mock.calls }
}

test('a content that is what was agreed to is sound, and nothing is said', async () => {
  const { check: found, paused, refusal } = await check((content) => content)
  expect([found?.state, paused, refusal]).toEqual(['sound', [], null])
})

test('a content that was changed is refused by the name of its package, and its instances are paused', async () => {
  const spoil = ({ 'plugin.js': code = '', ...rest }: PackedContent) => ({ ...rest, 'plugin.js': code.slice(4) })
  const { check: found, paused, refusal } = await check(spoil)
  expect(found?.state).toBe('rejected')
  expect(refusal).toMatch(/^What is saved of Clock is not what you agreed to/)
  expect(paused).toEqual([['clock@a', false]])
})
