import { authoringMessages } from './authoring.ts'
import { commandsMessages } from './commands.ts'
import { editorMessages } from './editor.ts'
import { galleryMessages } from './gallery.ts'
import { instancesMessages } from './instances.ts'
import { newPluginMessages } from './newPlugin.ts'
import { offlineMessages } from './offline.ts'
import { packagesMessages } from './packages.ts'
import { savedMessages } from './saved.ts'
import { sharingMessages } from './sharing.ts'
import { shellMessages } from './shell.ts'
import { stressMessages } from './stress.ts'
import { undoMessages } from './undo.ts'
import { travelMessages } from './travel.ts'
import { welcomeMessages } from './welcome.ts'
import { workspacesMessages } from './workspaces.ts'

/** Every word that the playground itself shows, by area. Another language is another object of this shape. */
export const messages = {
  commands: commandsMessages,
  authoring: authoringMessages,
  editor: editorMessages,
  gallery: galleryMessages,
  instances: instancesMessages,
  newPlugin: newPluginMessages,
  offline: offlineMessages,
  packages: packagesMessages,
  saved: savedMessages,
  sharing: sharingMessages,
  shell: shellMessages,
  stress: stressMessages,
  undo: undoMessages,
  travel: travelMessages,
  welcome: welcomeMessages,
  workspaces: workspacesMessages,
} as const
