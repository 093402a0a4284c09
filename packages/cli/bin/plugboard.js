#!/usr/bin/env node
import { createProcessIO, runCli } from '../dist/index.js'

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.exitCode = await runCli(process.argv.slice(2), createProcessIO(stop.signal))
