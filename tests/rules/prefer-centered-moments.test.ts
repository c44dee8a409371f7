/** n Σxy - Σx Σy: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-centered-moments', {
  spelled: [],
  invalid: {
    regressions: [
      ['xs.length * sum(xs.map((x, i) => x * ys[i])) - sum(xs) * sum(ys)', null],
      ['sum(xs.map((x, i) => x * ys[i])) - sum(xs) * sum(ys) / xs.length', null],
      ['sum(xs.map((x, i) => x * ys[i])) / xs.length - sum(xs) * sum(ys) / xs.length ** 2', null],
      ['n * sum(xs.map((x, i) => x * ys[i])) - sum(xs) * sum(ys)', null],
      ['n * sum(xs.map(x => x * x)) - sum(xs) ** 2', null],
      ['n * sum(xs.map((x, i) => ws[i] * x * x)) - sum(xs.map((x, i) => ws[i] * x)) ** 2', null],
    ],
    'a loop': [
      [
        `
        function rise(xs: number[], ys: number[]) {
          let sx = 0, sy = 0, sxy = 0
          for (let i = 0; i < xs.length; i++) {
            sx += xs[i]
            sy += ys[i]
            sxy += xs[i] * ys[i]
          }
          return xs.length * sxy - sx * sy
        }`,
        null,
      ],
    ],
  },
  valid: {
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
