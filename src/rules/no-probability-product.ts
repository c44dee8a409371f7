import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-probability-product',
  strict: true,
  why: 'A product of probabilities or densities is 0 after a few hundred factors, and all classes are then equally likely; the sum of their logarithms is a plain number.',
  rewrites: [
    { rewrite: 'log(product(exp(x))) -> sum(x)', hazard: { x: [-500, -500] } },
    'log(product(p)) ~> sum(log(p)) when fractional(p)',
    { rewrite: 'product(exp(x)) ~> exp(sum(x))', hazard: { x: [-500, 1000] } },
    { rewrite: 'product(a * exp(x)) ->', hazard: { a: [0.4, 0.4], x: [-500, -500] } },
    'product(p) -> when probable(p)',
    { rewrite: 'a * product(p) -> when probable(p)', hazard: { a: 0.5, p: [1e-200, 1e-200] } },
  ],
  hazard: { p: [1e-200, 1e-200] },
  advice: 'Add the logarithms of the factors, and compare the sums',
  sample: { p: 'probability', a: 'positive' },
})
