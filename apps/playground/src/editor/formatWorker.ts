import { expose } from 'comlink'
import * as estree from 'prettier/plugins/estree'
import * as typescript from 'prettier/plugins/typescript'
import { format } from 'prettier/standalone'

const worker = {
  /** The text as Prettier writes it; null where it cannot be read. */
  format: (text: string): Promise<string | null> =>
    format(text, {
      parser: 'typescript',
      filepath: 'plugin.tsx',
      plugins: [typescript, estree],
      semi: false,
      singleQuote: true,
    }).catch(() => null),
}

export type FormatWorker = typeof worker

expose(worker)
