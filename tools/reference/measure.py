#!/usr/bin/env python3
"""Prints the largest and the mean error of the atomics, in ulp of the exact value, as the docstrings quote them.

    tools/reference/measure.py [name ...]

The truth is mpmath's at 80 digits, not rounded to a double, so that an error of 0.5 is what rounding alone costs. The
points are not those of the tests (reference.py): another seed, and more of them.
"""
import json
import math
import random
import struct
import subprocess
import sys
import tempfile
from math import inf, ldexp, nextafter
from pathlib import Path

from mpmath import binomial, exp, expm1, fsum, log, log1p, loggamma, mp, mpf, sqrt

mp.dps = 80
random.seed(7)
root = Path(__file__).parents[2]
uniform = random.uniform


def binades(low, high, each=2):
    return [ldexp(uniform(1, 2), e) for e in range(low, high) for _ in range(each)]


def around(*points):
    """The neighbours of each point: the next doubles, and ever more distant ones."""
    near = []
    for p in points:
        a = b = p
        near.append(p)
        for _ in range(5):
            a, b = nextafter(a, inf), nextafter(b, -inf)
            near += [a, b]
        near += [p + s * abs(p or 1) * 2.0**-e for e in range(1, 53, 2) for s in (1, -1)]
    return near


def many(low, high, n=2000):
    return [uniform(low, high) for _ in range(n)]


def within(low, high, xs):
    return [x for x in xs if low < x < high]


def signed(xs):
    return xs + [-x for x in xs]


reals = many(-2, 2) + many(-40, 40, 6000) + many(-760, 760) + signed(binades(-1074, 10)) + around(-math.log(2), math.log(2), 0.0, 37.0, -37.0, 709.78, -708.0, -745.1)
softplus = lambda x: log1p(exp(x))
lg = lambda x: mp.re(loggamma(x))


def lgamma_zeros():
    """Both zeros beside each -n: at -n + d, |d| = Γ(1 + d) / ((1 - d) (2 - d) … (n - d)); beyond -18 these are no doubles."""
    for n in range(2, 19):
        for sign in (-1, 1):
            if (n, sign) == (2, 1):
                continue
            d = mpf(sign) / mp.factorial(n)
            for _ in range(300):
                d = sign * exp(lg(1 + d) - fsum(log(k - d) for k in range(1, n + 1)))
            yield float(d - n)


def not_whole(xs):
    return [x for x in xs if x != int(x)]


def log_beta(a, b):
    with mp.workdps(80 + int(abs(mp.log10(a)) + abs(mp.log10(b)))):
        return lg(a) + lg(b) - lg(a + b)


def log_factorial(n):
    with mp.workdps(80 - int(min(0, mp.log10(abs(n) or 1)))):
        return lg(n + 1)


def lbeta_zeros(n=300):
    """The doubles next to the curve B(a, b) = 1, and others near it."""
    for b in many(0.075, 1, n):
        low, high = mpf(0), mpf(60)
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if log_beta(exp(middle), mpf(b)) > 0 else (low, middle)
        a = float(exp(low))
        for near in (a, nextafter(a, inf), nextafter(a, 0), *(a * (1 + s * uniform(1, 2) * 2.0**-e) for e in range(2, 50, 3) for s in (1, -1))):
            yield near, b


def log_binomial(n, k):
    """The symmetric one with the smaller k; a product where that is short, which is exact to all digits."""
    k = min(k, n - k)
    if k == 0:
        return mpf(0)
    if k == int(k) and n == int(n) and 0 < k < 200:
        return log(binomial(int(n), int(k)))
    # As many digits more as n and k take away where they are small.
    with mp.workdps(80 + 2 * int(max(0, -mp.log10(abs(k)), -mp.log10(n)))):
        return lg(n + 1) - lg(k + 1) - lg(n - k + 1)


def close_pairs(n=3000):
    return [(a, a + d) for a, d in ((uniform(-800, 800), random.choice((-1, 1)) * 2.0 ** uniform(-20, 6)) for _ in range(n))]


def small_pairs(n=2000):
    return [(uniform(-3, 1), uniform(-3, 1)) for _ in range(n)]


whole = lambda top: float(int(10 ** uniform(0, top)))


def choices():
    for top in (1.5, 3, 6, 9, 15):
        for _ in range(600):
            n = whole(top)
            yield n, float(random.randint(0, int(n)))
            yield n, float(min(n, int(10 ** uniform(0, 3))))


def positive(low, high, n):
    return [(10 ** uniform(low, high), 10 ** uniform(low, high)) for _ in range(n)]


vectors = [[random.gauss(m, s) for _ in range(n)] for n in (2, 3, 10, 100) for s in (0.1, 1, 5, 30, 300) for m in (0, -1, -5, 1000, -1000) for _ in range(20 if n < 100 else 4)]

ONE = {
    "log1p": (lambda x: log1p(x), within(-1, inf, reals)),
    "expm1": (lambda x: expm1(x), within(-760, 709.7, reals)),
    "sigmoid": (lambda x: 1 / (1 + exp(-x)), reals),
    "softplus": (softplus, reals),
    "logSigmoid": (lambda x: -softplus(-x), reals),
    "logexpm1": (lambda x: log(expm1(x)), within(0, inf, reals)),
    "log1mexp": (lambda x: log(-expm1(x)) if x > -1 else log1p(-exp(x)), within(-745, 0, reals)),
    "logit": (lambda p: log(p / (1 - p)), within(0, 1, many(0, 1, 8000) + many(0.4, 0.6) + binades(-1074, -1) + [1 - x for x in binades(-53, -1, 8)] + around(0.25, 0.75, 0.5))),
    "xlogx": (lambda x: x * log(x), within(0, inf, reals) + many(0, 1)),
    "lgamma": (lg, many(0, 3, 9000) + many(3, 30, 6000) + many(30, 1000, 1000) + binades(-1074, 1014, 4)),
    "lgamma<around": (lg, within(0, inf, around(0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 8.0, 2.0**52, 2.0**900))),
    "lgamma<0": (lg, not_whole(many(-2, 0, 4000) + many(-20, -2, 12000) + many(-200, -20, 2000) + [-x for x in binades(-1074, 51, 2)])),
    "lgamma<zeros": (lg, not_whole(around(*lgamma_zeros()) + [x for n in range(19, 201) for x in (nextafter(-n, 0), nextafter(-n, -inf))])),
    "lgamma<poles": (lg, not_whole(around(*(float(-n) for n in range(41))))),
    "lfactorial": (log_factorial, [float(i) for i in range(3000)] + [whole(15) for _ in range(1000)]),
    "lfactorial<between": (log_factorial, many(-1, 3, 3000) + many(3, 20, 2000) + signed(binades(-200, -1)) + within(-0.9, inf, around(0.0, 1.0, 2.5))),
}
TWO = {
    "xlogy": (lambda x, y: x * log(y), positive(-300, 300, 2000)),
    "xlog1py": (lambda x, y: x * log1p(y), positive(-100, 100, 2000)),
    "logAddExp": (lambda a, b: log(exp(a) + exp(b)), close_pairs() + small_pairs()),
    "logSubExp": (lambda a, b: log(exp(a) - exp(b)), [(max(p), min(p)) for p in close_pairs() + small_pairs()]),
    "hypot": (lambda x, y: sqrt(x * x + y * y), [(uniform(0, 1), uniform(0, 1)) for _ in range(6000)] + positive(-300, 300, 1000) + [(s * uniform(0.5, 2), s * uniform(0.5, 2)) for s in binades(-1074, 1020, 1)]),
    "bceWithLogits": (lambda z, y: y * softplus(-z) + (1 - y) * softplus(z), [(z, random.choice((0.0, 1.0, uniform(0, 1), 10 ** uniform(-18, 0), 1 - 10 ** uniform(-16, 0)))) for z in many(-40, 40, 6000) + many(-800, 800)]),
    "lbeta": (log_beta, positive(-6, 8, 4000) + positive(-1, 1.5, 4000) + positive(0, 15, 1000) + positive(-300, 15, 1000) + [(a, 1.0) for a in binades(-900, 900, 1)]),
    "lbeta<near 0": (log_beta, list(lbeta_zeros())),
    "lbeta<near (1, 1)": (log_beta, [tuple(1 + random.choice((-1, 1)) * 10 ** uniform(-15.5, -0.5) for _ in "ab") for _ in range(1000)]),
    "lchoose": (log_binomial, list(choices())),
    "lchoose<between": (log_binomial, [(n, n * uniform(0, 1)) for n in (10 ** uniform(-1, 6) for _ in range(3000))]),
    "lchoose<small": (log_binomial, [(n, k) for n, k in positive(-20, 1, 600) + [(10 ** uniform(-8, 9), 10 ** uniform(-300, -1)) for _ in range(300)] if k < n]),
}
NORM = lambda v: sqrt(fsum(x * x for x in v))


def shifted(v):
    """The maximum, and log1p of what the others add: apart, as 80 digits may not hold 1 beside e^-600."""
    m = max(v)
    others = list(v)
    others.remove(m)
    return m, log1p(fsum(exp(x - m) for x in others))


def log_sum_exp(v):
    m, rest = shifted(v)
    return m + rest


def mean(v):
    return fsum(v) / len(v)


def variance(v):
    m = mean(v)
    return fsum((x - m) ** 2 for x in v) / len(v)


MANY = {
    "logSumExp": (lambda v: [log_sum_exp(v)], vectors),
    "softmax": (lambda v: [exp(x - t) for t in [log_sum_exp(v)] for x in v], vectors),
    "logSoftmax": (lambda v: [(x - m) - rest for m, rest in [shifted(v)] for x in v], vectors),
    "norm": (lambda v: [NORM(v)], vectors + [[x * 1e300 for x in v] for v in vectors[:500]] + [[x * 1e-310 for x in v] for v in vectors[:500]]),
    "sum": (lambda v: [fsum(v)], vectors),
    "mean": (lambda v: [mean(v)], vectors),
    "variance": (lambda v: [variance(v)], vectors),
    "std": (lambda v: [sqrt(variance(v))], vectors),
}
# Where the exact value comes near 0 beside its terms no double arithmetic is relative: the error there is absolute.
LARGEST = {"lbeta<near 0": lambda a, b: 10 * 2.0**-53, "logAddExp": lambda a, b: max(abs(a), abs(b)), "logSubExp": lambda a, b: max(abs(a), abs(b))}


def ulp(t):
    _, e = mp.frexp(t)
    return mpf(2) ** max(int(e) - 53, -1074)


def evaluate(name, points, is_vector=False):
    groups = {}
    for i, p in enumerate(points):
        groups.setdefault(len(p), []).append((i, p))
    values = [None] * len(points)
    with tempfile.TemporaryDirectory() as home:
        for arity, group in groups.items():
            file = Path(home) / f"{arity}"
            file.write_bytes(struct.pack(f"<{arity * len(group)}d", *(x for _, p in group for x in p)))
            job = json.dumps({"name": name, "arity": arity, "isVector": is_vector})
            subprocess.run([root / "node_modules/.bin/jiti", root / "tools/reference/evaluate.ts", file, job], check=True)
            out = Path(f"{file}.out").read_bytes()
            found = struct.unpack(f"<{len(out) // 8}d", out)
            width = len(found) // len(group)
            for j, (i, _) in enumerate(group):
                values[i] = found[j * width : (j + 1) * width]
    return values


def measure(label, f, points, is_vector=False):
    worst, at, total, count, absolute, absolute_at = 0.0, None, 0.0, 0, 0.0, None
    for point, got in zip(points, evaluate(label.split("<")[0], points, is_vector)):
        exact = [mpf(x) for x in point]
        truths = f(exact) if is_vector else [f(*exact)]
        for truth, value in zip(truths, got):
            if truth == 0:
                error = 0.0 if value == 0 else inf
            elif abs(truth) > mpf(2) ** 1024:
                error = 0.0 if math.isinf(value) else inf
            elif not math.isfinite(value):
                error = inf
            else:
                error = float(abs(mpf(value) - truth) / ulp(truth))
            if abs(truth) < 1 and math.isfinite(value):
                off = float(abs(mpf(value) - truth))
                if off > absolute:
                    absolute, absolute_at = off, point
            if label in LARGEST and abs(truth) < 0.1 * LARGEST[label](*point):
                continue
            total += error
            count += 1
            if error > worst:
                worst, at = error, point
    shown = at if at is None or len(at) < 4 else f"{len(at)} entries"
    print(f"{label:24} max {worst:<12.4g} mean {total / count:<8.3g} absolute below 1: {absolute:<9.3g} n {count:<6} worst at {shown}", flush=True)


if __name__ == "__main__":
    asked = sys.argv[1:]
    for label, (f, points) in ONE.items():
        if not asked or label in asked or label.split("<")[0] in asked:
            measure(label, f, [(x,) for x in points])
    for label, (f, points) in TWO.items():
        if not asked or label in asked or label.split("<")[0] in asked:
            measure(label, f, points)
    for label, (f, points) in MANY.items():
        if not asked or label in asked:
            measure(label, f, [tuple(v) for v in points], True)
