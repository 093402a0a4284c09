import { type CustomPropsOf, defineComponent } from '@plugboard/react-renderer'
import type { ReactElement } from 'react'
import * as z from 'zod/mini'

const count = z.int().check(z.minimum(0), z.maximum(999))

/**
 * A component that no kind covers. Plugins call it by name and send it data; which of them may is the grant `stock-gauge`,
 * and what does not fit the schemas never reaches the component, nor the plugin.
 */
export const StockGaugeComponent = defineComponent({
  name: 'shop/StockGauge',
  props: z.strictObject({ item: z.string(), count, enough: count }),
  events: { set: z.strictObject({ item: z.string(), count }) },
  slots: ['note'],
  capability: 'stock-gauge',
})

export function StockGauge({ emit, props, renderSlot }: CustomPropsOf<typeof StockGaugeComponent>): ReactElement {
  const { item, count: there, enough } = props
  return (
    <fieldset className="shop-gauge">
      <legend>{item}</legend>
      <meter aria-label={`${item} in stock`} min={0} max={enough} low={enough / 3} value={there}>
        {there}
      </meter>
      <button
        type="button"
        className="shop-button"
        disabled={there === 0}
        onClick={() => emit('set', { item, count: there - 1 })}
      >
        Sell one
      </button>
      {renderSlot('note')}
    </fieldset>
  )
}
