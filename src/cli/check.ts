/** The main command: lints files, writes their fixes, prints what is left in the format asked for. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import type { ESLint, Linter, Rule } from 'eslint'
import { bundledRuntime } from '../dialects/runtime.ts'
import plugin from '../index.ts'
import type { CheckCommand } from './arguments.ts'
import { Checker, isTypeScript, type Checked } from './checker.ts'
import { CannotRun, reason } from './failure.ts'
import { filesAt, isMinified, type Found } from './files.ts'
import { progress } from './progress.ts'
import { plural, summary } from './summary.ts'
import { loadToolchain, type Toolchain } from './toolchain.ts'

const isError = ({ severity }: Linter.LintMessage): boolean => severity === 2

export async function check(command: CheckCommand): Promise<number> {
  const cwd = process.cwd()
  const toolchain = loadToolchain(cwd)
  const format = await formatter(command.format, toolchain, cwd)
  const troubles: string[] = []
  const files = lintable(
    filesAt(command.paths, cwd, sentence => troubles.push(sentence)),
    toolchain,
  )
  const checked = checkAll(files, new Checker(toolchain, command.strict), command, troubles)
  const results = checked.map(({ result }) => (command.quiet ? onlyErrors(result) : result))
  const output = await format(results)
  if (output) console.log(output.trimEnd())
  if (command.format === 'stylish') console.log(`${output ? '\n' : ''}${summary(checked, command.fix)}`)
  if (checked.some(({ result }) => result.output?.includes(bundledRuntime)) && !isInstalled(cwd))
    console.error(
      `The fixed code imports ${bundledRuntime}: run \`npm install ${plugin.meta.name}\`, or write the runtime into the project with \`npx ${plugin.meta.name} vendor DIR\`.`,
    )
  for (const sentence of troubles) console.error(sentence)
  if (troubles.length > 0) return 2
  const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0)
  return results.some(({ errorCount }) => errorCount > 0) || warnings > command.maxWarnings ? 1 : 0
}

/** Without a parser for TypeScript the rest is still worth linting. */
export function lintable(files: readonly Found[], { typescript }: Toolchain): readonly Found[] {
  const skipped = typescript ? [] : files.filter(({ path }) => isTypeScript(path))
  if (skipped.length === 0) return files
  const sentence = `Skipped ${plural(skipped.length, 'TypeScript file')}: run \`npm install --save-dev typescript-eslint typescript\` to have them linted.`
  if (skipped.length === files.length) throw new CannotRun(sentence)
  console.error(sentence)
  return files.filter(file => !skipped.includes(file))
}

function checkAll(files: readonly Found[], checker: Checker, command: CheckCommand, troubles: string[]): Checked[] {
  const bar = progress(files.length, command.progress)
  const checked: Checked[] = []
  for (const { path, named } of files) {
    const name = relative(process.cwd(), path)
    const attempt = <T>(what: string, action: () => T): T | undefined => {
      try {
        return action()
      } catch (error) {
        troubles.push(`Cannot ${what} "${name}": ${reason(error)}${what === 'lint' ? '; please report it' : ''}.`)
        return undefined
      }
    }
    const text = attempt('read', () => readFileSync(path, 'utf8'))
    if (text !== undefined && (named || !isMinified(text))) {
      const done = attempt('lint', () => checker.check(path, text, command.fix))
      const { output } = done?.result ?? {}
      if (output !== undefined) attempt('write', () => writeFileSync(path, output))
      if (done) checked.push(done)
    }
    bar.advance()
  }
  bar.stop()
  return checked
}

const onlyErrors = (result: ESLint.LintResult): ESLint.LintResult => ({
  ...result,
  messages: result.messages.filter(isError),
  warningCount: 0,
  fixableWarningCount: 0,
})

async function formatter(
  name: string,
  { ESLint }: Toolchain,
  cwd: string,
): Promise<(results: ESLint.LintResult[]) => string | Promise<string>> {
  /** Formatters ask for the rules behind results that ESLint has not linted itself. */
  class Known extends ESLint {
    override getRulesMetaForResults(): Record<string, Rule.RuleMetaData> {
      return Object.fromEntries(
        Object.entries(plugin.rules).map(([rule, { meta }]) => [`${plugin.meta.namespace}/${rule}`, meta]),
      )
    }
  }
  try {
    const loaded = await new Known({ cwd, overrideConfigFile: true }).loadFormatter(name)
    return results => loaded.format(results, {} as never)
  } catch {
    throw new CannotRun(
      `There is no formatter "${name}": use stylish, json, html or the name of an installed ESLint formatter.`,
    )
  }
}

function isInstalled(cwd: string): boolean {
  try {
    createRequire(join(cwd, 'package.json')).resolve(bundledRuntime)
    return true
  } catch {
    return false
  }
}
