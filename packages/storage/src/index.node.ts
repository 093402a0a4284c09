export { createFileStorage } from './node/fileStorage.ts'

export type { FileStorageOptions } from './node/fileStorage.ts'
