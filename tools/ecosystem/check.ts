/**
 * Lints and fixes one file as `eslint --fix` would, and looks at what came of it: what was reported, whether the fixed
 * file still parses, whether a second run leaves it alone.
 */
import { readFileSync } from 'node:fs'
import typescript from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { firstLine } from '../../src/cli/failure.ts'
import type { Project } from '../../src/reading/modules.ts'
import { constructs } from './unreadable.ts'

const built = new URL('../../dist/index.js', import.meta.url)
const { default: plugin } = (await import(built.href)) as typeof import('../../src/index.ts')

export type SourceType = 'module' | 'commonjs'

/** How many of each, by rule. */
export interface Tally {
  readonly reports: number
  readonly fixes: number
  readonly suggestions: number
}

export interface Checked {
  readonly rules: Readonly<Record<string, Tally>>
  /** Mathematics that was not understood, by what it is. */
  readonly unreadable: Readonly<Record<string, number>>
  /** Why the file as it stands does not parse. */
  readonly syntaxError?: string
  readonly crash?: string
  readonly unparsable?: string
  readonly secondChange?: boolean
}

const nothing = { rules: {}, unreadable: {} }

export function check(file: string, root: string): Checked {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const linter = new Linter({ cwd: root, configType: 'flat' })
  try {
    for (const sourceType of sourceTypesOf(text)) {
      const config = configFor(file, sourceType)
      const messages = linter.verify(text, config, { filename: file })
      if (messages.some(({ fatal }) => fatal)) continue
      const sourceCode = linter.getSourceCode()
      const treated = messages.some(({ fix }) => fix) ? fixed(linter, text, config, file) : {}
      const project = { filename: file, cwd: root, languageOptions: config[0]!.languageOptions! }
      return { rules: tallied(messages), unreadable: constructs(sourceCode, project as Project), ...treated }
    }
    return {
      ...nothing,
      syntaxError: firstLine(linter.verify(text, configFor(file, sourceTypesOf(text)[0]!), file)[0]!.message),
    }
  } catch (error) {
    return { ...nothing, crash: (error as Error).stack ?? String(error) }
  }
}

/** The likelier module system first: package.json is older than some of its files. */
export const sourceTypesOf = (text: string): readonly SourceType[] =>
  /^\s*(?:import|export)\b/m.test(text) ? ['module', 'commonjs'] : ['commonjs', 'module']

/** All rules, and nothing that comments in the file may ask for. */
export function configFor(file: string, sourceType: SourceType, settings: object = {}): Linter.Config[] {
  const isTypeScript = /\.[cm]?tsx?$/.test(file)
  return [
    {
      ...(plugin.configs.strict as unknown as Linter.Config),
      files: [isTypeScript ? '**/*.{ts,mts,cts,tsx}' : '**/*.{js,mjs,cjs,jsx}'],
      languageOptions: {
        sourceType,
        parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(file) } },
        ...(isTypeScript && { parser: typescript as never }),
      },
      settings: { 'stable-math': settings },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    },
  ]
}

function fixed(
  linter: Linter,
  text: string,
  config: Linter.Config[],
  filename: string,
): Pick<Checked, 'unparsable' | 'secondChange'> {
  const { output, messages } = linter.verifyAndFix(text, config, { filename })
  const broken = messages.find(({ fatal }) => fatal)
  if (broken) return { unparsable: `${broken.message} (line ${broken.line} of the fixed file)` }
  return linter.verifyAndFix(output, config, { filename }).output === output ? {} : { secondChange: true }
}

function tallied(messages: readonly Linter.LintMessage[]): Record<string, Tally> {
  const rules: Record<string, Tally> = {}
  for (const { ruleId, fix, suggestions } of messages) {
    // ESLint remarks on its own that a comment in the file was not obeyed.
    if (ruleId === null) continue
    const rule = ruleId.replace('stable-math/', '')
    const before = rules[rule] ?? { reports: 0, fixes: 0, suggestions: 0 }
    rules[rule] = {
      reports: before.reports + 1,
      fixes: before.fixes + (fix ? 1 : 0),
      suggestions: before.suggestions + (suggestions?.length ? 1 : 0),
    }
  }
  return rules
}
