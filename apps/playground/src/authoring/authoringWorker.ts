import { expose } from 'comlink'
import { prelude } from 'virtual:plugin-prelude'

import type { PluginProject } from '../projects/pluginProject.ts'
import { compileProject, type ProjectResult } from './compileProject.ts'

/** What the page asks of the worker that compiles. */
export interface AuthoringWorker {
  compile(project: PluginProject): ProjectResult
}

const worker: AuthoringWorker = { compile: (project) => compileProject(project, prelude) }

expose(worker)
