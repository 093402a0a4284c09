import '../src/styles.css'

import { describeRendererContract } from '@plugboard/contract-tests'

import { mountWidget } from './mountWidget.tsx'

describeRendererContract({ name: 'The React renderer', mount: mountWidget })
