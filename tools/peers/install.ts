/** The peers are a package of their own: only who measures installs them, on first use, exactly as the lock file says. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CannotRun } from '../../src/cli/failure.ts'

const at = (path: string): URL => new URL(path, import.meta.url)

/** What is installed, in the words of the lock file that it was installed by. */
const stamp = at('node_modules/.installed')

export function installPeers(): void {
  const wanted = readFileSync(at('package-lock.json'), 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: fileURLToPath(at('.')),
      stdio: ['ignore', 'ignore', 'inherit'],
      // On Windows npm is a script.
      shell: process.platform === 'win32',
    })
  } catch {
    throw new CannotRun('Cannot install the peers: run `npm ci` in tools/peers, and see what it says.')
  }
  writeFileSync(stamp, wanted)
}
