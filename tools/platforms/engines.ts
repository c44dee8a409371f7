/** The versions of Node.js, from npm, and a headless Chromium, from the system: each runs the check and says what it got. */
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { CannotRun, firstLine } from '../../src/cli/failure.ts'
import { install } from '../install.ts'

export interface Platform {
  readonly name: string
  /** The calls are in a file, as JSON. */
  run(calls: string): Promise<readonly (readonly string[])[]>
}

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

function printed(program: string, args: readonly string[]): string {
  const options: ExecFileSyncOptions = { maxBuffer: 1e8, timeout: 120_000, stdio: ['ignore', 'pipe', 'ignore'] }
  return execFileSync(program, args, { ...options, encoding: 'utf8' })
}

export function nodes(): readonly Platform[] {
  install(new URL('engines/', import.meta.url))
  return ['node20', 'node22', 'node24'].flatMap(version => {
    const program = path(`engines/node_modules/${version}-${process.platform}-${process.arch}/bin/node`)
    if (!existsSync(program))
      throw new CannotRun('The versions of Node.js to check in are there for Linux on x64 and arm64 only.')
    const name = `Node.js ${printed(program, ['--version']).trim()}`
    return [
      { name: `${name}, ES module`, run: async calls => JSON.parse(printed(program, [path('as-esm.mjs'), calls])) },
      { name: `${name}, CommonJS`, run: async calls => JSON.parse(printed(program, [path('as-commonjs.cjs'), calls])) },
    ]
  })
}

export function chromium(): Platform {
  const program = findChromium()
  const name = printed(program, ['--version']).trim().split(' ').slice(0, 2).join(' ')
  return { name, run: calls => inPage(program, calls) }
}

export function findChromium(): string {
  const { CHROMIUM } = process.env
  const names = CHROMIUM ? [CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const found = names.find(name => {
    try {
      return printed(name, ['--version'])
    } catch {
      return false
    }
  })
  if (found) return found
  throw new CannotRun(
    CHROMIUM
      ? `CHROMIUM is "${CHROMIUM}", which does not run: it has to be the path of Chromium.`
      : 'Chromium is missing: install it, on Debian by `apt-get install chromium`, or set CHROMIUM to its path.',
  )
}

/** In a module in the page itself, since a page without a server may load none; the page is done when it has run. */
async function inPage(program: string, calls: string): Promise<readonly (readonly string[])[]> {
  const bundle = await rolldown({ cwd: path('../..'), input: path('in-browser.mjs') })
  const { output } = await bundle.generate({ format: 'esm' })
  const home = mkdtempSync(join(tmpdir(), 'stable-math-page-'))
  try {
    const page = join(home, 'page.html')
    const code = output[0].code.replaceAll('</script', '<\\/script')
    const data = `<script type="application/json" id="calls">${readFileSync(calls, 'utf8')}</script>`
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><body>${data}<script type="module">${code}</script>`)
    // Chromium has no sandbox for root, which is who containers run as.
    const rights = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const args = ['--headless', '--disable-gpu', `--user-data-dir=${home}`, ...rights, '--dump-dom']
    const document = printed(program, [...args, pathToFileURL(page).href])
    const result = /<body>(\[.*\])<\/body>/s.exec(document)
    if (!result) throw new Error('The page shows no result.')
    return JSON.parse(result[1]!)
  } catch (error) {
    throw new CannotRun(`The check did not run in ${program}: ${firstLine(error)}`)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
