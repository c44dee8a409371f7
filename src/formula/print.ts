/**
 * Writes a formula as mathematics: "log(1 + exp(x))". Messages, docs, `explain` and the tests all use it. Long sums
 * and deep nests are abbreviated, so that a message stays readable whatever the source is.
 */
import { signOf, standIn, type Formula } from './formula.ts'

export const precedence = { sum: 1, product: 2, power: 3, atom: 4 }
export const longestSum = 12
export const deepest = 12

interface Printed {
  readonly text: string
  readonly level: number
}

const within = (printed: Printed, level: number): string => (printed.level < level ? `(${printed.text})` : printed.text)

function printNumber(f: Formula): Printed {
  const text = f.name ?? String(f.value)
  if (text.startsWith('-')) return { text, level: precedence.sum }
  return { text, level: text.includes(' ') ? precedence.product : precedence.atom }
}

/** A negative term without its sign. */
export function positive(f: Formula): Formula {
  if (f.op === 'number')
    return { ...f, value: -f.value!, ...(f.name === undefined ? {} : { name: f.name.replace(/^-/, '') }) }
  const [coefficient, ...others] = f.args
  if (coefficient!.value === -1 && others.length > 0) return others.length === 1 ? others[0]! : { ...f, args: others }
  return { ...f, args: [{ ...coefficient!, value: -coefficient!.value! }, ...others] }
}

function printSum(f: Formula, depth: number): Printed {
  const terms = f.args.slice(0, longestSum)
  let text = ''
  for (const [at, term] of terms.entries()) {
    const negative = signOf(term) < 0
    const body = within(print(negative ? positive(term) : term, depth), precedence.sum + (negative ? 1 : 0))
    text += at === 0 ? (negative ? `-${body}` : body) : negative ? ` - ${body}` : ` + ${body}`
  }
  return { text: f.args.length > longestSum ? `${text} + …` : text, level: precedence.sum }
}

function printProduct(f: Formula, depth: number): Printed {
  if (signOf(f) < 0) return { text: `-${within(print(positive(f), depth), precedence.product)}`, level: precedence.sum }
  const above: string[] = []
  const below: string[] = []
  for (const factor of f.args.slice(0, longestSum)) {
    const inverse =
      factor.op === 'pow' && factor.args[1]!.op === 'number' && factor.args[1]!.value! < 0 && !factor.recognized
    if (!inverse) above.push(within(print(factor, depth), precedence.product))
    else below.push(within(print(inverted(factor), depth), precedence.power))
  }
  return { text: [above.length > 0 ? above.join(' * ') : '1', ...below].join(' / '), level: precedence.product }
}

export const inverted = (f: Formula): Formula =>
  f.args[1]!.value === -1 ? f.args[0]! : { ...f, args: [f.args[0]!, { ...f.args[1]!, value: -f.args[1]!.value! }] }

function print(f: Formula, depth: number): Printed {
  if (depth > deepest) return { text: '…', level: precedence.atom }
  if (f.recognized) return print(f.recognized, depth)
  const next = depth + 1
  switch (f.op) {
    case 'number':
      return printNumber(f)
    case 'symbol':
      return { text: f.name!, level: precedence.atom }
    case 'field': {
      const object = within(print(f.args[0]!, next), precedence.atom)
      return { text: f.name!.startsWith('[') ? `${object}${f.name}` : `${object}.${f.name}`, level: precedence.atom }
    }
    case 'range':
      return { text: `0…${print(f.args[0]!, next).text}`, level: precedence.atom }
    case 'count':
      // Along an axis of a tensor.
      return {
        text: f.args[0]!.op === 'symbol' ? 'n' : `count(${print(f.args[0]!, next).text})`,
        level: precedence.atom,
      }
    case 'elements':
      return print(f.args[0]!, next)
    case 'positions':
      return { text: 'i', level: precedence.atom }
    case 'add':
      return printSum(f, next)
    case 'mul':
      return printProduct(f, next)
    case 'index':
      return {
        text: `${within(print(f.args[0]!, next), precedence.atom)}[${print(f.args[1]!, next).text}]`,
        level: precedence.atom,
      }
    case 'list':
      return { text: `[${f.args.map(arg => print(arg, next).text).join(', ')}]`, level: precedence.atom }
    case 'pow': {
      const [base, exponent] = f.args
      if (exponent!.op === 'number') {
        if (exponent!.value === 0.5) return { text: `sqrt(${print(base!, next).text})`, level: precedence.atom }
        if (exponent!.value! < 0)
          return { text: `1 / ${within(print(inverted(f), next), precedence.power)}`, level: precedence.product }
      }
      return {
        text: `${within(print(base!, next), precedence.atom)}^${within(print(exponent!, next), precedence.atom)}`,
        level: precedence.power,
      }
    }
    default:
      return { text: `${f.op}(${f.args.map(arg => print(arg, next).text).join(', ')})`, level: precedence.atom }
  }
}

export const printFormula = (f: Formula): string => print(f, 0).text

/** The formula with what the source calls some of its parts, by their keys, in their place. */
export function withNames(f: Formula, names: ReadonlyMap<number, string>): Formula {
  const name = names.get(f.key)
  if (name !== undefined) return standIn(f, name)
  if (names.size === 0 || f.args.length === 0) return f
  const recognized = f.recognized && withNames(f.recognized, names)
  return { ...f, args: f.args.map(arg => withNames(arg, names)), recognized }
}
