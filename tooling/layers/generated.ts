import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { LAYERS, type Layer } from './layers.ts'
import { type LayerFiles, SCOPE } from './workspace.ts'

/** A file that is made, wholly or in part, from the table. */
export interface GeneratedFile {
  readonly path: string
  readonly current: string
  readonly wanted: string
}

/** Everything that the table generates, beside what is on disk now. */
export function generateFiles(root: string, layers: readonly LayerFiles[]): readonly GeneratedFile[] {
  const perLayer = layers.flatMap((files) => [
    ...withReferences(root, `${files.layer.folder}/tsconfig.json`, references(files, !hasTestProject(root, files))),
    ...withReferences(root, `${files.layer.folder}/test/tsconfig.json`, [
      '..',
      ...references(files, true).map((path) => `../${path}`),
    ]),
    edit(root, `${files.layer.folder}/turbo.json`, (json) => ({
      ...json,
      extends: json['extends'] ?? ['//'],
      tags: [tag(files.layer)],
    })),
  ])
  return [
    ...perLayer,
    edit(root, 'turbo.json', (json) => ({ ...json, boundaries: { tags: boundaries() } })),
    edit(root, 'tsconfig.json', (json) => ({ ...json, files: [], references: rootReferences(root) })),
    ...betweenMarkers(root, 'README.md', 'layers', drawGraph()),
    ...betweenMarkers(root, 'docs/architecture.md', 'layer-table', writeTable()),
  ]
}

function tag(layer: Layer): string {
  return `layer:${layer.name}`
}

function references({ layer, manifest }: LayerFiles, inTest: boolean): readonly string[] {
  const names = [manifest.dependencies, manifest.peerDependencies, inTest ? manifest.devDependencies : undefined]
    .flatMap((field) => Object.keys(field ?? {}))
    .filter((name) => name.startsWith(SCOPE) && name !== manifest.name)
  return LAYERS.filter(({ name }) => names.includes(SCOPE + name)).map(({ folder }) => relative(layer.folder, folder))
}

function rootReferences(root: string): readonly { readonly path: string }[] {
  return LAYERS.flatMap(({ folder }) => [folder, `${folder}/test`])
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .map((path) => ({ path }))
}

/** What a layer may import, and what that needs, for its tests too: turbo looks at all that a package brings with it. */
function below(layer: Layer): readonly string[] {
  const names = new Set([...layer.imports, ...layer.dev])
  for (const name of names) {
    const reached = LAYERS.find((candidate) => candidate.name === name)
    for (const next of [...(reached?.imports ?? []), ...(reached?.dev ?? [])]) names.add(next)
  }
  return [...names]
}

function boundaries(): Record<string, unknown> {
  const tags = LAYERS.map((layer) => [
    tag(layer),
    { dependencies: { allow: below(layer).map((name) => `layer:${name}`) } },
  ])
  return { ...Object.fromEntries(tags), 'layer:testing': { dependencies: { allow: [] } } }
}

/** Arrows point to what is imported; what another import already brings is left out, so that the picture stays readable. */
export function drawGraph(): string {
  const arrows = LAYERS.flatMap(({ name, imports }) =>
    imports
      .filter((target) => !imports.some((other) => other !== target && importsDeeply(other, target)))
      .map((target) => `  ${name} --> ${target}`),
  )
  const rows = [...new Set(LAYERS.map(({ row }) => row))].toSorted((a, b) => b - a)
  const boxes = rows.flatMap((row) => [
    `  subgraph row${row}[" "]`,
    ...LAYERS.filter((layer) => layer.row === row).map(({ name }) => `    ${name}`),
    '  end',
  ])
  return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'].join('\n')
}

function importsDeeply(from: string, to: string): boolean {
  const layer = LAYERS.find(({ name }) => name === from)
  return (layer?.imports ?? []).some((next) => next === to || importsDeeply(next, to))
}

function writeTable(): string {
  const rows = [...LAYERS]
    .toSorted((a, b) => b.row - a.row)
    .map(
      ({ name, folder, row, owns, imports, because }) =>
        `| ${row} | [${name}](../${folder}) | ${owns} | ${imports.join(', ') || 'nothing'} | ${because} |`,
    )
  return ['| row | package | owns | may import | because |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

function hasTestProject(root: string, { layer }: LayerFiles): boolean {
  return existsSync(join(root, layer.folder, 'test/tsconfig.json'))
}

type Json = Record<string, unknown>

function edit(root: string, path: string, change: (json: Json) => Json): GeneratedFile {
  const current = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '{}'
  // a configuration file of ours: an object
  const json = JSON.parse(current) as Json
  const wanted = change(json)
  return { path, current, wanted: sameJson(json, wanted) ? current : `${JSON.stringify(wanted, null, 2)}\n` }
}

function withReferences(root: string, path: string, paths: readonly string[]): readonly GeneratedFile[] {
  if (!existsSync(join(root, path))) return []
  return [edit(root, path, (json) => ({ ...json, references: paths.map((target) => ({ path: target })) }))]
}

function betweenMarkers(root: string, path: string, name: string, text: string): readonly GeneratedFile[] {
  if (!existsSync(join(root, path))) return []
  const current = readFileSync(join(root, path), 'utf8')
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [head, rest] = current.split(start)
  const [inside, tail] = rest?.split(end) ?? []
  if (head === undefined || inside === undefined || tail === undefined) {
    throw new Error(`${path} has lost its markers ${start} and ${end}`)
  }
  const same = squeeze(inside) === squeeze(text)
  return [{ path, current, wanted: same ? current : `${head}${start}\n\n${text}\n\n${end}${tail}` }]
}

/** The formatter pads tables; the comparison does not mind. */
function squeeze(text: string): string {
  return text.replace(/-{3,}/g, '---').replace(/\s+/g, ' ').trim()
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
