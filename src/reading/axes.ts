/**
 * Tensors have many dimensions, a vector has one. A formula of tensor code is that of one entry, as scalar code is, until
 * something is reduced: then it becomes a vector along the axis of the reduction, and so does what is combined with
 * the result. Along another axis the result is a quantity of which no more is known, so that axes never mix.
 */
import { factsOf } from '../formula/facts.ts'
import { isReduction, isVectorial, standIn, type Formula } from '../formula/formula.ts'
import { isEpsilonName } from '../formula/quantities.ts'
import { printFormula } from '../formula/print.ts'

/** Deeper than any formula that a person has written. */
const deepest = 60

/** The axis of a reduction, or of what is made of all entries along it. */
const axisOf = (f: Formula): Formula | undefined => (isReduction(f.op) ? f.args[0]?.domain : f.domain)

/** The axes along which parts of a formula were reduced. */
export function axesIn(f: Formula, depth = 0): readonly Formula[] {
  if (f.domain) return [f.domain]
  if (isReduction(f.op)) return f.args[0]?.domain ? [f.args[0].domain] : []
  return depth > deepest ? [] : f.args.flatMap(arg => axesIn(arg, depth + 1))
}

/** Which axis `isAll` stands for all of them at once: what is reduced along it is a number. */
export function along(f: Formula, axis: Formula, isAll: (axis: Formula) => boolean, depth = 0): Formula {
  if (f.op === 'number' || f.op === 'count' || f.known?.count) return f
  const own = axisOf(f)
  if (isReduction(f.op)) {
    if (own && (own.key === axis.key || isAll(own))) return f
    return quantity(f, axis)
  }
  if (isVectorial(f.op)) return own?.key === axis.key ? f : quantity(f, axis)
  if (f.op === 'symbol') return isEpsilonName(f.name!) ? f : { ...f, domain: axis }
  if (f.args.length === 0 || depth > deepest || f.op === 'index' || f.op === 'elements' || f.op === 'field')
    return { ...f, domain: axis }
  const args = f.args.map(arg => along(arg, axis, isAll, depth + 1))
  const recognized = f.recognized && along(f.recognized, axis, isAll, depth + 1)
  const domain = args.some(arg => arg.domain) || recognized?.domain ? axis : undefined
  return { ...f, args, domain, recognized }
}

/** The same formula as that of one entry, for the lines of mathematics that speak of numbers. */
export function entrywise(f: Formula): Formula {
  if (!f.domain || isReduction(f.op)) return f
  const args = isVectorial(f.op) ? f.args : f.args.map(entrywise)
  return { ...f, args, domain: undefined, recognized: f.recognized && entrywise(f.recognized) }
}

/** What varies along an axis in a way that does not matter, with what is known of its range. */
function quantity(f: Formula, axis: Formula): Formula {
  const { low, high, grid } = factsOf(f)
  const known = { low, high, grid, computed: f.op !== 'symbol' }
  return standIn(f, printFormula(f), { domain: axis, origin: f.origin, known, tensor: f.tensor })
}
