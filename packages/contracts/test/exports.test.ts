import * as contracts from '@plugboard/contracts'
import * as schemas from '@plugboard/contracts/schemas'
import { expect, test } from 'vitest'

test('the main entry exports its table of contents', () => {
  expect(Object.keys(contracts).toSorted()).toMatchInlineSnapshot(`
    [
      "ACTION_TYPE_LENGTH",
      "ALIGNMENTS",
      "API_VERSIONS",
      "CUSTOM_COMPONENT",
      "DATA_DEPTH",
      "DEFAULT_LIMITS",
      "ERROR_MESSAGE_LENGTH",
      "EVERY_DOMAIN",
      "FATAL_ERROR_CODES",
      "FIELD_KINDS",
      "FORBIDDEN_KEYS",
      "GAPS",
      "JSON_DEPTH",
      "JUSTIFICATIONS",
      "LOG_LINE_LENGTH",
      "NO_GRANTS",
      "PATH_LENGTH",
      "PAYLOAD_SIZE",
      "PluginRuntimeError",
      "RUNTIME_ERROR_CODES",
      "SIZES",
      "SYSTEM_COMMANDS",
      "TONES",
      "UI_BUILDERS",
      "UI_ISSUE_CODES",
      "UI_NODE_KINDS",
      "applyDelta",
      "childNodesOf",
      "cleanDisplayText",
      "createInstanceId",
      "diffJson",
      "digestJson",
      "explainReason",
      "extendPath",
      "inspectJson",
      "isCapabilityName",
      "isFieldNode",
      "isImageSource",
      "isLinkAddress",
      "isPackageId",
      "isPlainObject",
      "measureJsonDepth",
      "nearestName",
      "outcomeOf",
      "parseInstanceId",
      "parseLoadPluginRequest",
      "parsePluginCall",
      "reasonCode",
      "reasonSubject",
      "resolveLimits",
      "shareStructure",
      "toErrorShape",
    ]
  `)
})

test('the schemas entry exports its table of contents', () => {
  expect(Object.keys(schemas).toSorted()).toMatchInlineSnapshot(`
    [
      "SchemaError",
      "checkCell",
      "parseCapabilityGrants",
      "parseDispatchIntents",
      "parsePackageManifest",
      "parseUIEvent",
      "parseUITree",
      "selectSlotCheck",
      "uiNodeJsonSchema",
    ]
  `)
})
