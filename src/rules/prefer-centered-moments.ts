import { defineRule } from './define-rule.ts'

/** Three ways to write the sum of the products about the means, and how often that holds the covariance. */
const forms = [
  [(x: string, y: string) => `count(x) * ${sumOf(x, y)} - sum(${x}) * sum(${y})`, 'count(x)^2 * '],
  [(x: string, y: string) => `${sumOf(x, y)} - sum(${x}) * sum(${y}) / count(x)`, 'count(x) * '],
  [(x: string, y: string) => `${sumOf(x, y)} / count(x) - sum(${x}) * sum(${y}) / count(x)^2`, ''],
] as const

const sumOf = (x: string, y: string): string => `sum(${x} * ${y})`

const uncentered = 'when not centered(x) and not centered(y)'

export default defineRule({
  name: 'prefer-centered-moments',
  why: 'Sums of products less products of sums cancel when the means are large beside the spread: the slope and the correlation of dates, prices or coordinates lose their digits, and a correlation can be 3.',
  rewrites: [
    ...forms.flatMap(([moment, times]) => [
      `(${moment('x', 'y')}) / (${moment('x', 'x')}) -> linearFit(x, y)[0] when not centered(x)`,
      `(${moment('x', 'y')}) / sqrt((${moment('x', 'x')}) * (${moment('y', 'y')})) -> correlation(x, y) when not centered(x, y)`,
      `(${moment('x', 'y')}) / (sqrt(${moment('x', 'x')}) * sqrt(${moment('y', 'y')})) -> correlation(x, y) when not centered(x, y)`,
      `${moment('x', 'y')} -> ${times}covariance(x, y) ${uncentered}`,
    ]),
    `(${forms[1][0]('x', 'y')}) / (count(x) - 1) -> covariance(x, y, 1) ${uncentered}`,
    `a * sum(x * y) - sum(x) * sum(y) -> ${uncentered}`,
    'a * sum(x^2) - sum(x)^2 -> when not centered(x)',
    'a * sum(w * x^2) - sum(w * x)^2 -> when not centered(x)',
    'sum(w * x^2) / a - sum(w * x)^2 / a^2 -> when not centered(x)',
    `sum(w * x * y) / a - sum(w * x) * sum(w * y) / a^2 -> ${uncentered}`,
  ],
  hazard: { x: [1000000001, 1000000002, 1000000004], y: [1000000001, 1000000003, 1000000003], a: 3, w: [1, 1, 1] },
  advice: 'Call covariance, correlation or linearFit, which take the means away before they multiply',
  differs: 'Of no numbers the sums are 0, and the covariance is NaN. Where a square overflows, so is everything.',
  except: ['equal(count(x), 0)', 'less(1e150, max(abs(x)))', 'less(1e150, max(abs(y)))'],
  sample: { x: 'spread', y: 'spread' },
})
