/**
 * Some tools need packages that nobody else does: each has a package of its own, which is installed when it is first
 * used, exactly as its lock file says, so that the project's own install stays small.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotRun } from '../src/cli/failure.ts'

export function install(directory: URL): void {
  const lock = readFileSync(new URL('package-lock.json', directory), 'utf8')
  /** What is installed, in the words of the lock file that it was installed by. */
  const stamp = new URL('node_modules/.installed', directory)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  const cwd = fileURLToPath(directory)
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-bin-links', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      // On Windows npm is a script.
      shell: process.platform === 'win32',
    })
  } catch {
    throw new CannotRun(`Cannot install what is needed: run \`npm ci\` in ${relative('', cwd)}, and see what it says.`)
  }
  writeFileSync(stamp, lock)
}
