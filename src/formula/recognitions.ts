/**
 * Identities by which a formula written out is known under the name of the field, whatever way it was written. The
 * shape that was written stays visible to the rules beside the name: a naive softmax is both.
 */
import { Matcher } from './match.ts'
import { Notation, type Rewrite } from './notation.ts'
import { predicates } from './predicates.ts'
import type { Algebra } from './algebra.ts'
import type { Formula, Operator } from './formula.ts'

export const identities = [
  '1 / (1 + exp(z)) -> sigmoid(-z)',
  'exp(z) / (1 + exp(z)) -> sigmoid(z)',
  '1 - sigmoid(z) -> sigmoid(-z)',
  'exp(x + c) / sum(exp(x + c)) -> softmax(x) when scalar(c)',
  'exp(x) / sum(exp(x)) -> softmax(x)',
  'exp(x[k] + c) / sum(exp(x + c)) -> softmax(x)[k] when scalar(c)',
  'exp(x[k]) / sum(exp(x)) -> softmax(x)[k]',
  'x - logSumExp(x) -> logSoftmax(x)',
  'x[k] - logSumExp(x) -> logSoftmax(x)[k]',
  'if(less(x, 0), -x, x) -> abs(x)',
  'if(c, exp(a), exp(b)) -> exp(if(c, a, b))',
  'if(c, exp(a), 1) -> exp(if(c, a, 0))',
  'if(c, 1, exp(b)) -> exp(if(c, 0, b))',
  'discriminant(a, b, c) -> b^2 - 4 * a * c',
  'if(less(a, b), b, a) -> largest(a, b)',
  'if(lessOrEqual(a, b), b, a) -> largest(a, b)',
  'if(less(a, b), a, b) -> smallest(a, b)',
  'if(lessOrEqual(a, b), a, b) -> smallest(a, b)',
  'smallest(1, largest(-1, x)) -> largest(-1, smallest(1, x))',
  'if(lessOrEqual(n, 1), 1, n * self(n - 1)) -> factorial(n)',
  'if(lessOrEqual(n, 0), 1, n * self(n - 1)) -> factorial(n)',
  'if(less(n, 2), 1, n * self(n - 1)) -> factorial(n)',
  'if(less(n, 1), 1, n * self(n - 1)) -> factorial(n)',
  'if(equal(n, 0), 1, n * self(n - 1)) -> factorial(n)',
  'if(equal(n, 1), 1, n * self(n - 1)) -> factorial(n)',
  'if(or(equal(n, 0), equal(n, 1)), 1, n * self(n - 1)) -> factorial(n)',
  'if(less(1, n), n * self(n - 1), 1) -> factorial(n)',
  'if(n, n * self(n - 1), 1) -> factorial(n)',
]

const notation = new Notation()
const byOperator = new Map<Operator, Rewrite[]>()
for (const text of identities) {
  const rewrite = notation.rewrite(text)
  byOperator.set(rewrite.pattern.op, [...(byOperator.get(rewrite.pattern.op) ?? []), rewrite])
}

/** The formula with its name beside it, if it has one. */
export function recognize(f: Formula, algebra: Algebra, matcher: Matcher): Formula {
  const candidates = byOperator.get(f.op)
  if (!candidates || f.recognized || f.args.length > 12) return f
  for (const rewrite of candidates) {
    for (const match of matcher.matches(rewrite.pattern, f)) {
      if (match.left.length > 0) continue
      const holds = rewrite.conditions.every(
        ({ predicate, args, negated }) =>
          predicates[predicate]!(...args.map(arg => matcher.instantiate(arg, match.bindings)!)) !== negated,
      )
      const named = holds && matcher.instantiate(rewrite.result!, match.bindings)
      if (named) return algebra.recognize(f, named)
    }
  }
  return f
}
