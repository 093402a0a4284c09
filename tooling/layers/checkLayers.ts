import { posix } from 'node:path'

import { explainBuiltin, explainImport } from './layerRules.ts'
import { LAYERS } from './layers.ts'
import { readModuleImports } from './moduleImports.ts'
import { type LayerFiles, type Manifest, SCOPE, type SourceFile } from './workspace.ts'

/** Everything in one layer that the table does not allow, one line each: where, what, why. */
export function checkLayer(files: LayerFiles): readonly string[] {
  return [...checkManifest(files), ...files.files.flatMap((file) => checkFile(files, file))]
}

function checkManifest({ layer, manifest }: LayerFiles): readonly string[] {
  const where = `${layer.folder}/package.json`
  const wanted = `${SCOPE}${layer.name}`
  const faults = manifest.name === wanted ? [] : [`${where}: is named ${manifest.name}, not ${wanted}`]
  for (const [field, inTest] of [
    ['dependencies', false],
    ['peerDependencies', false],
    ['optionalDependencies', false],
    ['devDependencies', true],
  ] as const) {
    for (const name of Object.keys(manifest[field] ?? {})) {
      if (!name.startsWith(SCOPE)) continue
      const reason = explainImport(layer, name.slice(SCOPE.length), inTest)
      if (reason) faults.push(`${where}: ${field} names ${name}: ${reason}`)
    }
  }
  return faults
}

function checkFile({ layer, manifest }: LayerFiles, { path, isTest, text }: SourceFile): readonly string[] {
  const faults: string[] = []
  for (const { specifier, line } of readModuleImports(path, text)) {
    const where = `${path}:${line}`
    if (specifier.startsWith('.')) {
      const target = posix.join(posix.dirname(path), specifier)
      const into = LAYERS.find(({ folder }) => target === folder || target.startsWith(`${folder}/`))
      if (into && into.name !== layer.name) {
        faults.push(
          `${where}: ${specifier} reaches into ${into.folder}: ${
            explainImport(layer, into.name, isTest) ?? `import ${SCOPE}${into.name} instead, by its public entries`
          }`,
        )
      }
      continue
    }
    const builtin = isTest ? null : explainBuiltin(layer.environment, specifier, path)
    if (builtin) faults.push(`${where}: imports ${specifier}: ${builtin}`)
    if (!specifier.startsWith(SCOPE)) continue
    const name = specifier.split('/').slice(0, 2).join('/')
    const reason = explainImport(layer, name.slice(SCOPE.length), isTest)
    if (reason) faults.push(`${where}: imports ${specifier}: ${reason}`)
    else if (name !== manifest.name && !isDeclared(manifest, name, isTest)) {
      faults.push(`${where}: imports ${specifier}, which ${layer.folder}/package.json does not declare`)
    }
  }
  return faults
}

function isDeclared(manifest: Manifest, name: string, inTest: boolean): boolean {
  const fields = [manifest.dependencies, manifest.peerDependencies, ...(inTest ? [manifest.devDependencies] : [])]
  return fields.some((names) => names !== undefined && Object.hasOwn(names, name))
}
