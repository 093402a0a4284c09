/** What no source, file or policy may pass, whatever it says. All sizes are in bytes. */
export const REGISTRY_LIMITS = {
  /** Packages of one source. */
  candidates: 1_000,
  /** All archives that a dropped source holds. */
  droppedBytes: 134_217_728,
  /** Entries of one folder that are looked at. */
  folderEntries: 10_000,
  /** The list of an index, and each of the files plugins.json, plugins.lock.json and package.json. */
  textBytes: 1_048_576,
  /** Levels of arrays and objects in one of them. */
  jsonDepth: 32,
  /** Values of any type in one of them. */
  jsonValues: 100_000,
  /** The configuration of one package, as text without spaces. */
  configBytes: 65_536,
  /** Values of any type in it: each may have to fit a schema with all the steps that the package format allows one. */
  configValues: 1_000,
} as const
