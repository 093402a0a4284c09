import '../src/styles.css'

import { describeKindContract } from '@plugboard/contract-tests'
import { UI_NODE_KINDS } from '@plugboard/contracts'

import { mountKindWith } from './mountKind.tsx'

const mount = mountKindWith()

for (const kind of UI_NODE_KINDS) describeKindContract(kind, { name: `the built-in ${kind}`, mount })
