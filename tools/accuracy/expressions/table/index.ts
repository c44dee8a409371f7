/** All the expressions. */
import { algebra } from './algebra.ts'
import { exponentials } from './exponentials.ts'
import type { Expression } from './expression.ts'
import { logarithms } from './logarithms.ts'
import { roots } from './roots.ts'
import { trigonometry } from './trigonometry.ts'

export const chapters: Readonly<Record<string, readonly Expression[]>> = {
  'Roots and lengths': roots,
  'Fractions, powers, growth': algebra,
  'Exponentials and hyperbolic functions': exponentials,
  Logarithms: logarithms,
  Trigonometry: trigonometry,
}

export const expressions: readonly Expression[] = Object.values(chapters).flat()
