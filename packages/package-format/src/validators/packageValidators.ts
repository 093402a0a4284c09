import { checkClosedFiles } from './closedFiles.ts'
import { checkContentSize } from './contentSize.ts'
import { checkHookPoints } from './hookPoints.ts'
import type { PackageValidator } from './packageValidator.ts'
import { checkPlatformVersion } from './platformVersion.ts'
import { checkRequestBreadth } from './requestBreadth.ts'
import { checkRequestNames } from './requestNames.ts'
import { checkRuntimeArtifact } from './runtimeArtifact.ts'
import { checkRuntimeAvailability } from './runtimeAvailability.ts'
import { checkSchemas } from './schemaShape.ts'
import { checkServiceCommands } from './serviceCommands.ts'
import { checkSurfaceNames } from './surfaceNames.ts'

/** Every rule for a package whose manifest has its shape, in the order in which they are reported. */
export const PACKAGE_VALIDATORS: readonly PackageValidator[] = [
  checkPlatformVersion,
  checkRuntimeAvailability,
  checkClosedFiles,
  checkContentSize,
  checkRuntimeArtifact,
  checkSurfaceNames,
  checkSchemas,
  checkHookPoints,
  checkServiceCommands,
  checkRequestBreadth,
  checkRequestNames,
]
