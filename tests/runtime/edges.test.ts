/** What each atomic gives where a formula has no plain answer: zeros, infinities, NaN, nothing at all. By hand. */
import * as runtime from '../../src/runtime/index.ts'

const { Infinity: inf, NaN: nan } = { Infinity, NaN }

describe('scalars', () => {
  const cases: [keyof typeof runtime, readonly number[], number][] = [
    ['log1p', [0], 0],
    ['log1p', [-0], -0],
    ['log1p', [-1], -inf],
    ['log1p', [-2], nan],
    ['log1p', [inf], inf],
    ['log1p', [nan], nan],
    ['log1p', [5e-324], 5e-324],
    ['expm1', [0], 0],
    ['expm1', [-0], -0],
    ['expm1', [-inf], -1],
    ['expm1', [inf], inf],
    ['expm1', [nan], nan],
    ['expm1', [5e-324], 5e-324],
    ['sigmoid', [-inf], 0],
    ['sigmoid', [inf], 1],
    ['sigmoid', [0], 0.5],
    ['sigmoid', [nan], nan],
    ['sigmoid', [-745], 5e-324],
    ['logSigmoid', [-inf], -inf],
    ['logSigmoid', [inf], -0],
    ['logSigmoid', [nan], nan],
    ['logSigmoid', [-1e308], -1e308],
    ['softplus', [-inf], 0],
    ['softplus', [inf], inf],
    ['softplus', [0], Math.LN2],
    ['softplus', [nan], nan],
    ['softplus', [-745], 5e-324],
    ['softplus', [1e308], 1e308],
    ['logexpm1', [0], -inf],
    ['logexpm1', [-1], nan],
    ['logexpm1', [inf], inf],
    ['logexpm1', [nan], nan],
    ['logexpm1', [1000], 1000],
    ['log1mexp', [0], -inf],
    ['log1mexp', [-0], -inf],
    ['log1mexp', [1], nan],
    ['log1mexp', [-inf], -0],
    ['log1mexp', [nan], nan],
    ['logit', [0], -inf],
    ['logit', [1], inf],
    ['logit', [0.5], 0],
    ['logit', [-0.1], nan],
    ['logit', [1.1], nan],
    ['logit', [nan], nan],
    ['xlogy', [0, 0], 0],
    ['xlogy', [0, inf], 0],
    ['xlogy', [0, nan], nan],
    ['xlogy', [0, -1], 0],
    ['xlogy', [1, 0], -inf],
    ['xlogy', [nan, 1], nan],
    ['xlog1py', [0, -1], 0],
    ['xlog1py', [0, nan], nan],
    ['xlog1py', [2, 0], 0],
    ['xlogx', [0], 0],
    ['xlogx', [1], 0],
    ['xlogx', [nan], nan],
    ['logAddExp', [-inf, -inf], -inf],
    ['logAddExp', [-inf, 3], 3],
    ['logAddExp', [inf, 1], inf],
    ['logAddExp', [inf, inf], inf],
    ['logAddExp', [inf, -inf], inf],
    ['logAddExp', [nan, inf], nan],
    ['logAddExp', [1e308, 0], 1e308],
    ['logSubExp', [1, 2], nan],
    ['logSubExp', [2, 2], -inf],
    ['logSubExp', [2, -inf], 2],
    ['logSubExp', [inf, 1], inf],
    ['logSubExp', [nan, 1], nan],
    ['logSubExp', [-inf, -inf], -inf],
    ['lgamma', [1], 0],
    ['lgamma', [2], 0],
    ['lgamma', [0], inf],
    ['lgamma', [-0], inf],
    ['lgamma', [-1], inf],
    ['lgamma', [-7], inf],
    ['lgamma', [-19], inf],
    ['lgamma', [-1e300], inf],
    ['lgamma', [inf], inf],
    ['lgamma', [-inf], inf],
    ['lgamma', [nan], nan],
    ['lgamma', [5e-324], 744.4400719213812],
    ['lgamma', [-5e-324], 744.4400719213812],
    ['lgamma', [2.5e305], 1.7555118602376452e308],
    ['lgamma', [1e306], inf],
    ['lfactorial', [0], 0],
    ['lfactorial', [1], 0],
    ['lfactorial', [2], Math.LN2],
    ['lfactorial', [-1], inf],
    ['lfactorial', [-2], inf],
    ['lfactorial', [5e-324], -5e-324],
    ['lfactorial', [inf], inf],
    ['lfactorial', [-inf], inf],
    ['lfactorial', [nan], nan],
    ['lfactorial', [1e306], inf],
    ['lbeta', [1, 1], 0],
    ['lbeta', [0, 1], inf],
    ['lbeta', [0, 0], inf],
    ['lbeta', [1, inf], -inf],
    ['lbeta', [inf, inf], -inf],
    ['lbeta', [0, inf], nan],
    ['lbeta', [-1, 2], nan],
    ['lbeta', [nan, 1], nan],
    ['lbeta', [nan, 0], nan],
    ['lbeta', [1e308, 1e308], -1.3862943611198907e308],
    ['lchoose', [5, 0], 0],
    ['lchoose', [5, 5], 0],
    ['lchoose', [5, 1], Math.log(5)],
    ['lchoose', [5, 6], -inf],
    ['lchoose', [5, -1], -inf],
    ['lchoose', [2.5, -1], -inf],
    ['lchoose', [2.5, 4.5], -inf],
    ['lchoose', [5, 6.5], nan],
    ['lchoose', [-1, 2], nan],
    ['lchoose', [0, 0], 0],
    ['lchoose', [inf, 0], 0],
    ['lchoose', [inf, 2], inf],
    ['lchoose', [inf, inf], nan],
    ['lchoose', [nan, 0], nan],
    ['lchoose', [nan, 1], nan],
    ['lchoose', [1e200, 1e-150], 4.6109423426371065e-148],
    ['lchoose', [1e308, 1e-3], 0.7097726022404495],
    ['lchoose', [1e308, 5e307], 6.931471805599453e307],
    ['hypot', [0, -0], 0],
    ['hypot', [inf, nan], inf],
    ['hypot', [nan, -inf], inf],
    ['hypot', [nan, 1], nan],
    ['hypot', [3 * 2 ** 700, 4 * 2 ** 700], 5 * 2 ** 700],
    ['hypot', [3 * 2 ** -700, 4 * 2 ** -700], 5 * 2 ** -700],
    ['hypot', [2, 3, 6], 7],
    ['hypot', [5e-324, 0], 5e-324],
    ['hypot', [1.7e308, 1.7e308], inf],
    ['hypot', [1e200, nan], nan],
    ['hypot', [nan, 1, -inf], inf],
    ['log1pmx', [0], 0],
    ['log1pmx', [-0], 0],
    ['log1pmx', [-1], -inf],
    ['log1pmx', [-2], nan],
    ['log1pmx', [inf], -inf],
    ['log1pmx', [nan], nan],
    ['log1pmx', [1e-170], 0],
    ['log1pmx', [2 ** -520], -(2 ** -1041)],
    ['compound', [0, 5], 1],
    ['compound', [0.5, 0], 1],
    ['compound', [nan, 0], 1],
    ['compound', [-1, 2], 0],
    ['compound', [-1, -2], inf],
    ['compound', [-1, 0], 1],
    ['compound', [1, 10], 1024],
    ['compound', [1, -1074], 5e-324],
    ['compound', [1, 1024], inf],
    ['compound', [1e-17, inf], inf],
    ['compound', [-1e-17, inf], 0],
    ['compound', [0, inf], nan],
    ['compound', [inf, -1], 0],
    ['compound', [-3, 2], 4],
    ['compound', [-3, 0.5], nan],
    ['compound', [2 ** -920, 2 ** 920], Math.E],
    ['compoundm1', [0, 5], 0],
    ['compoundm1', [-0, 5], -0],
    ['compoundm1', [0.5, 0], 0],
    ['compoundm1', [-1, 2], -1],
    ['compoundm1', [-1, -2], inf],
    ['compoundm1', [1, 10], 1023],
    ['compoundm1', [5e-324, 1], 5e-324],
    ['compoundm1', [1e-17, -inf], -1],
    ['compoundm1', [-3, 3], -9],
    ['compoundm1', [nan, 1], nan],
    ['expm1mx', [0], 0],
    ['expm1mx', [-0], 0],
    ['expm1mx', [inf], inf],
    ['expm1mx', [-inf], inf],
    ['expm1mx', [nan], nan],
    ['expm1mx', [-1e300], 1e300],
    ['expm1mx', [710], inf],
    ['expm1mx', [2 ** -520], 2 ** -1041],
    ['sqrt1pm1', [0], 0],
    ['sqrt1pm1', [-0], -0],
    ['sqrt1pm1', [-1], -1],
    ['sqrt1pm1', [-2], nan],
    ['sqrt1pm1', [inf], inf],
    ['sqrt1pm1', [nan], nan],
    ['sqrt1pm1', [3], 1],
    ['cosm1', [0], 0],
    ['cosm1', [-0], 0],
    ['cosm1', [inf], nan],
    ['cosm1', [nan], nan],
    ['versin', [0], 0],
    ['versin', [-0], 0],
    ['versin', [-inf], nan],
    ['versin', [2 ** -500], 2 ** -1001],
    ['expDifference', [1, 1], 0],
    ['expDifference', [-inf, -inf], 0],
    ['expDifference', [0, -inf], 1],
    ['expDifference', [-inf, 0], -1],
    ['expDifference', [inf, 1], inf],
    ['expDifference', [1, inf], -inf],
    ['expDifference', [inf, inf], nan],
    ['expDifference', [nan, 0], nan],
    ['expDifference', [1000, -1000], inf],
    ['expDifference', [-1000, 1000], -inf],
    ['hypotmx', [4, 3], 1],
    ['hypotmx', [-4, 3], 9],
    ['hypotmx', [0, -2], 2],
    ['hypotmx', [5, 0], 0],
    ['hypotmx', [-5, 0], 10],
    ['hypotmx', [1e200, 2], 2e-200],
    ['hypotmx', [3e307, 4e307], 2e307],
    ['hypotmx', [2, inf], inf],
    ['hypotmx', [2, -inf], inf],
    ['hypotmx', [inf, 2], 0],
    ['hypotmx', [-inf, 2], inf],
    ['hypotmx', [nan, 2], nan],
    ['hypotmx', [2, nan], nan],
    ['powm1', [1, 1e308], 0],
    ['powm1', [-1, 1e308], 0],
    ['powm1', [5, 0], 0],
    ['powm1', [nan, 0], 0],
    ['powm1', [1, 7], 0],
    ['powm1', [0, 2], -1],
    ['powm1', [0, -2], inf],
    ['powm1', [2, 3], 7],
    ['powm1', [-2, 3], -9],
    ['powm1', [-2, 2], 3],
    ['powm1', [-2, 0.5], nan],
    ['powm1', [inf, -1], -1],
    ['powm1', [inf, 1], inf],
    ['powm1', [2, inf], inf],
    ['powm1', [2, -inf], -1],
    ['powm1', [-(1 + 2 ** -52), 2], 2 ** -51 + 2 ** -104],
    ['powm1', [nan, 1], nan],
    ['logcosh', [0], 0],
    ['logcosh', [-0], 0],
    ['logcosh', [inf], inf],
    ['logcosh', [-inf], inf],
    ['logcosh', [nan], nan],
    ['logcosh', [-1e308], 1e308],
    ['sqrtDifference', [4, 1], 1],
    ['sqrtDifference', [0, 0], 0],
    ['sqrtDifference', [inf, 1], inf],
    ['sqrtDifference', [1, inf], -inf],
    ['sqrtDifference', [inf, inf], nan],
    ['sqrtDifference', [-1, 1], nan],
    ['sqrtDifference', [2 ** 60, 2 ** 60, 1], 2 ** -31],
    ['reciprocalDifference', [2, 4], 0.25],
    ['reciprocalDifference', [-2, 4], -0.75],
    ['reciprocalDifference', [3, 3], 0],
    ['reciprocalDifference', [-3, -3], 0],
    ['reciprocalDifference', [2 ** 60, 2 ** 60, 3], -3 * 2 ** -120],
    ['reciprocalDifference', [1e-200, 1e200], 1e200],
    ['reciprocalDifference', [0, 4], inf],
    ['reciprocalDifference', [4, -0], inf],
    ['reciprocalDifference', [0, 0], nan],
    ['reciprocalDifference', [inf, 2], -0.5],
    ['reciprocalDifference', [-inf, inf], -0],
    ['reciprocalDifference', [nan, 2], nan],
    ['langevin', [0], 0],
    ['langevin', [-0], -0],
    ['langevin', [inf], 1],
    ['langevin', [-inf], -1],
    ['langevin', [nan], nan],
    ['langevin', [3 * 2 ** -70], 2 ** -70],
    ['langevin', [-1e300], -1],
    ['centralAngle', [0.5, 0.5, 0], 0],
    ['centralAngle', [0, 0, 1e-300], 1e-300],
    ['centralAngle', [2 ** -900, 3 * 2 ** -900, 0], 2 ** -899],
    ['centralAngle', [0, 0, Math.PI], Math.PI],
    ['centralAngle', [0, Math.PI / 2, 7], Math.PI / 2],
    ['centralAngle', [inf, 0, 0], nan],
    ['centralAngle', [0, 0, -inf], nan],
    ['centralAngle', [0, nan, 0], nan],
    ['cbrtDifference', [8, 1], 1],
    ['cbrtDifference', [-8, 1], -3],
    ['cbrtDifference', [0, -0], 0],
    ['cbrtDifference', [inf, 1], inf],
    ['cbrtDifference', [-inf, -inf], nan],
    ['cbrtDifference', [2 ** 60, 2 ** 60, 3], 2 ** -40],
    ['logRatio', [-1, inf], -inf],
    ['logRatio', [-1e-200, 1e200], nan],
    ['logRatio', [1, 1], 0],
    ['logRatio', [-5, -5], -0],
    ['logRatio', [1, 0], inf],
    ['logRatio', [1, -0], inf],
    ['logRatio', [0, 1], -inf],
    ['logRatio', [0, 0], nan],
    ['logRatio', [inf, 1], inf],
    ['logRatio', [inf, inf], nan],
    ['logRatio', [-1, 1], nan],
    ['logRatio', [1, 5e-324], 744.4400719213812],
    ['logRatio', [2 ** 60, 2 ** 60, 1], 2 ** -60],
    ['atanDifference', [0, 0], 0],
    ['atanDifference', [1, -1], Math.PI / 2],
    ['atanDifference', [inf, -inf], Math.PI],
    ['atanDifference', [inf, 0], Math.PI / 2],
    ['atanDifference', [inf, inf], 0],
    ['atanDifference', [2 ** 600, 2 ** 599], 2 ** -600],
    ['atanDifference', [nan, 1], nan],
    ['sinDifference', [3, 3], 0],
    ['sinDifference', [-1.5e308, 1.5e308], -2 * Math.sin(1.5e308)],
    ['sinDifference', [inf, 1], nan],
    ['sinDifference', [1, inf], nan],
    ['sinDifference', [0, 0, 2 ** -60], 2 ** -60],
    ['cosDifference', [3, 3], -0],
    ['cosDifference', [inf, 1], nan],
    ['cosDifference', [2 ** -500, 0], -(2 ** -1001)],
    ['tanDifference', [3, 3], 0],
    ['tanDifference', [1, inf], nan],
    ['tanDifference', [0, 0, 2 ** -60], 2 ** -60],
    ['xmsin', [0], 0],
    ['xmsin', [-0], -0],
    ['xmsin', [inf], nan],
    ['xmsin', [nan], nan],
    ['xmsin', [1e300], 1e300],
    ['tanmx', [0], 0],
    ['tanmx', [-0], -0],
    ['tanmx', [-inf], nan],
    ['tanmx', [nan], nan],
    ['discriminant', [1, 3, 2], 1],
    ['discriminant', [0, 3, 2], 9],
    ['discriminant', [0, 0, 5], 0],
    ['discriminant', [2 ** 500, 2 ** 501, 2 ** 500], 0],
    ['discriminant', [2 ** 1000, 2 ** 400, -(2 ** -1000)], 2 ** 800],
    ['discriminant', [1, 1e200, 1], inf],
    ['discriminant', [inf, 1, 1], -inf],
    ['discriminant', [inf, 1, 0], nan],
    ['discriminant', [1, nan, 1], nan],
    ['bceWithLogits', [inf, 1], 0],
    ['bceWithLogits', [1, 1e308], -1e308],
    ['bceWithLogits', [-inf, 0], 0],
    ['bceWithLogits', [inf, 0], inf],
    ['bceWithLogits', [-inf, 1], inf],
    ['bceWithLogits', [0, 0.5], Math.LN2],
    ['bceWithLogits', [nan, 1], nan],
    ['bceWithLogits', [1000, 0], 1000],
    ['standardize', [2, 2, 0], 0],
    ['standardize', [3, 2, 0], inf],
    ['standardize', [3, 1, 4], 1],
    ['standardize', [2, 2, 0, 1e-5], 0],
    ['standardize', [3, 2, 0, 0.25], 2],
    ['standardize', [nan, 1, 1], nan],
    ['standardize', [1, 2, -1], nan],
  ]
  it.each(cases)('%s(%j) is %d', (name, args, expected) =>
    expect((runtime[name] as (...args: readonly number[]) => number)(...args)).toBe(expected),
  )
})

describe('vectors', () => {
  it.each([
    ['logSumExp', [], -inf],
    ['logSumExp', [-inf, -inf], -inf],
    ['logSumExp', [1, inf], inf],
    ['logSumExp', [inf, nan], nan],
    ['logSumExp', [nan], nan],
    ['logSumExp', [-inf, 3], 3],
    ['logSumExp', [1e308], 1e308],
    ['logSumExp', [0, -40], 4.248354255291589e-18],
    ['sum', [], 0],
    ['sum', new Array<number>(10).fill(0.1), 1],
    ['sum', [1, 1e100, 1, -1e100], 2],
    ['sum', [inf, 1], inf],
    ['sum', [inf, -inf], nan],
    ['sum', [nan, 1], nan],
    ['sum', [1e308, 1e308], inf],
    ['mean', [], nan],
    ['mean', [1e308, 1e308], 1e308],
    ['mean', [inf], inf],
    ['norm', [], 0],
    ['norm', [0, -0], 0],
    ['norm', [3 * 2 ** 700, 4 * 2 ** 700], 5 * 2 ** 700],
    ['norm', [3 * 2 ** -700, 4 * 2 ** -700], 5 * 2 ** -700],
    ['norm', [nan, inf], inf],
    ['norm', [nan, 1], nan],
    ['norm', [5e-324], 5e-324],
    ['variance', [], nan],
    ['variance', [7], 0],
    ['variance', [1, 2, 3, 4], 1.25],
    ['variance', [1, nan], nan],
    ['variance', [inf, 1], nan],
    ['std', [1e9 + 1, 1e9 + 2, 1e9 + 3], Math.sqrt(2 / 3)],
  ] as ['sum', number[], number][])('%s(%j) is %d', (name, x, expected) => expect(runtime[name](x)).toBe(expected))

  it.each([
    ['softmax', [], []],
    ['softmax', [1000, 1000], [0.5, 0.5]],
    ['softmax', [-inf, 0], [0, 1]],
    ['softmax', [-inf, -inf], [nan, nan]],
    ['softmax', [inf, 0], [nan, nan]],
    ['softmax', [nan, 0], [nan, nan]],
    ['logSoftmax', [], []],
    ['logSoftmax', [1000, 0], [0, -1000]],
    ['logSoftmax', [-inf, 0], [-inf, 0]],
    ['logSoftmax', [-inf, -inf], [nan, nan]],
    ['logSoftmax', [inf, 0], [nan, nan]],
  ] as ['softmax', number[], number[]][])('%s(%j) is %j', (name, x, expected) =>
    expect(runtime[name](x).map(v => v + 0)).toEqual(expected),
  )

  it.each([
    [
      [1, -3, 2],
      [1, 2],
    ],
    [
      [-1, 3, -2],
      [2, 1],
    ],
    [
      [1, 2, 1],
      [-1, -1],
    ],
    [
      [1, 0, -4],
      [-2, 2],
    ],
    [
      [1, 5, 0],
      [-5, 0],
    ],
    [
      [3, 0, 0],
      [0, 0],
    ],
    [
      [0, 2, 4],
      [-inf, -2],
    ],
    [
      [0, -2, 4],
      [2, inf],
    ],
    [
      [0, 0, 1],
      [nan, nan],
    ],
    [
      [1, 1, 1],
      [nan, nan],
    ],
    [
      [1, nan, 1],
      [nan, nan],
    ],
    [
      [1, 2 ** 30, 1],
      [-(2 ** 30), -(2 ** -30)],
    ],
    [
      [2 ** 600, -3 * 2 ** 600, 2 ** 601],
      [1, 2],
    ],
    [
      [2 ** -1000, -(2 ** 10) - 2 ** -10, 2 ** 1000],
      [2 ** 990, 2 ** 1010],
    ],
  ] as [[number, number, number], number[]][])('quadraticRoots(%j) is %j', (coefficients, expected) =>
    expect(runtime.quadraticRoots(...coefficients).map(root => root + 0)).toEqual(expected),
  )

  it('quadraticRoots: what rounds to a double root is one', () => {
    const b = 2 * (1 + 2 ** -30)
    const root = -1 - 2 ** -30
    expect(runtime.discriminant(1, b, 1 + 2 ** -29)).toBe(2 ** -58)
    expect(runtime.quadraticRoots(1, b, 1 + 2 ** -29)).toEqual([root - 2 ** -30, root + 2 ** -30])
    // (1 + 3 2^-28)^2 is 1 + 6 2^-28 + 9 2^-56, which rounds up to this:
    const above = 1 + 6 * 2 ** -28 + 2 ** -52
    const twice = 2 * (1 + 3 * 2 ** -28)
    expect(twice * twice - 4 * above).toBe(0)
    expect(runtime.discriminant(1, twice, above)).toBe(-28 * 2 ** -56)
    expect(runtime.quadraticRoots(1, twice, above)).toEqual([-twice / 2, -twice / 2])
    expect(runtime.quadraticRoots(1, twice, above + 2 ** -52)).toEqual([nan, nan])
  })

  it.each([
    ['covariance', [1, 2, 3], [1, 2, 3], 2 / 3],
    ['covariance', [1, 2, 3], [3, 2, 1], -2 / 3],
    ['covariance', [5], [7], 0],
    ['covariance', [], [], nan],
    ['covariance', [1, inf], [1, 2], nan],
    ['correlation', [1, 2, 3], [2, 4, 6], 1],
    ['correlation', [1e9 + 1, 1e9 + 2, 1e9 + 3], [3, 2, 1], -1],
    ['correlation', [1, 1, 1], [1, 2, 3], nan],
    ['correlation', [], [], nan],
    // As many entries of y as x has; NaN where these are missing.
    ['covariance', [1, 2, 3], [1, 2, 3, 1e300, nan], 2 / 3],
    ['covariance', [1, 2, 3], [1, 2], nan],
    ['correlation', [1, 2, 3], [2, 4, 6, -1], 1],
    ['correlation', [1, 2, 3], [2, 4], nan],
    ['angleBetween', [1, 0], [0, 2, nan], Math.PI / 2],
    ['angleBetween', [1, 0, 0, 0, 0], [1, 0, 0], nan],
    ['angleBetween', [-0.3], [-7], 0],
    ['angleBetween', [-0.3], [7], Math.PI],
    ['angleBetween', [1, 0], [0, 2], Math.PI / 2],
    ['angleBetween', [1, 2, 3], [2, 4, 6], 0],
    ['angleBetween', [1, 2, 3], [-1, -2, -3], Math.PI],
    ['angleBetween', [1, 0], [1, 1e-300], 1e-300],
    ['angleBetween', [1e300, 0], [1e-300, 1e-300], Math.PI / 4],
    ['angleBetween', [0, 0], [1, 0], nan],
    ['angleBetween', [1, 0], [0, 0], nan],
    ['angleBetween', [inf, 0], [1, 0], nan],
    ['angleBetween', [], [], nan],
  ] as ['covariance', number[], number[], number][])('%s(%j, %j) is %d', (name, x, y, expected) =>
    expect(runtime[name](x, y)).toBe(expected),
  )

  it('the covariance of a sample, and a line', () => {
    expect(runtime.covariance([1, 2, 3], [1, 2, 3], 1)).toBe(1)
    expect(runtime.linearFit([1e9 + 1, 1e9 + 2, 1e9 + 3], [1, 3, 5])).toEqual([2, -2e9 - 1])
    expect(runtime.linearFit([1, 1], [1, 2])).toEqual([nan, nan])
    expect(runtime.linearFit([1, 2], [3, 5, 9])).toEqual([2, 1])
    expect(runtime.linearFit([1, 2], [3])).toEqual([nan, nan])
    // All is rounded once: the intercept is what is left of two numbers of twice its size.
    expect(runtime.linearFit([1e16, 1e16 + 2, 1e16 + 4], [3, 5, 7])).toEqual([1, 3 - 1e16])
    expect(runtime.linearFit(new Set([1, 2]), new Set([3, 5]))).toEqual([2, 1])
  })

  it('crossEntropyWithLogits takes weights or the index of a class', () => {
    const { crossEntropyWithLogits } = runtime
    expect(crossEntropyWithLogits([1000, 0], [0.5, 0.5])).toBe(500)
    expect(crossEntropyWithLogits([1000, 0], 1)).toBe(1000)
    expect(crossEntropyWithLogits([0, -inf], [1, 0])).toBe(0)
    expect(crossEntropyWithLogits([0, -inf], [0, 1])).toBe(inf)
    expect(crossEntropyWithLogits([], [])).toBe(0)
    expect(crossEntropyWithLogits([nan, 0], [1, 0])).toBe(nan)
  })
})

describe('any vector will do', () => {
  const x = [3, 1, 2]
  it.each([
    ['an array', x],
    ['a Float64Array', new Float64Array(x)],
    ['a Float32Array', new Float32Array(x)],
    ['an Int8Array', new Int8Array(x)],
    ['a set', new Set(x)],
    [
      'a generator',
      {
        *[Symbol.iterator]() {
          yield* x
        },
      },
    ],
    ['something like an array', { length: 3, 0: 3, 1: 1, 2: 2 }],
  ] as [string, Iterable<number>][])('%s', (_, vector) => {
    expect(runtime.sum(vector)).toBe(6)
    expect(runtime.variance(vector)).toBeCloseTo(2 / 3, 15)
    expect(runtime.logSumExp(vector)).toBeCloseTo(3.4076059644443806, 14)
    const shares = [...runtime.softmax(x)]
    expect([...runtime.softmax(vector)]).toEqual(vector instanceof Float32Array ? shares.map(Math.fround) : shares)
  })
  it('a mapping takes the place of the entries', () => {
    expect(runtime.sum(x, (v, i) => v * i)).toBe(5)
    expect(runtime.norm(x, v => v - 1)).toBe(Math.sqrt(5))
    expect(runtime.variance(x, 1, v => 2 * v)).toBe(4)
    expect(runtime.variance(x, v => 2 * v)).toBe(runtime.variance([6, 2, 4]))
    expect(runtime.std(x, 1, v => 2 * v)).toBe(2)
    expect(runtime.std(x, v => 2 * v)).toBe(runtime.std([6, 2, 4]))
    expect(runtime.mean(x, v => v + 1)).toBe(3)
    expect(runtime.logSumExp(x, v => v * 0)).toBeCloseTo(Math.log(3), 15)
    expect(runtime.softmax(x, v => v / 2)).toEqual(runtime.softmax([1.5, 0.5, 1]))
    expect(runtime.logSoftmax(x, v => v / 2)).toEqual(runtime.logSoftmax([1.5, 0.5, 1]))
  })
  it('a mapping is called once for each entry, in order', () => {
    const seen: number[] = []
    runtime.variance(x, 0, (v, i) => (seen.push(i), v))
    expect(seen).toEqual([0, 1, 2])
  })
  it('the result is of the kind of the input, or a Float64Array for one of integers', () => {
    for (const Typed of [Float32Array, Float64Array]) {
      expect(runtime.softmax(new Typed(x)).constructor).toBe(Typed)
      expect(runtime.logSoftmax(new Typed(x)).constructor).toBe(Typed)
    }
    expect(runtime.logSoftmax(new Int8Array(x) as unknown as Float64Array)).toBeInstanceOf(Float64Array)
    expect(Array.isArray(runtime.softmax(new Set(x)))).toBe(true)
  })
  it('fills `out`, which may be the input', () => {
    const data = new Float32Array(x)
    expect(runtime.softmax(data, data)).toBe(data)
    expect(data[0]).toBeCloseTo(0.6652409557748219, 7)
    const place = new Float64Array(3)
    expect(runtime.logSoftmax(x, place, v => v)).toBe(place)
  })
  it('a million entries are no trouble', () => {
    const many = new Float64Array(1_000_000).fill(0.1)
    expect(runtime.sum(many)).toBe(100000)
    expect(runtime.logSumExp(many)).toBeCloseTo(0.1 + Math.log(1e6), 12)
    expect(runtime.norm(many)).toBeCloseTo(100, 12)
    expect(runtime.variance(many)).toBeLessThan(1e-30)
    expect(runtime.softmax(many)[5]).toBeCloseTo(1e-6, 18)
  })
})

describe('longer than a block', () => {
  const at = (n: number, entries: Record<number, number>): number[] =>
    Array.from({ length: n }, (_, i) => entries[i] ?? Math.sin(i))

  it.each([511, 512, 513, 1024, 1025, 5000])('%d entries: a plain array is like a Float64Array', n => {
    const x = at(n, {})
    const same = Float64Array.from(x)
    for (const name of ['sum', 'mean', 'variance', 'std', 'norm', 'logSumExp'] as const)
      expect(runtime[name as 'sum'](x), name).toBe(runtime[name as 'sum'](same))
    for (const name of ['softmax', 'logSoftmax'] as const) {
      const expected = [...runtime[name](same)]
      expect(runtime[name](x), name).toEqual(expected)
      expect([...runtime[name](same, same.slice())], name).toEqual(expected)
      expect([...runtime[name](x, new Float32Array(n))], name).toEqual(expected.map(Math.fround))
      const inPlace = x.slice()
      expect(runtime[name](inPlace, inPlace), name).toEqual(expected)
    }
  })
  it('the largest may be anywhere, and so may a NaN', () => {
    for (const place of [0, 511, 512, 700, 1299]) {
      expect(runtime.logSumExp(at(1300, { [place]: 800 }))).toBe(800)
      expect(runtime.softmax(at(1300, { [place]: 800 }))[place]).toBe(1)
      expect(runtime.logSumExp(at(1300, { [place]: nan }))).toBe(nan)
      expect(runtime.logSumExp(at(1300, { [place]: inf }))).toBe(inf)
      expect(runtime.logSumExp(at(1300, { [place]: inf, 1000: nan }))).toBe(nan)
      expect(runtime.norm(at(1300, { [place]: 2 ** 1000 }))).toBe(2 ** 1000)
      expect(runtime.norm(at(1300, { [place]: inf, 1000: nan }))).toBe(inf)
      expect(runtime.variance(at(1300, { [place]: nan }))).toBe(nan)
    }
  })
  it('holes are NaN, integers are numbers', () => {
    const holes = new Array<number>(600)
    expect(runtime.sum(holes)).toBe(nan)
    expect(runtime.logSumExp(holes)).toBe(nan)
    expect(runtime.softmax([1, , 2] as number[])).toEqual([nan, nan, nan])
    expect(runtime.sum(Array.from({ length: 600 }, (_, i) => i))).toBe(179700)
    expect(runtime.sum(new Int32Array(600).fill(-3))).toBe(-1800)
  })
  it('a mapping may itself use the runtime', () => {
    const x = at(600, {})
    expect(runtime.sum(x, v => runtime.logSumExp([v, v]))).toBeCloseTo(runtime.sum(x) + 600 * Math.LN2, 10)
  })
  it('10⁷ entries', () => {
    const many = new Float64Array(1e7).fill(-3)
    expect(runtime.logSumExp(many)).toBeCloseTo(Math.log(1e7) - 3, 14)
    expect(runtime.norm(many)).toBe(3 * Math.sqrt(1e7))
    expect(runtime.std(many)).toBe(0)
  })
})

describe('tanmx and xmsin where the accuracy of the points above ends', () => {
  // By mpmath, with 600 bits.
  it.each([
    [4.493409457909064, 6.7090326606722143e-16],
    [-4.493409457909063, 1.7262066115773904e-14],
    [7.725251836937707, -2.2679731429808461e-14],
  ])('next to another zero of tan(x) - x the error is below 2^-57 |x|: %d', (x, exact) => {
    expect(Math.abs(runtime.tanmx(x) - exact)).toBeLessThan(2 ** -57 * Math.abs(x))
  })
  it('a cube of a number that float32 hardly holds', () => {
    const x = -7.062508386128569e-46
    expect(Math.abs(runtime.tanmx(x) / -1.1742367675495903e-136 - 1)).toBeLessThan(2 ** -51)
    expect(Math.abs(runtime.xmsin(x) / -5.871183837747952e-137 - 1)).toBeLessThan(2 ** -51)
  })
})

describe('RunningMoments', () => {
  it('says nothing before the first value', () => {
    const moments = new runtime.RunningMoments()
    expect([moments.count, moments.mean, moments.variance()]).toEqual([0, nan, nan])
  })
  it('agrees with the data at hand, pushed or merged', () => {
    const x = [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 7]
    const [a, b, all] = [new runtime.RunningMoments(), new runtime.RunningMoments(), new runtime.RunningMoments()]
    x.slice(0, 2).forEach(v => a.push(v))
    x.slice(2).forEach(v => b.push(v))
    x.forEach(v => all.push(v))
    a.merge(b).merge(new runtime.RunningMoments())
    for (const moments of [a, all]) {
      expect(moments.count).toBe(4)
      expect(moments.mean).toBe(runtime.mean(x))
      expect(moments.variance()).toBeCloseTo(runtime.variance(x), 6)
      expect(moments.std(1)).toBeCloseTo(runtime.std(x, 1), 6)
    }
    expect(new runtime.RunningMoments().merge(a).mean).toBe(a.mean)
  })
})
