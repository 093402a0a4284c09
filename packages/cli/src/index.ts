export { CLI_DIAGNOSTICS } from './cliDiagnostics.ts'
export { EXIT_CODES } from './exitCodes.ts'
export { createProcessIO } from './processIO.ts'
export { runCli } from './runCli.ts'

export type { CliDiagnosticCode, CliDiagnosticEntry } from './cliDiagnostics.ts'
export type { CliInput, CliIO, CliOutput } from './cliIO.ts'
export type { ExitCode } from './exitCodes.ts'
