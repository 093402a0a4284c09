import '../shared/commits.ts'
import '@plugboard/react-renderer/styles.css'

import type { PageReport } from '../shared/rounds.ts'
import { measureCounters, type MeasureCountersOptions } from './measureCounters.ts'
import { inProcess } from './variants/inProcess.tsx'
import { naive } from './variants/naive.tsx'
import { plugboard } from './variants/plugboard.tsx'

const VARIANTS = [inProcess, naive, plugboard]

declare global {
  var measureFanout: (options: Omit<MeasureCountersOptions, 'variants'>) => Promise<PageReport>
}

globalThis.measureFanout = (options) => measureCounters({ ...options, variants: VARIANTS })
