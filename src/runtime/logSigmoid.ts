import { softplus } from './softplus.ts'

/**
 * log(1 / (1 + exp(-x))), for every x: -softplus(-x). It is x where the sigmoid itself has become 0.
 *
 * logSigmoid(-Infinity) = -Infinity, logSigmoid(Infinity) = -0, logSigmoid(NaN) = NaN. Measured: at most 0.64 ulp.
 */
export const logSigmoid = (x: number): number => -softplus(-x)
