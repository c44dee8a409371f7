#!/usr/bin/env node
/** The command line: lints any project with the plugin's own configuration, so that there is nothing to set up first. */
import { readArguments } from './cli/arguments.ts'
import { check } from './cli/check.ts'
import { explain } from './cli/explain.ts'
import { CannotRun, firstLine } from './cli/failure.ts'
import { report } from './cli/report.ts'
import { vendor } from './cli/vendor.ts'

async function run(): Promise<number> {
  const command = readArguments(process.argv.slice(2))
  switch (command.name) {
    case 'check':
      return check(command)
    case 'explain':
      return explain(command)
    case 'report':
      return report(command)
    case 'vendor':
      return vendor(command)
    case 'print':
      console.log(command.text)
      return 0
  }
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof CannotRun ? error.message : `Internal error, please report it: ${firstLine(error)}`)
  process.exitCode = 2
}
