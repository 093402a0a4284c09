import { prepareFirstWidget } from './firstWidget.ts'
import '@plugboard/react-renderer/styles.css'

import { useReducer, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'

import { ADD, FIELDS, INITIAL_COUNTER, INITIAL_TOTAL, SHARE } from '../../plugins/counter/counter.ts'

// The counter as a React application would write it: the elements that the plugin's widget is drawn with.
function Counter(): ReactElement {
  const [value, add] = useReducer((current: number) => current + 1, INITIAL_COUNTER.value)
  const [sum, share] = useReducer((current: number) => current + 1, INITIAL_TOTAL.sum)
  return (
    <div className="pui-panel">
      <p>Counter</p>
      <div className="pui-row">
        <p className="pui-text">Value</p>
        <span className="pui-badge">{value}</span>
      </div>
      <div className="pui-row">
        <p className="pui-text">Total</p>
        <p className="pui-text">{sum}</p>
      </div>
      <div className="pui-column">
        {FIELDS.map((field) => (
          <div key={field} className="pui-row">
            <p className="pui-text">Field {field}</p>
            <span className="pui-badge">{field * 3}</span>
            <p className="pui-text">Static {field}</p>
          </div>
        ))}
      </div>
      <div className="pui-row">
        <button type="button" className="pui-button" onClick={add}>
          {ADD}
        </button>
        <button type="button" className="pui-button" onClick={share}>
          {SHARE}
        </button>
      </div>
    </div>
  )
}

createRoot(prepareFirstWidget()).render(
  <section>
    <Counter />
  </section>,
)
