"""Every operation's value and derivatives, computed with 60 digits and rounded once.

    pip install -r requirements.txt
    python accuracy.py 150 > ../data/accuracy.txt     # what is stored
    python accuracy.py 10000 > /tmp/accuracy.txt      # the full set, for MONOGRAD_ACCURACY=/tmp/accuracy.txt

The argument is the number of points of each operation in each precision. They are spaced
logarithmically towards both ends of the operation's domain, and towards the points inside of it
where digits are lost.

A block is headed by `precision operation parameter`. A line has the inputs, the value and the
derivatives, each rounded to that precision, and, where an operation or a derivative is a sum of terms that
cancel somewhere, after `~` the size of the greatest term of each result: rounding errors are measured by it.
"""

import math
import sys
from fractions import Fraction

from mpmath import mp, mpf

mp.dps = 60


class Precision:
    """A binary format: digits, least exponent, greatest number."""

    def __init__(self, name, digits, least, far):
        self.name = name
        self.digits = digits
        self.least = least
        self.greatest = Fraction((2**digits - 1) * 2 ** (2 - least - 2 * digits))
        # Beyond which every exponential has over- or underflowed.
        self.far = far

    def round(self, x):
        """The nearest number, as a float."""
        if x == 0:
            return 0.0
        if mp.isnan(x):
            return math.nan
        if mp.isinf(x):
            return math.inf if x > 0 else -math.inf
        sign, man, exp, bits = mpf(x)._mpf_
        unit = max(exp + bits - self.digits, self.least)
        if exp + bits < self.least - 1:
            return -0.0 if sign else 0.0
        if exp + bits > 2000:
            return -math.inf if sign else math.inf
        exact = Fraction(man) * Fraction(2) ** (exp - unit)
        magnitude = Fraction(round(exact)) * Fraction(2) ** unit
        result = math.inf if magnitude > self.greatest else float(magnitude)
        return -result if sign else result

    def show(self, x):
        """The shortest decimal that is read as `x`."""
        if self.digits == 53 or x == 0 or math.isinf(x) or math.isnan(x):
            return repr(x)
        for digits in range(1, 18):
            text = f"{x:.{digits}g}"
            if self.round(mpf(text)) == x:
                return text
        return repr(x)


F64 = Precision("f64", 53, -1074, 750)
F32 = Precision("f32", 24, -149, 108)


# Where to look: from an anchor, in a direction, from a least to a greatest distance, so many parts of all
# points. `T` and `M` are the least and the greatest positive number, `E` the end of the exponentials, `U`
# half the distance of two numbers at 1.
T, M, E, U = "T", "M", "E", "U"


def both(*pieces):
    return [(a * s, d * s, lo, hi, w) for (a, d, lo, hi, w) in pieces for s in (1, -1)]


POSITIVE = [(0, 1, T, 1e-3, 1), (0, 1, 1e-3, 1e3, 1), (0, 1, 1e3, M, 1)]
LINE = both(*POSITIVE)
AROUND_ONE = [(1, 1, U, 0.5, 1), (1, -1, U, 0.5, 1)]
LOGARITHM = POSITIVE + AROUND_ONE
EXPONENTIAL = both((0, 1, T, 1e-3, 1), (0, 1, 1e-3, E, 3), (0, 1, 0.5, E, 2), (0, 1, E, M, 0.2))
BELL = both((0, 1, T, 1e-3, 1), (0, 1, 1e-3, 45, 3), (0, 1, 0.5, 45, 2), (0, 1, 45, M, 0.2))
UNIT = both((0, 1, T, 0.5, 1), (1, -1, U, 0.5, 1))


def pieces_of(pieces, precision, n):
    """`n` numbers in the pieces."""
    greatest = mpf(precision.greatest.numerator)
    ends = {T: mpf(2) ** precision.least, M: greatest, E: mpf(precision.far), U: mpf(2) ** -precision.digits}
    total = sum(piece[4] for piece in pieces)
    numbers = []
    for anchor, direction, low, high, weight in pieces:
        low, high = (mp.log(ends.get(end, end)) for end in (low, high))
        count = max(2, round(n * weight / total))
        for i in range(count):
            # Within its cell each point stands elsewhere.
            share = (i + (i * 0.618033988749895 + 0.37) % 1) / count
            distance = mp.exp(low + (high - low) * mpf(share))
            numbers.append(precision.round(anchor + direction * distance))
    return numbers


def exp(x):
    """eˣ, of which nothing is left, or which has no end, where it is far out of range."""
    return mpf(0) if x < -100000 else mp.inf if x > 100000 else mp.exp(x)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def sigmoid_slope(x):
    e = exp(-abs(x))
    return e / (1 + e) ** 2


def softplus(x):
    return max(x, mpf(0)) + mp.log1p(exp(-abs(x)))


def erfc(x):
    return mpf(0) if x > 10000 else mpf(2) if x < -10000 else mp.erfc(x)


def normal_cdf(x):
    return erfc(-x / mp.sqrt(2)) / 2


def normal_pdf(x):
    return exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def error_density(x):
    return 2 / mp.sqrt(mp.pi) * exp(-x * x)


def power(x, n):
    """xⁿ for an integer n, without overflow of the exponent."""
    return mpf(x) ** int(n)


def real_power(x, p):
    if p == int(p) and abs(p) < 2**31:
        return power(x, p)
    return exp(p * mp.log(x))


def sign(x):
    return mpf((x > 0) - (x < 0))


def saturated(function, at_end):
    return lambda x: function(x) if abs(x) < 10000 else at_end(x)


def hyperbolic(function, odd):
    return lambda x: function(x) if abs(x) < 100000 else (sign(x) if odd else 1) * mp.inf


def elu(x, a):
    return x if x > 0 else a * mp.expm1(max(x, mpf(-10000)))


def silu_slope(x):
    if x < -10000:
        return mpf(0), mpf(0)
    terms = sigmoid(x), x * sigmoid_slope(x)
    return sum(terms), max(map(abs, terms))


def gelu_slope(x):
    terms = normal_cdf(x), x * normal_pdf(x)
    return sum(terms), max(map(abs, terms))


def half_away(x):
    return sign(x) * mp.floor(abs(x) + mpf("0.5"))


def truncated(x):
    return sign(x) * mp.floor(abs(x))


def constant(c):
    return lambda *_: mpf(c)


# name, parameters, pieces, value and derivative of x and the parameter. A result that is a pair has its scale.
UNARY = [
    ("neg", [None], LINE, lambda x: -x, constant(-1)),
    ("recip", [None], LINE, lambda x: 1 / x, lambda x: -1 / x**2),
    ("square", [None], LINE, lambda x: x * x, lambda x: 2 * x),
    (
        "powi",
        [3, 2, 1, 0, -1, -2],
        LINE,
        power,
        lambda x, n: mpf(0) if n == 0 else n * power(x, n - 1),
    ),
    (
        "powf",
        [2.5, 2.0, 1.0, 0.5, 0.0, -1.5],
        POSITIVE,
        real_power,
        lambda x, p: mpf(0) if p == 0 else p * real_power(x, p - 1),
    ),
    ("sqrt", [None], POSITIVE, mp.sqrt, lambda x: 1 / (2 * mp.sqrt(x))),
    (
        "cbrt",
        [None],
        LINE,
        lambda x: sign(x) * mp.cbrt(abs(x)),
        lambda x: 1 / (3 * mp.cbrt(abs(x)) ** 2),
    ),
    ("exp", [None], EXPONENTIAL, exp, exp),
    (
        "exp2",
        [None],
        EXPONENTIAL,
        lambda x: exp(x * mp.ln2),
        lambda x: exp(x * mp.ln2) * mp.ln2,
    ),
    (
        "exp_m1",
        [None],
        EXPONENTIAL,
        saturated(mp.expm1, lambda x: mp.inf if x > 0 else mpf(-1)),
        exp,
    ),
    ("ln", [None], LOGARITHM, mp.log, lambda x: 1 / x),
    (
        "ln_1p",
        [None],
        POSITIVE + [(0, -1, T, 0.5, 1), (-1, 1, U, 0.5, 1)],
        mp.log1p,
        lambda x: 1 / (1 + x),
    ),
    ("log2", [None], LOGARITHM, lambda x: mp.log(x) / mp.ln2, lambda x: 1 / (x * mp.ln2)),
    (
        "log10",
        [None],
        LOGARITHM,
        lambda x: mp.log(x) / mp.ln10,
        lambda x: 1 / (x * mp.ln10),
    ),
    ("sin", [None], LINE, mp.sin, mp.cos),
    ("cos", [None], LINE, mp.cos, lambda x: -mp.sin(x)),
    ("tan", [None], LINE, mp.tan, lambda x: 1 / mp.cos(x) ** 2),
    ("asin", [None], UNIT, mp.asin, lambda x: 1 / mp.sqrt((1 - x) * (1 + x))),
    ("acos", [None], UNIT, mp.acos, lambda x: -1 / mp.sqrt((1 - x) * (1 + x))),
    ("atan", [None], LINE, mp.atan, lambda x: 1 / (1 + x * x)),
    ("sinh", [None], EXPONENTIAL, hyperbolic(mp.sinh, True), hyperbolic(mp.cosh, False)),
    ("cosh", [None], EXPONENTIAL, hyperbolic(mp.cosh, False), hyperbolic(mp.sinh, True)),
    (
        "tanh",
        [None],
        EXPONENTIAL,
        saturated(mp.tanh, sign),
        lambda x: 4 * sigmoid_slope(2 * x),
    ),
    ("asinh", [None], LINE, mp.asinh, lambda x: 1 / mp.sqrt(1 + x * x)),
    (
        "acosh",
        [None],
        [(1, 1, U, 1, 1), (1, 1, 1, M, 1)],
        lambda x: mp.acosh(x),
        lambda x: 1 / mp.sqrt((x - 1) * (x + 1)) if x > 1 else mp.inf,
    ),
    ("atanh", [None], UNIT, mp.atanh, lambda x: 1 / ((1 - x) * (1 + x))),
    ("sigmoid", [None], EXPONENTIAL, sigmoid, sigmoid_slope),
    ("log_sigmoid", [None], EXPONENTIAL, lambda x: -softplus(-x), lambda x: sigmoid(-x)),
    ("softplus", [None], EXPONENTIAL, softplus, sigmoid),
    ("relu", [None], LINE, lambda x: max(x, mpf(0)), lambda x: mpf(x > 0)),
    (
        "leaky_relu",
        [0.01, 2.5, -0.5],
        LINE,
        lambda x, a: x if x > 0 else a * x,
        lambda x, a: mpf(1) if x > 0 else a,
    ),
    (
        "elu",
        [1.0, 0.5, 2.5],
        EXPONENTIAL,
        elu,
        lambda x, a: mpf(1) if x > 0 else a * exp(x),
    ),
    (
        "silu",
        [None],
        EXPONENTIAL,
        lambda x: mpf(0) if x < -10000 else x * sigmoid(x),
        silu_slope,
    ),
    ("gelu", [None], BELL, lambda x: x * normal_cdf(x), gelu_slope),
    ("erf", [None], BELL, saturated(mp.erf, sign), error_density),
    ("erfc", [None], BELL, erfc, lambda x: -error_density(x)),
    ("normal_cdf", [None], BELL, normal_cdf, normal_pdf),
    ("normal_pdf", [None], BELL, normal_pdf, lambda x: -x * normal_pdf(x)),
    ("abs", [None], LINE, abs, sign),
    ("signum", [None], LINE, sign, constant(0)),
    ("floor", [None], LINE, mp.floor, constant(0)),
    ("ceil", [None], LINE, mp.ceil, constant(0)),
    ("round", [None], LINE, half_away, constant(0)),
    ("trunc", [None], LINE, truncated, constant(0)),
    ("fract", [None], LINE, lambda x: x - truncated(x), constant(1)),
]


def shuffled(numbers, seed):
    """The numbers in another order, the same every time."""
    step = next(s for s in range(int(len(numbers) * seed), 10**9) if math.gcd(s, len(numbers)) == 1)
    return [numbers[i * step % len(numbers)] for i in range(len(numbers))]


def pairs(left, right):
    """Pairs of the numbers of two lists of pieces."""

    def points(precision, n):
        x = pieces_of(left, precision, n)
        y = shuffled(pieces_of(right, precision, n), 0.381966)
        return list(zip(x, y))

    return points


def power_pairs(precision, n):
    """Powers in range: the exponents are those that bring xᵖ to chosen exponentials."""
    points = []
    logs = pieces_of(both((0, 1, 1e-6, E, 3), (0, 1, 1, E, 2)), precision, n)
    for x, log in zip(pieces_of(LOGARITHM, precision, n), shuffled(logs, 0.381966)):
        if x != 1:
            points.append((x, precision.round(mpf(log) / mp.log(mpf(x)))))
    whole = [float(k) for k in range(-9, 10)]
    for i, x in enumerate(pieces_of(LINE, precision, max(8, n // 10))):
        if x < 0:
            points.append((x, whole[i % len(whole)]))
    return points


def near_pairs(precision, n):
    """Numbers near each other as well as far apart."""
    return pairs(EXPONENTIAL, EXPONENTIAL)(precision, n // 2) + [
        (x, precision.round(mpf(x) * (1 + mpf(y))))
        for x, y in pairs(EXPONENTIAL, both((0, 1, U, 2, 1)))(precision, n // 2)
    ]


def pow_exact(x, p):
    if x < 0:
        return power(x, p), p * power(x, p - 1) if p else mpf(0), mp.nan
    log = mp.log(x)
    z = exp(p * log)
    return z, p * exp((p - 1) * log), z * log


def log_exact(x, y):
    a, b = mp.log(x), mp.log(y)
    return a / b, 1 / (x * b), -a / (y * b * b)


def remainder(euclid):
    def exact(x, y):
        a, b = (Fraction(*float(number).as_integer_ratio()) for number in (x, y))
        quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
        rest = a - quotient * b
        if euclid and rest < 0:
            rest, quotient = rest + abs(b), quotient - (1 if b > 0 else -1)
        number = lambda q: mpf(q.numerator) / mpf(q.denominator)
        return number(rest), mpf(1), number(Fraction(-quotient))

    return exact


def ln_add_exp(x, y):
    gap = mp.log1p(exp(-abs(x - y)))
    return (max(x, y) + gap, max(abs(max(x, y)), gap)), sigmoid(x - y), sigmoid(y - x)


def hypot(x, y):
    z = mp.sqrt(x * x + y * y)
    return z, x / z, y / z


def extremum(best):
    return lambda x, y: (best(x, y), *((0.5, 0.5) if x == y else (best(x, y) == x, best(x, y) == y)))


BINARY = [
    ("add", pairs(LINE, LINE), lambda x, y: (x + y, 1, 1)),
    ("sub", pairs(LINE, LINE), lambda x, y: (x - y, 1, -1)),
    ("mul", pairs(LINE, LINE), lambda x, y: (x * y, y, x)),
    ("div", pairs(LINE, LINE), lambda x, y: (x / y, 1 / y, -x / y**2)),
    ("pow", power_pairs, pow_exact),
    ("log", pairs(LOGARITHM, LOGARITHM), log_exact),
    ("rem", pairs(LINE, LINE), remainder(False)),
    ("rem_euclid", pairs(LINE, LINE), remainder(True)),
    (
        "copysign",
        pairs(LINE, LINE),
        lambda x, y: (abs(x) * sign(y), sign(x) * sign(y), 0),
    ),
    ("ln_add_exp", near_pairs, ln_add_exp),
    ("min", pairs(LINE, LINE), extremum(min)),
    ("max", pairs(LINE, LINE), extremum(max)),
    (
        "atan2",
        pairs(LINE, LINE),
        lambda x, y: (mp.atan2(x, y), y / (x * x + y * y), -x / (x * x + y * y)),
    ),
    ("hypot", pairs(LINE, LINE), hypot),
]


def triples(precision, n):
    x = pieces_of(LINE, precision, n)
    return list(zip(x, shuffled(x, 0.381966), shuffled(x, 0.7265)))


def clamp(x, y, z):
    return min(max(x, y), z), y < x < z, x < y, x > z


TERNARY = [
    ("mul_add", triples, lambda x, y, z: (x * y + z, y, x, 1)),
    (
        "clamp",
        lambda precision, n: [
            (x, min(y, z), max(y, z)) for x, y, z in triples(precision, n) if len({x, y, z}) == 3
        ],
        clamp,
    ),
]


def cases(precision, n):
    """Name, parameter, points and the function of a point, for every operation."""
    for name, parameters, pieces, value, slope in UNARY:
        for parameter in parameters:
            rest = [] if parameter is None else [mpf(precision.round(mpf(parameter)))]
            points = [(x,) for x in pieces_of(pieces, precision, n)]
            yield (
                name,
                parameter,
                points,
                lambda x, value=value, slope=slope, rest=rest: (value(x, *rest), slope(x, *rest)),
            )
    for name, points, function in BINARY + TERNARY:
        yield name, None, points(precision, n), function


def results(function, point):
    exact = function(*map(mpf, point))
    pair = [result if isinstance(result, tuple) else (result, None) for result in exact]
    return [mpf(number) for number, _ in pair], [scale for _, scale in pair]


def main():
    n = int(sys.argv[1])
    for precision in (F64, F32):
        for name, parameter, points, function in cases(precision, n):
            print(precision.name, name, *([] if parameter is None else [parameter]))
            for i, point in enumerate(points):
                if any(math.isinf(x) or x == 0 for x in point):
                    continue
                exact, scales = results(function, point)
                rounded = [precision.round(number) for number in exact]
                if i % 64 == 0:
                    with mp.workdps(120):
                        again = [precision.round(number) for number in results(function, point)[0]]
                    assert repr(again) == repr(rounded), (name, point, again, rounded)
                line = [precision.show(number) for number in [*point, *rounded]]
                if any(scale is not None for scale in scales):
                    sizes = [abs(number) if scale is None else scale for number, scale in zip(exact, scales)]
                    line += ["~", *(precision.show(precision.round(size)) for size in sizes)]
                print(*line)


main()
