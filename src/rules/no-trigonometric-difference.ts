import { defineRule } from './define-rule.ts'

const functions = ['sin', 'cos', 'tan']

export default defineRule({
  name: 'no-trigonometric-difference',
  strict: true,
  why: 'The sines of two close angles agree in most of their digits, as do a small angle and its sine: their difference is left with nothing but rounding.',
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
    { rewrite: '1 / x - 1 / tan(x) -> tanmx(x) / x / tan(x)', hazard: { x: 1e-9 } },
  ],
  hazard: { x: 1, h: 1e-17 },
})
