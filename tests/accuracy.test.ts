/**
 * The goals that docs/accuracy.md shows, on the points that it is measured on: these are none of those that constants
 * and bounds were found with. tools/accuracy/reference.py writes them, and no peer is needed.
 */
import * as runtime from '../src/runtime/index.ts'
import { atomics } from '../tools/accuracy/atomics.ts'
import { measure, type Call } from '../tools/accuracy/measure.ts'
import { pointsOf } from '../tools/accuracy/reference.ts'
import { pointOf, wordsOf } from '../tools/accuracy/words.ts'

const exported = runtime as unknown as Record<string, Call>

/** Goals that are still to be reached: who reaches one takes its name out, as the test then tells. */
const owed = new Set<string>()

for (const [name, atomic] of Object.entries(atomics)) {
  for (const goal of atomic.goals) {
    const test = name in exported ? (owed.has(name) ? it.fails : it) : it.skip
    test(`${name}: ${wordsOf(goal)}`, () => {
      const points = pointsOf(name).filter(({ x }) => goal.only?.[1](x) ?? true)
      const { max, worst, absolute } = measure(atomic, points, exported[name]!)
      expect(points.length).toBeGreaterThan(0)
      expect(max, `at ${pointOf(worst)}`).toBeLessThanOrEqual(goal.ulp)
      expect(absolute, 'near 0').toBeLessThanOrEqual(goal.absolute ?? Infinity)
    })
  }
}
