import { defineRule } from './define-rule.ts'

const functions = ['sin', 'cos', 'tan']

/** Beside a quarter or an eighth of a turn: with Mercator's projection, both ways. */
const beside = [
  'PI / 2 - atan(z) -> atan2(1, z)',
  'atan(z) - PI / 2 -> -atan2(1, z)',
  'PI / 2 - acos(x) -> asin(x)',
  'acos(x) - PI / 2 -> -asin(x)',
  'PI / 2 - 2 * asin(sqrt((1 - x) / 2)) -> asin(x)',
  '2 * atan(exp(x)) - PI / 2 -> atan(sinh(x))',
  'PI / 2 - 2 * atan(exp(x)) -> -atan(sinh(x))',
  'atan(exp(x)) - PI / 4 -> atan(tanh(x / 2))',
  'PI / 4 - atan(exp(x)) -> -atan(tanh(x / 2))',
  'log(tan(PI / 4 + q / 2)) -> asinh(tan(q))',
  'log(tan(PI / 4 - q / 2)) -> -asinh(tan(q))',
  'log(tan((PI / 2 + q) / 2)) -> asinh(tan(q))',
  ...['(90 + g) * PI / 360', 'PI / 4 + g * PI / 360', 'PI / 4 + PI / 2 * g / 180', '(1 / 4 + g / 360) * PI'].map(
    angle => `log(tan(${angle})) -> asinh(tan(g * PI / 180))`,
  ),
  'log(tan(q) + 1 / cos(q)) -> asinh(tan(q))',
]

export default defineRule({
  name: 'no-trigonometric-difference',
  strict: true,
  why: 'The sines of two close angles agree in most of their digits, as do a small angle and its sine, or an angle near a quarter turn and that: their difference is left with nothing but rounding.',
  rewrites: [
    ...functions.flatMap(f => [
      `${f}(x + h) - ${f}(x) -> ${f}Difference(x + h, x, h)`,
      `${f}(x) - ${f}(x + h) -> -${f}Difference(x + h, x, h)`,
      // Not ${f}(x + a) - ${f}(x + b) -> ${f}Difference(x + a, x + b, a - b): at x = 1000, a = 0.243, b = 1.051 the rounding of
      // x + b alone, which the plain difference makes twice and loses in part, costs four times as much.
      {
        rewrite: `${f}(a) - ${f}(b) -> ${f}Difference(a, b) when atHand(a) and atHand(b)`,
        hazard: { a: 1.0000000000000002, b: 1 },
      },
    ]),
    'sin(x + h) - sin(x - h) -> 2 * cos(x) * sin(h)',
    'sin(x - h) - sin(x + h) -> -2 * cos(x) * sin(h)',
    'cos(x + h) - cos(x - h) -> -2 * sin(x) * sin(h)',
    'cos(x - h) - cos(x + h) -> 2 * sin(x) * sin(h)',
    { rewrite: 'x - sin(x) -> xmsin(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'sin(x) - x -> -xmsin(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'tan(x) - x -> tanmx(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'x - tan(x) -> -tanmx(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'sin(x) / x - 1 -> -xmsin(x) / x when small(x)', hazard: { x: 1e-9 } },
    { rewrite: '1 - sin(x) / x -> xmsin(x) / x when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'sin(x) - x * cos(x) -> cos(x) * tanmx(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'x * cos(x) - sin(x) -> -(cos(x) * tanmx(x)) when small(x)', hazard: { x: 1e-9 } },
    // Within 1e-8 the cubes of both would vanish with tiny angles.
    {
      rewrite: '1 / x - 1 / tan(x) -> if(less(abs(x), 1e-8), x / 3, tanmx(x) / x / tan(x))',
      hazard: { x: 1e-9 },
    },
    {
      rewrite: '(x - sin(x)) / (x - tan(x)) -> if(less(abs(x), 1e-8), -1 / 2, -xmsin(x) / tanmx(x)) when small(x)',
      hazard: { x: 1e-9 },
    },
    ...beside.map(rewrite => ({ rewrite, hazard: { x: 1e-17, z: 1e17, q: 1e-17, g: 1e-15 } })),
  ],
  hazard: { x: 1, h: 1e-17 },
  differs:
    'Past a quarter turn, where no latitude is, the logarithm is that of a negative tangent, and asinh is defined.',
  except: ['less(PI / 2, abs(q))', 'less(90, abs(g))'],
  sample: { q: 'probability' },
})
