/** numjs: it has none of the stable functions, and its own `softmax` and `std` are naive. */
import { elementary, type Dialect, type Vocabulary } from './tensors.ts'

// prettier-ignore
const methods = {
  ...elementary,
  subtract: 'subtract', multiply: 'mul', divide: 'divide', negative: 'negate', clone: 'same', tolist: 'pure', reshape: 'pure', dot: 'pure', std: 'pure',
} as const satisfies Vocabulary

export const numjs: Dialect = {
  name: 'numjs',
  packages: { numjs: '' },
  globals: ['nj'],
  functions: {
    ...methods,
    power: 'pow',
    sigmoid: 'sigmoid',
    softmax: 'softmax',
    clip: 'clip',
    array: 'constant',
    ones: 'ones',
    zeros: 'zeros',
  },
  methods,
  atomics: {},
  float32: false,
  keepDims: 'true',
}
