import { prepareFirstWidget } from './firstWidget.ts'
import '@plugboard/react-renderer/styles.css'

import { naive } from '../fanout/variants/naive.tsx'

await naive.mount(prepareFirstWidget(), 1)
