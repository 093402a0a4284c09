import { readFileSync } from 'node:fs'

const packed = process.env['PLUGBOARD_PLUGIN_CODE']

/** What the tests run: the source, or the script that `plugboard test` packed of it. */
export const plugin: URL | { readonly code: string } =
  packed === undefined ? new URL('../src/plugin.tsx', import.meta.url) : { code: readFileSync(packed, 'utf8') }
