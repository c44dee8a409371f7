import { defineRule } from './define-rule.ts'

const functions = ['sin', 'cos', 'tan']

export default defineRule({
  name: 'no-trigonometric-difference',
  why: 'The sines of two close angles agree in most of their digits, as do a small angle and its sine: their difference is left with nothing but rounding.',
  rewrites: [
    ...functions.flatMap(f => [
      `${f}(x + h) - ${f}(x) -> ${f}Difference(x + h, x, h)`,
      `${f}(x) - ${f}(x + h) -> -${f}Difference(x + h, x, h)`,
      `${f}(x + a) - ${f}(x + b) -> ${f}Difference(x + a, x + b, a - b)`,
      {
        rewrite: `${f}(a) - ${f}(b) -> ${f}Difference(a, b) when given(a) and given(b)`,
        hazard: { a: 1.0000000000000002, b: 1 },
      },
    ]),
    { rewrite: 'x - sin(x) -> xmsin(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'sin(x) - x -> -xmsin(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'tan(x) - x -> tanmx(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'x - tan(x) -> -tanmx(x) when small(x)', hazard: { x: 1e-9 } },
    { rewrite: '1 / x - 1 / tan(x) -> tanmx(x) / x / tan(x)', hazard: { x: 1e-9 } },
  ],
  hazard: { x: 1, h: 1e-16, a: 2e-16, b: 1e-17 },
})
