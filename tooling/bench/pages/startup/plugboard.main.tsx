import { prepareFirstWidget } from './firstWidget.ts'
import '@plugboard/react-renderer/styles.css'

import { plugboard } from '../fanout/variants/plugboard.tsx'

await plugboard.mount(prepareFirstWidget(), 1)
