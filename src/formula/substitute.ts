/**
 * Replaces symbols in a formula: the parameters of a helper by its arguments, the element of a callback by the vector
 * it runs over. Parts that change lose their source (it is written in other terms); parts that do not, keep it.
 */
import type { Algebra } from './algebra.ts'
import { isReduction, isVectorial, type Formula, type Lift } from './formula.ts'
import type { Matcher } from './match.ts'
import { printFormula } from './print.ts'
import { recognize } from './recognitions.ts'

export interface Substitution {
  /** By the key of the symbol. */
  readonly values: ReadonlyMap<number, Formula>
  /** Names the moment at which the entries of an array that is passed in are read. */
  readonly epochOf: (array: Formula) => string
  /** The same for a field of an object that is passed in; otherwise it is read when it was. */
  readonly fieldEpochOf?: (field: Formula, object: Formula) => string
  /** Set when an element becomes a vector: lets a fix write the mapping again. */
  readonly lift?: Omit<Lift, 'body'>
}

export function substitute(algebra: Algebra, matcher: Matcher, f: Formula, to: Substitution): Formula {
  const done = new Map<Formula, Formula>()
  const visit = (part: Formula): Formula => {
    const before = done.get(part)
    if (before) return before
    const result = replace(part)
    done.set(part, result)
    return result
  }
  /** rows[i][0] for all i: a column, which is a member of each row as `.x` is. */
  const entryOfEach = (part: Formula): Formula | undefined => {
    const [row, position] = part.args
    if (part.op !== 'index' || row!.op !== 'elements') return undefined
    const rows = visit(row!.args[0]!)
    if (!rows.domain || row!.args[0]!.domain) return undefined
    const at = visit(position!)
    if (at.domain) return algebra.unique('entry', { domain: rows.domain })
    return algebra.field(rows, `[${printFormula(at)}]`, `${row!.epoch} ${at.key}`)
  }
  const read = (part: Formula, args: readonly Formula[]): Formula => {
    if (part.op === 'elements') return algebra.elements(args[0]!, to.epochOf(args[0]!))
    if (part.op === 'field' && to.fieldEpochOf)
      return algebra.field(args[0]!, part.name!, to.fieldEpochOf(part, args[0]!))
    return algebra.rebuild(part, args)
  }
  const replace = (part: Formula): Formula => {
    if (part.op === 'symbol') {
      const value = to.values.get(part.key)
      return value ? { ...value, ...boundsOf(part, value), anchors: undefined } : part
    }
    const given = to.values.get(part.key)
    if (given) return { ...given, anchors: undefined }
    if (part.args.length === 0) return part
    const entry = to.lift && entryOfEach(part)
    if (entry) return { ...entry, lift: { ...to.lift!, body: part } }
    const args = part.args.map(visit)
    const recognized = part.recognized && visit(part.recognized)
    if (args.every((arg, i) => arg === part.args[i]) && recognized === part.recognized) return part
    // A vector put where there already is one would need a second dimension, also where both run through the same array.
    const reduced = isReduction(part.op) || isVectorial(part.op)
    if (to.lift && reduced && args.some((arg, i) => arg.domain && arg !== part.args[i]))
      return algebra.unique(part.op, { domain: to.lift.base.domain })
    const { known, called } = part
    const built = {
      ...read(part, args),
      ...(known && { known }),
      ...(called !== undefined && { called }),
    }
    const lift = part.lift && { ...part.lift, base: visit(part.lift.base), body: visit(part.lift.body) }
    const lifted =
      to.lift && built.domain && !part.domain
        ? { ...built, lift: { ...to.lift, body: part } }
        : lift
          ? { ...built, lift }
          : built
    // exp(v) / sum(exp(z)) is a softmax only once v stands for the entries of z.
    return recognized ? algebra.recognize(lifted, recognized) : recognize(lifted, algebra, matcher)
  }
  const whole = visit(f)
  // A tensor's scalar beside a sum is read along what was summed.
  const domain = f.tensor ? undefined : to.lift?.base.domain
  return domain && whole !== f && f.domain?.key === domain.key ? algebra.unique('row', { domain }) : whole
}

/** What a condition says of an element in a round holds of the vector where it is read there. */
function boundsOf({ known: said }: Formula, { known }: Formula): Pick<Formula, 'known'> {
  if (said?.low === undefined && said?.high === undefined) return {}
  return {
    known: {
      ...known,
      ...(said.low !== undefined && { low: said.low }),
      ...(said.high !== undefined && { high: said.high }),
    },
  }
}

/** A formula of another algebra in this one. Symbols without a value are quantities of which nothing is known. */
export function adopt(
  algebra: Algebra,
  matcher: Matcher,
  f: Formula,
  values: ReadonlyMap<number, Formula>,
  unknown: (symbol: Formula) => Formula,
): Formula {
  const done = new Map<Formula, Formula>()
  const visit = (part: Formula): Formula => {
    let result = done.get(part)
    if (!result) done.set(part, (result = build(part)))
    return result
  }
  const build = (part: Formula): Formula => {
    const given = values.get(part.key)
    if (given) return { ...given, anchors: undefined }
    if (part.op === 'symbol') return unknown(part)
    const recognized = part.recognized && visit(part.recognized)
    const { known, called } = part
    const built = {
      ...(part.op === 'number' ? algebra.number(part.value!, part.name) : algebra.rebuild(part, part.args.map(visit))),
      ...(known && { known }),
      ...(called !== undefined && { called }),
    }
    return recognized ? algebra.recognize(built, recognized) : recognize(built, algebra, matcher)
  }
  return visit(f)
}
