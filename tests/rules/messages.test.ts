/** What the messages say: inputs that can occur, under the names of the source, and numbers that differ. */
import { lint } from '../lint.ts'

const said = (code: string): string =>
  lint(code)
    .map(({ message }) => message)
    .join('\n')

describe('the input at which it goes wrong', () =>
  it.each([
    [
      'is below a maximum that began too high',
      'const f = (a, b) => { let m = Number.MIN_VALUE; if (a > m) m = a; if (b > m) m = b; return m + Math.log(Math.exp(a - m) + Math.exp(b - m)) }',
      'returns -Infinity at a - m = -1000, b - m = -999; exact -998.687',
    ],
    [
      'is so for each entry',
      'function f(x) { let m = Number.MIN_VALUE; for (const v of x) if (v > m) m = v; let s = 0; for (const v of x) s += Math.exp(v - m); return m + Math.log(s) }',
      'returns -Infinity at v - m = [-1000, -999, -998]; exact -997.592',
    ],
    ['is a small p rather than a small -p', 'const f = p => Math.log(1 - p)', 'returns 0 at p = 1e-17; exact -1e-17'],
    [
      'is within its bounds',
      'const f = o => Math.log(1 - Math.max(o, 1e-15))',
      'returns -9.99201e-16 at largest(o, 1e-15) = 1e-15; exact -1e-15',
    ],
    [
      'is between bounds that are no trouble',
      'const f = (x, n) => { const r = Math.min(1, Math.max(0, x)); return Math.pow(r, 1 / n) - 1 }',
      'at r = 0.5, n = 1e+17; exact -6.93147e-18',
    ],
    [
      'is named as in the source, where that is shorter',
      'const f = (x, y, a, b) => Math.sqrt((x * a - y * b + x) ** 2 + (x * b + y * a - y) ** 2)',
      'at x * a - y * b + x = 3e+200, x * b + y * a - y = 4e+200',
    ],
    [
      'is that of a variable',
      'function f(xs) { const m = xs.reduce((a, b) => a + b) / xs.length; return Math.log(1 + m) }',
      '`log(1 + m)` returns 0 at m = 1e-17',
    ],
  ])('%s', (_, code, part) => expect(said(code)).toContain(part)))

describe('where what is returned is exact at the inputs that are known, the message says why instead', () =>
  it.each(['const f = (w, x) => (x < 0 ? 0 : Math.exp(w) * Math.exp(x))', 'const f = d => d[1] * Math.log(d[1])'])(
    '%s',
    code => {
      expect(said(code)).not.toBe('')
      expect(said(code)).not.toContain('returns')
    },
  ))

describe('what to use', () => {
  it('comes with the names that the fix declares', () => {
    const code =
      'function p(z) { const m = Math.max(...z); const e = z.map(v => Math.exp(v - m)); const s = e.reduce((a, b) => a + b); return e.map(v => v / s) }\nfunction f(z, y) { const q = p(z); let t = 0; for (let i = 0; i < z.length; i++) t -= y[i] * Math.log(q[i]); return t }'
    expect(said(code)).toMatch(/Use `logQ\[i\]`, with `const logQ = stable\.logSoftmax\(z\)`\.$/)
  })
  it('is the line of the rule, where it would be longer than anybody reads', () => {
    const long = Array.from({ length: 12 }, (_, i) => `(first${i} - second${i} * third${i})`).join(' * ')
    const code = `const f = (${Array.from({ length: 12 }, (_, i) => `first${i}, second${i}, third${i}`).join(', ')}) => Math.log(1 + /* all of them */ ${long})`
    expect(said(code)).toContain('Use `log1p(x)`; it is not done for you')
  })
})
