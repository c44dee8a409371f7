import { defineRule } from './define-rule.ts'

/** The cosine of the angle between two vectors, as people write it. */
const cosines = ['sum(x * y) / (sqrt(sum(x^2)) * sqrt(sum(y^2)))', 'sum(x * y) / sqrt(sum(x^2) * sum(y^2))']

/** The same of two vectors by their coordinates. */
const ofCoordinates = (x: readonly string[], y: readonly string[]): readonly string[] => {
  const product = x.map((at, i) => `${at} * ${y[i]}`).join(' + ')
  const [first, second] = [x, y].map(vector => vector.map(at => `${at}^2`).join(' + '))
  return [
    `(${product}) / (sqrt(${first}) * sqrt(${second}))`,
    `(${product}) / sqrt((${first}) * (${second}))`,
    `(${product}) / (hypot(${x.join(', ')}) * hypot(${y.join(', ')}))`,
  ]
}

/** As it is, and kept from what rounding makes of a cosine. */
const clamped = (cosine: string): readonly string[] => [cosine, `largest(-1, smallest(1, ${cosine}))`]

const vectors = [
  [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ],
  [
    ['a', 'b'],
    ['c', 'd'],
  ],
] as const

export default defineRule({
  name: 'prefer-angle-between',
  why: 'The cosine of a small angle is 1 to all digits but a few, so that acos of it has half of them at best, and NaN where rounding makes it more than 1.',
  rewrites: [
    ...cosines.flatMap(clamped).map(cosine => `acos(${cosine}) -> angleBetween(x, y)`),
    ...vectors.flatMap(([x, y]) =>
      ofCoordinates(x, y)
        .flatMap(clamped)
        .map(cosine => ({
          rewrite: `acos(${cosine}) -> angleBetween([${x.join(', ')}], [${y.join(', ')}])`,
          hazard: { a: 1, b: 1, c: 1, d: 1.00000001, e: 1, f: 1 },
        })),
    ),
    { rewrite: 'acos(x / sqrt(x^2 + y^2)) -> atan2(abs(y), x)', hazard: { x: 1, y: 1e-9 } },
    // Not asin(y / sqrt(x^2 + y^2)) -> atan2(y, abs(x)): at x = 1e-9, y = 1 nine digits of sixteen are right, and no more is lost anywhere.
    { rewrite: 'acos(z / sqrt(x^2 + y^2 + z^2)) -> atan2(hypot(x, y), z)', hazard: { x: 1e-9, y: 1e-9, z: 1 } },
    {
      rewrite: 'acos(sin(p) * sin(q) + cos(p) * cos(q) * cos(d)) -> centralAngle(p, q, d)',
      hazard: { p: 0.5, q: 0.5, d: 1e-9 },
    },
    // At x = -5e-324 acos(1) is 0, and the root is NaN.
    {
      rewrite: 'acos(1 - x) -> if(less(x, 0), acos(1 - x), 2 * asin(sqrt(x / 2))) when small(x) and positive(x)',
      hazard: { x: 1e-17 },
    },
    'acos(d / (m * n)) -> when dotProduct(d)',
    'acos(d / (sqrt(m) * n)) -> when dotProduct(d)',
    'acos(d / sqrt(m)) -> when dotProduct(d)',
    'acos(d) -> when dotProduct(d)',
    // Not 2 * atan(sqrt(tan((a + b) / 2) * tan((a - b) / 2))): at a = 1e300, b = 5 the sum has lost b.
    'acos(cos(a) / cos(b)) ->',
    'acos(cos(a) / abs(cos(b))) ->',
  ],
  hazard: { x: [1, 1, 1], y: [1, 1, 1.00000001] },
  advice:
    'Call angleBetween(x, y) with the two vectors; for acos(1 - x), take 2 * atan2(sqrt(x), sqrt(2 - x)), and for a quotient of cosines 2 * atan(sqrt(tan((a + b) / 2) * tan((a - b) / 2)))',
})
