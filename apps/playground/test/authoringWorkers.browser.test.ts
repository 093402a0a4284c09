import { expect, test } from 'vitest'

import { lazyAuthoring } from '../src/authoring/lazyAuthoring.ts'
import { formatSource } from '../src/editor/formatSource.ts'
import { createProject } from '../src/projects/createProject.ts'
import { PLUGIN_TEMPLATE } from '../src/projects/pluginTemplate.ts'

const project = (text: string) => createProject({ title: 'Mine', text, taken: new Set(), at: 1 })

test('the worker of the page compiles a project, with the SDK in it and the map beside it', async () => {
  const authoring = lazyAuthoring()
  const result = await authoring.compile(project(PLUGIN_TEMPLATE))
  expect(result).toMatchObject({ kind: 'compiled', title: 'Mine', stateVersion: 1 })
  if (result.kind !== 'compiled') return
  expect(result.code).toContain('cannot be imported: a plugin imports @plugboard/sdk')
  expect(JSON.parse(result.sourceMap)).toMatchObject({ sources: ['plugin.tsx'], sourcesContent: [PLUGIN_TEMPLATE] })
  expect(await authoring.compile(project('const a = ;'))).toMatchObject({
    kind: 'refused',
    problems: [{ code: 'SYNTAX', line: 1, column: 11 }],
  })
})

test('the worker that formats says nothing of what it cannot read', async () => {
  expect(await formatSource('plugin.tsx', 'const a  = <A  b = "c"/>;')).toBe('const a = <A b="c" />\n')
  expect(await formatSource('plugin.tsx', 'const = 1')).toBeNull()
  expect(await formatSource('manifest.json', '{"a":1}')).toBe('{\n  "a": 1\n}\n')
  expect(await formatSource('manifest.json', '{"a":')).toBeNull()
})
