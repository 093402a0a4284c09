// Figures under load and attack, each beside its limit.
//
//   pnpm campaign              the parts that have not run on this commit yet
//   pnpm campaign kills page   these parts, again
//   pnpm campaign runs         every part whose name begins so, again
//
// A part takes at most eight minutes. Results are kept per commit, so that a campaign that was cut off goes on where it
// stopped; docs/measurements.md is written from them.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describeLimit, isHeld, type Figure, type Part } from './figure.ts'
import { authoring } from './parts/authoring.ts'
import { guards } from './parts/guards.ts'
import { inputs } from './parts/inputs.ts'
import { instances } from './parts/instances.ts'
import { kills } from './parts/kills.ts'
import { packages } from './parts/packages.ts'
import { page } from './parts/page.ts'
import { playground } from './parts/playground.ts'
import { runs } from './parts/runs.ts'
import { sizes } from './parts/sizes.ts'
import { soak } from './parts/soak.ts'
import { stops } from './parts/stops.ts'

const PARTS: readonly Part[] = [
  sizes,
  packages,
  authoring,
  stops,
  kills,
  page,
  playground,
  inputs,
  instances,
  soak,
  ...runs,
  ...guards,
]
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RESULTS = `${ROOT}/node_modules/.cache/campaign/results.json`
const PAGE = `${ROOT}/docs/measurements.md`

interface PartResult {
  readonly what: string
  readonly commit: string
  readonly date: string
  readonly seconds: number
  readonly figures: readonly Figure[]
}

const wanted = process.argv.slice(2)
const isWanted = (part: string) => wanted.some((name) => part === name || part.startsWith(`${name}-`))
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name || part.name.startsWith(`${name}-`)))
if (unknown.length > 0) {
  process.stderr.write(
    `no part is named ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}\n`,
  )
  process.exit(2)
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
const results = readResults()
let isGood = true
for (const part of PARTS) {
  const known = results[part.name]
  const isDone = known?.commit === commit && !isWanted(part.name)
  if (wanted.length > 0 && !isWanted(part.name)) continue
  process.stdout.write(`\n${part.name}: ${part.what}\n`)
  const begun = performance.now()
  const figures = isDone ? known.figures : await part.measure()
  if (!isDone) {
    const seconds = Math.round((performance.now() - begun) / 1000)
    // Read again: another campaign may have finished a part while this one measured.
    Object.assign(results, readResults())
    results[part.name] = { what: part.what, commit, date: new Date().toISOString().slice(0, 10), seconds, figures }
    mkdirSync(dirname(RESULTS), { recursive: true })
    writeFileSync(RESULTS, JSON.stringify(results, null, 2))
    writeFileSync(PAGE, describeResults())
  }
  for (const figure of figures) {
    const mark = isHeld(figure) ? '  ' : '✗ '
    isGood &&= isHeld(figure)
    process.stdout.write(`${mark}${figure.name}: ${format(figure.value)} ${figure.unit}  ${describeLimit(figure)}\n`)
  }
}
execFileSync('pnpm', ['exec', 'oxfmt', PAGE], { cwd: ROOT, stdio: 'ignore' })
process.exit(isGood ? 0 : 1)

function readResults(): Record<string, PartResult> {
  try {
    // Written by this file.
    return JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, PartResult>
  } catch {
    return {}
  }
}

function format(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1)
}

function describeResults(): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}, Node.js ${process.version}`
  const kept = readSections()
  const sections = PARTS.flatMap(({ name }) => {
    const result = results[name]
    // Measured somewhere else: another checkout has other results.
    if (result === undefined) return kept.get(name) ?? []
    const rows = result.figures.map(
      (figure) =>
        `| ${figure.name} | ${format(figure.value)} ${figure.unit} | ${describeLimit(figure)} | ${figure.limit === undefined ? '' : isHeld(figure) ? 'held' : 'missed'} |`,
    )
    return [
      `## ${name}\n\n${result.what}. Measured on ${result.date} at ${result.commit} by \`pnpm campaign ${name}\`, in ${result.seconds} s.\n\n| figure | measured | limit | |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
    ]
  })
  return `# Measurements\n\nWritten by \`pnpm campaign\`; nothing on this page is typed by hand. Times vary with the machine and its load: these are from ${machine}.\n\n${sections.join('\n')}`
}

/** The sections of the page as it is, by the name of their part. */
function readSections(): ReadonlyMap<string, string> {
  const [, ...sections] = readFileSync(PAGE, 'utf8').split(/^## /m)
  return new Map(sections.map((section) => [section.slice(0, section.indexOf('\n')), `## ${section.trimEnd()}\n`]))
}
