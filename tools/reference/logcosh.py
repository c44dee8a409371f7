#!/usr/bin/env python3
"""Prints the coefficients of src/runtime/logcosh.ts: log(cosh(x)) = x²/2 + Σ c_n x^(2n) for |x| < π/2, n = 2 … 12.

c_n = 2^(2n) (2^(2n) - 1) B_2n / (2n (2n)!), by integrating the series of tanh (Abramowitz and Stegun, 4.5.64).
"""
from mpmath import bernoulli, factorial, mp, mpf

mp.dps = 40
for n in range(2, 13):
    print(f"  {float(mpf(4) ** n * (mpf(4) ** n - 1) * bernoulli(2 * n) / (2 * n * factorial(2 * n)))!r},")
