export { createIndexedDBCache } from './browser/indexedDBCache.ts'

export type { IndexedDBCache, IndexedDBCacheOptions } from './browser/indexedDBCache.ts'
