/**
 * The stable atomics: each is right where the formula that it replaces is not.
 *
 * One more is a file here with its docstring, a line in the list below, and what the tests then ask for:
 * - tools/accuracy/atomics.ts: its goal in ulp, and how it is called; what runs on every platform comes from there, too;
 * - tools/accuracy/reference.py: its points and exact values; `tools/accuracy/reference.py NAME` writes them to a file;
 * - tools/peers/naive.mjs: what people write instead; peers.ts beside it: the libraries that have it;
 * - bench/runtime/inputs.mjs: arguments as they come up;
 * - tests/runtime/edges.test.ts: its values at zeros, infinities and NaN; README.md, section Runtime: its name.
 * `npm run accuracy` then draws its plot and writes its part of docs/accuracy.md, and `npm run bench` times it. Constants
 * come from a script in tools/reference, which records their bits for the tests.
 */
export { angleBetween } from './angleBetween.ts'
export { atanDifference } from './atanDifference.ts'
export { bceWithLogits } from './bceWithLogits.ts'
export { cbrtDifference } from './cbrtDifference.ts'
export { centralAngle } from './centralAngle.ts'
export { compound, compoundm1 } from './compound.ts'
export { correlation, covariance, linearFit } from './covariance.ts'
export { crossEntropyWithLogits } from './crossEntropyWithLogits.ts'
export { expDifference } from './expDifference.ts'
export { expm1 } from './expm1.ts'
export { expm1mx } from './expm1mx.ts'
export { hypot } from './hypot.ts'
export { hypotmx } from './hypotmx.ts'
export { langevin } from './langevin.ts'
export { lbeta } from './lbeta.ts'
export { lchoose } from './lchoose.ts'
export { lfactorial } from './lfactorial.ts'
export { lgamma } from './lgamma.ts'
export { log1mexp } from './log1mexp.ts'
export { log1p } from './log1p.ts'
export { log1pmx } from './log1pmx.ts'
export { logAddExp } from './logAddExp.ts'
export { logcosh } from './logcosh.ts'
export { logexpm1 } from './logexpm1.ts'
export { logit } from './logit.ts'
export { logRatio } from './logRatio.ts'
export { logSigmoid } from './logSigmoid.ts'
export { logSubExp } from './logSubExp.ts'
export { logSumExp } from './logSumExp.ts'
export { mean } from './mean.ts'
export { norm } from './norm.ts'
export { powm1 } from './powm1.ts'
export { discriminant, quadraticRoots } from './quadraticRoots.ts'
export { reciprocalDifference } from './reciprocalDifference.ts'
export { RunningMoments } from './RunningMoments.ts'
export { sigmoid } from './sigmoid.ts'
export { cosDifference, sinDifference, tanDifference } from './sinDifference.ts'
export { logSoftmax, softmax } from './softmax.ts'
export { softplus } from './softplus.ts'
export { sqrt1pm1 } from './sqrt1pm1.ts'
export { sqrtDifference } from './sqrtDifference.ts'
export { standardize } from './standardize.ts'
export { sum } from './sum.ts'
export { std, variance } from './variance.ts'
export type { Mapping, Output, Vector } from './vector.ts'
export { cosm1, versin } from './versin.ts'
export { xlog1py, xlogx, xlogy } from './xlogy.ts'
export { tanmx, xmsin } from './xmsin.ts'
