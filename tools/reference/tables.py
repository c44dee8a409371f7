#!/usr/bin/env python3
"""Writes src/runtime/tables.ts: powers of two and logarithms in two parts each, for exp.ts and log.ts.

The high parts are short, so that sums and products with them are exact where the kernels need it: those of the powers
have the 24 bits of a float, those of the logarithms are multiples of 2^-42.
"""
import struct
from pathlib import Path

from mpmath import findroot, floor, log, mp, mpf

mp.dps = 60


def single(x):
    return mpf(struct.unpack("f", struct.pack("f", float(x)))[0])


def grid(x):
    return floor(x * 2**42 + mpf(1) / 2) / 2**42


def pair(x, high):
    return [float(high(x)), float(x - high(x))]


def array(name, pairs):
    return f"export const {name}: readonly number[] = [\n" + "".join(f"  {h!r}, {l!r},\n" for h, l in pairs) + "]\n"


step = log(2) / 256
short = floor(step * 2**36 + mpf(1) / 2) / 2**36  # 28 bits: exact times a whole number of 25 bits
ln2 = pair(log(2), grid)
# e^r = 1 + r + r^2/2 + a r^3 + r^4/24 for |r| <= h, where the a that is best takes on some of r^5/120: d h^2 t^3 is least
# far from t^5 on [0, 1] for the d where the extremes, -(2/5) d (3d/5)^(3/2) inside and 1 - d at the end, are equal.
h = step / 2
d = findroot(lambda d: 1 - d - mpf(2) / 5 * d * (3 * d / 5) ** mpf(1.5), 0.87)
third = mpf(1) / 6 + d * h**2 / 120
Path(__file__).parents[2].joinpath("src/runtime/tables.ts").write_text(
    "/** Constants of exp.ts and log.ts. Made by tools/reference/tables.py; do not edit. */\n\n"
    "/** 2^(1/2), 2^(1/4), … 2^(1/256), each in two parts. */\n"
    + array("roots", [pair(mpf(2) ** (mpf(2) ** -i), single) for i in range(1, 9)])
    + "\n/** log(1 + j/64) for j = 0 … 64, each in two parts. */\n"
    + array("logarithms", [pair(log(1 + mpf(j) / 64), grid) for j in range(65)])
    + "\n/** log(2) in three parts. */\n"
    + f"export const ln2High = {ln2[0]!r}\nexport const ln2Low = {ln2[1]!r}\nexport const ln2Lowest = {float(log(2) - ln2[0] - ln2[1])!r}\n"
    + f"\n/** log(2) / 256 in two parts, and its inverse. */\nexport const stepHigh = {float(short)!r}\n"
    + f"export const stepLow = {float(step - short)!r}\nexport const stepsPerUnit = {float(1 / step)!r}\n"
    + f"\n/** The coefficient of r^3 in the polynomial of degree 4 that is nearest to e^r for |r| <= log(2)/512. */\nexport const third = {float(third)!r}\n"
)
