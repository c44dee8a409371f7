/** Fields of an object that a helper is given: written where it is called, unless they may be others by then. */
import { execute } from '../execute.ts'
import { fixAll, fixed } from '../lint.ts'

const helper = 'function g(v) { return Math.exp(v.x) }\n'

it('a field of the argument', () => {
  expect(fixed(`${helper}export const f = w => g(w) - 1`)).toBe(`${helper}export const f = w => stable.expm1(w.x)`)
  expect(fixed(`${helper}export const f = (u, v) => g(v) * 2 - 2`)).toBe(
    `${helper}export const f = (u, v) => 2 * stable.expm1(v.x)`,
  )
})

it('a name that means another object there is not written', () =>
  expect(
    fixed(`${helper}export function f(w) { const a = w; const e = g(a); { const w = { x: 9 }; return e - 1 + w.x } }`),
  ).toBe(`${helper}export function f(w) { const a = w; { const w = { x: 9 }; return stable.expm1(a.x) + w.x } }`))

it.each([
  ['is written to after the call', `${helper}const f = w => { const e = g(w); w.x = 3; return e - 1 }`],
  [
    'is written to in each round',
    `${helper}function f(w) { let s = 0; for (let i = 0; i < 3; i++) { const e = g(w); w.x += 0.5; s += e - 1 } return s }`,
  ],
  [
    'is written to by another function',
    `${helper}const bump = q => { q.x += 1 }\nconst f = w => { const e = g(w); bump(w); return e - g(w) }`,
  ],
  [
    'is written to by the helper, later',
    'function g(v) { const e = Math.exp(v.x); v.x = 7; return e }\nconst f = w => g(w) - 1 + w.x',
  ],
  ['is written to by the helper, before', 'function g(v) { v.x = 2; return Math.exp(v.x) }\nconst f = w => g(w) - 1'],
  [
    'is read before and after',
    'function g(v) { const a = Math.exp(v.x); v.x += 1; return Math.exp(v.x) - a }\nconst f = w => g(w)',
  ],
  ['is of another object', 'function g(v) { v = { x: 2 }; return Math.exp(v.x) }\nconst f = w => g(w) - 1'],
  [
    'is of an object made by a call',
    'const g = v => v.x * v.x + v.y * v.y\nlet n = 0\nconst next = () => ({ x: ++n, y: 1 })\nconst f = () => Math.sqrt(g(next())) + 10 * n',
  ],
  ['has no plain name', "const g = v => Math.exp(v['x'])\nconst f = w => g(w) - 1"],
])('the result is the same where the field %s', (_, code) => {
  const points = [
    { x: 0.5, y: 2 },
    { x: -1.25, y: 0.5 },
  ]
  for (const point of points) expect(execute(fixAll(code), [point])).toBeCloseTo(execute(code, [point]) as number, 12)
})
