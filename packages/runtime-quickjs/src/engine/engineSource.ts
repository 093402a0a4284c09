/** Where the engine's code comes from. One compiled module is shared by every VM; each VM instantiates it for itself. */
export interface EngineSource {
  /** Compiles the engine's WebAssembly; called once per runtime. */
  compile(): Promise<WebAssembly.Module>
}
