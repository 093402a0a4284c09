import { bundlePlugin } from '@plugboard/bundler'

/** The script of a plugin, or what is wrong with its files. */
export async function buildPlugin(entry: string): Promise<string> {
  const { code, diagnostics } = await bundlePlugin({ entry })
  if (code !== undefined) return code
  throw new Error(diagnostics.map(({ path, message, hint }) => `${path}: ${message} ${hint}`).join('\n'))
}
