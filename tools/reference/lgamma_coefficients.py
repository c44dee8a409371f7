#!/usr/bin/env python3
"""Writes src/runtime/lgamma-coefficients.ts: polynomials for log gamma about 2, and for Stirling's correction.

About 2 (DLMF 5.7.3):   lgamma(2 + t) = (1 - gamma) t + sum over k >= 2 of (-1)^k (zeta(k) - 1) t^k / k,  |t| < 2.
Stirling (DLMF 5.11.1): lgamma(x) = (x - 1/2) log(x) - x + log(2 pi)/2 + correction(x), and the correction is
                        asymptotically the sum over k >= 1 of B(2k) / (2k (2k - 1) x^(2k - 1)).

The polynomials interpolate at Chebyshev's nodes, which is near the best there is (mpmath's chebyfit).
"""
from fractions import Fraction

from mpmath import bernfrac, chebyfit, euler, log, loggamma, mp, mpf, pi, polyval, sqrt, zeta

from constants import write

mp.dps = 60
ABOUT_TWO = 18  # as many coefficients bring the error of t^3 times the polynomial to 2^-62 for |t| <= 1/2
STIRLING_FROM = mpf(3.5)
STIRLING = 12  # as many bring the error of the correction to 2^-64
WIDE = 12  # from x = 32 on, the first term left out is 2^-114

powers = [(-1) ** k * (zeta(k) - 1) / k for k in range(2, 150)]


def beyond_square(t: mpf) -> mpf:
    """(lgamma(2 + t) - the terms of t and t^2) / t^3"""
    return polyval(powers[:0:-1], t)


def beyond_first(s: mpf) -> mpf:
    """(x correction(x) - 1/12) / s at s = 1 / x^2"""
    x = 1 / sqrt(s)
    return (x * (loggamma(x) - (x - 0.5) * log(x) + x - log(2 * pi) / 2) - mpf(1) / 12) / s


about_two = chebyfit(beyond_square, [-0.5, 0.5], ABOUT_TWO)[::-1]
stirling = chebyfit(beyond_first, [mpf("1e-9"), STIRLING_FROM**-2], STIRLING)[::-1]


def short(value: mpf) -> float:
    """The first 26 bits: its product with 24 bits is exact."""
    _, exponent = mp.frexp(value)
    unit = mpf(2) ** (int(exponent) - 26)
    return float(mp.nint(value / unit) * unit)


def fraction(k: int) -> Fraction:
    """B(2k) / (2k (2k - 1))"""
    return Fraction(*map(int, bernfrac(2 * k))) / (2 * k * (2 * k - 1))


def short_and_rest(value: mpf) -> tuple[float, float]:
    return short(value), float(value - short(value))


def two_parts(value: mpf) -> list[float]:
    return [float(value), float(value - float(value))]


slope_high, slope_low = short_and_rest(1 - euler)
curve_high, curve_low = short_and_rest(powers[0])
write(
    "lgamma-coefficients",
    "Coefficients of the gamma family",
    __file__,
    [
        ("1 - gamma, the power 1 of t in lgamma(2 + t): 26 bits, and the rest.", {"slopeHigh": slope_high, "slopeLow": slope_low}),
        ("(zeta(2) - 1) / 2, the power 2: 26 bits, and the rest.", {"curveHigh": curve_high, "curveLow": curve_low}),
        ("What remains beside, divided by t^3, for |t| <= 1/2: the powers of t.", {"aboutTwo": list(map(float, about_two))}),
        ("From here on Stirling's formula holds with the coefficients below.", {"stirlingFrom": float(STIRLING_FROM)}),
        ("x times the correction, less 1/12, times x^2: the powers of 1 / x^2.", {"stirling": list(map(float, stirling))}),
        (
            "B(2k) / (2k (2k - 1)) for k = 1, 2, …: numerators and denominators of Stirling's correction.",
            {"stirlingFractions": [[f.numerator, f.denominator] for f in map(fraction, range(1, WIDE + 1))]},
        ),
        (
            "log(2 pi) / 2 - 1/2 in two parts, which is left when Stirling's formula begins with (x - 1/2) (log(x) - 1).",
            {"stirlingConstant": two_parts(log(2 * pi) / 2 - mpf(1) / 2)},
        ),
        ("log(2) in two parts.", {"ln2": two_parts(log(mpf(2)))}),
        ("zeta(2) in two parts, and zeta(3).", {"zeta2": two_parts(zeta(2)), "zeta3": float(zeta(3))}),
    ],
)
