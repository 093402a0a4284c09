/** Starts a module worker of the browser with this package's own script. */
export function createBrowserWorker(): Worker {
  // Bundlers look for exactly this expression to find the worker's script.
  return new Worker(new URL('../worker/browserWorker.js', import.meta.url), { type: 'module', name: 'plugboard' })
}
