#!/usr/bin/env python3
"""Writes tools/accuracy/reference/<atomic>.bin: points, and what each atomic is there, to twice the digits of a double.

    tools/accuracy/reference.py [name ...]

No constant and no bound of the runtime was found with these points. Each value is computed with mpmath, twice as
precisely again and again, until two results agree to 100 bits.

A file is a row of little endian doubles, in blocks of points of one shape: how many points, arguments and values; then
point by point its arguments, and for each value two numbers: the exact value cut towards 0 to a double, and what is cut
off, in ulps of that double. So both lie in one binade, and nothing is lost where the value is subnormal.
"""
import random
import struct
import sys
from itertools import groupby
from math import inf, ldexp, lgamma, nextafter, pi
from pathlib import Path

from mpmath import acos, atan, binomial, cbrt, cos, cosh, coth, exp, expm1, fsum, log, log1p, loggamma, mp, mpf, sin, sqrt, tan

out = Path(__file__).parent / "reference"
# One generator an atomic, by its name: the points of one do not depend on those of the others.
dice = random.Random()
uniform = dice.uniform


def many(low, high, n):
    return [uniform(low, high) for _ in range(n)]


def powers(low, high, n):
    return [10 ** uniform(low, high) for _ in range(n)]


def signed(xs):
    return [s * x for x in xs for s in (1, -1)]


def binades(low, high, step=1):
    return [ldexp(uniform(1, 2), e) for e in range(low, high, step)]


def sides(xs):
    return [dice.choice((1, -1)) * x for x in xs]


def around(*points, step=6):
    """The neighbours of each point: the next doubles, and ever more distant ones."""
    near = []
    for p in points:
        near.append(p)
        a = b = p
        for _ in range(3):
            a, b = nextafter(a, inf), nextafter(b, -inf)
            near += [a, b]
        near += [p + s * abs(p or 1) * 2.0**-e for e in range(1, 53, step) for s in (1, -1)]
    return near


def within(low, high, xs):
    return [x for x in xs if low < x < high]


def not_whole(xs):
    return [x for x in xs if x != int(x)]


def reals():
    """Where exponentials and their logarithms live: to ±760, dense near 0, every binade, and where code likes to branch."""
    near = around(*signed([0.34657359027997264, 0.6931471805599453, 37.0, 709.782712893384]), 0.0, -708.3964185322641, -745.1332191019412)
    return many(-2, 2, 500) + many(-40, 40, 900) + many(-760, 760, 200) + signed(binades(-60, 9)) + sides(binades(-1074, -60)) + near


def large():
    return binades(9, 1023, 8)


def turns():
    """Around the multiples of a half turn, and of its halves."""
    return around(*signed(k * pi / 2 for k in (1, 2, 3, 4, 8, 12)), step=4) + [k * 2 * pi for k in range(1, 400, 3)]


def lgamma_zeros():
    """Both zeros beside each -n: at -n + d, |d| = Γ(1 + d) / ((1 - d) (2 - d) … (n - d)); beyond -18 these are no doubles."""
    for n in range(2, 19):
        for sign in (-1, 1):
            if (n, sign) == (2, 1):
                continue
            d = mpf(sign) / mp.factorial(n)
            for _ in range(60):
                d = sign * exp(lg(1 + d) - fsum(log(k - d) for k in range(1, n + 1)))
            yield float(d - n)


def gammas():
    with mp.workprec(120):
        zeros = list(lgamma_zeros())
    positive = many(0, 3, 900) + many(3, 30, 500) + many(30, 1000, 100) + binades(-1074, 1014, 4)
    positive += within(0, inf, around(0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 8.0, 2.0**52, 2.0**900))
    negative = many(-2, 0, 500) + many(-20, -2, 700) + many(-200, -20, 150) + [-x for x in binades(-1074, 51, 5)]
    beside = around(*zeros) + [x for n in range(19, 201, 7) for x in (nextafter(-n, 0), nextafter(-n, -inf))]
    return positive + not_whole(negative + beside + around(*(float(-n) for n in range(13))))


def factorials():
    whole = [float(i) for i in range(1000)] + [float(int(x)) for x in powers(3, 15, 300)]
    return whole + many(-1, 3, 800) + many(3, 20, 400) + signed(binades(-200, -1, 2)) + within(-0.9, inf, around(0.0, 1.0, 2.5))


def positive_pairs(low, high, n):
    return list(zip(powers(low, high, n), powers(low, high, n)))


def close_pairs(n):
    """Two that are up to 64 apart, or as close as 1e-6."""
    return [(a, a + d) for a, d in ((uniform(-800, 800), dice.choice((-1, 1)) * 2.0 ** uniform(-20, 6)) for _ in range(n))]


def small_pairs(n):
    return list(zip(many(-3, 1, n), many(-3, 1, n)))


def opposite_pairs(n, sign):
    """Pairs whose result is near 0, by ever more digits: e^a ± e^b is 1, or as near to it as r says."""
    for _ in range(n):
        a = uniform(-3, -0.01) if sign > 0 else uniform(0.01, 3)
        r = dice.choice((1, -1)) * 10 ** uniform(-17, -2)
        yield a, float(log(sign * (exp(mpf(r)) - exp(mpf(a)))))


def labels():
    soft = lambda: dice.choice((0.0, 1.0, uniform(0, 1), 10 ** uniform(-18, 0), 1 - 10 ** uniform(-16, 0)))
    return [(z, soft()) for z in many(-40, 40, 1500) + many(-800, 800, 400) + signed(binades(-60, 9, 2))]


def beta_zeros(n):
    """The doubles next to the curve B(a, b) = 1, and others near it."""
    for b in many(0.075, 1, n):
        low, high = 0.0, 60.0
        for _ in range(60):
            middle = (low + high) / 2
            a = 2.718281828459045**middle
            low, high = (middle, high) if lgamma(a) + lgamma(b) > lgamma(a + b) else (low, middle)
        with mp.workprec(200):
            a = float(mp.findroot(lambda t: log_beta(t, mpf(b)), 2.718281828459045**low))
        for near in (a, nextafter(a, inf), nextafter(a, 0), *(a * (1 + s * uniform(1, 2) * 2.0**-e) for e in range(2, 50, 8) for s in (1, -1))):
            yield near, b


def betas():
    near_one = [tuple(1 + s * 10 ** uniform(-15.5, -0.5) for s in (1, -1)) for _ in range(200)]
    wide = positive_pairs(-6, 8, 600) + positive_pairs(0, 15, 150) + positive_pairs(-300, 15, 200)
    return positive_pairs(-1, 1.5, 700) + wide + near_one + list(beta_zeros(30)) + [(a, 1.0) for a in binades(-900, 900, 8)]


def choices():
    for top in (1.5, 3, 6, 9, 15):
        for _ in range(120):
            n = float(int(10 ** uniform(0, top)))
            yield n, float(dice.randint(0, int(n)))
            yield n, float(min(n, int(10 ** uniform(0, 3))))
    for n in powers(-1, 6, 500):
        yield n, n * uniform(0, 1)
    for n, k in positive_pairs(-20, 1, 300):
        yield max(n, k), min(n, k)


def bases():
    """Powers of all sizes, next to 1 by the base or by the exponent, and whole powers of negative numbers."""
    near = [(1 + dice.choice((1, -1)) * 10 ** uniform(-15.6, -1), dice.choice((1, -1)) * 10 ** uniform(-3, 3)) for _ in range(600)]
    tiny = [(x, dice.choice((1, -1)) * y) for x, y in zip(powers(-300, 300, 400), powers(-300, -1, 400))]
    roots = [(x, t / abs(float(log(mpf(x))))) for x, t in zip(powers(-5, 5, 300), many(-1, 1, 300))]
    steep = [(x, uniform(-690, 690) / float(log(mpf(x)))) for x in (1 + dice.choice((1, -1)) * 10 ** uniform(-15.6, -1) for _ in range(200))]
    whole = [(-x, float(dice.randint(-20, 20))) for x in powers(-3, 3, 150)]
    all_pairs = near + tiny + roots + steep + whole + list(zip(powers(-3, 3, 500), many(-5, 5, 500))) + list(zip(powers(-20, 20, 200), many(-15, 15, 200)))
    return [(x, y) for x, y in all_pairs if x and y and abs(y * float(log(abs(mpf(x))))) < 700]


def growths():
    """A rate and a number of periods: growths and decays of all sizes, next to 1 by the rate, by the periods, or by neither."""
    rates = [x if dice.random() < 0.6 else -min(x, 0.999) for x in powers(-20, 4, 1500)]
    sized = [(x, dice.choice((1, -1)) * 10 ** uniform(-3, 2.8) / float(log1p(mpf(x)))) for x in rates]
    tiny = [(s * x, n) for x, n, s in zip(powers(-300, -1, 300), powers(-200, 3, 300), [1, -1] * 150)]
    whole = [(x, float(dice.randint(-400, 400))) for x in powers(-6, 0, 300)]
    return [(x, n) for x, n in sized + tiny + whole if n and 1e-290 < abs(n * float(log1p(mpf(x)))) < 700]


def lengths():
    plain = [(s * uniform(0.5, 2), s * uniform(0.5, 2)) for s in binades(-1074, 1020)]
    return list(zip(many(0, 1, 1000), many(0, 1, 1000))) + positive_pairs(-300, 300, 300) + plain


def slopes():
    """Of all sizes and slopes, and both signs; from 1e160 between x and y on, the difference is below all doubles."""
    pairs = positive_pairs(-3, 3, 600) + positive_pairs(-20, 20, 300) + positive_pairs(-300, 300, 300)
    plain = [(s * uniform(0.5, 2), s * uniform(0.5, 2)) for s in binades(-1000, 1020, 4)]
    return [(dice.choice((1, -1)) * x, y) for x, y in pairs + plain if x / y < 1e160 and (x < 1e307 or y > 1e300)]


def places():
    """Two latitudes and the difference of two longitudes: anywhere, close to each other, opposite, near a pole; beyond them."""
    for _ in range(500):
        yield uniform(-1.57, 1.57), uniform(-1.57, 1.57), uniform(-6.3, 6.3)
    for _ in range(900):
        p, d = uniform(-1.57, 1.57), 10 ** uniform(-16, 0) * dice.choice((1, -1))
        q = p + 10 ** uniform(-16, 0) * dice.choice((1, -1))
        yield dice.choice(((p, q, d), (p, -q, 3.141592653589793 - d), (p, p, d), (1.5707963267948966 - abs(d), q, d)))
    for p, q in positive_pairs(-5, 8, 200):
        yield p, dice.choice((1, -1)) * q, uniform(-1e3, 1e3)


def scores():
    """A value, a mean and a variance, with the mean up to 1e8 standard deviations from 0."""
    for _ in range(1500):
        spread = 10 ** uniform(-3, 3)
        mean = spread * dice.choice((1, -1)) * 10 ** uniform(-2, 8)
        yield mean + dice.gauss(0, spread), mean, spread**2


def vectors(each={2: 6, 3: 6, 10: 4, 100: 1}, long=1):
    """Vectors of one spread about one value: a spread of 300 leaves one entry of weight, one of 0.1 leaves them alike."""
    short = [gauss(m, s, n) for n, count in each.items() for s in (0.1, 1, 5, 30, 300) for m in (0, -1, -5, 1000, -1000) for _ in range(count)]
    return short + [gauss(m, s, 1000) for m, s in ((-5, 0.1), (0, 1), (1000, 5), (-1000, 300)) for _ in range(long)]


def gauss(mean, spread, n):
    return tuple(dice.gauss(mean, spread) for _ in range(n))


def dominated(n):
    """One entry near 0 and another far below: the logarithm of the sum is next to 0 itself."""
    return [(uniform(-1, 1) * 10 ** uniform(-12, 0), -uniform(1, 700)) for _ in range(n)]


def cancelling(n):
    """The last entry takes away all but a small part of the others' sum."""
    for _ in range(n):
        rest = gauss(0, 10 ** uniform(-3, 3), dice.choice((2, 5, 20)))
        yield *rest, -sum(rest) + dice.choice((1, -1)) * sum(map(abs, rest)) * 10 ** uniform(-11, 0)


def scaled():
    """From 1e-310 to 1e300: squares overflow, underflow, and lose digits on the way."""
    some = vectors({2: 4, 3: 3, 10: 2, 100: 1})
    return some + [tuple(x * 10.0**e for x in v) for e in range(-310, 301, 10) for v in dice.sample(some[:200], 3)]


def relatives(low, high, n, signs=(1,)):
    """Two of one sign and any size, that are alike in up to sixteen digits, or not at all."""
    for b in powers(low, high, n):
        s = dice.choice(signs)
        yield s * b * (1 + dice.choice((1, -1)) * 10 ** uniform(-16, -0.01)), s * b
    for a, b in positive_pairs(low, high, n // 4):
        yield dice.choice(signs) * a, dice.choice(signs) * b


def angles():
    """Two that are close, of moderate size or large, whose middle is near a zero of the sine or of the cosine, or distant."""
    for a, d in zip(many(-20, 20, 700) + many(-1e4, 1e4, 200) + sides(powers(4, 15, 100)), sides(powers(-12, -0.05, 1000))):
        yield a + d, a
    for k, d in zip(many(-40, 40, 400), powers(-8, -0.4, 400)):
        middle = int(k) * pi / 2 + dice.choice((1, -1)) * 10 ** uniform(-10, -1)
        yield middle + d, middle - d
    # Distant ones, each next to a zero, or mirrored, or huge: these last ones are the closest to a multiple of a quarter turn.
    for a, k, j in zip(many(-10, 10, 300), many(-40, 40, 300), many(-40, 40, 300)):
        near = dice.choice((1, -1)) * 10 ** uniform(-17, -1)
        yield a, int(k) * pi / 2 + near
        yield int(k) * pi / 2 + near, int(j) * pi / 2 - near * uniform(0, 1)
        yield a, int(k) * pi - dice.choice((1, -1)) * a + near
    for a in sides(powers(0, 300, 200)):
        yield a, a * (1 + dice.choice((1, -1)) * 10 ** uniform(-16, -1))
    for a in (ldexp(6381956970095103, 797), ldexp(16367173, 72), 1e22):
        yield from ((a, 0.0), (a, 1.0), (a, a / 2))


def quadratics():
    """With roots of one size, or far apart, or all but the same; of plain coefficients, and of those whose squares overflow."""
    for x, y in list(relatives(-3, 3, 700, (1, -1))) + list(zip(sides(powers(-9, 9, 400)), sides(powers(-9, 9, 400)))):
        a = dice.choice((1.0, uniform(-3, 3)))
        yield a, -a * (x + y), a * x * y
    for a, b, c in zip(sides(powers(-300, 300, 300)), sides(powers(-150, 150, 300)), sides(powers(-300, 300, 300))):
        yield a, b, c


def real_quadratics():
    """Those with real roots that are doubles."""
    with mp.workprec(4000):
        for a, b, c in list(quadratics()):
            if mpf(b) ** 2 >= 4 * mpf(a) * mpf(c) and all(2.0**-1000 < abs(x) < 2.0**1000 for x in roots(mpf(a), mpf(b), mpf(c))):
                yield a, b, c


def roots(a, b, c):
    """The smaller one by the product of both, so that it has its digits too."""
    large = (-b - (sqrt(b * b - 4 * a * c) if b >= 0 else -sqrt(b * b - 4 * a * c))) / (2 * a)
    return sorted((large, c / (a * large)), reverse=a < 0)


def correlated():
    """Pairs with a slope and some noise, and means up to 1e8 deviations from 0: first all x, then all y."""
    for ratio in range(0, 9):
        for n in (3, 10, 100):
            for _ in range(3):
                x, slope = gauss(10.0**ratio, 1, n), dice.choice((1, -3))
                yield *x, *(slope * v + 10.0**ratio + dice.gauss(0, 0.1) for v in x)


def directions():
    """Two vectors, first one and then the other: at all angles, and almost parallel or opposite."""
    for n in (2, 3, 10, 50):
        for _ in range(60):
            x = gauss(0, 1, n)
            closeness, scale = 10 ** uniform(-14, 1), dice.choice((1, -1)) * 10 ** uniform(-100, 100)
            yield *x, *(scale * (v + closeness * dice.gauss(0, 1)) for v in x)


def far_from_zero():
    """Data like those of NIST: their mean up to 1e8 standard deviations from 0."""
    return [gauss(dice.choice((1, -1)) * 10**ratio * s, s, n) for ratio in range(0, 9) for n, count in ((2, 8), (3, 8), (10, 5), (100, 2)) for _ in range(count) for s in (10 ** uniform(-3, 3),)] + [gauss(10.0**ratio, 1, 1000) for ratio in (0, 4, 8)]


def lg(x):
    return mp.re(loggamma(x))


def softplus(x):
    return log1p(exp(x))


def log_beta(a, b):
    return lg(a) + lg(b) - lg(a + b)


def log_binomial(n, k):
    """The symmetric one with the smaller k; a product where that is short, which is exact to all digits."""
    k = min(k, n - k)
    if k == int(k) and n == int(n) and k < 200:
        return log(binomial(int(n), int(k)))
    return lg(n + 1) - lg(k + 1) - lg(n - k + 1)


def shifted(v):
    """The maximum, and log1p of what the others add: apart, as no precision may hold 1 beside e^-600."""
    at = v.index(max(v))
    return v[at], log1p(fsum(exp(x - v[at]) for i, x in enumerate(v) if i != at))


def soft_maxima(v):
    total = sum(shifted(v))
    return [exp(x - total) for x in v]


def log_soft_maxima(v):
    m, rest = shifted(v)
    return [(x - m) - rest for x in v]


def cross_entropy(args):
    *v, k = args
    return -log_soft_maxima(v)[int(k)]


def halves(v):
    return v[: len(v) // 2], v[len(v) // 2 :]


def comoment(x, y):
    mx, my = mean(x), mean(y)
    return fsum((p - mx) * (q - my) for p, q in zip(x, y))


def covariance(v):
    x, y = halves(v)
    return comoment(x, y) / len(x)


def correlation(v):
    x, y = halves(v)
    return comoment(x, y) / sqrt(comoment(x, x) * comoment(y, y))


def slope(v):
    x, y = halves(v)
    return comoment(x, y) / comoment(x, x)


def angle(v):
    """By the tangent, as the cosine is 1 to all digits for a tiny angle."""
    x, y = halves(v)
    square, product = fsum(p * p for p in x), fsum(p * q for p, q in zip(x, y))
    rest = [q - product / square * p for p, q in zip(x, y)]
    return mp.atan2(sqrt(fsum(r * r for r in rest) * square), product)


def mean(v):
    return fsum(v) / len(v)


def variance(v):
    m = mean(v)
    return fsum((x - m) ** 2 for x in v) / len(v)


of_one = lambda f, points: (lambda args: f(*args), lambda: [(x,) for x in points()])
of_some = lambda f, points: (lambda args: f(*args), lambda: list(points()))

ATOMICS = {
    "log1p": of_one(log1p, lambda: within(-1, inf, reals() + large())),
    "expm1": of_one(expm1, lambda: within(-760, 709.78, reals())),
    "sigmoid": of_one(lambda x: 1 / (1 + exp(-x)), reals),
    "logSigmoid": of_one(lambda x: -softplus(-x), reals),
    "softplus": of_one(softplus, reals),
    "logexpm1": of_one(lambda x: log(expm1(x)), lambda: within(0, inf, reals() + binades(-1074, -60) + many(0, 5, 500))),
    "logit": of_one(
        lambda p: log(p / (1 - p)),
        lambda: within(0, 1, many(0, 1, 1000) + many(0.4, 0.6, 300) + binades(-1074, -1) + [1 - x for _ in range(8) for x in binades(-53, -1)] + around(0.25, 0.5, 0.75, step=1)),
    ),
    "log1mexp": of_one(lambda x: log(-expm1(x)) if x > -1 else log1p(-exp(x)), lambda: [-x for x in within(0, 745, reals() + binades(-1074, -60) + many(0, 5, 500))]),
    "log1pmx": of_one(lambda x: log1p(x) - x, lambda: within(-1, inf, reals() + large())),
    "expm1mx": of_one(lambda x: expm1(x) - x, lambda: within(-760, 709.78, reals())),
    "sqrt1pm1": of_one(lambda x: sqrt(1 + x) - 1, lambda: within(-1, inf, reals() + large())),
    "cosm1": of_one(lambda x: cos(x) - 1, lambda: reals() + turns()),
    "versin": of_one(lambda x: 1 - cos(x), lambda: reals() + turns()),
    "logcosh": of_one(lambda x: log(cosh(x)), lambda: reals() + sides(large())),
    "xlogx": of_one(lambda x: x * log(x), lambda: within(0, inf, reals() + large()[:-2] + many(0, 1, 500) + around(1.0, 0.36787944117144233))),
    "powm1": of_some(lambda x, y: x**y - 1, bases),
    "compound": of_some(lambda x, n: exp(n * log1p(x)), growths),
    "compoundm1": of_some(lambda x, n: expm1(n * log1p(x)), growths),
    "xlogy": of_some(lambda x, y: x * log(y), lambda: positive_pairs(-300, 300, 1000) + [(x, y) for x in powers(-5, 5, 15) for y in around(1.0, step=2)]),
    "xlog1py": of_some(lambda x, y: x * log1p(y), lambda: positive_pairs(-100, 100, 1000) + [(x, y) for x, y in zip(powers(-5, 5, 500), signed(powers(-20, -0.01, 250)))]),
    "logAddExp": of_some(lambda a, b: log(exp(a) + exp(b)), lambda: close_pairs(900) + small_pairs(700) + list(opposite_pairs(300, 1))),
    "logSubExp": of_some(lambda a, b: log(exp(a) - exp(b)), lambda: [(max(p), min(p)) for p in close_pairs(900) + small_pairs(700) + list(opposite_pairs(300, -1))]),
    "expDifference": of_some(lambda a, b: exp(a) - exp(b), lambda: [p for p in close_pairs(900) + small_pairs(700) if max(p) < 709]),
    "hypotmx": of_some(lambda x, y: sqrt(x * x + y * y) - x, slopes),
    "lgamma": of_one(lg, gammas),
    "lfactorial": of_one(lambda n: lg(n + 1), factorials),
    "lbeta": of_some(log_beta, betas),
    "lchoose": of_some(log_binomial, choices),
    "sqrtDifference": of_some(lambda a, b: sqrt(a) - sqrt(b), lambda: relatives(-300, 300, 900)),
    "cbrtDifference": of_some(lambda a, b: mp.sign(a) * cbrt(abs(a)) - mp.sign(b) * cbrt(abs(b)), lambda: relatives(-300, 300, 900, (1, -1))),
    "reciprocalDifference": of_some(lambda a, b: 1 / a - 1 / b, lambda: relatives(-290, 290, 900, (1, -1))),
    "logRatio": of_some(lambda a, b: log(a / b), lambda: relatives(-300, 300, 900)),
    "atanDifference": of_some(lambda a, b: atan(a) - atan(b), lambda: list(relatives(-4, 4, 600, (1, -1))) + list(relatives(-100, 100, 300, (1, -1)))),
    "sinDifference": of_some(lambda a, b: sin(a) - sin(b), angles),
    "cosDifference": of_some(lambda a, b: cos(a) - cos(b), angles),
    "tanDifference": of_some(lambda a, b: tan(a) - tan(b), angles),
    "langevin": of_one(lambda x: coth(x) - 1 / x, lambda: [x for x in reals() + many(-5, 5, 500) if x != 0]),
    "xmsin": of_one(lambda x: x - sin(x), lambda: [x for x in reals() + turns() if abs(x) > 1e-100]),
    "tanmx": of_one(lambda x: tan(x) - x, lambda: [x for x in reals() + turns() if abs(x) > 1e-100]),
    "discriminant": of_some(lambda a, b, c: b * b - 4 * a * c, lambda: [q for q in quadratics() if max(abs(q[0] * q[2]), q[1] ** 2) < 1e300]),
    "quadraticRoots": (lambda args: roots(*args), lambda: list(real_quadratics())),
    "hypot": of_some(lambda x, y: sqrt(x * x + y * y), lengths),
    "bceWithLogits": of_some(lambda z, y: y * softplus(-z) + (1 - y) * softplus(z), labels),
    "standardize": of_some(lambda x, m, v: (x - m) / sqrt(v), scores),
    "crossEntropyWithLogits": (cross_entropy, lambda: [(*v, float(dice.randrange(len(v)))) for v in vectors()]),
    "logSumExp": (lambda v: sum(shifted(v)), lambda: vectors() + dominated(100) + list(opposite_pairs(200, 1))),
    "softmax": (soft_maxima, vectors),
    "logSoftmax": (log_soft_maxima, lambda: vectors() + dominated(200)),
    "norm": (lambda v: sqrt(fsum(x * x for x in v)), scaled),
    "sum": (fsum, lambda: vectors() + list(cancelling(300))),
    "mean": (mean, lambda: vectors() + list(cancelling(300))),
    "variance": (variance, far_from_zero),
    "covariance": (covariance, lambda: list(correlated())),
    "correlation": (correlation, lambda: list(correlated())),
    "linearFit": (slope, lambda: list(correlated())),
    "angleBetween": (angle, lambda: list(directions())),
    "centralAngle": of_some(lambda p, q, d: acos(sin(p) * sin(q) + cos(p) * cos(q) * cos(d)), lambda: list(places())),
    "std": (lambda v: sqrt(variance(v)), far_from_zero),
}


def agree(a, b):
    """A 0 may be all that is left of a difference, and is believed only from many digits."""
    return abs(a - b) <= abs(b) * mpf(2) ** -100 and (b != 0 or mp.prec > 8000)


def exactly(f, point):
    args = [mpf(x) for x in point]
    before = None
    for doubling in range(8):
        with mp.workprec(256 << doubling):
            values = f(args)
            values = values if isinstance(values, list) else [values]
            if before and all(map(agree, before, values)):
                return values
            before = values
    raise SystemExit(f"No precision is enough at {point}.")


def cut(value):
    """The double next to a value towards 0, and the rest in ulps of it."""
    if value == 0:
        return 0.0, 0.0
    _, exponent = mp.frexp(value)
    lowest = max(int(exponent) - 53, -1074)
    scaled = mp.ldexp(value, -lowest)
    whole = int(scaled)
    if int(exponent) > 1024:
        raise SystemExit("A point whose value is no double.")
    return ldexp(whole, lowest), float(scaled - whole)


def write(name):
    f, points = ATOMICS[name]
    dice.seed(f"accuracy of {name}")
    asked = sorted(dict.fromkeys(points()), key=lambda point: (len(point), point))
    rows = []
    for point in asked:
        with mp.workprec(2048):
            values = [cut(value) for value in exactly(f, point)]
        rows.append((point, [half for value in values for half in value]))
    blocks = []
    for (arguments, doubles), block in groupby(rows, key=lambda row: (len(row[0]), len(row[1]))):
        block = list(block)
        blocks += [len(block), arguments, doubles // 2, *(x for point, values in block for x in (*point, *values))]
    (out / f"{name}.bin").write_bytes(struct.pack(f"<{len(blocks)}d", *blocks))
    print(f"{name:24}{len(rows):6} points{len(blocks) * 8 // 1000:6} kB", flush=True)


if __name__ == "__main__":
    for name in sys.argv[1:] or ATOMICS:
        write(name)
