import * as cli from '@plugboard/cli'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(cli).toSorted()).toMatchInlineSnapshot(`
    [
      "CLI_DIAGNOSTICS",
      "EXIT_CODES",
      "createProcessIO",
      "runCli",
    ]
  `)
})
