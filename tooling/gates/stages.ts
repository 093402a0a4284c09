/** One stage of `npm test`: commands that pass or fail together. */
export interface Stage {
  readonly name: string
  readonly commands: readonly (readonly string[])[]
  /** Stages without which this one says nothing. */
  readonly needs?: readonly string[]
  /** Who wrote `report`, the file with the single tests; a stage without one counts as one check. */
  readonly tests?: 'vitest' | 'playwright'
  readonly env?: Readonly<Record<string, string>>
}

/** Where the test runners leave their reports, relative to the root. */
export const REPORTS = 'node_modules/.cache/gates'

/** Everything that has to hold before a change is good, cheapest first. */
export const STAGES: readonly Stage[] = [
  { name: 'build', commands: [['turbo', 'run', 'build', '--continue', '--output-logs=new-only']] },
  {
    name: 'types',
    commands: [
      ['turbo', 'run', 'typecheck', '--continue', '--output-logs=new-only'],
      ['tsc', '-p', 'tooling'],
    ],
    needs: ['build'],
  },
  {
    name: 'api reports',
    commands: [['turbo', 'run', 'api', '--continue', '--output-logs=errors-only']],
    needs: ['build'],
  },
  {
    name: 'layers',
    commands: [
      ['node', 'tooling/layers/cli.ts', '--check'],
      ['turbo', 'boundaries'],
    ],
  },
  {
    name: 'generated presets',
    commands: [['pnpm', '--filter', '@plugboard/preset-plugins', 'run', 'generate:check']],
  },
  { name: 'manifests', commands: [['node', 'tooling/pack/cli.ts', 'manifests']] },
  { name: 'lint', commands: [['oxlint', '--type-aware', '--quiet']] },
  { name: 'format', commands: [['oxfmt', '--check']] },
  { name: 'unused', commands: [['knip']] },
  { name: 'sizes', commands: [['node', 'tooling/campaign/sizes.cli.ts']], needs: ['build'] },
  {
    name: 'tests',
    commands: [['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/tests.json`]],
    tests: 'vitest',
  },
  { name: 'required tests', commands: [['node', 'tooling/gates/requiredTests.cli.ts']], needs: [] },
  {
    name: 'playground',
    commands: [['pnpm', '--filter', '@plugboard/playground', 'run', 'test:e2e', '--reporter=list,json']],
    needs: ['build'],
    tests: 'playwright',
  },
  { name: 'packed', commands: [['node', 'tooling/pack/cli.ts']], needs: ['build'] },
]
