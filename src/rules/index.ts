/** All rules, in the order of the reference card. Everything else that lists rules derives from this list. */
import preferLog1p from './prefer-log1p.ts'
import preferExpm1 from './prefer-expm1.ts'
import preferLog1mexp from './prefer-log1mexp.ts'
import preferSoftplus from './prefer-softplus.ts'
import preferLogSigmoid from './prefer-log-sigmoid.ts'
import preferBceWithLogits from './prefer-bce-with-logits.ts'
import preferLogSumExp from './prefer-log-sum-exp.ts'
import preferSoftmax from './prefer-softmax.ts'
import preferLogSoftmax from './prefer-log-softmax.ts'
import noSoftmaxDivision from './no-softmax-division.ts'
import preferStableVariance from './prefer-stable-variance.ts'
import preferInverseHyperbolic from './prefer-inverse-hyperbolic.ts'
import preferHyperbolic from './prefer-hyperbolic.ts'
import preferLogBase from './prefer-log-base.ts'
import preferLogit from './prefer-logit.ts'
import preferXlogy from './prefer-xlogy.ts'
import preferExpm1mx from './prefer-expm1mx.ts'
import noLogExpRoundTrip from './no-log-exp-round-trip.ts'
import preferPowm1 from './prefer-powm1.ts'
import preferCbrt from './prefer-cbrt.ts'
import preferLgamma from './prefer-lgamma.ts'
import noExpDifference from './no-exp-difference.ts'
import noHypotDifference from './no-hypot-difference.ts'
import noFractionDifference from './no-fraction-difference.ts'
import noPowerDifference from './no-power-difference.ts'
import preferLogcosh from './prefer-logcosh.ts'
import preferScaledNorm from './prefer-scaled-norm.ts'
import preferHypot from './prefer-hypot.ts'
import requireVarianceEpsilon from './require-variance-epsilon.ts'
import noSqrtDifference from './no-sqrt-difference.ts'
import noLogDifference from './no-log-difference.ts'
import noProbabilityProduct from './no-probability-product.ts'
import noRootDifference from './no-root-difference.ts'
import noTrigonometricDifference from './no-trigonometric-difference.ts'
import preferAngleBetween from './prefer-angle-between.ts'
import preferCenteredMoments from './prefer-centered-moments.ts'
import preferQuadraticRoots from './prefer-quadratic-roots.ts'
import preferVersin from './prefer-versin.ts'
import noUnboundedExp from './no-unbounded-exp.ts'
import noLogOfTiny from './no-log-of-tiny.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [
  preferLog1p,
  preferExpm1,
  preferLog1mexp,
  preferSoftplus,
  preferLogSigmoid,
  preferBceWithLogits,
  preferLogSumExp,
  preferSoftmax,
  preferLogSoftmax,
  noSoftmaxDivision,
  preferStableVariance,
  preferCenteredMoments,
  noSqrtDifference,
  preferQuadraticRoots,
  preferVersin,
  noTrigonometricDifference,
  preferAngleBetween,
  noRootDifference,
  preferHyperbolic,
  preferInverseHyperbolic,
  noLogDifference,
  preferLogBase,
  preferLogit,
  preferXlogy,
  preferExpm1mx,
  noLogExpRoundTrip,
  preferPowm1,
  preferCbrt,
  preferLgamma,
  noExpDifference,
  noHypotDifference,
  noFractionDifference,
  noPowerDifference,
  preferLogcosh,
  preferScaledNorm,
  preferHypot,
  requireVarianceEpsilon,
  noUnboundedExp,
  noLogOfTiny,
  noProbabilityProduct,
]
