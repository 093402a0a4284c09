import type { CommandContext, CommandInput, CommandOutcome } from '../commandOutcome.ts'
import { countDiagnostics } from '../output/diagnosticText.ts'
import { hasErrors, inspectPath, summarise, writeSummary } from '../package/inspectPath.ts'

/** `plugboard check`: says what is wrong with a package, and runs nothing. */
export async function runCheck({ args }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const report = await inspectPath(args[0] ?? '.', context)
  const summary = summarise(report)
  const { diagnostics } = report
  return {
    result: summary,
    diagnostics,
    text: (paint) => {
      const verdict = hasErrors(diagnostics) ? paint('red', 'refused') : paint('green', 'good')
      return `${writeSummary(summary)}\n${verdict}: ${countDiagnostics(diagnostics)}\n`
    },
  }
}
