/** Laws 1 to 3 over every rewrite of every rule. */
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { betterAtTheHazard, identity, neverWorse, type Law } from './numbers.ts'

const laws: Readonly<Record<string, Law>> = {
  '1: both sides are the same number': identity,
  '2: never worse in float64': neverWorse,
  '3: better at the hazard': betterAtTheHazard,
}

/** A rule that only reports has no second side to compare. */
const rewriting = rules.filter(rule => rule.lines.some(({ result }) => result))

describe.each(rewriting)('$name', rule => {
  const lines = rule.lines.flatMap(line => [line, ...line.alternatives])
  for (const [name, law] of Object.entries(laws)) {
    for (const rewrite of lines.filter(line => line.result && (law === betterAtTheHazard || line.kind === 'fix')))
      test(`${name}: ${rewrite.text}`, () => expect(law(rule, rewrite)).toEqual([]))
  }
})
