/** A file that is huge, deep or no mathematics at all is linted all the same, and in time that grows with its size. */
import { fixAll, lint, rulesIn } from './lint.ts'

const repeat = (n: number, text: (i: number) => string, between = ''): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(between)

/** Parses here, and may hold any number of findings. */
const survives = (code: string): void => {
  const messages = lint(code)
  expect(messages.filter(message => message.fatal)).toEqual([])
}

describe('long', () => {
  it('a sum of 2,000 terms is read as a whole', () =>
    expect(rulesIn(`Math.log(1 + ${repeat(2000, i => `a${i}`, ' + ')})`)).toEqual(['prefer-log1p']))
  it('a sum of 2,000 exponentials', () => survives(`Math.log(${repeat(2000, i => `Math.exp(a${i})`, ' + ')})`))
  it('a sum of 1,000 differences', () => survives(repeat(1000, i => `Math.exp(a${i}) - 1`, ' + ')))
  it('a product of 2,000 factors', () => survives(`Math.log(${repeat(2000, i => `Math.exp(a${i})`, ' * ')})`))
  it('a string of 2,000 pieces', () =>
    expect(lint(`s = ${repeat(2000, i => `'a${i}'`, ' + ')} + Math.log(x)`)).toEqual([]))
  it('1,000 variables, each twice the one before', () =>
    survives(
      `function f(v0) {\n${repeat(1000, i => `const v${i + 1} = v${i} + v${i}`, '\n')}\nreturn Math.log(1 + v1000) }`,
    ))
  it('3,000 findings', () =>
    expect(lint(repeat(3000, i => `export const f${i} = x => Math.log(1 + x)`, '\n'))).toHaveLength(3000))
})

describe('deep', () => {
  it('1,000 logarithms in each other', () =>
    expect(lint(`${'Math.log(1 + '.repeat(1000)}x${')'.repeat(1000)}`)).toHaveLength(1000))
  it('300 parentheses', () => survives(`Math.log(${'(1 + '.repeat(300)}x${')'.repeat(300)})`))
  it('1,000 conditions', () => expect(lint(`y = ${'a ? Math.log(1 + b) : '.repeat(1000)}c`)).toHaveLength(1000))
  it('200 helpers that call each other', () =>
    survives(`${repeat(200, i => `const f${i} = x => f${i + 1}(x)`, '\n')}\nconst f200 = x => Math.exp(x)\nf0(1) - 1`))
  it('helpers in a circle', () => survives('const a = x => b(x), b = x => c(x), c = x => a(x) + Math.log(1 + x); a(1)'))
  it('a variable that is defined by itself', () =>
    survives('var a = a + 1; Math.log(1 + a); const b = () => b(); Math.log(1 + b())'))
})

describe('wide', () => {
  /** Of no more than a megabyte: what is longer is left alone. */
  const minified = (bytes: number): string => {
    const piece = (i: number): string =>
      `function a${i}(t,e,n){var r=t[${i}]*e-n,i=Math.sqrt(r*r+e*e);for(var o=0;o<t.length;o++){t[o]=i*e+o,r+=t[o]/i}return e?a${i}(t,r,i):{x:r,y:Math.log(i)+Math.exp(r)-1,z:t.map(function(t){return t*r})}}`
    return repeat(Math.floor(bytes / piece(1000).length), piece)
  }
  it('400 kB of minified code', () => expect(lint(minified(400_000)).length).toBeGreaterThan(1800))
  it('1.2 MB of minified code are left alone, with a warning', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    expect(lint(minified(1_200_000))).toEqual([])
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      'stable-math left a.js alone, which is 1.2 MB of minified code. Lint its source instead, or add it to the ignores of your ESLint configuration.',
    ])
  })
  it('1.2 MB of lines are read', () => {
    const line = 'export const name = (first, second) => first + second\n'
    expect(
      lint(
        line.replaceAll('name', 'a') +
          repeat(22_000, i => line.replace('name', `a${i}`)) +
          'export const f = x => Math.log(1 + x)',
      ),
    ).toHaveLength(1)
  })
  it.each([
    'label: for (const [a = 1, ...[b]] of [[]]) { if (a) continue label; else break label }',
    'class A extends (class {}) { static #p = 1; get [`x${1}`]() { return this.#q?.() ?? super.x } #q() {} static { this.y **= 2 } }',
    'async function* g({ a: { b = 1 } = {}, ...c }, ...d) { yield* d; for await (const e of c) delete e?.[f`${a}`] }',
    'switch (typeof void 0) { case -1n: default: try { throw /x/gu } catch { debugger } finally {} }',
    'var { log } = Math, [exp = Math.exp] = [], f = (...a) => 1, h = import("x"), o = { Math, log() {}, [log]: 1, __proto__: null }',
    'Math.log(); Math.log(...a); Math.log(1, 2); Math.exp()() - 1; Math["lo" + "g"](1 + x); Math?.log?.(1 + x); Math.log`1`; new Math.log(1 + x)',
    '[].map(); [].map(x => {}); [].reduce((a, b) => a + b); [].reduce(({ a }, [b]) => a + b, {}); x.reduce(Math.max); x.map(...f); x.map(Math.max)',
    '(x, y) => ({ ...x }) - 1 + [] + {} + `${x}` - null ** undefined; x = y ||= z &&= w ??= 1 / 0 - -0',
    'Math.sqrt(); Math.pow(x); Math.max(); Math.min(...[]); softmax(); sum(); softmax(1, 2, 3); gamma(); mean(...x); factorial()[0]; sum()()',
  ])('syntax noise: %s', code => survives(`${code}; Math.log(1 + x)`))
})

it.each([
  'const größe = x; Math.log(1 + größe)',
  'const \\u0061b = x; Math.log(1 + ab)',
  'const 𝛼 = x, ﬁ = "\\u{1F600}\\u202E\\uD800"; Math.log(1 + 𝛼)',
  '\uFEFFconst a\u200D\u030A = x\u2028Math.log(1 + a\u200D\u030A)\u2029',
])('unusual Unicode: %s', code => {
  const output = fixAll(code)
  expect(output).toContain('stable.log1p(')
  expect(lint(output)).toEqual([])
})

it('a file that does not parse is no business of ours', () => expect(lint('Math.log(1 +')[0]!.fatal).toBe(true))
it('an empty file has no findings', () => expect(lint('')).toEqual([]))
it('fixing ends', () => {
  const code = repeat(40, i => `x${i} = Math.log(1 + Math.exp(a${i}) - 1 + Math.log(sigmoid(b${i})))`, '\n')
  expect(lint(fixAll(code)).filter(message => message.fix)).toEqual([])
})
