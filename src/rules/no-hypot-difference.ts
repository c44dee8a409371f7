import { defineRule } from './define-rule.ts'

/** A length, as people write it. */
const lengths = ['sqrt(x^2 + y^2)', 'hypot(x, y)']

export default defineRule({
  name: 'no-hypot-difference',
  strict: true,
  why: 'A length is hardly longer than its longest side where the other one is short, and their difference is left with nothing but rounding.',
  rewrites: [
    ...lengths.flatMap(length => [
      `${length} - x -> hypotmx(x, y)`,
      `x - ${length} -> -hypotmx(x, y)`,
      { rewrite: `${length} + x -> hypotmx(-x, y) when negative(x)`, hazard: { x: -1e9, y: 1 } },
    ]),
    'sqrt(x^2 + 1) - x -> hypotmx(x, 1)',
    'x - sqrt(x^2 + 1) -> -hypotmx(x, 1)',
    { rewrite: 'sqrt(x^2 + 1) + x -> hypotmx(-x, 1) when negative(x)', hazard: { x: -1e9 } },
    { rewrite: 'sqrt(x^2 + 1) - 1 -> hypotmx(1, x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: '1 - sqrt(x^2 + 1) -> -hypotmx(1, x) when small(x)', hazard: { x: 1e-9 } },
    ...[['sqrt(x^2 + 1)', '1'], ...lengths.map(length => [length, 'y'])].flatMap(([length, y]) => [
      `1 - x / ${length} -> versin(atan2(${y}, x))`,
      `x / ${length} - 1 -> -versin(atan2(${y}, x))`,
    ]),
  ],
  hazard: { x: 1e9, y: 1 },
})
