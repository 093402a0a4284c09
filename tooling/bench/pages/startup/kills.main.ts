import '../shared/commits.ts'
import '@plugboard/react-renderer/styles.css'

import type { PageReport } from '../shared/rounds.ts'
import { measureKills, type MeasureKillsOptions } from './measureKills.ts'

declare global {
  var measureKills: (options: MeasureKillsOptions) => Promise<PageReport>
}

globalThis.measureKills = measureKills
