import type { JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'

import type { PluginProject } from './pluginProject.ts'
import { readProject, SavedProjects, writeProject } from './savedProjects.ts'

function project(packageId: string, text = 'code'): PluginProject {
  return { packageId, title: `The ${packageId}`, files: { 'plugin.tsx': text, 'manifest.json': '{}' }, editedAt: 5 }
}

function createParts(entries: readonly (readonly [string, JsonValue])[] = []) {
  const parts = new Map<string, JsonValue>(entries)
  const written: string[] = []
  return {
    parts,
    written,
    setPart: (name: string, value: JsonValue) => {
      written.push(name)
      if (value === null) parts.delete(name)
      else parts.set(name, value)
    },
  }
}

it('a change of one project writes that one', () => {
  const workspace = createParts()
  const saved = new SavedProjects()
  const one = project('one')
  saved.save(workspace, { one, two: project('two') })
  workspace.written.length = 0
  saved.save(workspace, { one, two: project('two', 'changed') })
  expect(workspace.written).toEqual(['project/two'])
  saved.save(workspace, { one })
  expect([...workspace.parts.keys()]).toEqual(['project/one'])
  expect(new SavedProjects().restore(workspace)).toEqual({ projects: [one], problems: [] })
})

it('what was restored is not written again', () => {
  const workspace = createParts([['project/one', writeProject(project('one'))]])
  const saved = new SavedProjects()
  const { projects } = saved.restore(workspace)
  const [one] = projects
  if (one === undefined) throw new Error('It did not come back.')
  saved.save(workspace, { one })
  expect(workspace.written).toEqual([])
})

it('what cannot be read stays where it is, is told, and is moved before a project takes its place', () => {
  const workspace = createParts([
    ['project/one', { title: 'One', code: 'from a release that nobody has' }],
    ['notes', 1],
  ])
  const saved = new SavedProjects()
  const { problems, projects } = saved.restore(workspace)
  expect([projects, problems]).toMatchObject([[], [{ part: 'project/one', blocksSaving: false }]])
  saved.save(workspace, { two: project('two') })
  expect(workspace.parts.get('project/one')).toMatchObject({ title: 'One' })
  saved.save(workspace, { two: project('two'), one: project('one') })
  expect(workspace.parts.get('unread/one')).toMatchObject({ title: 'One' })
  expect(readProject('one', workspace.parts.get('project/one'))).toEqual(project('one'))
})

it.for(['counter', 'stress-flood'])('a project that takes the id %s of the playground is kept unread', (packageId) => {
  const part = `project/${packageId}`
  const workspace = createParts([[part, writeProject(project(packageId))]])
  const saved = new SavedProjects()
  expect(saved.restore(workspace)).toMatchObject({ projects: [], problems: [{ part, blocksSaving: false }] })
  saved.save(workspace, {})
  expect(workspace.parts.has(part)).toBe(true)
})

it('a title comes back as words of one line, in the order in which they read', () => {
  const title = `Mine\u202E\n${'x'.repeat(500)}`
  expect(readProject('mine', writeProject({ ...project('mine'), title }))?.title).toBe(`Mine ${'x'.repeat(195)}`)
})

test.prop([fc.string(), fc.jsonValue()])('takes anything that was ever saved', (packageId, saved) => {
  expect(() => readProject(packageId, saved)).not.toThrow()
})
