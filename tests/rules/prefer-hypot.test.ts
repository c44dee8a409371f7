/** sqrt(x² + y²): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-hypot', {
  spelled: [
    ['Math.sqrt(x * x + y * y)', 'stable.hypot(x, y)'],
    ['Math.sqrt(Math.pow(x, 2) + Math.pow(y, 2))', 'stable.hypot(x, y)'],
    ['Math.pow(x * x + y * y, 0.5)', 'stable.hypot(x, y)'],
    ['Math.sqrt(x ** 2 + y ** 2 + z ** 2)', 'stable.hypot(x, y, z)'],
  ],
  invalid: {
    'order of terms, spellings of the square and the root': [
      ['Math.sqrt(y ** 2 + x * x)', 'stable.hypot(y, x)'],
      ['(x * x + y * y) ** 0.5', 'stable.hypot(x, y)'],
      ['(x ** 2 + y ** 2) ** (1 / 2)', 'stable.hypot(x, y)'],
      ['Math.sqrt(x * x + (y * y + z * z))', 'stable.hypot(x, y, z)'],
    ],
    differences: [
      ['Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2)', 'stable.hypot(x2 - x1, y2 - y1)'],
      ['Math.sqrt(Math.pow(a.x - b.x, 2) + Math.pow(a.y - b.y, 2))', 'stable.hypot(a.x - b.x, a.y - b.y)'],
      ['Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))', 'stable.hypot(a.x - b.x, a.y - b.y)'],
    ],
    'parentheses and types': [
      ['Math.sqrt(((x as number) * x) + (y! * y))', 'stable.hypot(x, y)'],
      ['Math.sqrt(((x ** 2 + y ** 2)!) satisfies number)', 'stable.hypot(x, y)'],
    ],
    variables: [
      [
        `
        function distance(a: Point, b: Point) {
          const dx = a.x - b.x
          const dy = a.y - b.y
          return Math.sqrt(dx * dx + dy * dy)
        }`,
        `
        function distance(a: Point, b: Point) {
          const dx = a.x - b.x
          const dy = a.y - b.y
          return stable.hypot(dx, dy)
        }`,
      ],
      [
        `
        function length(x: number, y: number) {
          let squared = x * x + y * y
          return Math.sqrt(squared)
        }`,
        `
        function length(x: number, y: number) {
          return stable.hypot(x, y)
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export const sq = (v: number) => v * v
        export const length = (x: number, y: number) => Math.sqrt(sq(x) + sq(y))`,
        `
        export const sq = (v: number) => v * v
        export const length = (x: number, y: number) => stable.hypot(x, y)`,
      ],
      [
        `
        export function squared(x: number, y: number) { return x ** 2 + y ** 2 }
        export const length = (x: number, y: number) => Math.sqrt(squared(x, y))`,
        `
        export function squared(x: number, y: number) { return x ** 2 + y ** 2 }
        export const length = (x: number, y: number) => stable.hypot(x, y)`,
      ],
      [
        `
        class Plane {
          sq(v: number) { return Math.pow(v, 2) }
          length(x: number, y: number) { return Math.sqrt(this.sq(x) + this.sq(y)) }
        }`,
        `
        class Plane {
          sq(v: number) { return Math.pow(v, 2) }
          length(x: number, y: number) { return stable.hypot(x, y) }
        }`,
      ],
    ],
    'map and reduce': [
      ['points.map(p => Math.sqrt(p.x * p.x + p.y * p.y))', 'points.map(p => stable.hypot(p.x, p.y))'],
    ],
  },
  valid: {
    'another formula': [
      'Math.sqrt(x * x + y)',
      'Math.sqrt(x * x - y * y)',
      'Math.sqrt(b * b - 4 * a * c)',
      'Math.sqrt(x * x)',
      'Math.hypot(x, y)',
      'x * x + y * y',
      'Math.sqrt(x ** 3 + y ** 3)',
    ],
    bounded: [
      'Math.sqrt(Math.sin(t) ** 2 + Math.cos(t) ** 2)',
      'Math.sqrt(xs.length ** 2 + ys.length ** 2)',
      'Math.sqrt(Math.sin(t) ** 2 + 1)',
      'Math.sqrt(xs.length ** 2 + 1)',
      'Math.sqrt(Math.sin(a) ** 2 + Math.sin(b) ** 2 + Math.sin(c) ** 2)',
    ],
    'a lying name': [
      'const sq = (v: number) => Math.abs(v)\nMath.sqrt(sq(x) + sq(y))',
      'const sqrt = (v: number) => v / 2\nsqrt(x * x + y * y)',
    ],
    'calls that may return something else each time': ['Math.sqrt(next() * next() + y * y)'],
  },
})
