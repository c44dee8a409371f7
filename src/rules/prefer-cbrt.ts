import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-cbrt',
  strict: true,
  why: 'A power with a fraction as its exponent is NaN for every negative number, which has a cube root all the same; and 1/3 is no double, so that the root of 64 is less than 4.',
  rewrites: ['x^(1 / 3) ~> cbrt(x) when negative(x)'],
  hazard: { x: -8 },
})
