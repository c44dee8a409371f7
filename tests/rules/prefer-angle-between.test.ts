/** acos of a cosine between vectors: what is recognised, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-angle-between', {
  spelled: [
    [
      'Math.acos((a * c + b * d) / (Math.sqrt(a * a + b * b) * Math.sqrt(c * c + d * d)))',
      'stable.angleBetween([a, b], [c, d])',
    ],
    ['Math.acos(x / Math.sqrt(x * x + y * y))', 'Math.atan2(Math.abs(y), x)'],
  ],
  invalid: {
    'in space': [
      [
        'Math.acos((a * d + b * e + c * f) / Math.sqrt((a * a + b * b + c * c) * (d * d + e * e + f * f)))',
        'stable.angleBetween([a, b, c], [d, e, f])',
      ],
    ],
    'lengths by hypot, and a cosine that is clamped': [
      ['Math.acos((a * c + b * d) / (Math.hypot(a, b) * Math.hypot(c, d)))', 'stable.angleBetween([a, b], [c, d])'],
      [
        'Math.acos(Math.min(1, Math.max(-1, (a * c + b * d) / (Math.hypot(a, b) * Math.hypot(c, d)))))',
        'stable.angleBetween([a, b], [c, d])',
      ],
      [
        `
        export function f(u: Point, v: Point) {
          let cosine = (u.x * v.x + u.y * v.y) / Math.sqrt((u.x ** 2 + u.y ** 2) * (v.x ** 2 + v.y ** 2))
          cosine = Math.max(Math.min(cosine, 1), -1)
          return Math.acos(cosine)
        }`,
        `
        export function f(u: Point, v: Point) {
          return stable.angleBetween([u.x, u.y], [v.x, v.y])
        }`,
      ],
    ],
    'by helpers that take points': [
      [
        `
        const dot = (u: Point, v: Point) => u.x * v.x + u.y * v.y
        const length = (u: Point) => Math.sqrt(dot(u, u))
        export const angle = (p: Point, q: Point) => Math.acos(dot(p, q) / (length(p) * length(q)))`,
        `
        export const angle = (p: Point, q: Point) => stable.angleBetween([p.x, p.y], [q.x, q.y])`,
      ],
    ],
    'to an axis': [['Math.acos(z / Math.sqrt(x * x + y * y + z * z))', 'Math.atan2(stable.hypot(x, y), z)']],
    'on a sphere': [
      [
        'Math.acos(Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(q) * Math.cos(d)) * R',
        'stable.centralAngle(p, q, d) * R',
      ],
    ],
    'near 1, where a rounded 1 + 1e-17 is 1': [
      ['Math.acos(1 - x)', 'x < 0 ? Math.acos(1 - x) : 2 * Math.asin(Math.sqrt(0.5 * x))'],
    ],
    'arrays in one loop': [
      [
        `
        export function angle(xs: number[], ys: number[]) {
          let dot = 0, p = 0, q = 0
          for (let i = 0; i < xs.length; i++) {
            dot += xs[i] * ys[i]
            p += xs[i] ** 2
            q += ys[i] * ys[i]
          }
          return Math.acos(dot / (Math.sqrt(p) * Math.sqrt(q)))
        }`,
        `
        export function angle(xs: number[], ys: number[]) {
          return stable.angleBetween(xs, ys)
        }`,
      ],
    ],
    'functions by their name: a report': [
      ["import { dot, norm } from 'vectors'\nMath.acos(dot(a, b) / (norm(a) * norm(b)))", null],
      ["import { dotProduct } from 'vectors'\nMath.acos(dotProduct(a, b))", null],
    ],
    'long names of functions': [
      ["import { Vector3 } from 'vectors'\nMath.acos(Vector3.Dot(this.target.direction, this.node.forward))", null],
    ],
    'by coordinates, of vectors of length 1, or whose lengths are not seen: a report': [
      ['Math.acos(u.x * v.x + u.y * v.y + u.z * v.z)', null],
      ['Math.acos((u.x * v.x + u.y * v.y) / (u.magnitude * v.magnitude))', null],
      ['Math.acos(us.reduce((s, u, i) => s + u * vs[i], 0))', null],
      [
        `
        export class Vector {
          dot(o: Vector) { return this.x * o.x + this.y * o.y }
          length() { return Math.sqrt(this.x * this.x + this.y * this.y) }
          angle(o: Vector) { return Math.acos(this.dot(o) / (this.length() * o.length())) }
        }`,
        null,
      ],
      ['Math.acos((u.x * v.x + u.y * v.y) / Math.sqrt(u.squared * v.squared))', null],
    ],
    'cosines: a report': [
      ['Math.acos(Math.cos(a) / Math.cos(b))', null],
      ['Math.acos(Math.cos(a) / Math.abs(Math.cos(b)))', null],
    ],
  },
  cautioned: {
    'arrays that may differ in length': [
      [
        'Math.acos(xs.reduce((s, x, i) => s + x * ys[i], 0) / (Math.sqrt(xs.reduce((s, x) => s + x * x, 0)) * Math.sqrt(ys.reduce((s, y) => s + y * y, 0))))',
        'stable.angleBetween(xs, ys)',
      ],
    ],
  },
  valid: {
    clamped: ['Math.acos(Math.min(1, Math.max(-1, dot)))'],
    'no coordinates of two vectors': [
      'Math.acos(u.x * v.y + u.y * v.x)',
      'Math.acos(u.x * u.x + u.y * u.y)',
      'Math.acos(u.x * v.x + u.y * w.y)',
      'Math.acos(2 * u.x * v.x + u.y * v.y)',
      'Math.acos(us.reduce((s, u) => s + u, 0))',
    ],
    'no dot product': ['Math.acos(x)', 'Math.acos(scale / (m * n))', 'Math.acos(x / y)'],
    'no distance on a sphere': [
      'Math.acos(Math.sin(p) * Math.sin(q) - Math.cos(p) * Math.cos(q) * Math.cos(d))',
      'Math.acos(Math.sin(p) * Math.cos(q) + Math.cos(p) * Math.cos(q) * Math.cos(d))',
      'Math.acos(Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(r) * Math.cos(d))',
    ],
    'another formula': ['Math.acos(y / Math.sqrt(x * x + z * z))', 'Math.asin(1 - x)', 'Math.acos(1 - xs.length)'],
  },
})
