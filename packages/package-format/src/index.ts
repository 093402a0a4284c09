export type { PackageDigest, PackageFiles, PackageReport } from './packageReport.ts'
export type {
  FsRequest,
  HttpsRequest,
  PluginManifest,
  PluginRequests,
  PluginRuntimeChoice,
  PluginSurfaces,
  ServiceSurface,
  ToolSurface,
} from './pluginManifest.ts'
