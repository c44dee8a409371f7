/** What was asked for: the words on the command line, checked. */
import { parseArgs } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import { CannotRun } from './failure.ts'

export interface CheckCommand {
  readonly name: 'check'
  readonly paths: readonly string[]
  readonly fix: boolean
  readonly strict: boolean
  readonly quiet: boolean
  readonly format: string
  readonly maxWarnings: number
  readonly progress: boolean
}

export interface ExplainCommand {
  readonly name: 'explain'
  readonly file: string
  readonly line: number
  readonly strict: boolean
  readonly plot: boolean
}

export interface ReportCommand {
  readonly name: 'report'
  readonly paths: readonly string[]
  readonly strict: boolean
  readonly output: string
  readonly progress: boolean
}

export interface VendorCommand {
  readonly name: 'vendor'
  readonly directory: string
  readonly force: boolean
}

export type Command =
  CheckCommand | ExplainCommand | ReportCommand | VendorCommand | { readonly name: 'print'; readonly text: string }

const help = `Finds numerically unstable mathematics in JavaScript and TypeScript, says what it costs, and fixes it.

Usage
  npx ${packageJson.name} [options] [paths]      lint files, directories and globs; default: .
  npx ${packageJson.name} explain FILE:LINE      what was read at a line, and what came of it
  npx ${packageJson.name} explain --html FILE [paths]
                                                 all findings in one page, with their plots, for a review
  npx ${packageJson.name} vendor DIR             write the runtime's source into a project

Options
  --fix               write the fixes
  --strict            all rules, not only the recommended ones
  --format NAME       stylish (default), json, html, or the name of an installed ESLint formatter
  --max-warnings N    fail if there are more warnings than N
  --quiet             errors only
  --no-progress       no progress bar, also on a terminal
  --plot              explain: draw the error of the code and of its fix
  --html FILE         explain: write the report to this file
  --force             vendor: overwrite files that differ
  --version, --help

Exit code: 0 nothing found, 1 findings, 2 could not run.`

const options = {
  fix: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  format: { type: 'string', short: 'f', default: 'stylish' },
  'max-warnings': { type: 'string' },
  progress: { type: 'boolean', default: true },
  force: { type: 'boolean', default: false },
  plot: { type: 'boolean', default: false },
  html: { type: 'string' },
  version: { type: 'boolean', short: 'v', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true })

export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parsed(args)
  if (values.help) return { name: 'print', text: help }
  if (values.version) return { name: 'print', text: packageJson.version }
  const [first, ...others] = positionals
  if (first === 'explain' && values.html !== undefined)
    return {
      name: 'report',
      paths: others.length > 0 ? others : ['.'],
      strict: values.strict,
      output: page(values.html),
      progress: values.progress,
    }
  if (first === 'explain') return { name: 'explain', strict: values.strict, plot: values.plot, ...place(others) }
  if (first === 'vendor') return { name: 'vendor', directory: directory(others), force: values.force }
  return {
    name: 'check',
    paths: positionals.length > 0 ? positionals : ['.'],
    fix: values.fix,
    strict: values.strict,
    quiet: values.quiet,
    format: values.format,
    maxWarnings: warnings(values['max-warnings']),
    progress: values.progress,
  }
}

function parsed(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args)
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\. |\n/)
    throw new CannotRun(`${sentence!.replace(/\.$/, '')}: see --help.`)
  }
}

function page(output: string): string {
  if (!/\.html?$/.test(output))
    throw new CannotRun(`--html takes the file to write, such as \`--html report.html\`, but got "${output}".`)
  return output
}

function warnings(text: string | undefined): number {
  if (text === undefined) return Infinity
  if (!/^\d+$/.test(text)) throw new CannotRun(`--max-warnings takes a number, but got "${text}".`)
  return Number(text)
}

function place(words: readonly string[]): { file: string; line: number } {
  // An editor's FILE:LINE:COLUMN is as good.
  const [, file, line] = (words.length === 1 && /^(.+?):(\d+)(?::\d+)?$/.exec(words[0]!)) || []
  if (!file || Number(line) < 1)
    throw new CannotRun(
      'explain takes one place, such as `explain src/loss.js:12`; to lint a directory of that name write `./explain`.',
    )
  return { file, line: Number(line) }
}

function directory(words: readonly string[]): string {
  if (words.length !== 1)
    throw new CannotRun(
      'vendor takes one directory to write to, such as `vendor src/stable-math`; to lint a directory of that name write `./vendor`.',
    )
  return words[0]!
}
