export { parseDispatchIntents } from './schemas/parseDispatchIntents.ts'
export { parseCapabilityGrants, parsePackageManifest, SchemaError } from './schemas/parsePackageManifest.ts'
export { parseUIEvent } from './schemas/parseUIEvent.ts'
export { parseUITree } from './schemas/parseUITree.ts'
export { uiNodeJsonSchema } from './schemas/uiNodeJsonSchema.ts'

export type { ParseDispatchIntentsOptions, ParsedIntents } from './schemas/parseDispatchIntents.ts'
export type { ParsedUITree, ParseUITreeOptions } from './schemas/parseUITree.ts'
