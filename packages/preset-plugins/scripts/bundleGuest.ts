import { join } from 'node:path'

import { bundlePlugin } from '@plugboard/bundler'

/** A guest as one script, and where its lines came from. */
export interface GuestBundle {
  readonly code: string
  readonly sourceMap: string
}

/** Bundles the guest of a preset with what it imports of the SDK. The same input gives the same text on every machine. */
export async function bundleGuest(root: string, preset: string): Promise<GuestBundle> {
  const src = join(root, 'src')
  const { code, sourceMap, diagnostics } = await bundlePlugin({
    entry: join(src, preset, 'guest.tsx'),
    root: src,
    conditions: ['@plugboard/source', 'import', 'default'],
  })
  // Whatever the bundler warns of would be a fault inside the VM, far from here.
  if (code === undefined || sourceMap === undefined || diagnostics.length > 0) {
    throw new Error(`The guest of ${preset} cannot be bundled: ${diagnostics.map(({ message }) => message).join(' ')}`)
  }
  return { code, sourceMap: sourceMap.replaceAll(`"${preset}/guest.tsx"`, `"${preset}/${preset}.tsx"`) }
}
