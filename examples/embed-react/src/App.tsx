import '@plugboard/react-renderer/styles.css'

import { Plugin, PluginProvider } from '@plugboard/react-renderer'
import type { ReactElement } from 'react'
import { Provider, useDispatch, useSelector } from 'react-redux'

import counter from './counter.plugin.js?raw'
import { host, type RootState, store, todoAdded } from './store.ts'

export function App(): ReactElement {
  return (
    <Provider store={store}>
      <PluginProvider source={host} headingLevel={1}>
        <main>
          <h1>My app</h1>
          <Todos />
          <Plugin packageId="counter" code={counter} />
        </main>
      </PluginProvider>
    </Provider>
  )
}

function Todos(): ReactElement {
  const todos = useSelector((state: RootState) => state.todos)
  const dispatch = useDispatch()
  return (
    <section aria-label="Todos">
      <ul>
        {todos.map((todo) => (
          <li key={todo}>{todo}</li>
        ))}
      </ul>
      <button type="button" onClick={() => dispatch(todoAdded(`Todo ${todos.length + 1}`))}>
        Add a todo
      </button>
    </section>
  )
}
