import { JSON_DEPTH, measureJsonDepth, type PackageId, type PackageManifest } from '@plugboard/contracts'
import { parsePackageManifest, SchemaError } from '@plugboard/contracts/schemas'
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'

import { placeAt, type SourceProblem } from './sourceProblem.ts'

export type ManifestResult =
  | { readonly kind: 'manifest'; readonly manifest: PackageManifest }
  | { readonly kind: 'refused'; readonly problem: SourceProblem }

/** Longest manifest that is read, in UTF-16 code units. */
export const MANIFEST_LENGTH: number = 64 * 1024

/** Reads `manifest.json` of a project as strictly as that of any package, and says at which line it is wrong. */
export function readManifest(text: string, packageId: PackageId): ManifestResult {
  if (text.length > MANIFEST_LENGTH) {
    return refuse(text, 0, `The manifest is ${text.length} characters long; ${MANIFEST_LENGTH} are read.`)
  }
  // Known before it is parsed: the parser that knows places goes as deep as the text does, on the page's own stack.
  if (measureJsonDepth(text) > JSON_DEPTH) return refuse(text, 0, 'The manifest is nested too deep.')
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (error !== undefined)
    return refuse(text, error.offset, `This is no JSON: ${wordsOf(printParseErrorCode(error.error))}.`)
  try {
    const manifest = parsePackageManifest(JSON.parse(text))
    if (manifest.packageId === packageId) return { kind: 'manifest', manifest }
    const message = `packageId is "${manifest.packageId}", but this plugin is "${packageId}". Write that, or duplicate the plugin to have it under another id.`
    return refuse(text, offsetOf(tree, 'packageId'), message)
  } catch (thrown) {
    if (thrown instanceof SchemaError) return refuse(text, offsetOf(tree, thrown.path), thrown.message)
    return refuse(text, 0, 'The manifest cannot be read.')
  }
}

function refuse(text: string, offset: number, message: string): ManifestResult {
  return {
    kind: 'refused',
    problem: { code: 'INVALID_MANIFEST', message, file: 'manifest.json', ...placeAt(text, offset) },
  }
}

/** Where a path as `capabilities.readShared[0]` stands in the text: of what is not there, where it would be. */
function offsetOf(tree: Node | undefined, path: string): number {
  if (tree === undefined) return 0
  const steps = [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) =>
    index === undefined ? step : Number(index),
  )
  for (let length = steps.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, steps.slice(0, length))
    if (node !== undefined) return node.offset
  }
  return tree.offset
}

/** `CloseBraceExpected` as `close brace expected`. */
function wordsOf(code: string): string {
  return code.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase()
}
