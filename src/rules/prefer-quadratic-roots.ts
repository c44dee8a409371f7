import { defineRule } from './define-rule.ts'

/** Both roots: which entry of the pair it is, and its sign. */
const roots = [
  [0, '-'],
  [1, '+'],
] as const

export default defineRule({
  name: 'prefer-quadratic-roots',
  why: 'Where b^2 is large beside 4 a c, one root is the difference of b and almost b; where the roots are close, b^2 - 4 a c cancels itself.',
  rewrites: [
    ...roots.flatMap(([at, sign]) => [
      `(-b ${sign} sqrt(b^2 - 4 * a * c)) / (2 * a) -> quadraticRoots(a, b, c)[${at}]`,
      `-b / (2 * a) ${sign} sqrt(b^2 - 4 * a * c) / (2 * a) -> quadraticRoots(a, b, c)[${at}]`,
      `(-b ${sign} sqrt(b^2 - a * c)) / a -> quadraticRoots(a, 2 * b, c)[${at}]`,
      `(-b ${sign} sqrt(b^2 - 4 * c)) / 2 -> quadraticRoots(1, b, c)[${at}]`,
      `-b / 2 ${sign} sqrt(b^2 / 4 - c) -> quadraticRoots(1, b, c)[${at}]`,
      `-b / 2 ${sign} sqrt((b / 2)^2 - c) -> quadraticRoots(1, b, c)[${at}]`,
    ]),
    { rewrite: 'b^2 - 4 * a * c -> discriminant(a, b, c)', hazard: { a: 94906265.625, b: 189812534, c: 94906268.375 } },
  ],
  hazard: { a: 1, b: 1e9, c: 1 },
})
