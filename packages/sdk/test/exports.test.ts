import * as sdk from '@plugboard/sdk'
import * as devRuntime from '@plugboard/sdk/jsx-dev-runtime'
import * as runtime from '@plugboard/sdk/jsx-runtime'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(sdk).toSorted()).toMatchInlineSnapshot(`
    [
      "Alert",
      "Badge",
      "Button",
      "Checkbox",
      "Code",
      "Column",
      "Custom",
      "Dialog",
      "Divider",
      "Empty",
      "For",
      "Form",
      "Grid",
      "Heading",
      "Icon",
      "Image",
      "Input",
      "Link",
      "List",
      "Panel",
      "Progress",
      "Radio",
      "Row",
      "SDK_ERROR_CODES",
      "SdkError",
      "Select",
      "Spinner",
      "Stat",
      "Switch",
      "Table",
      "Tabs",
      "Text",
      "Textarea",
      "definePlugin",
      "ui",
    ]
  `)
})

it('exports exactly what compilers call for JSX', () => {
  expect(Object.keys(runtime).toSorted()).toEqual(['Fragment', 'jsx', 'jsxs'])
  expect(Object.keys(devRuntime).toSorted()).toEqual(['Fragment', 'jsxDEV'])
})
