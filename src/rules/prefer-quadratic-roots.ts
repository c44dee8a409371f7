import { defineRule } from './define-rule.ts'

/** Both roots: which entry of the pair it is, and its sign. */
const roots = [
  [0, '-'],
  [1, '+'],
] as const
const otherOf = { '-': '+', '+': '-' } as const
/** A coefficient as it stands in the formula, and what it is then: of (v + sqrt(v^2 + 2 g h)) / g both b and c are negative. */
const signs = ['', '-'] as const

export default defineRule({
  name: 'prefer-quadratic-roots',
  why: 'Where b^2 is large beside 4 a c, one root is the difference of b and almost b; where the roots are close, b^2 - 4 a c cancels itself.',
  rewrites: [
    ...roots.flatMap(([at, sign]) =>
      signs.flatMap(ofB =>
        signs.flatMap(ofC => {
          const [minus, minusB] = [ofC === '' ? '-' : '+', ofB === '' ? '-' : '']
          const side = (sign === '+') === (ofB === '') ? 1 : -1
          const cancels = (b: string): string => `${side > 0 ? 'positive' : 'negative'}(${b})`
          const [b, c] = [`${ofB}b`, `${ofC}c`]
          const lines = [
            `(${minusB}b ${sign} sqrt(b^2 ${minus} 4 * a * c)) / (2 * a) -> quadraticRoots(a, ${b}, ${c})[${at}]`,
            `${minusB}b / (2 * a) ${sign} sqrt(b^2 ${minus} 4 * a * c) / (2 * a) -> quadraticRoots(a, ${b}, ${c})[${at}]`,
            `(${minusB}2 * b ${sign} sqrt(4 * b^2 ${minus} 4 * a * c)) / (2 * a) -> quadraticRoots(a, 2 * ${b}, ${c})[${at}]`,
            `(${minusB}h ${sign} sqrt(h^2 ${minus} a * c)) / a -> quadraticRoots(a, 2 * ${ofB}h, ${c})[${at}] when ${cancels('h')} and not constant(a)`,
            `(${minusB}v ${sign} sqrt(v^2 ${minus} 2 * g * s)) / g -> quadraticRoots(g / 2, ${ofB}v, ${ofC}s)[${at}] when ${cancels('v')} and not constant(g)`,
            `(${minusB}b ${sign} sqrt(b^2 ${minus} 4 * c)) / 2 -> quadraticRoots(1, ${b}, ${c})[${at}] when ${cancels('b')}`,
            `(${minusB}2 * h ${sign} sqrt(4 * h^2 ${minus} 4 * c)) / 2 -> quadraticRoots(1, 2 * ${ofB}h, ${c})[${at}] when ${cancels('h')}`,
            `${minusB}b / 2 ${sign} sqrt(b^2 / 4 ${minus} c) -> quadraticRoots(1, ${b}, ${c})[${at}] when ${cancels('b')}`,
            `${minusB}b / 2 ${sign} sqrt((b / 2)^2 ${minus} c) -> quadraticRoots(1, ${b}, ${c})[${at}] when ${cancels('b')}`,
          ]
          const large = side * 1e9
          const variant = ofB + ofC !== ''
          return lines.map(rewrite => ({
            rewrite,
            variant,
            hazard: { a: 1, b: large, c: 1, h: large, g: 1, v: large, s: 1 },
          }))
        }),
      ),
    ),
    ...roots.map(([at, sign]) => ({
      rewrite: `2 * r / (-q ${otherOf[sign]} sqrt(q^2 - 4 * p * r)) -> quadraticRoots(p, q, r)[${at}]`,
      hazard: { p: 1, q: sign === '+' ? -1e9 : 1e9, r: 1 },
    })),
    'b^2 - 4 * a * c -> discriminant(a, b, c)',
    {
      rewrite: '4 * b^2 - 4 * a * c -> discriminant(a, 2 * b, c)',
      hazard: { a: 94906265.625, b: 94906267, c: 94906268.375 },
    },
  ],
  differs:
    'For a = 0 one root is -c / b, and the other infinite, where the formula divides by 0. With the root below, the formula is 0 where b^2 overflows, and no root is. Twice h overflows before h, and half of a subnormal g is rounded.',
  except: [
    'equal(a, 0)',
    'equal(p, 0)',
    'equal(abs(p), Infinity)',
    'less(1e150, abs(q))',
    'less(1e150, abs(h))',
    'less(abs(g), 1e-307)',
  ],
  hazard: { a: 94906265.625, b: 189812534, c: 94906268.375 },
})
