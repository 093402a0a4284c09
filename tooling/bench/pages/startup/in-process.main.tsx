import { prepareFirstWidget } from './firstWidget.ts'
import '@plugboard/react-renderer/styles.css'

import { inProcess } from '../fanout/variants/inProcess.tsx'

await inProcess.mount(prepareFirstWidget(), 1)
