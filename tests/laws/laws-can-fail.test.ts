/** A law that accepts everything proves nothing: each is shown a rewrite that breaks it, and has to say so. */
import { describe, expect, test } from 'vitest'
import { defineRule } from '../../src/rules/define-rule.ts'
import type { Rule, RuleData } from '../../src/rules/rule.ts'
import { executed, fixedPoint, quiet, typeErrors } from './code.ts'
import { betterAtTheHazard, identity, neverWorse, type Law } from './numbers.ts'

const ruleOf = (data: Partial<RuleData> & Pick<RuleData, 'rewrites'>): Rule =>
  defineRule({ name: 'wrong', why: 'It is wrong on purpose.', hazard: { x: 1e-17 }, ...data })

const complaints = (law: Law, rule: Rule): readonly string[] => law(rule, rule.lines[0]!)

const right = ruleOf({ rewrites: ['log(1 + x) -> log1p(x) when small(x)'] })

const laws: Readonly<Record<string, Law>> = { identity, neverWorse, betterAtTheHazard, executed, fixedPoint, quiet }

test.each(Object.entries(laws))('%s accepts what is right', (_, law) => expect(complaints(law, right)).toEqual([]))

type Wrong = [law: string, rewrite: string, complaint: RegExp, more: Partial<RuleData>]
const wrong: Wrong[] = [
  ['identity', 'log(1 + x) -> log1p(x) + x^9', /on the left/, {}],
  ['identity', 'exp(x) - 1 -> expm1(x) + 1e-40 * x', /on the left/, {}],
  ['identity', 'log(x - 100) -> log1p(x - 101)', /only \d+ of \d+ points/, {}],
  ['neverWorse', 'exp(x) - 1 -> exp(x) * (1 - exp(-x))', /became/, {}],
  ['neverWorse', 'log(1 + x) -> log(1 + x / 3 + x / 3 + x / 3)', /became/, {}],
  ['neverWorse', 'sqrt(x^2) -> x', /became/, {}],
  ['betterAtTheHazard', 'log(1 + x) -> log(x + 1)', /ulp off/, {}],
  ['betterAtTheHazard', 'log(1 + x) -> log1p(x)', /naive side is right/, { hazard: { x: 2 } }],
  ['executed', 'log(1 + x) -> log1p(2 * x)', /became/, {}],
  ['executed', 'exp(x) - 1 -> exp(x) - exp(0)', /is exact/, {}],
  ['executed', 'log(1 + x) -> log1p(x) when tiny(x) and constant(y)', /not reported/, {}],
  ['executed', 'ceil(x) - 1 -> ceil(x - 1)', /not reported/, { name: 'unheard-of' }],
  ['fixedPoint', 'exp(x) - 1 -> exp(2 * x) - 1', /a second run/, {}],
  [
    'quiet',
    'exp(x) - 1 -> expm1(x) when small(x)',
    /not small, but/,
    { rewrites: ['exp(x) - 1 -> expm1(x) when small(x)', '-1 + exp(x) -> expm1(x)'] },
  ],
]

describe.each(wrong)('%s rejects %s', (law, rewrite, complaint, more) => {
  test('and says why', () =>
    expect(complaints(laws[law]!, ruleOf({ rewrites: [rewrite], ...more })).join('\n')).toMatch(complaint))
})

test('code that does not type-check, or leaves a part of the formula behind, is rejected', () => {
  const module = (type: string): string =>
    `import * as stable from 'eslint-plugin-stable-math/runtime'\nexport const f = (x: ${type}) => stable.log1p(x)\n`
  expect(typeErrors([module('number')])).toEqual([])
  expect(typeErrors([module('string')]).join('\n')).toMatch(/not assignable/)
  expect(typeErrors(['export function f() {\n  const part1 = 1\n  return 2\n}\n']).join('\n')).toMatch(
    /'part1' is declared but/,
  )
})
