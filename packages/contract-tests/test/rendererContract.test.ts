import { describeRendererContract } from '@plugboard/contract-tests'

import { mountPlain } from './plainRenderer.ts'

describeRendererContract({ name: 'a renderer of plain lines', mount: mountPlain })
