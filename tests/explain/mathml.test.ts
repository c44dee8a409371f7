/** Formulas as MathML: well-formed for every rewrite, and what a mathematician would write. */
import { parseHTML } from 'linkedom'
import { mathOf } from '../../src/formula/mathml.ts'
import { Notation } from '../../src/formula/notation.ts'
import { rules } from '../../src/rules/index.ts'

interface Element {
  readonly localName: string
  readonly children: Iterable<Element>
  readonly textContent: string | null
}

/** MathML as one line of text: a/b for a fraction, a^b for a power, √() for a root. */
function spoken(element: Element): string {
  const parts = [...element.children].map(spoken)
  switch (element.localName) {
    case 'mfrac':
      return `{${parts[0]}/${parts[1]}}`
    case 'msup':
      return `${parts[0]}^{${parts[1]}}`
    case 'msub':
      return `${parts[0]}_{${parts[1]}}`
    case 'msqrt':
      return `√{${parts.join('')}}`
    default:
      return parts.length > 0 ? parts.join('') : element.textContent!.replace('\u2061', '').replace('\u00a0', ' ')
  }
}

const math = (formula: string): string => {
  const { document } = parseHTML(`<body>${mathOf(new Notation().formula(formula), formula)}</body>`)
  return spoken(document.querySelector('math')! as unknown as Element)
}

it.each([
  ['log(1 + exp(x))', 'log(1+e^{x})'],
  ['exp(x) / sum(exp(x))', '{e^{x}/∑e^{x}}'],
  ['(a + b) * c', '(a+b)·c'],
  ['a - (b - c)', 'a−b+c'],
  ['-(a * b)', '−a·b'],
  ['(a + b)^2', '(a+b)^{2}'],
  ['(-2)^k', '(−2)^{k}'],
  ['1 / (1 + exp(-x))', '{1/1+e^{−x}}'],
  ['sqrt(x^2 + y^2)', '√{x^{2}+y^{2}}'],
  ['softmax(z)[k]', 'softmax(z)_{k}'],
  ['log(gamma(x))', 'log(Γ(x))'],
  ['factorial(n + 1)', '(n+1)!'],
  ['abs(x) * norm(v)', '|x|·‖v‖'],
  ['0.00000000000000001 * x', '10^{−17}·x'],
  ['if(y, a, b)', '{aif ybelse'],
  ['sum(x) / count(x)', '{∑x/n}'],
  ['sum(x * y)', '∑x·y'],
  ['sum(x)^2', '(∑x)^{2}'],
  ['log(x) / LN2', '{log(x)/ln2}'],
])('%s', (formula, expected) => expect(math(formula)).toBe(expected))

it.each([
  ['log(softmax(z)[k])', false],
  ['log(1 + exp(x))', false],
  ['log(a / b)', true],
  ['log(sum(x))', true],
  ['log(if(y, a, b))', true],
])('parentheses of %s grow: %s', (formula, grow) =>
  expect(mathOf(new Notation().formula(formula), formula).includes('<mo>(</mo>')).toBe(grow),
)

it('escapes what the source calls a thing', () => {
  const { algebra } = new Notation()
  const markup = mathOf(algebra.symbol('a<b>&"c"', 'a'), '"<')
  expect(markup).toContain('<mi>a&lt;b&gt;&amp;&quot;c&quot;</mi>')
  expect(markup).toContain('aria-label="&quot;&lt;"')
})

it.each(rules.flatMap(({ lines }) => lines))('is well-formed: $text', ({ pattern, result }) => {
  for (const formula of [pattern, result]) {
    if (!formula) continue
    const markup = mathOf(formula, 'formula')
    const open: string[] = []
    for (const [, closing, name] of markup.matchAll(/<(\/?)(\w+)[^>]*>/g))
      if (closing) expect(open.pop()).toBe(name)
      else open.push(name!)
    expect(open).toEqual([])
    expect(markup).not.toMatch(/undefined|NaN/)
  }
})
