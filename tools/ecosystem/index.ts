/**
 * `npm run ecosystem`: the plugin over the sources of real packages. What the numbers of a release were is checked in;
 * the command counts again and shows what has changed. A crash, a fixed file that does not parse, or one that a second
 * run changes again, is a mistake whatever the numbers are.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { difference } from '../../src/cli/difference.ts'
import { CannotRun } from '../../src/cli/failure.ts'
import { progress } from '../../src/cli/progress.ts'
import { directoryOf, download } from './download.ts'
import { packages, type Package } from './packages.ts'
import { checkAll, taskOf } from './pool.ts'
import { page, troubles, type CheckedFile } from './report.ts'
import { filesOf, sourcesOf } from './sources.ts'
import { suites } from './suites.ts'
import { testSuites } from './tests.ts'

// Mistakes are what it looks for; the processes that it starts inherit this.
process.env['STABLE_MATH_DEBUG'] = '1'

const help = `npm run ecosystem -- [options] [names]

  (none)      lint and fix the sources of all packages, and compare with tests/ecosystem/result.md
  --update    write tests/ecosystem/result.md instead
  --all       look for mistakes in all files: tests, bundles and minified code, too
  --test      fix packages that come with their tests, and run these before and after
  names       only the packages so called; nothing is compared then`

const result = new URL('../../tests/ecosystem/result.md', import.meta.url)

const linesEvery = 500

type Mode = 'compare' | 'update' | 'show' | 'all'

async function checkSources(chosen: readonly Package[], mode: Mode): Promise<readonly CheckedFile[]> {
  await download(chosen.map(({ spec }) => spec))
  const files = chosen.flatMap(each => {
    const root = directoryOf(each.spec)
    return (mode === 'all' ? filesOf(root) : sourcesOf(root, each)).map(file => ({
      spec: each.spec,
      file,
      task: taskOf(root, file),
    }))
  })
  const bar = progress(files.length, true)
  let done = 0
  const advance = (): void => {
    bar.advance()
    // Without a terminal there is no bar, and minutes of silence look like a hang.
    if (++done % linesEvery === 0 && !process.stderr.isTTY) console.error(`${done} of ${files.length} files`)
  }
  try {
    const checked = await checkAll(
      files.map(({ task }) => task),
      advance,
    )
    return files.map(({ spec, file }, at) => ({ spec, file, ...checked[at]! }))
  } finally {
    bar.stop()
  }
}

async function countSources(chosen: readonly Package[], mode: Mode): Promise<boolean> {
  const files = await checkSources(chosen, mode)
  const found = page(files)
  const mistakes = troubles(files)
  if (mistakes.length > 0) console.error(mistakes.join('\n\n'))
  if (mode === 'update') writeFileSync(result, found)
  if (mode === 'show') console.log(found)
  if (mode === 'all') console.log(`${files.length} files, ${mistakes.length} mistakes`)
  if (mode !== 'compare') return mistakes.length === 0
  const before = existsSync(result) ? readFileSync(result, 'utf8').replaceAll('\r\n', '\n') : ''
  console.log(before === found ? 'as checked in' : difference(before, found))
  if (before !== found) console.error('If that is meant, run `npm run ecosystem -- --update`.')
  return mistakes.length === 0 && before === found
}

function only<T extends { readonly spec: string }>(all: readonly T[], names: readonly string[]): readonly T[] {
  if (names.length === 0) return all
  return names.map(name => {
    const found = all.find(({ spec }) => spec === name || spec.replace(/(?!^)@.*/, '') === name)
    if (!found) throw new CannotRun(`"${name}" is none of the packages.`)
    return found
  })
}

function parsed() {
  const options = {
    update: { type: 'boolean' },
    all: { type: 'boolean' },
    test: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new CannotRun(`${(error as Error).message.split(/\. |\n/)[0]}: see --help.`)
  }
}

async function run(): Promise<boolean> {
  const { values, positionals } = parsed()
  if (values.help) {
    console.log(help)
    return true
  }
  if (values.update && positionals.length > 0) throw new CannotRun('--update takes all packages, and no names.')
  if (values.test) return testSuites(only(suites, positionals))
  const mode = values.all ? 'all' : values.update ? 'update' : positionals.length > 0 ? 'show' : 'compare'
  return countSources(only(packages, positionals), mode)
}

try {
  process.exitCode = (await run()) ? 0 : 1
} catch (error) {
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
  process.exitCode = 2
}
