import { defineRule } from './define-rule.ts'

/** n^2 times the covariance and the variances, and n times, as regressions have them. */
const scaled = {
  xy: 'count(x) * sum(x * y) - sum(x) * sum(y)',
  xx: 'count(x) * sum(x^2) - sum(x)^2',
  yy: 'count(x) * sum(y^2) - sum(y)^2',
}
const summed = {
  xy: 'sum(x * y) - sum(x) * sum(y) / count(x)',
  xx: 'sum(x^2) - sum(x)^2 / count(x)',
  yy: 'sum(y^2) - sum(y)^2 / count(x)',
}
const mean = {
  xy: 'sum(x * y) / count(x) - sum(x) * sum(y) / count(x)^2',
  xx: 'sum(x^2) / count(x) - sum(x)^2 / count(x)^2',
  yy: 'sum(y^2) / count(x) - sum(y)^2 / count(x)^2',
}
const uncentered = 'when not centered(x) and not centered(y)'

export default defineRule({
  name: 'prefer-centered-moments',
  why: 'Sums of products less products of sums cancel when the means are large beside the spread: slopes and correlations of dates, prices and coordinates lose all their digits, and a correlation can be 3.',
  rewrites: [
    ...[scaled, summed, mean].flatMap(({ xy, xx, yy }) => [
      `(${xy}) / sqrt((${xx}) * (${yy})) -> correlation(x, y) ${uncentered}`,
      `(${xy}) / (sqrt(${xx}) * sqrt(${yy})) -> correlation(x, y) ${uncentered}`,
      `(${xy}) / (${xx}) -> covariance(x, y) / variance(x) ${uncentered}`,
    ]),
    `(${summed.xy}) / (count(x) - 1) -> covariance(x, y, 1) ${uncentered}`,
    `(${summed.xy}) / count(x) -> covariance(x, y) ${uncentered}`,
    `${scaled.xy} -> count(x)^2 * covariance(x, y) ${uncentered}`,
    `${summed.xy} -> count(x) * covariance(x, y) ${uncentered}`,
    `${mean.xy} -> covariance(x, y) ${uncentered}`,
    `a * sum(x * y) - sum(x) * sum(y) -> ${uncentered}`,
    'a * sum(x^2) - sum(x)^2 -> when not centered(x)',
    'a * sum(w * x^2) - sum(w * x)^2 -> when not centered(x)',
  ],
  hazard: { x: [1000000001, 1000000002, 1000000004], y: [1000000001, 1000000003, 1000000003] },
  advice: 'Subtract the means before multiplying: covariance, correlation and linearFit do',
  differs: 'Of no numbers the sums are 0, and the covariance is NaN. A correlation is never beyond 1.',
  except: ['equal(count(x), 0)'],
  sample: { x: 'spread', y: 'spread', w: 'positive', a: 'positive' },
})
