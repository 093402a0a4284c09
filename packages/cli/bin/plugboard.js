#!/usr/bin/env node
import { createProcessIO, runCli } from '../dist/index.js'

const stop = new AbortController()
process.once('SIGINT', () => {
  stop.abort()
  // What takes no notice of the signal gets a moment to end by itself.
  setTimeout(() => process.exit(130), 500).unref()
})
process.exitCode = await runCli(process.argv.slice(2), createProcessIO(stop.signal))
