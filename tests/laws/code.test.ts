/** Laws 4 to 6 over every rewrite of every rule. */
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { executed, fixedModules, fixedPoint, quiet, typeErrors } from './code.ts'

const rewritesOf = (rule: (typeof rules)[number]) => rule.lines.flatMap(line => [line, ...line.alternatives])

describe.each(rules)('$name', rule => {
  for (const rewrite of rewritesOf(rule)) {
    test(`4: executed: ${rewrite.text}`, () => expect(executed(rule, rewrite)).toEqual([]))
    if (rewrite.result) test(`5: fixed point: ${rewrite.text}`, () => expect(fixedPoint(rule, rewrite)).toEqual([]))
    if (rewrite.conditions.length > 0) test(`6: quiet: ${rewrite.text}`, () => expect(quiet(rule, rewrite)).toEqual([]))
  }
})

test('5: all fixed code type-checks', () => {
  const modules = rules.flatMap(rule =>
    rewritesOf(rule).flatMap(rewrite => (rewrite.result ? fixedModules(rule, rewrite) : [])),
  )
  expect(modules.length).toBeGreaterThan(rules.length)
  expect(typeErrors(modules)).toEqual([])
})
