import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder with these files, gone at the end of the scope. */
export interface FileFolder extends AsyncDisposable {
  readonly path: string
  readonly file: (name: string) => string
}

/** Writes files into a new folder outside of the workspace. */
export async function writeFiles(files: Readonly<Record<string, string>>): Promise<FileFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'plugboard-bundler-')))
  const file = (name: string) => join(path, name)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(file(name)), { recursive: true })
    await writeFile(file(name), text)
  }
  return { path, file, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
