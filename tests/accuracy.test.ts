/**
 * The goals that docs/accuracy.md shows, and what the docstrings promise, on the points that it is measured on: these are
 * none of those that constants and bounds were found with. tools/accuracy/reference.py writes them, and no peer is needed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import * as runtime from '../src/runtime/index.ts'
import { atomics } from '../tools/accuracy/atomics.ts'
import { measure, type Call } from '../tools/accuracy/measure.ts'
import { pointsOf } from '../tools/accuracy/reference.ts'
import { pointOf, wordsOf } from '../tools/accuracy/words.ts'

const exported = runtime as unknown as Record<string, Call>

const home = new URL('../src/runtime/', import.meta.url)
const source = readdirSync(home)
  .map(file => readFileSync(new URL(file, home), 'utf8'))
  .join('\n')

/** What the docstring of an atomic says that was measured, in ulps: the largest if there are several. */
function promised(name: string): number {
  const docstring = source
    .split(new RegExp(`\\*/\\nexport (?:const|function) ${name}\\b`))[0]!
    .split('/**')
    .at(-1)!
  return Math.max(...[...docstring.matchAll(/at most\s[\s*]*([\d.]+) ulp/g)].map(match => Number(match[1])))
}

it('every atomic is measured', () => {
  // Of a stream there is no formula: docs/accuracy.md compares it with `variance`.
  const names = Object.keys(runtime).filter(name => name !== 'RunningMoments')
  expect(Object.keys(atomics).toSorted()).toEqual(names.toSorted())
})

for (const [name, atomic] of Object.entries(atomics)) {
  for (const goal of atomic.goals) {
    it(`${name}: ${wordsOf(goal)}`, () => {
      const points = pointsOf(name).filter(({ x }) => goal.only?.[1](x) ?? true)
      const { max, worst, absolute } = measure(atomic, points, exported[name]!)
      expect(points.length).toBeGreaterThan(0)
      expect(max, `at ${pointOf(worst)}`).toBeLessThanOrEqual(Math.min(goal.ulp, promised(name)))
      expect(absolute, 'near 0').toBeLessThanOrEqual(goal.absolute ?? Infinity)
    })
  }
}
