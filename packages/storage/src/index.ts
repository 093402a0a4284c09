export { createMemoryPlace, createMemoryStorage } from './memoryStorage.ts'

export type { MemoryPlace, MemoryPlaceOptions, MemoryStorageOptions } from './memoryStorage.ts'
