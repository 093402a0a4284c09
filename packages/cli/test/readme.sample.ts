import { createProcessIO, runCli } from '@plugboard/cli'

/** What a package is pinned by; null for one that is refused. */
export async function findDigest(folder: string): Promise<string | null> {
  let text = ''
  const stdout = { isTerminal: false, write: (part: string) => void (text += part) }
  const exitCode = await runCli(['check', folder, '--json'], { ...createProcessIO(), stdout })
  // cli-output.schema.json says what is in it
  const { result } = JSON.parse(text) as { result: { digest: string } | null }
  return exitCode === 0 && result !== null ? result.digest : null
}
