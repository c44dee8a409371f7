#!/usr/bin/env python3
"""Writes tests/runtime/reference/*.json: points and what the atomics are there, to the nearest double.

The oracle is mpmath at 400 digits. Points: a dense grid, every binade, the breakpoints of the implementations and their
neighbours, subnormals, and random ones from a fixed seed. Numbers are written as Python writes them, which is exact.
"""
import json
import random
from math import inf, ldexp, nextafter
from pathlib import Path

from mpmath import binomial, exp, expm1, fsum, log, log1p, loggamma, mp, mpf, sqrt

mp.dps = 400
random.seed(20261123)
out = Path(__file__).parents[2] / "tests/runtime/reference"


def beside(*points):
    return [q for p in points for q in (p, nextafter(p, inf), nextafter(p, -inf))]


def binades(low, high, step=7):
    return [ldexp(1 + random.random(), e) for e in range(low, high, step)]


def signed(xs):
    return [s * x for x in xs for s in (1, -1)]


def reals(reach=800.0):
    dense = [i / 8 for i in range(-320, 321)]
    wide = [random.uniform(-reach, reach) for _ in range(200)]
    near = signed([10.0**-e * random.uniform(1, 10) for e in range(0, 30) for _ in range(3)])
    return dense + wide + near + signed(binades(-1074, 10, 13)) + beside(-0.6931471805599453, -37.0, 37.0, 709.0, -709.0, -745.0)


def within(xs, low, high):
    return [x for x in xs if low < x < high]


# Points added later have a generator of their own, so that those of the others stay.
later = random.Random(20261124)


def lgamma_zeros():
    """Both zeros beside each -n: at -n + d, |d| = Γ(1 + d) / ((1 - d) (2 - d) … (n - d)); beyond -18 these are no doubles."""
    for n in range(2, 19):
        for sign in (-1, 1):
            if (n, sign) == (2, 1):
                continue
            with mp.workdps(60):
                d = mpf(sign) / mp.factorial(n)
                for _ in range(200):
                    d = sign * exp(mp.re(loggamma(1 + d)) - fsum(log(k - d) for k in range(1, n + 1)))
                yield float(d - n)


def near(p):
    """The neighbours of a point, and ever more distant ones."""
    return beside(p) + [p + s * abs(p) * later.uniform(1, 2) * 2.0**-e for e in range(2, 52, 6) for s in (1, -1)]


def not_whole(xs):
    return [x for x in xs if x != int(x)]


softplus = lambda x: log1p(exp(mpf(x)))
lg = lambda x: mp.re(loggamma(mpf(x)))
functions = {
    "log1p": (lambda x: log1p(mpf(x)), within(reals(), -1, inf) + binades(10, 1023, 31)),
    "expm1": (lambda x: expm1(mpf(x)), within(reals(), -800, 709)),
    "softplus": (softplus, reals()),
    "logSigmoid": (lambda x: -softplus(-x), reals()),
    "sigmoid": (lambda x: 1 / (1 + exp(-mpf(x))), reals(744.0)),
    "log1mexp": (lambda x: log(-expm1(mpf(x))), within(reals(), -745, 0)),
    "logexpm1": (lambda x: log(expm1(mpf(x))), within(reals(), 0, 709)),
    "logit": (lambda p: log(mpf(p) / (1 - mpf(p))), [i / 512 for i in range(1, 512)] + binades(-1074, -1, 9) + [1 - x for x in binades(-50, -1, 2)] + beside(0.25, 0.75, 0.5)),
    "xlogx": (lambda x: mpf(x) * log(mpf(x)), within(reals(), 0, inf)),
    "lgamma": (lambda x: mp.re(loggamma(mpf(x))), [i / 32 for i in range(1, 640)] + beside(0.5, 1.5, 2.5, 10.0, 1.0, 2.0) + [random.uniform(0, 200) for _ in range(300)] + binades(-1074, 1000, 11)),
    "lgammaNegative": (lambda x: mp.re(loggamma(mpf(x))), [-x for x in [random.uniform(0, 50) for _ in range(200)] + binades(-1000, 5, 19)]),
    "lfactorial": (lambda n: mp.re(loggamma(mpf(n) + 1)), [float(n) for n in range(0, 400)] + [1e3, 1e5, 1e10, 1e15, 2.5, 0.5]),
    "lgammaNearOneAndTwo": (lg, near(1.0) + near(2.0) + near(3.5)),
    "lgammaZeros": (lg, not_whole([x for z in lgamma_zeros() for x in near(z)])),
    "lgammaPoles": (lg, not_whole([x for n in range(1, 30) for x in near(float(-n))] + [-ldexp(later.uniform(1, 2), e) for e in range(-1074, -1, 37)] + [nextafter(-float(n), s * inf) for n in range(19, 201, 7) for s in (1, -1)])),
    "lfactorialBetween": (lambda n: lg(mpf(n) + 1), [later.uniform(-1, 20) for _ in range(200)] + near(1.0) + signed([10.0**-e for e in range(1, 300, 17)])),
}


def pairs(n=400):
    close = [(a, a + random.uniform(-2, 2)) for a in [random.uniform(-800, 800) for _ in range(n // 2)]]
    return close + [(random.uniform(-800, 800), random.uniform(-800, 800)) for _ in range(n // 2)]


def counts():
    return [(float(n), float(k)) for n in list(range(0, 40, 3)) + [100, 171, 300, 1000, 10**5, 10**9] for k in range(0, n + 1, max(1, n // 9))]


def near_one_beta():
    """Points near the curve B(a, b) = 1: a is found for each b."""
    for i in range(8, 100, 4):
        b = i / 100 + later.uniform(0, 0.04)
        with mp.workdps(60):
            low, high = mpf(0), mpf(60)
            for _ in range(180):
                middle = (low + high) / 2
                low, high = (middle, high) if lg(exp(middle)) + lg(b) > lg(exp(middle) + mpf(b)) else (low, middle)
            a = float(exp(low))
        yield from ((a * (1 + s * later.uniform(1, 2) * 2.0**-e), b) for e in range(2, 44, 6) for s in (1, -1))


positive = [(10 ** random.uniform(-6, 8), 10 ** random.uniform(-6, 8)) for _ in range(400)]
two = {
    "logAddExp": (lambda a, b: log(exp(mpf(a)) + exp(mpf(b))), pairs()),
    "logSubExp": (lambda a, b: log(exp(mpf(a)) - exp(mpf(b))), [(max(p), min(p)) for p in pairs()]),
    "bceWithLogits": (lambda z, y: mpf(y) * softplus(-z) + (1 - mpf(y)) * softplus(z), [(z, y) for z in [random.uniform(-800, 800) for _ in range(80)] + [i / 2 for i in range(-40, 41)] for y in (0.0, 0.1, 0.5, 0.999, 1.0)]),
    "lbeta": (lambda a, b: mp.re(loggamma(mpf(a)) + loggamma(mpf(b)) - loggamma(mpf(a) + mpf(b))), positive),
    "lchoose": (lambda n, k: log(binomial(int(n), int(k))) if n < 2000 else mp.re(loggamma(mpf(n) + 1) - loggamma(mpf(k) + 1) - loggamma(mpf(n) - mpf(k) + 1)), counts()),
    "lbetaNearZero": (lambda a, b: lg(a) + lg(b) - lg(mpf(a) + mpf(b)), list(near_one_beta()) + [tuple(1 + later.choice((-1, 1)) * 10 ** later.uniform(-15, -0.5) for _ in "ab") for _ in range(100)]),
    "lbetaWide": (lambda a, b: lg(a) + lg(b) - lg(mpf(a) + mpf(b)), [(10 ** later.uniform(-300, 15), 10 ** later.uniform(-300, 15)) for _ in range(200)] + [(10 ** later.uniform(-1, 1), 10 ** later.uniform(-1, 1)) for _ in range(200)]),
    "lchooseBetween": (lambda n, k: lg(mpf(n) + 1) - lg(mpf(k) + 1) - lg(mpf(n) - mpf(k) + 1), [(n, n * later.random()) for n in [10 ** later.uniform(-6, 9) for _ in range(200)]] + [(n, n * 10 ** later.uniform(-100, -1)) for n in [10 ** later.uniform(-20, 9) for _ in range(100)]]),
    "hypot": (lambda x, y: sqrt(mpf(x) ** 2 + mpf(y) ** 2), [(random.uniform(-1, 1) * 2.0 ** random.randint(-1070, 1020),) * 1 + (random.uniform(-1, 1) * 2.0 ** random.randint(-1070, 1020),) for _ in range(200)] + [(s * random.uniform(0.5, 2), s * random.uniform(0.5, 2)) for s in [2.0**e for e in range(-1060, 1020, 13)] for _ in range(2)]),
}


def logsumexp(x):
    return log(fsum(exp(mpf(v)) for v in x))


vectors = [[random.gauss(0, s) + m for _ in range(n)] for s in (0.1, 1, 30, 300) for m in (0, 1000, -1000) for n in (1, 2, 3, 10, 100)]
vectors += [[0.0, -40.0], [-0.5, -0.9], [1000.0, 0.0], [1e-200, 2e-200], [1e9 + 1, 1e9 + 2, 1e9 + 3], [0.1] * 10]


def moments(x):
    mean = fsum(mpf(v) for v in x) / len(x)
    return mean, fsum((mpf(v) - mean) ** 2 for v in x) / len(x)


def vector_rows():
    for x in vectors:
        total = logsumexp(x)
        mean, variance = moments(x)
        yield {
            "x": x,
            "sum": float(fsum(mpf(v) for v in x)),
            "mean": float(mean),
            "variance": float(variance),
            "norm": float(sqrt(fsum(mpf(v) ** 2 for v in x))),
            "logSumExp": float(total),
            "softmax": [float(exp(mpf(v) - total)) for v in x],
            "logSoftmax": [float(mpf(v) - total) for v in x],
        }


def write(name, value):
    (out / f"{name}.json").write_text(json.dumps(value, separators=(",", ":")).replace("],[", "],\n[").replace("},{", "},\n{") + "\n")


write("scalars", {name: [[x, float(f(x))] for x in xs] for name, (f, xs) in functions.items()})
write("pairs", {name: [[a, b, float(f(a, b))] for a, b in ps] for name, (f, ps) in two.items()})
write("vectors", list(vector_rows()))
