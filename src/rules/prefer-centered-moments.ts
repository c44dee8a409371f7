import { defineRule } from './define-rule.ts'

const uncentered = 'when not centered(x) and not centered(y)'

export default defineRule({
  name: 'prefer-centered-moments',
  why: 'Sums of products less products of sums cancel when the means are large beside the spread: the slope and the correlation of dates, prices or coordinates lose their digits, and a correlation can be 3.',
  // No fixes: that two arrays are as long as each other is seen by a person, and not in the formula.
  rewrites: [
    `count(x) * sum(x * y) - sum(x) * sum(y) -> ${uncentered}`,
    `sum(x * y) - sum(x) * sum(y) / count(x) -> ${uncentered}`,
    `sum(x * y) / count(x) - sum(x) * sum(y) / count(x)^2 -> ${uncentered}`,
    `a * sum(x * y) - sum(x) * sum(y) -> ${uncentered}`,
    'a * sum(x^2) - sum(x)^2 -> when not centered(x)',
    'a * sum(w * x^2) - sum(w * x)^2 -> when not centered(x)',
  ],
  hazard: { x: [1000000001, 1000000002, 1000000004], y: [1000000001, 1000000003, 1000000003], a: 3, w: [1, 1, 1] },
  advice: 'Call covariance, correlation or linearFit, which take the means away before they multiply',
})
