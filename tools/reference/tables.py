#!/usr/bin/env python3
"""Writes src/runtime/tables.ts: powers of two and logarithms in two parts each, for exp.ts and log.ts.

The high parts are short, so that sums and products with them are exact where the kernels need it: those of the powers
have the 24 bits of a float, those of the logarithms are multiples of 2^-42.
"""
import struct

from mpmath import findroot, floor, log, mp, mpf

from constants import write

mp.dps = 60


def single(x):
    return mpf(struct.unpack("f", struct.pack("f", float(x)))[0])


def grid(x):
    return floor(x * 2**42 + mpf(1) / 2) / 2**42


def in_units(x, digits):
    """The high part is a whole number."""
    high = floor(x * 2**42 + mpf(1) / 2)
    return [float(high), float(f"{float(x * 2**42 - high):.{digits}g}")]


def pair(x, high):
    return [float(high(x)), float(x - high(x))]


step = log(2) / 256
short = floor(step * 2**36 + mpf(1) / 2) / 2**36  # 28 bits: exact times a whole number of 25 bits
ln2_high, ln2_low = pair(log(2), grid)
# e^r = 1 + r + r^2/2 + a r^3 + r^4/24 for |r| <= h, where the a that is best takes on some of r^5/120: d h^2 t^3 is least
# far from t^5 on [0, 1] for the d where the extremes, -(2/5) d (3d/5)^(3/2) inside and 1 - d at the end, are equal.
h = step / 2
d = findroot(lambda d: 1 - d - mpf(2) / 5 * d * (3 * d / 5) ** mpf(1.5), 0.87)
third = mpf(1) / 6 + d * h**2 / 120

# Eleven digits of a low part are more than the 60 bits of the kernel; log(2) cancels with its own, and needs all.
logarithms = [in_units(log(1 + mpf(j) / 64), 11 if j < 64 else 17) for j in range(65)]

write(
    "tables",
    "Constants of exp.ts and log.ts",
    __file__,
    [
        ("2^(1/2), 2^(1/4), … 2^(1/256), each in two parts.", {"roots": [pair(mpf(2) ** (mpf(2) ** -i), single) for i in range(1, 9)]}),
        ("log(1 + j/64) for j = 0 … 64, each in two parts, in units of 2^-42.", {"logarithms": logarithms}),
        ("log(2) in three parts.", {"ln2High": ln2_high, "ln2Low": ln2_low, "ln2Lowest": float(log(2) - ln2_high - ln2_low)}),
        ("log(2) / 256 in two parts, and its inverse.", {"stepHigh": float(short), "stepLow": float(step - short), "stepsPerUnit": float(1 / step)}),
        ("The coefficient of r^3 in the polynomial of degree 4 that is nearest to e^r for |r| <= log(2)/512.", {"third": float(third)}),
    ],
)
