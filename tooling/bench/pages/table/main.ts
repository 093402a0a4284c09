import '../shared/commits.ts'
import '@plugboard/react-renderer/styles.css'

import type { PageReport } from '../shared/rounds.ts'
import { measureTables, type MeasureTablesOptions } from './measureTables.ts'
import { naive } from './variants/naive.tsx'
import { plainReact } from './variants/plainReact.tsx'
import { plugboard, plugboardInPart } from './variants/plugboard.tsx'
import { reactRedux } from './variants/reactRedux.tsx'
import { remoteDom } from './variants/remoteDom.tsx'

const VARIANTS = [plainReact, reactRedux, remoteDom, naive, plugboard, plugboardInPart]

declare global {
  var measureTable: (options: Omit<MeasureTablesOptions, 'variants'>) => Promise<PageReport>
}

globalThis.measureTable = (options) => measureTables({ ...options, variants: VARIANTS })
