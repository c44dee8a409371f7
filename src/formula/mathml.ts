/**
 * Writes a formula as MathML, which browsers typeset themselves: exponentials as powers, quotients as fractions, sums
 * with their sign. What print.ts abbreviates is abbreviated here as well.
 */
import { multipleOf } from './constants.ts'
import { isNumber, signOf, type Formula } from './formula.ts'
import { deepest, inverted, longestSum, positive, precedence as level } from './print.ts'

interface Typeset {
  readonly markup: string
  readonly level: number
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const row = (...parts: readonly string[]): string => `<mrow>${parts.join('')}</mrow>`
const operator = (text: string): string => `<mo>${escaped(text)}</mo>`
const identifier = (text: string): string => `<mi>${escaped(text)}</mi>`
/** Around these, parentheses grow; around an index or a power they stay as they are. */
const isTall = (markup: string): boolean => /<m(?:frac|sqrt|table)\b|[∑∏]/.test(markup)
const parenthesized = (markup: string): string => {
  const tag = isTall(markup) ? '<mo>' : '<mo stretchy="false">'
  return row(`${tag}(</mo>`, markup, `${tag})</mo>`)
}
const applied = operator('\u2061')

const within = (part: Typeset, least: number): string => (part.level < least ? parenthesized(part.markup) : part.markup)

const atom = (markup: string): Typeset => ({ markup, level: level.atom })

/** How each constant of the notation is written. */
const constants: Readonly<Record<string, string>> = {
  E: identifier('e'),
  PI: identifier('π'),
  LN2: row(identifier('ln'), applied, '<mn>2</mn>'),
  LN10: row(identifier('ln'), applied, '<mn>10</mn>'),
  SQRT2: '<msqrt><mn>2</mn></msqrt>',
  Infinity: identifier('∞'),
}

function numberOf(f: Formula): Typeset {
  const negative = f.name ? f.name.startsWith('-') : f.value! < 0 || Object.is(f.value, -0)
  const markup = f.name === undefined ? digits(String(Math.abs(f.value!))) : named(f.name)
  return negative ? { markup: row(operator('−'), markup), level: level.sum } : atom(markup)
}

/** π / 2 as a fraction, without its sign. */
function named(name: string): string {
  const { of, times } = multipleOf(name)
  const constant = constants[of] ?? digits(of)
  const size = Math.abs(times)
  if (size < 1) return `<mfrac>${constant}<mn>${1 / size}</mn></mfrac>`
  return size === 1 ? constant : row(`<mn>${size}</mn>`, constant)
}

/** 1e-17 as a power of ten. */
function digits(text: string): string {
  const [mantissa, exponent] = text.split('e')
  if (exponent === undefined) return /^[\d.]+$/.test(text) ? `<mn>${text}</mn>` : identifier(text)
  const power = `<msup><mn>10</mn>${numberOf({ value: Number(exponent) } as Formula).markup}</msup>`
  return mantissa === '1' ? power : row(`<mn>${mantissa}</mn>`, operator('·'), power)
}

function sumOf(f: Formula, depth: number): Typeset {
  const parts = f.args.slice(0, longestSum).flatMap((term, at) => {
    const negative = signOf(term) < 0
    const body = within(typeset(negative ? positive(term) : term, depth), level.sum + (negative ? 1 : 0))
    return [...(negative ? [operator('−')] : at > 0 ? [operator('+')] : []), body]
  })
  return {
    markup: row(...parts, ...(f.args.length > longestSum ? [operator('+'), operator('…')] : [])),
    level: level.sum,
  }
}

function productOf(f: Formula, depth: number): Typeset {
  if (signOf(f) < 0)
    return { markup: row(operator('−'), within(typeset(positive(f), depth), level.product)), level: level.sum }
  const above: Formula[] = []
  const below: Formula[] = []
  for (const factor of f.args) {
    const exponent = factor.op === 'pow' && !factor.recognized ? factor.args[1]! : undefined
    if (exponent?.op === 'number' && exponent.value! < 0) below.push(inverted(factor))
    else above.push(factor)
  }
  const chain = (factors: readonly Formula[]): string =>
    factors.length === 1
      ? typeset(factors[0]!, depth).markup
      : row(
          ...factors.flatMap((g, at) => [...(at > 0 ? [operator('·')] : []), within(typeset(g, depth), level.product)]),
        )
  if (below.length === 0) return { markup: chain(above), level: level.product }
  return atom(`<mfrac>${above.length > 0 ? chain(above) : '<mn>1</mn>'}${chain(below)}</mfrac>`)
}

function powerOf(f: Formula, depth: number): Typeset {
  const [base, exponent] = f.args as [Formula, Formula]
  if (isNumber(exponent, 0.5)) return atom(`<msqrt>${typeset(base, depth).markup}</msqrt>`)
  if (exponent.op === 'number' && exponent.value! < 0)
    return atom(`<mfrac><mn>1</mn>${typeset(inverted(f), depth).markup}</mfrac>`)
  return raised(within(typeset(base, depth), level.atom), typeset(exponent, depth).markup)
}

const raised = (base: string, exponent: string): Typeset => ({
  markup: `<msup>${base}${exponent}</msup>`,
  level: level.power,
})

/** Operators between two bars or brackets of their own. */
const fences: Readonly<Record<string, readonly [string, string]>> = {
  abs: ['|', '|'],
  norm: ['‖', '‖'],
  floor: ['⌊', '⌋'],
  ceil: ['⌈', '⌉'],
}
/** Signs for reductions. */
const bigOperators: Readonly<Record<string, string>> = { sum: '∑', product: '∏' }
/** Where the field has a sign for what the notation spells out. */
const signs: Readonly<Record<string, string>> = { gamma: 'Γ', sigmoid: 'σ', largest: 'max', smallest: 'min' }
const relations: Readonly<Record<string, string>> = { less: '<', lessOrEqual: '≤', equal: '=', and: '∧', or: '∨' }

function typeset(f: Formula, depth: number): Typeset {
  if (depth > deepest) return atom(operator('…'))
  if (f.recognized) return typeset(f.recognized, depth)
  const next = depth + 1
  const part = (i: number): Typeset => typeset(f.args[i]!, next)
  switch (f.op) {
    case 'number':
      return numberOf(f)
    case 'symbol':
      return atom(identifier(f.name!.replace('...', '…')))
    case 'field':
      return f.name!.startsWith('[')
        ? atom(`<msub>${within(part(0), level.atom)}${digits(f.name!.slice(1, -1))}</msub>`)
        : atom(row(within(part(0), level.atom), operator('.'), identifier(f.name!)))
    case 'count':
      // Of all entries: along an axis of a tensor, or in a line of a rule.
      if (f.args[0]!.op === 'symbol') return atom(identifier('n'))
      break
    case 'elements':
      return part(0)
    case 'positions':
      return atom(identifier('i'))
    case 'range':
      return atom(row('<mn>0</mn>', operator('…'), part(0).markup))
    case 'add':
      return sumOf(f, next)
    case 'mul':
      return productOf(f, next)
    case 'pow':
      return powerOf(f, next)
    case 'exp':
      return raised(identifier('e'), part(0).markup)
    case 'index':
      return atom(`<msub>${within(part(0), level.atom)}${part(1).markup}</msub>`)
    case 'list':
      return atom(row(operator('['), separated(f.args, next), operator(']')))
    case 'factorial':
      return atom(row(within(part(0), level.atom), operator('!')))
    case 'if':
      return atom(
        row(
          operator('{'),
          `<mtable columnalign="left"><mtr><mtd>${part(1).markup}</mtd><mtd>${row('<mtext>if\u00a0</mtext>', part(0).markup)}</mtd></mtr><mtr><mtd>${part(2).markup}</mtd><mtd><mtext>else</mtext></mtd></mtr></mtable>`,
        ),
      )
  }
  const relation = relations[f.op]
  if (relation && f.args.length === 2)
    return { markup: row(part(0).markup, operator(relation), part(1).markup), level: level.sum }
  const fence = fences[f.op]
  if (fence && f.args.length === 1) return atom(row(operator(fence[0]), part(0).markup, operator(fence[1])))
  const big = bigOperators[f.op]
  if (big) return { markup: row(operator(big), within(part(0), level.product)), level: level.product }
  return atom(row(identifier(signs[f.op] ?? f.op), applied, parenthesized(separated(f.args, next))))
}

const separated = (args: readonly Formula[], depth: number): string =>
  row(...args.flatMap((arg, at) => [...(at > 0 ? [operator(',')] : []), typeset(arg, depth).markup]))

/** A whole element; its text for those who do not see it is the formula as `printFormula` writes it. */
export const mathOf = (f: Formula, spoken: string): string =>
  `<math display="block" aria-label="${escaped(spoken)}">${typeset(f, 0).markup}</math>`
