/**
 * What one `eslint --fix` makes of the expressions of textbooks: at few points here, at many in docs/expressions.md. The
 * exact values are those of MPFR, and share nothing with the runtime.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { samplings } from '../tools/accuracy/expressions/inputs.ts'
import { measure, type Measured } from '../tools/accuracy/expressions/measure.ts'
import { oracleOf } from '../tools/accuracy/expressions/oracle.ts'
import { rules } from '../src/rules/index.ts'
import { expressions } from '../tools/accuracy/expressions/table/index.ts'

const points = 12
/** Half a bit: no expression is made worse by more. */
const noise = 0.5

describe('the exact values', () => {
  it.each<[source: string, inputs: Record<string, number>, exact: number | undefined]>([
    ['Math.exp(x) - 1', { x: 1e-300 }, 1e-300],
    ['1 / (x + 1) - 1 / x', { x: 1e200 }, -0],
    ['1 / x - 1 / (x + 1)', { x: 2 ** 60 }, 2 ** -120],
    ['(1 + x) - 1', { x: 2 ** -900 }, 2 ** -900],
    // Known from the hard cases of argument reduction.
    ['Math.sin(x)', { x: 1e22 }, -0.8522008497671888],
    ['Math.tan(x)', { x: Math.PI / 2 }, 16331239353195370],
    ['Math.cos(x + h) - Math.cos(x)', { x: 0, h: 2 ** -400 }, -(2 ** -801)],
    ['const y = x * x; return y > 1 ? Math.sqrt(y) : -x', { x: 3 }, 3],
    ['(-x) ** 3', { x: 2 }, -8],
    ['Math.log(x)', { x: -1 }, undefined],
    ['x ** 0.5', { x: -1 }, undefined],
    ['1 / (x - x)', { x: 1 }, undefined],
    ['Math.exp(x)', { x: 1000 }, undefined],
    ['Math.exp(-x)', { x: 1000 }, 0],
  ])('%s at %o', (source, inputs, exact) => expect(oracleOf(source).exact(inputs)).toBe(exact))
})

describe('one eslint --fix', () => {
  const all: Measured[] = []
  it.each(expressions.map(expression => [expression.name, expression] as const))('%s is not worse', (_, expression) => {
    const measured = measure(expression, points)
    all.push(measured)
    for (const sampling of samplings) {
      const { before, after, points: found } = measured.bits[sampling]
      if (found > 0) expect(after - before, sampling).toBeLessThan(noise)
    }
  })

  it.each(samplings)('recovers at least half of what experts do: %s', sampling => {
    const gained = (form: 'after' | 'expert'): number =>
      all.reduce(
        (sum, { bits }) => sum + (bits[sampling].points > 0 ? bits[sampling].before - bits[sampling][form] : 0),
        0,
      )
    expect(all).toHaveLength(expressions.length)
    expect(gained('after')).toBeGreaterThan(gained('expert') / 2)
  })
})

describe('docs/expressions.md', () => {
  const page = readFileSync(new URL('../docs/expressions.md', import.meta.url), 'utf8')

  it('shows every expression', () => {
    for (const { name, naive } of expressions)
      expect(page).toContain(`| ${name.replaceAll('|', '\\|')} <br> \`${naive}\` |`)
  })

  it('links to rules that exist', () => {
    const linked = [...page.matchAll(/\]\(rules\/([\w-]+)\.md\)/g)].map(([, rule]) => rule)
    expect(rules.map(({ name }) => name)).toEqual(expect.arrayContaining(linked))
  })

  it.each(samplings)('reaches the goals: %s', sampling => {
    const [, share, worsening] = page
      .match(new RegExp(`^\\| ${sampling} \\|.*\\*\\*(\\d+) %\\*\\* \\| (-?[\\d.]+) `, 'm'))!
      .map(Number)
    expect(share).toBeGreaterThanOrEqual(50)
    expect(worsening).toBeLessThan(noise)
  })
})
