/**
 * mathjs: functions of numbers, complex numbers and matrices. `exp` and `log` take no matrix, `log1p` and `expm1` do;
 * `multiply` of two matrices is their matrix product. `norm` is naive.
 */
import { elementary, type Dialect } from './tensors.ts'

export const mathjs: Dialect = {
  name: 'mathjs',
  packages: { mathjs: '' },
  globals: ['math', 'mathjs'],
  // prettier-ignore
  functions: {
    ...elementary,
    cbrt: 'cbrt', divide: 'divide', dotDivide: 'divide', dotMultiply: 'mul', dotPow: 'pow', hypot: 'hypot', log10: 'log10', log2: 'log2', gamma: 'gamma', lgamma: 'lgamma',
    multiply: 'mul', subtract: 'subtract', unaryMinus: 'negate', unaryPlus: 'same', variance: 'pure', std: 'pure',
    equal: 'equal', larger: 'greater', largerEq: 'greaterOrEqual', smaller: 'less', smallerEq: 'lessOrEqual', not: 'not', clone: 'same', matrix: 'same', number: 'same',
    evaluate: 'expression', parse: 'expression', compile: 'expression',
    atan2: 'atan2', factorial: 'factorial', norm: 'pure', dot: 'pure',
  },
  methods: {},
  atomics: {
    log1p: { function: 'log1p' },
    expm1: { function: 'expm1' },
    lgamma: { function: 'lgamma' },
    hypot: { function: 'hypot' },
    asinh: { function: 'asinh' },
    acosh: { function: 'acosh' },
    atanh: { function: 'atanh' },
    sinh: { function: 'sinh' },
    tanh: { function: 'tanh' },
  },
  constants: { e: Math.E, pi: Math.PI },
  float32: false,
  keepDims: 'true',
  variadic: true,
  numbers: true,
}
