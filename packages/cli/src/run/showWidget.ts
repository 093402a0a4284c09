import type { Diagnostic } from '@plugboard/contracts'
import { createTextView, type TextView } from '@plugboard/text-renderer'

import { refusal, type CommandContext, type CommandOptions, type CommandOutcome } from '../commandOutcome.ts'
import { createPaint } from '../output/paint.ts'
import { readInput } from '../readInput.ts'
import type { PluginSession } from './pluginSession.ts'
import { runInteractive } from './runInteractive.ts'
import { type PlayedStep, runScript } from './runScript.ts'
import type { RunTarget } from './runTarget.ts'
import { describeRun, writeDenied } from './runSummary.ts'
import { unknownSurface } from './surfaces.ts'

export interface ShowOptions {
  readonly target: RunTarget
  readonly session: PluginSession
  readonly options: CommandOptions
  readonly context: CommandContext
}

/** Shows a widget of a plugin as text: to a person until they leave, else with the lines that there are. */
export async function showWidget({ context, options, session, target }: ShowOptions): Promise<CommandOutcome> {
  const { io } = context
  const widgets = session.instance()?.widgets.filter((id) => target.surfaces.includes(`widget:${id}`)) ?? []
  const named = options.text('widget')
  const widgetId = named ?? widgets[0]
  if (widgetId === undefined || !widgets.includes(widgetId)) {
    return refusal(unknownSurface(target, session, named === undefined ? undefined : `widget:${named}`))
  }
  const { isColoured: color, width } = createPaint(io.stdout, io.env)
  const view = createTextView({ source: session.host, instanceId: session.instanceId, widgetId, width, color })
  try {
    await session.settled()
    const played = await play(view, { context, options, session, target })
    const summary = describeRun(target, session)
    return {
      result: { ...summary, widget: widgetId, steps: played.steps, text: view.text() },
      diagnostics: [...played.refused, ...session.failures],
      // The rest was shown as it happened.
      text: () => writeDenied(summary),
    }
  } finally {
    view.close()
  }
}

interface Played {
  readonly steps: readonly PlayedStep[]
  readonly refused: readonly Diagnostic[]
}

async function play(view: TextView, { context: { io, isJson }, options, session }: ShowOptions): Promise<Played> {
  const steps: PlayedStep[] = []
  const settled = (): Promise<void> => session.settled()
  const events = options.text('events')
  if (events === undefined && !isJson && io.stdin.isTerminal && io.stdout.isTerminal) {
    await runInteractive({ view, io, settled })
    return { steps, refused: [] }
  }
  if (!isJson) io.stdout.write(`${view.text()}\n`)
  const refused = await runScript({
    view,
    lines: events === undefined ? io.stdin : (await readInput(events, io)).split('\n'),
    settled,
    signal: io.signal,
    onStep(step) {
      steps.push(step)
      if (!isJson) io.stdout.write(`> ${step.line}\n${step.text}\n`)
    },
  })
  return { steps, refused }
}
