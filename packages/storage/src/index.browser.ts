export { createIndexedDBStorage } from './browser/indexedDBStorage.ts'

export type { IndexedDBStorageOptions } from './browser/indexedDBStorage.ts'
