/** Reads a program and prints the formula of its last expression statement, as either reader sees it. */
import { Linter } from 'eslint'
import type { TSESLint } from '@typescript-eslint/utils'
import { printFormula } from '../../src/formula/print.ts'
import { Reading } from '../../src/reading/index.ts'
import type { Node } from '../../src/reading/syntax.ts'

export function formula(code: string, trusting = false): string {
  const linter = new Linter()
  const messages = linter.verify(code, [{ files: ['**/*.js'] }], 'a.js')
  expect(messages).toEqual([])
  const reading = new Reading(
    linter.getSourceCode() as unknown as TSESLint.SourceCode,
    'eslint-plugin-stable-math/runtime',
    trusting ? 'all' : 'none',
  )
  reading.expressions()
  const last = reading.sourceCode.ast.body.at(-1)!
  if (last.type !== 'ExpressionStatement') throw new Error('The last statement is not an expression.')
  return printFormula(reading.read(last.expression as Node))
}

/** Rows of code and formula. */
export const table = (rows: readonly (readonly [code: string, formula: string])[], trusting = false): void =>
  it.each(rows)('%s', (code, expected) => expect(formula(code, trusting)).toBe(expected))
