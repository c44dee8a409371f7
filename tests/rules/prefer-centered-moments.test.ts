/** n Σxy - Σx Σy: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

/** A function of two arrays, whose loop has all the sums. */
const looped = (result: string, over = 'xs.length'): string => `
export function f(xs: number[], ys: number[], n: number) {
  let sx = 0, sy = 0, sxy = 0, sxx = 0, syy = 0
  for (let i = 0; i < ${over}; i++) {
    const y = ys[i]
    sx += xs[i]
    sy += y
    sxx += xs[i] ** 2
    syy += y * y
    sxy += xs[i] * y
  }
  return ${result}
}`
const fixed = (result: string): string => `
export function f(xs: number[], ys: number[], n: number) {
  return ${result}
}`

/** Sums that the result does not need. */
const unused = (result: string, ...names: string[]): string =>
  looped(result)
    .split('\n')
    .filter(line => !names.some(name => line.includes(`${name} +=`)))
    .join('\n')
    .replace(/let .*/, line => names.reduce((rest, name) => rest.replace(`, ${name} = 0`, ''), line))

/** Of two arrays, of which the mean has been taken away of those that are named. */
const centered = (which: string, result: string): string => `
export function f(xs: number[], ys: number[]) {
  const n = xs.length
  const x = ${which.includes('x') ? 'xs.map(v => v - sum(xs) / n)' : 'xs'}
  const y = ${which.includes('y') ? 'ys.map(v => v - sum(ys) / n)' : 'ys'}
  const sx = sum(x), sy = sum(y)
  const sxx = sum(x.map(v => v * v)), syy = sum(y.map(v => v * v)), sxy = sum(x.map((v, i) => v * y[i]))
  return ${result}
}`

const covariances = [
  'n * sxy - sx * sy',
  'sxy - (sx * sy) / n',
  'sxy / n - (sx * sy) / n ** 2',
  '(sxy - (sx * sy) / n) / (n - 1)',
]
const slopes = [
  '(n * sxy - sx * sy) / (n * sxx - sx ** 2)',
  '(sxy - (sx * sy) / n) / (sxx - sx ** 2 / n)',
  '(sxy / n - (sx * sy) / n ** 2) / (sxx / n - sx ** 2 / n ** 2)',
]
const correlations = [
  '(n * sxy - sx * sy) / Math.sqrt((n * sxx - sx ** 2) * (n * syy - sy ** 2))',
  '(n * sxy - sx * sy) / (Math.sqrt(n * sxx - sx ** 2) * Math.sqrt(n * syy - sy ** 2))',
  '(sxy - (sx * sy) / n) / Math.sqrt((sxx - sx ** 2 / n) * (syy - sy ** 2 / n))',
  '(sxy - (sx * sy) / n) / (Math.sqrt(sxx - sx ** 2 / n) * Math.sqrt(syy - sy ** 2 / n))',
  '(sxy / n - (sx * sy) / n ** 2) / Math.sqrt((sxx / n - (sx / n) ** 2) * (syy / n - (sy / n) ** 2))',
  '(sxy / n - (sx * sy) / n ** 2) / (Math.sqrt(sxx / n - (sx / n) ** 2) * Math.sqrt(syy / n - (sy / n) ** 2))',
]

testRule('prefer-centered-moments', {
  spelled: [],
  invalid: {
    'among other terms': [
      [
        unused('p + xs.length * sxy - q - sx * sy + r', 'sxx', 'syy'),
        fixed('p + xs.length ** 2 * stable.covariance(xs, ys) - q + r'),
      ],
    ],
    'one loop over both arrays': [
      [unused('xs.length * sxy - sx * sy', 'sxx', 'syy'), fixed('xs.length ** 2 * stable.covariance(xs, ys)')],
      [unused('(sxy - sx * sy / xs.length) / (xs.length - 1)', 'sxx', 'syy'), fixed('stable.covariance(xs, ys, 1)')],
      [
        unused('(xs.length * sxy - sx * sy) / (xs.length * sxx - sx * sx)', 'syy'),
        fixed('stable.linearFit(xs, ys)[0]'),
      ],
      [
        looped('(xs.length * sxy - sx * sy) / Math.sqrt((xs.length * sxx - sx ** 2) * (xs.length * syy - sy ** 2))'),
        fixed('stable.correlation(xs, ys)'),
      ],
      [
        looped(
          '(sxy - sx * sy / xs.length) / Math.sqrt(sxx - sx * sx / xs.length) / Math.sqrt(syy - sy * sy / xs.length)',
        ),
        fixed('stable.correlation(xs, ys)'),
      ],
    ],
    'a loop over the second array': [
      [
        unused('ys.length * sxy - sx * sy', 'sxx', 'syy').replace('i < xs.length', 'i < ys.length'),
        fixed('ys.length ** 2 * stable.covariance(ys, xs)'),
      ],
    ],
    'two arrays, one of which is centered': [
      [
        `
        export function f(xs: number[], ys: number[]) {
          const middle = sum(ys) / ys.length
          let sx = 0, sy = 0, sxy = 0, sxx = 0, syy = 0
          for (let i = 0; i < xs.length; i++) {
            const y = ys[i] - middle
            sx += xs[i]
            sy += y
            sxx += xs[i] ** 2
            syy += y * y
            sxy += xs[i] * y
          }
          return (xs.length * sxy - sx * sy) / Math.sqrt((xs.length * sxx - sx ** 2) * (xs.length * syy - sy ** 2))
        }`,
        `
        export function f(xs: number[], ys: number[]) {
          const middle = sum(ys) / ys.length
          return stable.correlation(xs, Array.from(xs, (_, i) => ys[i] - middle))
        }`,
      ],
    ],
    points: [
      [
        `
        export function slope(points: [number, number][]) {
          const n = points.length
          let sx = 0; let sy = 0; let sxy = 0; let sxx = 0
          for (let i = 0; i < n; i++) {
            sx += points[i][0]
            sy += points[i][1]
            sxy += points[i][0] * points[i][1]
            sxx += points[i][0] * points[i][0]
          }
          return (n * sxy - sx * sy) / (n * sxx - sx * sx)
        }`,
        `
        export function slope(points: [number, number][]) {
          return stable.linearFit(Array.from(points, (_, i) => points[i][0]), Array.from(points, (_, i) => points[i][1]))[0]
        }`,
      ],
    ],
    'sums that something else needs': [
      [
        `
        export function line(points: { x: number; y: number }[]) {
          const n = points.length
          let sx = 0
          let sy = 0
          let sxy = 0
          let sxx = 0
          for (const p of points) {
            sx += p.x
            sy += p.y
            sxy += p.x * p.y
            sxx += p.x ** 2
          }
          const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
          return [slope, (sy - slope * sx) / n]
        }`,
        `
        export function line(points: { x: number; y: number }[]) {
          const n = points.length
          let sx = 0
          let sy = 0
          for (const p of points) {
            sx += p.x
            sy += p.y
          }
          const slope = stable.linearFit(Array.from(points, p => p.x), Array.from(points, p => p.y))[0]
          return [slope, (sy - slope * sx) / n]
        }`,
      ],
    ],
    'what may be an iterator, which runs only once: a report': [
      [
        `
        export function slope(points: Iterable<{ x: number; y: number }>) {
          let n = 0, sx = 0, sy = 0, sxy = 0, sxx = 0
          for (const p of points) {
            n++
            sx += p.x
            sy += p.y
            sxy += p.x * p.y
            sxx += p.x ** 2
          }
          return (n * sxy - sx * sy) / (n * sxx - sx * sx)
        }`,
        null,
      ],
    ],
    'a count that is only a number, and weights: a report': [
      ['n * sum(xs.map((x, i) => x * ys[i])) - sum(xs) * sum(ys)', null],
      ['n * sum(xs.map(x => x * x)) - sum(xs) ** 2', null],
      ['n * sum(xs.map((x, i) => ws[i] * x * x)) - sum(xs.map((x, i) => ws[i] * x)) ** 2', null],
    ],
  },
  cautioned: {
    'sums of their own, of arrays that may differ in length': [
      [
        'xs.length * sum(xs.map((x, i) => x * ys[i])) - sum(xs) * sum(ys)',
        'xs.length ** 2 * stable.covariance(xs, ys)',
      ],
      ['sum(xs.map((x, i) => x * ys[i])) - sum(xs) * sum(ys) / xs.length', 'xs.length * stable.covariance(xs, ys)'],
      [
        'sum(xs.map((x, i) => x * ys[i])) / xs.length - sum(xs) * sum(ys) / xs.length ** 2',
        'stable.covariance(xs, ys)',
      ],
    ],
    'a loop that may end before the arrays do': [
      [
        unused('n * sxy - sx * sy', 'sxx', 'syy').replace('i < xs.length', 'i < n'),
        fixed('n ** 2 * stable.covariance(xs, ys)'),
      ],
    ],
    'a loop over the second array, and a formula in which they are not alike': [
      [
        unused('(ys.length * sxy - sx * sy) / (ys.length * sxx - sx * sx)', 'syy').replace(
          'i < xs.length',
          'i < ys.length',
        ),
        fixed('stable.linearFit(xs, ys)[0]'),
      ],
    ],
  },
  valid: {
    'of centered numbers': [
      ...covariances.flatMap(result => [centered('x', result), centered('y', result)]),
      ...slopes.map(result => centered('x', result)),
      ...correlations.map(result => centered('x and y', result)),
    ],
    'with weights': [
      ['x', 'n * sum(x.map((v, i) => w[i] * v * v)) - sum(x.map((v, i) => w[i] * v)) ** 2'],
      ['x', 'sum(x.map((v, i) => w[i] * v * v)) / total - sum(x.map((v, i) => w[i] * v)) ** 2 / total ** 2'],
      ...['x', 'y'].map(which => [
        which,
        'sum(x.map((v, i) => w[i] * v * y[i])) / total - (sum(x.map((v, i) => w[i] * v)) * sum(y.map((v, i) => w[i] * v))) / total ** 2',
      ]),
    ].map(([which, result]) => centered(which!, result!)),
    centered: [
      'const m = sum(xs) / xs.length\nconst d = xs.map(x => x - m)\nn * sum(d.map(x => x * x)) - sum(d) ** 2',
      'const m = sum(xs) / xs.length\nconst d = xs.map(x => x - m)\nn * sum(d.map((x, i) => x * ys[i])) - sum(d) * sum(ys)',
    ],
    'another formula': [
      'n * sum(xs.map((x, i) => x * ys[i])) + sum(xs) * sum(ys)',
      'n * sum(xs.map(x => x * x)) - sum(ys) ** 2',
    ],
  },
})
