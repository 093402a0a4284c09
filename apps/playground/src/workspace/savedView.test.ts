import type { WorkspaceProblem, WorkspaceStatus } from '@plugboard/host/workspace'
import { expect, test } from 'vitest'

import { computeSavedView } from './savedView.ts'

const SAVED: WorkspaceStatus = { state: 'saved', error: null }

function problem(code: WorkspaceProblem['code'], blocksSaving: boolean): WorkspaceProblem {
  return { code, part: 'layout', message: `It is ${code}.`, blocksSaving }
}

function stopped(state: 'failed' | 'read-only', code: 'STORAGE_CONFLICT' | 'STORAGE_FULL' | 'WORKSPACE_READ_ONLY') {
  return { state, error: { code, message: `It is ${code}.` } }
}

test.for([
  ['all is well', SAVED, [], null],
  ['something was told', SAVED, [problem('GRANTS_CUT', false)], { kind: 'incomplete', canStartOver: true }],
  [
    'something is damaged',
    stopped('read-only', 'WORKSPACE_READ_ONLY'),
    [problem('INVALID_PART', true)],
    { kind: 'read-only', exports: 'saved', canStartOver: true, canLoadAgain: false },
  ],
  [
    'another tab has saved',
    stopped('read-only', 'STORAGE_CONFLICT'),
    [],
    { kind: 'behind', exports: 'here', canStartOver: false, canLoadAgain: true },
  ],
  [
    'another tab has saved, where something was told before',
    stopped('read-only', 'STORAGE_CONFLICT'),
    [problem('GRANTS_CUT', false)],
    { kind: 'behind', canStartOver: false },
  ],
  [
    'there is no room',
    stopped('failed', 'STORAGE_FULL'),
    [],
    { kind: 'unsaved', exports: 'here', canStartOver: false, canLoadAgain: false },
  ],
  [
    'the storage could not be read: what is in it may be intact',
    stopped('read-only', 'WORKSPACE_READ_ONLY'),
    [problem('STORAGE_UNAVAILABLE', true)],
    { kind: 'unavailable', exports: 'here', canStartOver: false, canLoadAgain: true },
  ],
] as const)('%s', ([, status, problems, notice]) => {
  const view = computeSavedView({ status, problems })
  if (notice === null) expect(view.notice).toBe(null)
  else expect(view.notice).toMatchObject(notice)
  expect(view.fault).toBe(status.error?.message ?? null)
})

test('what the page itself found is told with the rest', () => {
  const noted = [problem('INVALID_PART', false)]
  const view = computeSavedView({ status: SAVED, problems: [] }, noted)
  expect([view.problems, view.notice?.kind]).toEqual([noted, 'incomplete'])
})
