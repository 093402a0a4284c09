import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { CliError, type CommandContext, type CommandInput, type CommandOutcome } from '../commandOutcome.ts'
import { chooseTarget } from '../new/chooseTarget.ts'
import { chooseNames } from '../new/pluginNames.ts'
import { fillTemplate, isTemplateName } from '../new/templates.ts'

/** `plugboard new`: starts a plugin from a template. */
export async function runNew({ args, options }: CommandInput, { io }: CommandContext): Promise<CommandOutcome> {
  const [template, path = ''] = args
  if (!isTemplateName(template)) {
    throw new CliError('template-unknown', { message: `There is no template "${String(template).slice(0, 80)}".` })
  }
  const target = await chooseTarget(path, io)
  const names = chooseNames({ id: options.text('id'), name: options.text('name'), folder: basename(target) })
  const files = fillTemplate(template, names)
  try {
    for (const [file, text] of files) {
      const place = join(target, file)
      await mkdir(dirname(place), { recursive: true })
      // Never over something that came meanwhile.
      await writeFile(place, text, { flag: 'wx' })
    }
  } catch {
    throw new CliError('write-failed', { path })
  }
  return {
    result: { template, ...names, path, files: [...files.keys()] },
    diagnostics: [],
    text: (paint) =>
      `${paint('green', 'Made')} ${names.name} (${names.id}) in ${path}\n\n` +
      `  cd ${path}\n  npm install\n  npx plugboard check\n  npx plugboard test\n`,
  }
}
