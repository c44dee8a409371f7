/** (x - mean) / sqrt(variance): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('require-variance-epsilon', {
  spelled: [
    [
      '(x - mu) / Math.sqrt(variance)',
      'stable.standardize(x, mu, variance)',
      '(x - mu) / Math.sqrt(variance + 0.00001)',
    ],
    [
      '(x - mu) / Math.pow(variance, 0.5)',
      'stable.standardize(x, mu, variance)',
      '(x - mu) / Math.sqrt(variance + 0.00001)',
    ],
  ],
  invalid: {
    'order of terms and factors': [
      [
        '(-mu + x) / variance ** 0.5',
        'stable.standardize(x, mu, variance)',
        '(x - mu) / Math.sqrt(variance + 0.00001)',
      ],
      [
        '1 / Math.sqrt(variance) * (x - mu)',
        'stable.standardize(x, mu, variance)',
        '(x - mu) / Math.sqrt(variance + 0.00001)',
      ],
      [
        'gamma * (x - mu) / Math.sqrt(variance) + beta',
        'gamma * stable.standardize(x, mu, variance) + beta',
        'gamma * ((x - mu) / Math.sqrt(variance + 0.00001)) + beta',
      ],
    ],
    'everything that is named as a variance': [
      [
        '(x - mu) / Math.sqrt(sampleVariance)',
        'stable.standardize(x, mu, sampleVariance)',
        '(x - mu) / Math.sqrt(sampleVariance + 0.00001)',
      ],
      [
        '(x - mu) / Math.sqrt(layer.runningVar)',
        'stable.standardize(x, mu, layer.runningVar)',
        '(x - mu) / Math.sqrt(layer.runningVar + 0.00001)',
      ],
      [
        '(x[i] - means[i]) / Math.sqrt(variances[i])',
        'stable.standardize(x[i], means[i], variances[i])',
        '(x[i] - means[i]) / Math.sqrt(variances[i] + 0.00001)',
      ],
      [
        '(x - mu) / Math.sqrt(this.running_var)',
        'stable.standardize(x, mu, this.running_var)',
        '(x - mu) / Math.sqrt(this.running_var + 0.00001)',
      ],
    ],
    'parentheses and types': [
      [
        '((x as number) - mu!) / (Math.sqrt((variance satisfies number))!)',
        'stable.standardize(x as number, mu!, variance satisfies number)',
        '((x as number) - mu!) / Math.sqrt((variance satisfies number) + 0.00001)',
      ],
    ],
    variables: [
      [
        `
        function scale(x: number, mu: number, variance: number) {
          const centred = x - mu
          const sd = Math.sqrt(variance)
          return centred / sd
        }`,
        `
        function scale(x: number, mu: number, variance: number) {
          return stable.standardize(x, mu, variance)
        }`,
        `
        function scale(x: number, mu: number, variance: number) {
          const centred = x - mu
          return centred / Math.sqrt(variance + 0.00001)
        }`,
      ],
      [
        `
        function scale(xs: number[]) {
          const mu = mean(xs)
          const spread = mean(xs.map(x => (x - mu) ** 2))
          return (xs[0] - mu) / Math.sqrt(spread)
        }`,
        `
        function scale(xs: number[]) {
          const mu = mean(xs)
          const spread = mean(xs.map(x => (x - mu) ** 2))
          return stable.standardize(xs[0], mu, spread)
        }`,
        `
        function scale(xs: number[]) {
          const mu = mean(xs)
          const spread = mean(xs.map(x => (x - mu) ** 2))
          return (xs[0] - mu) / Math.sqrt(spread + 0.00001)
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export const root = (v: number) => Math.sqrt(v)
        export const scale = (x: number, mu: number, variance: number) => (x - mu) / root(variance)`,
        `
        export const root = (v: number) => Math.sqrt(v)
        export const scale = (x: number, mu: number, variance: number) => stable.standardize(x, mu, variance)`,
        `
        export const root = (v: number) => Math.sqrt(v)
        export const scale = (x: number, mu: number, variance: number) => (x - mu) / Math.sqrt(variance + 0.00001)`,
      ],
      [
        `
        class BatchNorm {
          root(v: number) { return v ** 0.5 }
          scale(x: number, mu: number, variance: number) { return (x - mu) / this.root(variance) }
        }`,
        `
        class BatchNorm {
          root(v: number) { return v ** 0.5 }
          scale(x: number, mu: number, variance: number) { return stable.standardize(x, mu, variance) }
        }`,
        `
        class BatchNorm {
          root(v: number) { return v ** 0.5 }
          scale(x: number, mu: number, variance: number) { return (x - mu) / Math.sqrt(variance + 0.00001) }
        }`,
      ],
    ],
    'map and reduce': [
      [
        'xs.map(x => (x - mu) / Math.sqrt(variance))',
        'xs.map(x => stable.standardize(x, mu, variance))',
        'xs.map(x => (x - mu) / Math.sqrt(variance + 0.00001))',
      ],
    ],
  },
  valid: {
    'with an epsilon': [
      '(x - mu) / Math.sqrt(variance + 1e-5)',
      '(x - mu) / Math.sqrt(variance + epsilon)',
      '(x - mu) / Math.sqrt(Math.max(variance, 1e-8))',
      'const v = variance + eps\n(x - mu) / Math.sqrt(v)',
    ],
    'another formula': [
      'x / Math.sqrt(variance)',
      '(x - mu) / variance',
      '(x - mu) * Math.sqrt(variance)',
      '1 / Math.sqrt(variance)',
    ],
    'no variance': [
      '(x - mu) / Math.sqrt(n)',
      '(x - mu) / Math.sqrt(variable)',
      '(x - mu) / Math.sqrt(variant)',
      '(x - mu) / sd',
      '(x - a) / Math.sqrt(a * a + b * b)',
    ],
    'a lying name': [
      'const sqrt = (v: number) => v + 1\n(x - mu) / sqrt(variance)',
      'const variance = 2\n(x - mu) / Math.sqrt(variance)',
    ],
  },
})
