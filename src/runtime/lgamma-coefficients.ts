/** Coefficients of the gamma family. Made by tools/reference/lgamma_coefficients.py; do not edit. */

/** 1 - gamma, the power 1 of t in lgamma(2 + t): 26 bits, and the rest. */
export const slopeHigh = 0.42278433591127396
export const slopeLow = -8.128068169053402e-10

/** (zeta(2) - 1) / 2, the power 2: 26 bits, and the rest. */
export const curveHigh = 0.32246703654527664
export const curveLow = -3.1211634236094956e-09

/** What remains beside, divided by t^3, for |t| <= 1/2: the powers of t. */
export const aboutTwo: readonly number[] = [
  -0.0673523010531981,
  0.02058080842778455,
  -0.007385551028673429,
  0.002890510330741257,
  -0.00119275391176255,
  0.0005096695247713671,
  -0.00022315475602710603,
  9.945751162260417e-05,
  -4.492628637818162e-05,
  2.050723648981259e-05,
  -9.43891959627718e-06,
  4.3745951284891045e-06,
  -2.043022895180944e-06,
  9.569598111140567e-07,
  -4.3454173670260496e-07,
  2.0504811151039471e-07,
  -1.3029870239068415e-07,
  6.196070134106839e-08,
]

/** From here on Stirling's formula holds with the coefficients below. */
export const stirlingFrom = 3.5

/** x times the correction, less 1/12, times x^2: the powers of 1 / x^2. */
export const stirling: readonly number[] = [
  -0.0027777777777777753,
  0.0007936507936418979,
  -0.0005952380899612167,
  0.0008417495989522244,
  -0.0019173731568550832,
  0.006398778647007327,
  -0.028989564694153078,
  0.16064392321278967,
  -0.924728118150818,
  4.535748497863854,
  -15.269267781693978,
  25.002124948526312,
]

/** B(2k) / (2k (2k - 1)) for k = 1, 2, …: numerators and denominators of Stirling's correction. */
export const stirlingFractions: readonly number[] = [
  1, 12,
  -1, 360,
  1, 1260,
  -1, 1680,
  1, 1188,
  -691, 360360,
  1, 156,
  -3617, 122400,
  43867, 244188,
  -174611, 125400,
  77683, 5796,
  -236364091, 1506960,
]

/** log(2 pi) / 2 - 1/2 in two parts, which is left when Stirling's formula begins with (x - 1/2) (log(x) - 1). */
export const stirlingConstant: readonly [number, number] = [0.4189385332046727, 1.6728209650585413e-17]

/** log(2) in two parts. */
export const ln2: readonly [number, number] = [0.6931471805599453, 2.3190468138462996e-17]

/** zeta(2) in two parts, and zeta(3). */
export const zeta2: readonly [number, number] = [1.6449340668482264, 3.040672350398476e-17]
export const zeta3 = 1.2020569031595942
