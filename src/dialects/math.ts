/** What the members of JavaScript's `Math` mean. `null`: known, without effect, but of no interest here. */
import type { Operator } from '../formula/formula.ts'

// prettier-ignore
export const mathFunctions: Readonly<Record<string, Operator | 'pow' | 'sqrt' | null>> = {
  abs: 'abs', acos: 'acos', acosh: 'acosh', asin: 'asin', asinh: 'asinh', atan: 'atan', atan2: 'atan2', atanh: 'atanh',
  cbrt: 'cbrt', ceil: 'ceil', clz32: null, cos: 'cos', cosh: 'cosh', exp: 'exp', expm1: 'expm1', f16round: null,
  floor: 'floor', fround: 'fround', hypot: 'hypot', imul: null, log: 'log', log10: 'log10', log1p: 'log1p', log2: 'log2',
  max: 'largest', min: 'smallest', pow: 'pow', random: null, round: 'round', sign: 'sign', sin: 'sin', sinh: 'sinh',
  sqrt: 'sqrt', tan: 'tan', tanh: 'tanh', trunc: 'trunc',
}

// prettier-ignore
export const mathConstants: Readonly<Record<string, number>> = {
  E: Math.E, LN10: Math.LN10, LN2: Math.LN2, LOG10E: Math.LOG10E, LOG2E: Math.LOG2E, PI: Math.PI, SQRT1_2: Math.SQRT1_2, SQRT2: Math.SQRT2,
}

// prettier-ignore
export const numberConstants: Readonly<Record<string, number>> = {
  EPSILON: Number.EPSILON, MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER, MAX_VALUE: Number.MAX_VALUE, MIN_VALUE: Number.MIN_VALUE,
  NEGATIVE_INFINITY: -Infinity, POSITIVE_INFINITY: Infinity,
}
