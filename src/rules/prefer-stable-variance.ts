import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-stable-variance',
  why: 'The mean of squares less the square of the mean cancels when the mean is large beside the spread, and can turn negative: its root is NaN.',
  rewrites: [
    'sqrt(sum(x^2) / count(x) - (sum(x) / count(x))^2) -> std(x) when not centered(x) and not counted(x)',
    'sum(x^2) / count(x) - (sum(x) / count(x))^2 -> variance(x) when not centered(x) and not counted(x)',
    'sqrt((sum(x^2) - sum(x)^2 / count(x)) / count(x)) -> std(x) when not centered(x) and not counted(x)',
    '(sum(x^2) - sum(x)^2 / count(x)) / count(x) -> variance(x) when not centered(x) and not counted(x)',
    'sqrt((sum(x^2) - sum(x)^2 / count(x)) / (count(x) - 1)) -> std(x, 1) when not centered(x) and not counted(x)',
    '(sum(x^2) - sum(x)^2 / count(x)) / (count(x) - 1) -> variance(x, 1) when not centered(x) and not counted(x)',
    'sqrt((sum(x^2) / count(x) - (sum(x) / count(x))^2) * count(x) / (count(x) - 1)) -> std(x, 1) when not centered(x) and not counted(x)',
    '(sum(x^2) / count(x) - (sum(x) / count(x))^2) * count(x) / (count(x) - 1) -> variance(x, 1) when not centered(x) and not counted(x)',
    'count(x) * sum(x^2) - sum(x)^2 -> count(x)^2 * variance(x) when not centered(x) and not counted(x)',
    'sum(x^2) - sum(x)^2 / count(x) -> count(x) * variance(x) when not centered(x) and not counted(x)',
    'q - s^2 / n -> when squares(q)',
    'q / n - m^2 -> when squares(q)',
    'q / n - s^2 / n^2 -> when squares(q)',
    'q - m^2 -> when squares(q) and average(m)',
    'q - s -> when squares(q) and squaredMean(s)',
    'sum(x^2) / count(x) - m^2 -> when average(m) and not centered(x) and not counted(x)',
  ],
  hazard: { x: [1000000001, 1000000002, 1000000003] },
  advice: 'Subtract the mean before squaring; for numbers that come one by one, RunningMoments keeps what is needed',
  differs: 'Of no numbers the sums are 0, and the variance is NaN.',
  except: ['equal(count(x), 0)'],
  sample: { x: 'spread' },
})
