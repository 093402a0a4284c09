import type { FormNode } from '@plugboard/contracts'

import { createElement } from '../ui/createNode.ts'
import type { FormOptions } from '../ui/nodeOptions.ts'
import type { WithName } from './choice.ts'
import type { WithChildren } from './layout.ts'

/**
 * Fields that are sent together, once the host has found nothing wrong with them.
 *
 * @example
 * ```tsx
 * <Form name="order" onSubmit="order">
 *   <Input name="email" type="email" label="Email" required />
 *   <Button submit variant="primary">Order</Button>
 * </Form>
 * ```
 */
export function Form(props: Omit<FormOptions, 'key'> & WithName & WithChildren): FormNode {
  return createElement('form', props, 'children')
}
