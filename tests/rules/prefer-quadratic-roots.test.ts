/** (-b ± sqrt(b² - 4ac)) / 2a: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-quadratic-roots', {
  spelled: [
    ['(-p + Math.sqrt(p * p - 4 * q)) / 2', 'stable.quadraticRoots(1, p, q)[1]'],
    ['(-p - Math.sqrt(Math.pow(p, 2) - 4 * q)) / 2', 'stable.quadraticRoots(1, p, q)[0]'],
  ],
  invalid: {
    'order of terms': [
      ['(Math.sqrt(b ** 2 - 4 * a * c) - b) / (2 * a)', 'stable.quadraticRoots(a, b, c)[1]'],
      ['0.5 * (-b - Math.sqrt(-4 * a * c + b * b)) / a', 'stable.quadraticRoots(a, b, c)[0]'],
      ['-b / (2 * a) + Math.sqrt(b * b - 4 * a * c) / (2 * a)', 'stable.quadraticRoots(a, b, c)[1]'],
      ['-b / 2 / a - Math.sqrt(b * b - 4 * a * c) / 2 / a', 'stable.quadraticRoots(a, b, c)[0]'],
    ],
    'the other form': [
      ['2 * c / (-b - Math.sqrt(b * b - 4 * a * c))', 'stable.quadraticRoots(a, b, c)[1]'],
      ['2 * c / (Math.sqrt(b ** 2 - 4 * a * c) - b)', 'stable.quadraticRoots(a, b, c)[0]'],
    ],
    halves: [
      ['(-b + Math.sqrt(b * b - a * c)) / a', 'stable.quadraticRoots(a, 2 * b, c)[1]'],
      ['(-p - Math.sqrt(p * p - 4 * q)) / 2', 'stable.quadraticRoots(1, p, q)[0]'],
      ['-p / 2 + Math.sqrt(p * p / 4 - q)', 'stable.quadraticRoots(1, p, q)[1]'],
      ['-p / 2 - Math.sqrt((p / 2) ** 2 - q)', 'stable.quadraticRoots(1, p, q)[0]'],
    ],
    'the other signs': [
      ['(-b + Math.sqrt(b * b + 4 * a * c)) / (2 * a)', 'stable.quadraticRoots(a, b, -c)[1]'],
      ['(b - Math.sqrt(b * b - 4 * a * c)) / (2 * a)', 'stable.quadraticRoots(a, -b, c)[0]'],
      ['(b + Math.sqrt(b * b + 4 * a * c)) / (2 * a)', 'stable.quadraticRoots(a, -b, -c)[1]'],
      // The eigenvalues of a matrix with this trace and determinant.
      ['t / 2 - Math.sqrt(t * t / 4 - d)', 'stable.quadraticRoots(1, -t, d)[0]'],
    ],
    'of g t² / 2 + v t - s': [
      ['(-v + Math.sqrt(v * v + 2 * g * s)) / g', 'stable.quadraticRoots(0.5 * g, v, -s)[1]'],
      ['(v - Math.sqrt(v ** 2 - 2 * g * s)) / g', 'stable.quadraticRoots(0.5 * g, -v, s)[0]'],
    ],
    'the discriminant alone': [
      ['b * b - 4 * a * c', 'stable.discriminant(a, b, c)'],
      ['1 + b ** 2 - 4 * c * a', '1 + stable.discriminant(c, b, a)'],
    ],
  },
  valid: {
    'another formula': [
      'b * b - 2 * a * c',
      'b * b + 4 * a * c',
      'b ** 3 - 4 * a * c',
      '(-v + Math.sqrt(v * v + 2 * g * s)) / v',
    ],
    'nothing cancels': [
      '(1 + Math.sqrt(1 + 4 * n)) / 2',
      'export const reach = (v: number, g: number, s: number) => v > 0 ? (v + Math.sqrt(v * v + 2 * g * s)) / g : 0',
      '(Math.abs(p) + Math.sqrt(p * p - 4 * q)) / 2',
      'export function f(p: number, q: number) { if (p < 0) return (-p + Math.sqrt(p * p - 4 * q)) / 2\n return (-p - Math.sqrt(p * p - 4 * q)) / 2 }',
    ],
    'two terms of one sign': [
      'export const f = (p: number, a: number, c: number) => { const b = Math.abs(p); return (-b - Math.sqrt(b * b - a * c)) / a }',
      'export const f = (p: number, a: number, c: number) => { const b = Math.abs(p); return (-b - Math.sqrt(b * b - 4 * c)) / 2 }',
      'export const f = (p: number, a: number, c: number) => { const b = Math.abs(p); return -b / 2 - Math.sqrt(b ** 2 / 4 - c) }',
      'export const f = (p: number, a: number, c: number) => { const b = Math.abs(p); return -b / 2 - Math.sqrt((b / 2) ** 2 - c) }',
      'export const f = (p: number, a: number, c: number) => { const b = -Math.abs(p); return (-b + Math.sqrt(b * b - a * c)) / a }',
      'export const f = (p: number, a: number, c: number) => { const b = -Math.abs(p); return (-b + Math.sqrt(b * b - 4 * c)) / 2 }',
      'export const f = (p: number, a: number, c: number) => { const b = -Math.abs(p); return -b / 2 + Math.sqrt(b ** 2 / 4 - c) }',
      'export const f = (p: number, a: number, c: number) => { const b = -Math.abs(p); return -b / 2 + Math.sqrt((b / 2) ** 2 - c) }',
      'b < 0 ? (-b + Math.sqrt(b * b - a * c)) / a : 0',
      'b < 0 ? -b / 2 + Math.sqrt((b / 2) ** 2 - c) : 0',
    ],
  },
})
