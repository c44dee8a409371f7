/**
 * `npm run ecosystem -- --test`: packages are fixed with `eslint --fix`, and their own tests run before and after. What
 * fails now and did not before is either a mistake of a fix, or a test that has the old, worse digits for expected.
 */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import { globSync } from 'tinyglobby'
import { CannotRun } from '../../src/cli/failure.ts'
import { configFor, sourceTypesOf } from './check.ts'
import { cache, complaint, directoryOf, download, npm } from './download.ts'
import { newFailures, outcomeOf, type Outcome } from './outcome.ts'
import type { Suite } from './suites.ts'

const run = promisify(execFile)

const here = fileURLToPath(new URL('../../', import.meta.url))
const random = fileURLToPath(new URL('./random.cjs', import.meta.url))

/** Tests that take longer than this hang. */
const patience = 15 * 60_000

/** Whether no suite has a failure that it did not have before. */
export async function testSuites(chosen: readonly Suite[]): Promise<boolean> {
  await download(chosen.map(({ spec }) => spec))
  let good = true
  for (const suite of chosen) {
    const directory = await prepared(suite)
    const before = await tested(suite, directory)
    const fixes = await fix(suite, directory)
    const after = await tested(suite, directory)
    const failing = newFailures(before, after)
    const broken = failing.filter(name => suite.better?.[name] === undefined)
    // A run that dies early has nothing to fail.
    const lost = before.passed + before.failed.length - after.passed - after.failed.length
    good &&= before.passed > 0 && broken.length === 0 && lost <= 0
    console.log(
      `${suite.spec}: ${fixes.count} fixes in ${fixes.files} files; before ${summary(before)}, after ${summary(after)}`,
    )
    for (const name of broken) console.log(`  fails now: ${name}`)
    for (const name of failing) if (!broken.includes(name)) console.log(`  better now: ${name}: ${suite.better![name]}`)
    if (lost > 0) console.log(`  ${lost} tests did not run`)
    if (before.passed === 0) console.log('  no test passed before')
  }
  return good
}

const summary = ({ passed, failed }: Outcome): string => `${passed} passed and ${failed.length} failed`

/** A fresh copy of the package, with its tests' dependencies and this plugin beside it. */
async function prepared({ spec, install, missing = {} }: Suite): Promise<string> {
  const directory = join(cache, 'suites', spec.replace('/', '+'))
  const modules = join(directory, 'node_modules')
  mkdirSync(directory, { recursive: true })
  cpSync(directoryOf(spec), directory, { recursive: true, force: true })
  for (const [path, file] of Object.entries(missing)) cpSync(new URL(file, import.meta.url), join(directory, path))
  const packageJson = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  const { devDependencies: _, scripts: __, ...kept } = packageJson
  writeFileSync(join(directory, 'package.json'), JSON.stringify(kept, null, 2))
  const done = join(modules, '.installed')
  if (!existsSync(done) || readFileSync(done, 'utf8') !== install.join(' ')) {
    rmSync(modules, { recursive: true, force: true })
    await npm(['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...install], directory).catch(
      error => {
        throw new CannotRun(`Cannot install what the tests of ${spec} need: ${complaint(error)}. Is there a network?`)
      },
    )
    writeFileSync(done, install.join(' '))
  }
  const plugin = join(modules, 'eslint-plugin-stable-math')
  rmSync(plugin, { recursive: true, force: true })
  symlinkSync(here, plugin, 'junction')
  return directory
}

async function tested({ spec, run: [program, ...args] }: Suite, cwd: string): Promise<Outcome> {
  const bins = [cwd, here].map(place => join(place, 'node_modules', '.bin'))
  const { [pathName]: path, ...others } = process.env
  const env = {
    ...others,
    [pathName]: [...bins, path].join(delimiter),
    NODE_OPTIONS: `--require ${JSON.stringify(random)}`,
    FORCE_COLOR: '0',
  }
  const options = { cwd, env, timeout: patience, maxBuffer: 1e9, shell: process.platform === 'win32' }
  try {
    const { stdout, stderr } = await run(program!, args, options)
    return outcomeOf(stdout + stderr)
  } catch (error) {
    // That tests fail is what the exit code says, too.
    const { stdout, stderr, code } = error as { stdout?: string; stderr?: string; code?: unknown }
    if (stdout === undefined || code === 'ENOENT')
      throw new CannotRun(`Cannot run the tests of ${spec}: no ${program}.`)
    return outcomeOf(`${stdout}${stderr}`)
  }
}

const pathName = Object.keys(process.env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH'

/** ESLint writes the fixes, told for each file which module system it is. */
async function fix({ fix: patterns, settings = {} }: Suite, cwd: string): Promise<{ count: number; files: number }> {
  const files = globSync([...patterns], { cwd, absolute: true }).sort()
  let count = 0
  let changed = 0
  for (const sourceType of ['module', 'commonjs'] as const) {
    const own = files.filter(file => sourceTypesOf(readFileSync(file, 'utf8'))[0] === sourceType)
    // ESLint takes no files for all files.
    if (own.length === 0) continue
    const overrideConfig = ['a.js', 'a.ts'].flatMap(name => configFor(name, sourceType, settings))
    const options = { cwd, overrideConfigFile: true, overrideConfig } as const
    for (const { messages } of await new ESLint(options).lintFiles(own))
      count += messages.filter(({ fix }) => fix).length
    const results = await new ESLint({ ...options, fix: true }).lintFiles(own)
    await ESLint.outputFixes(results)
    changed += results.filter(({ output }) => output !== undefined).length
  }
  return { count, files: changed }
}
