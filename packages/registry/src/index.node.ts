export { createFolderCache } from './node/folderCache.ts'
export { createFolderSource } from './node/folderSource.ts'
export { createNodeModulesSource, PLUGIN_KEYWORD } from './node/nodeModulesSource.ts'
export { readPackageFolder } from './node/readPackageFolder.ts'

export type { FolderCacheOptions } from './node/folderCache.ts'
export type { FolderSourceOptions } from './node/folderSource.ts'
export type { NodeModulesSourceOptions } from './node/nodeModulesSource.ts'
export type { ReadPackageFolder } from './node/readPackageFolder.ts'
