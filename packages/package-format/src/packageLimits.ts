/** What no package may pass, whatever it says. All sizes are in bytes. */
export const PACKAGE_LIMITS = {
  /** An archive as it travels. */
  archiveBytes: 16_777_216,
  /** All files of a package together. */
  contentBytes: 25_165_824,
  fileBytes: 16_777_216,
  /** Entries of an archive, folders among them, and files of a package. */
  files: 500,
  /** How many times its size an entry may become. Asked of entries of more than {@link PACKAGE_LIMITS.ratioBytes}. */
  ratio: 200,
  ratioBytes: 1_048_576,
  manifestBytes: 262_144,
  /** Levels of arrays and objects in a manifest. */
  manifestDepth: 32,
  /** Values of any type in a manifest. */
  manifestValues: 20_000,
  /** One JSON Schema of a manifest, as text without spaces. */
  schemaBytes: 16_384,
  /** Levels of arrays and objects in one of them. */
  schemaDepth: 16,
  /**
   * What any part of a value may have to be held against, with all references followed: one for each schema, and more for
   * lists of values and `uniqueItems`.
   */
  schemaSteps: 500,
} as const
