#!/usr/bin/env python3
"""Writes src/runtime/trigonometry-coefficients.ts: what takes the quarter turns from an angle.

The high part of π/2 has 33 bits, so that its product with a number of quarter turns below 2^20 is exact.
"""
from mpmath import floor, mp, pi

from constants import write

mp.prec = 400

high = floor(pi / 2 * 2**32) / 2**32
low = mp.mpf(float(pi / 2 - high))

write(
    "trigonometry-coefficients",
    "Constants of trigonometry.ts",
    __file__,
    [
        ("π/2, and its inverse.", {"quarter": float(pi / 2), "perRadian": float(2 / pi)}),
        ("π/2 in three parts, the first of them short.", {"quarterHigh": float(high), "quarterLow": float(low), "quarterLowest": float(pi / 2 - high - low)}),
    ],
)
