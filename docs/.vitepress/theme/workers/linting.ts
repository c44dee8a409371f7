/** ESLint and the plugin: what is wrong with a text, all about each finding, and the fixed text. */
import { cwd } from './process.ts'
import { Linter } from 'eslint/universal'
import { explanationOf } from '../../../../src/explain/explain.ts'
import plugin from '../../../../src/index.ts'
import { Analysis } from '../../../../src/rules/analysis.ts'
import type { Job, Linted, Source } from './lint.ts'

const linter = new Linter({ configType: 'flat', cwd })

async function configured({ language, strict, settings }: Source): Promise<Linter.Config[]> {
  const parser = language === 'typescript' ? (await import('./typescript.ts')).parser : undefined
  return [
    {
      files: ['**/*.js', '**/*.ts'],
      ...(plugin.configs[strict ? 'strict' : 'recommended'] as unknown as Linter.Config),
      languageOptions: { sourceType: 'module', ...(parser && { parser }) },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      settings: { 'stable-math': settings },
    },
  ]
}

const nameOf = ({ language }: Source): string => (language === 'typescript' ? 'code.ts' : 'code.js')

async function lint(source: Source): Promise<Linted> {
  const config = await configured(source)
  const began = performance.now()
  const messages = linter.verify(source.code, config, nameOf(source))
  const duration = performance.now() - began
  const sourceCode = linter.getSourceCode()
  const analysis = messages.some(({ fatal }) => fatal) ? undefined : Analysis.existing(sourceCode)
  const findings = analysis?.findings().map(finding => explanationOf(finding, analysis)) ?? []
  return {
    duration,
    findings: findings.filter(({ rule, line, column }) =>
      messages.some(m => m.ruleId?.endsWith(`/${rule}`) && m.line === line && m.column === column),
    ),
    messages: messages.map(({ message, ruleId, line, column, endLine, endColumn, fatal, fix, suggestions }) => ({
      message,
      rule: ruleId?.replace('stable-math/', ''),
      fatal: fatal ?? false,
      line,
      column,
      endLine: endLine ?? line,
      endColumn: endColumn ?? column + 1,
      edits: [
        ...(fix ? [{ title: 'Fix', range: fix.range, text: fix.text }] : []),
        ...(suggestions ?? []).map(({ desc, fix: { range, text } }) => ({ title: desc, range, text })),
      ],
    })),
  }
}

const fix = async (source: Source): Promise<string> =>
  linter.verifyAndFix(source.code, await configured(source), { filename: nameOf(source) }).output

export const answer = ({ kind, source }: Job): Promise<Linted | string> => (kind === 'lint' ? lint(source) : fix(source))
