import { defineRule } from './define-rule.ts'

/** Both roots: which entry of the pair it is, its sign, and a b with which it is a difference. */
const roots = [
  [0, '-', -1e9, 'negative'],
  [1, '+', 1e9, 'positive'],
] as const

export default defineRule({
  name: 'prefer-quadratic-roots',
  why: 'Where b^2 is large beside 4 a c, one root is the difference of b and almost b; where the roots are close, b^2 - 4 a c cancels itself.',
  rewrites: [
    ...roots.flatMap(([at, sign, b, side]) =>
      [
        `(-b ${sign} sqrt(b^2 - 4 * a * c)) / (2 * a) -> quadraticRoots(a, b, c)[${at}]`,
        `-b / (2 * a) ${sign} sqrt(b^2 - 4 * a * c) / (2 * a) -> quadraticRoots(a, b, c)[${at}]`,
        `(-2 * b ${sign} sqrt(4 * b^2 - 4 * a * c)) / (2 * a) -> quadraticRoots(a, 2 * b, c)[${at}]`,
        `(-b ${sign} sqrt(b^2 - a * c)) / a -> quadraticRoots(a, 2 * b, c)[${at}] when ${side}(b)`,
        `(-b ${sign} sqrt(b^2 - 4 * c)) / 2 -> quadraticRoots(1, b, c)[${at}] when ${side}(b)`,
        `-b / 2 ${sign} sqrt(b^2 / 4 - c) -> quadraticRoots(1, b, c)[${at}] when ${side}(b)`,
        `-b / 2 ${sign} sqrt((b / 2)^2 - c) -> quadraticRoots(1, b, c)[${at}] when ${side}(b)`,
      ].map(rewrite => ({ rewrite, hazard: { a: 1, b, c: 1 } })),
    ),
    ...roots.map(([at, sign, b]) => ({
      rewrite: `2 * r / (-q ${sign === '+' ? '-' : '+'} sqrt(q^2 - 4 * p * r)) -> quadraticRoots(p, q, r)[${at}]`,
      hazard: { p: 1, q: -b, r: 1 },
    })),
    'b^2 - 4 * a * c -> discriminant(a, b, c)',
    {
      rewrite: '4 * b^2 - 4 * a * c -> discriminant(a, 2 * b, c)',
      hazard: { a: 94906265.625, b: 94906267, c: 94906268.375 },
    },
  ],
  differs:
    'For a = 0 one root is -c / b, and the other infinite, where the formula divides by 0. With the root below, the formula is 0 where b^2 overflows, and no root is.',
  except: ['equal(a, 0)', 'equal(p, 0)', 'equal(abs(p), Infinity)', 'less(1e150, abs(q))'],
  hazard: { a: 94906265.625, b: 189812534, c: 94906268.375 },
})
