/** ESLint and the TypeScript parser, as the linted project has them: the plugin itself brings neither. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ESLint, Linter } from 'eslint'
import { CannotRun } from './failure.ts'

export interface Toolchain {
  readonly Linter: typeof Linter
  readonly ESLint: typeof ESLint
  readonly typescript: Linter.Parser | undefined
}

const oldest = 9

/** The project first, so that its version of ESLint decides; then the place where the plugin is installed. */
const places = (cwd: string): NodeJS.Require[] => [
  createRequire(join(cwd, 'package.json')),
  createRequire(import.meta.url),
]

function* installed(name: string, cwd: string): Generator<any> {
  for (const require of places(cwd)) {
    try {
      yield require(name)
    } catch {
      // Not there, or not able to run there: the next place may do.
    }
  }
}

export function loadToolchain(cwd: string): Toolchain {
  let tooOld: string | undefined
  for (const { Linter, ESLint } of installed('eslint', cwd)) {
    if (Number.parseInt(Linter.version) >= oldest) return { Linter, ESLint, typescript: typescriptParser(cwd) }
    tooOld ??= Linter.version
  }
  throw new CannotRun(
    `${tooOld ? `ESLint ${tooOld} is too old` : 'ESLint is not installed here'}: run \`npm install --save-dev eslint\`.`,
  )
}

function typescriptParser(cwd: string): Linter.Parser | undefined {
  for (const parser of installed('@typescript-eslint/parser', cwd)) return parser
  for (const { parser } of installed('typescript-eslint', cwd)) return parser
  return undefined
}
