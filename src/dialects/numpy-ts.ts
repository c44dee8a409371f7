/** numpy-ts: NumPy in float64. Its `linalg.norm` is naive; `logaddexp` of two infinities is NaN. */
import { numpy, type Dialect } from './tensors.ts'

const both = (name: string): { readonly function: string; readonly method: string } => ({
  function: name,
  method: name,
})

export const numpyTs: Dialect = {
  name: 'numpy-ts',
  packages: { 'numpy-ts': '' },
  globals: [],
  functions: { ...numpy, var: 'variance', std: 'std' },
  methods: { ...numpy, var: 'variance', std: 'std', tolist: 'pure', item: 'pure', flatten: 'pure' },
  atomics: {
    log1p: both('log1p'),
    expm1: both('expm1'),
    logAddExp: { ...both('logaddexp'), caution: 'is NaN where both are -Infinity' },
    // What comes behind the axis is what is subtracted from n.
    variance: { ...both('var'), keepDims: '0, true' },
    std: { ...both('std'), keepDims: '0, true' },
    hypot: both('hypot'),
    asinh: both('arcsinh'),
    acosh: both('arccosh'),
    atanh: both('arctanh'),
    sinh: both('sinh'),
    tanh: both('tanh'),
  },
  float32: false,
  keepDims: 'true',
}
