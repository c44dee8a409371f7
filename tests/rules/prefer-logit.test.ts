/** Logarithms of odds. */
import { testRule } from './tester.ts'

testRule('prefer-logit', {
  spelled: [
    ['Math.log(p / (1 - p))', 'stable.logit(p)'],
    ['Math.log(p) - Math.log(1 - p)', 'stable.logit(p)'],
  ],
  invalid: {
    'signs and order': [
      ['Math.log((1 - p) / p)', '-stable.logit(p)'],
      ['Math.log(1 / p - 1)', '-stable.logit(p)'],
      ['-Math.log(1 / p - 1)', 'stable.logit(p)'],
      ['a - Math.log(1 - p) + Math.log(p)', 'a + stable.logit(p)'],
    ],
    'p is found as p': [
      ['Math.log(1 - p) - Math.log(p)', '-stable.logit(p)'],
      ['a - (Math.log(p) - Math.log(1 - p))', 'a - stable.logit(p)'],
    ],
    'odds with a name': [
      [
        `
        export function logOdds(p: number) {
          const odds = p / (1 - p)
          return Math.log(odds)
        }`,
        `
        export function logOdds(p: number) {
          return stable.logit(p)
        }`,
      ],
    ],
  },
  valid: {
    'another formula': [
      'Math.log(p / (1 - q))',
      'Math.log(p / (2 - p))',
      'Math.log(p) + Math.log(1 - p)',
      'p / (1 - p)',
    ],
    'not Math': ['other.log(p / (1 - p))'],
  },
})
