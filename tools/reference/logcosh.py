#!/usr/bin/env python3
"""Writes src/runtime/logcosh-coefficients.ts: log(cosh(x)) = x²/2 + Σ c_n x^(2n) for |x| < π/2, with
c_n = 2^(2n) (2^(2n) - 1) B_2n / (2n (2n)!), by integrating the series of tanh (Abramowitz and Stegun, 4.5.64).
"""
from mpmath import bernoulli, factorial, mp, mpf

from constants import write

mp.dps = 40

# As many bring the error for |x| <= 1/4 to 2^-58 of the value.
coefficients = [mpf(4) ** n * (mpf(4) ** n - 1) * bernoulli(2 * n) / (2 * n * factorial(2 * n)) for n in range(2, 12)]
write(
    "logcosh-coefficients",
    "Coefficients of logcosh.ts",
    __file__,
    [("The powers x^4, x^6, … x^22 in the Taylor series of log(cosh(x)).", {"coefficients": [float(c) for c in coefficients]})],
)
