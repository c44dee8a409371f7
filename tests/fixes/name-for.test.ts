/** A value that has a name already is written by its name, where that is sure to hold the value. */
import { execute } from '../execute.ts'
import { fixAll, fixed } from '../lint.ts'

const root = 'const d = b * b - 4 * a * c\n  return d < 0 ? null : (-b - Math.sqrt(d)) / (2 * a)'

it.each([
  ['const b = 2 * (p - q)', '(a, c, p, q)'],
  ['const b = 2 * p.dot(q)', '(a, c, p, q)'],
  ['let b = 2 * p(q)', '(a, c, p, q)'],
])('%s', (declaration, parameters) =>
  expect(fixed(`export function hit${parameters} {\n  ${declaration}\n  ${root}\n}`)).toBe(
    `export function hit${parameters} {\n  ${declaration}\n  const d = stable.discriminant(a, b, c)\n  return d < 0 ? null : stable.quadraticRoots(a, b, c)[0]\n}`,
  ),
)

it.each([
  [
    'is given another value',
    'let b = 2 * (p - q); const r = (-b - Math.sqrt(b * b - 4 * a * c)) / (2 * a); b = 7; return [r, b]',
  ],
  [
    'is given a value on one way only',
    'if (a > 0) { var b = 2 * (p - q) } return (-2 * (p - q) - Math.sqrt(4 * (p - q) ** 2 - 4 * a * c)) / (2 * a)',
  ],
  [
    'is another one there',
    'const b = 2 * (p - q); { const b = 7; return [(-2 * (p - q) - Math.sqrt(4 * (p - q) ** 2 - 4 * a * c)) / (2 * a), b] }',
  ],
  [
    'is declared after it',
    'const r = (-2 * (p - q) - Math.sqrt(4 * (p - q) ** 2 - 4 * a * c)) / (2 * a); const b = 2 * (p - q); return [r, b]',
  ],
  [
    'was made of an older value',
    'let z = p; const b = 2 * (z - q); z += 1; return [(-2 * (z - q) - Math.sqrt(4 * (z - q) ** 2 - 4 * a * c)) / (2 * a), b]',
  ],
  [
    'was made of an older entry',
    'const z = [p]; const b = 2 * (z[0] - q); z[0] += 1; return [(-2 * (z[0] - q) - Math.sqrt(4 * (z[0] - q) ** 2 - 4 * a * c)) / (2 * a), b]',
  ],
  [
    'is outside of the function',
    'const g = () => (-2 * (p - q) - Math.sqrt(4 * (p - q) ** 2 - 4 * a * c)) / (2 * a); const r = g(); const b = 2 * (p - q); return [r, g(), b]',
  ],
])('the result is the same where the name %s', (_, body) => {
  const code = `const f = (a, c, p, q) => { ${body} }`
  const after = fixAll(code)
  expect(after).not.toBe(code)
  for (const point of [
    [1, 2, 9, 1],
    [-1, 3, 0.5, 7],
  ])
    expect([execute(after, point)].flat()).toEqual(
      [execute(code, point)].flat().map(value => expect.closeTo(value as number, 10)),
    )
})
