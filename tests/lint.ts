/** Lints and fixes snippets the way ESLint does, for tests that read as "this code becomes that code". */
import { Linter } from 'eslint'
import plugin from '../src/index.ts'

export interface Options {
  readonly sourceType?: 'module' | 'commonjs' | 'script'
  readonly settings?: Record<string, unknown>
  readonly config?: 'recommended' | 'strict'
}

const linter = new Linter()

function configured({ sourceType = 'module', settings = {}, config = 'strict' }: Options): Linter.Config[] {
  const base = plugin.configs[config] as unknown as Linter.Config
  return [{ files: ['**/*.js'], ...base, languageOptions: { sourceType }, settings: { 'stable-math': settings } }]
}

export const lint = (code: string, options: Options = {}): Linter.LintMessage[] =>
  linter.verify(code, configured(options), 'a.js')

export const rulesIn = (code: string, options: Options = {}): string[] =>
  lint(code, options).map(message => (message.ruleId ?? message.message).replace('stable-math/', ''))

export const fixAll = (code: string, options: Options = {}): string =>
  linter.verifyAndFix(code, configured(options), { filename: 'a.js' }).output

const importLine = "import * as stable from 'eslint-plugin-stable-math/runtime'"

/** The fixed code without the import that every fix brings. */
export function fixed(code: string, options: Options = {}): string {
  return fixAll(code, options).replace(new RegExp(`^${importLine.replace(/[*/.]/g, '\\$&')};?\\n`), '')
}

/** One finding's own edit, as an editor applies it. */
export function quickFix(code: string, index = 0, options: Options = {}): string {
  const { fix } = lint(code, options)[index]!
  return fix ? code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]) : code
}
