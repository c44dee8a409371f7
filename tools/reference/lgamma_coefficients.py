#!/usr/bin/env python3
"""Writes src/runtime/lgamma-coefficients.ts: the series of log gamma about 2, and Stirling's, rounded to doubles.

About 2 (DLMF 5.7.3):  lgamma(2 + t) = (1 - gamma) t + sum over k >= 2 of (-1)^k (zeta(k) - 1) t^k / k,  |t| < 2.
Stirling (DLMF 5.11.1): the correction sum over k >= 1 of B(2k) / (2k (2k - 1) x^(2k - 1)).
"""
from pathlib import Path

from mpmath import bernoulli, euler, log, mp, mpf, pi, zeta

mp.dps = 60
TERMS_ABOUT_TWO = 30  # the first one left out is below 2^-56 of the sum for |t| <= 1/2
TERMS_OF_STIRLING = 9  # enough from x = 10 on

about_two = [1 - euler] + [(-1) ** k * (zeta(k) - 1) / k for k in range(2, TERMS_ABOUT_TWO + 2)]
stirling = [bernoulli(2 * k) / (2 * k * (2 * k - 1)) for k in range(1, TERMS_OF_STIRLING + 1)]


def array(name: str, values: list[mpf]) -> str:
    return f"export const {name}: readonly number[] = [\n" + "".join(f"  {float(v)!r},\n" for v in values) + "]\n"


Path(__file__).parents[2].joinpath("src/runtime/lgamma-coefficients.ts").write_text(
    "/** Coefficients of the series in lgamma.ts. Made by tools/reference/lgamma_coefficients.py; do not edit. */\n\n"
    "/** (-1)^k (zeta(k) - 1) / k for k = 2, 3, …, after 1 - gamma: the powers of t in lgamma(2 + t). */\n"
    + array("aboutTwo", about_two)
    + "\n/** B(2k) / (2k (2k - 1)): the powers of 1 / x^2 in Stirling's correction, after 1 / x. */\n"
    + array("stirling", stirling)
    + f"\n/** log(2 pi) / 2 */\nexport const halfLogTwoPi = {float(log(2 * pi) / 2)!r}\n"
    + f"\n/** log(pi) */\nexport const logPi = {float(log(pi))!r}\n"
)
