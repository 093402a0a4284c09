import { expose } from 'comlink'
import { typeFiles } from 'virtual:editor-types'

import { PluginTypes } from './pluginTypes.ts'

expose(new PluginTypes(typeFiles))
