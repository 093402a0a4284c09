import { describeRendererContract } from '@plugboard/contract-tests'

import { choiceBehaviours } from '../src/suites/renderer/choiceBehaviours.ts'
import { formBehaviours } from '../src/suites/renderer/formBehaviours.ts'
import { mountPlain } from './plainRenderer.ts'

const skipped = [...formBehaviours, ...choiceBehaviours].map(({ id }) => [
  id,
  'it has words, presses and typed lines alone',
])

describeRendererContract({
  name: 'a renderer of plain lines',
  mount: mountPlain,
  skip: Object.fromEntries(skipped) as Record<string, string>,
})
