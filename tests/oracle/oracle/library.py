"""Functions that the programs call, and expressions whose values stay of ordinary size."""

from . import expressions as ex
from .expressions import Callee, Let, ref

# Of reals.
WAVE = Callee("wave", (("x", ()), ("k", ())), lambda x, k: ([], [ex.unary("sin", ex.mul(k, x))]))
HUBER = Callee(
    "huber",
    (("r", ()),),
    lambda r: (
        [],
        [ex.select("<=", ex.unary("abs", r), ex.const(0.8), ex.mul(0.5, ex.mul(r, r)), ex.mul(0.8, ex.sub(ex.unary("abs", r), 0.4)))],
    ),
)
PAIR = Callee(
    "pair",
    (("x", ()), ("y", ())),
    lambda x, y: ([Let("c", ex.unary("tanh", y))], [ex.mul(x, ref("c", ())), ex.unary("cos", ex.sub(x, ref("c", ())))]),
)
# The steps of recurrences.
STEP = Callee("step", (("h", ()), ("x", ())), lambda h, x: ([], [ex.unary("tanh", ex.add(ex.mul(0.6, h), x))]))
DRIVEN = Callee(
    "driven",
    (("h", ()), ("x", ()), ("k", ())),
    lambda h, x, k: ([Let("c", ex.unary("sin", ex.mul(h, k)))], [ex.add(ref("c", ()), ex.mul(0.3, x))]),
)


def _energy(x, k):
    return [], [ex.reduce("sum", ex.mul(ex.mul(k, ex.unary("sin", x)), ex.at(0, x)))]


def _affine(w, b, x):
    return [], [ex.unary("tanh", ex.add(ex.dot(w, x), b))]


def _turned(m):
    return [], [ex.mul(ex.transpose(m), ex.at(1, ex.at(0, m)))]


def _weighted(x, w, c):
    d = ref("d", x.shape)
    return [Let("d", ex.unary("square", ex.sub(x, ex.mul(c, w))))], [ex.reduce("mean", ex.mul(d, ex.at(1, w)))]


# With shapes.
ENERGY = Callee("energy", (("x", ("N",)), ("k", ())), _energy, generics=("N",))
AFFINE = Callee(
    "affine", (("w", ("N", "K")), ("b", ("N",)), ("x", ("K",))), _affine, generics=("N", "K"), codomain=("N",)
)
TURNED = Callee("turned", (("m", ("M", "N")),), _turned, generics=("M", "N"), codomain=("N", "M"))
WEIGHTED = Callee("weighted", (("x", ("N",)),), _weighted, data=(("w", ("N",)), ("c", ())), generics=("N",))

OF_REALS = [WAVE, HUBER, PAIR, STEP, DRIVEN]
WITH_SHAPES = [ENERGY, AFFINE, TURNED, WEIGHTED]

# Operations on one expression and on two, defined everywhere and mild.
UNARY = [
    lambda e: ex.unary("sin", e),
    lambda e: ex.unary("cos", e),
    lambda e: ex.unary("tanh", e),
    lambda e: ex.unary("atan", e),
    lambda e: ex.unary("sigmoid", e),
    lambda e: ex.unary("softplus", e),
    lambda e: ex.unary("neg", e),
    lambda e: ex.unary("abs", e),
    lambda e: ex.unary("relu", e),
    lambda e: ex.unary("square", ex.unary("sin", e)),
    lambda e: ex.unary("powi3", ex.unary("tanh", e)),
    lambda e: ex.unary("exp", ex.unary("sin", e)),
    lambda e: ex.unary("exp", ex.unary("neg", ex.unary("square", e))),
    lambda e: ex.unary("ln", ex.add(1.5, ex.unary("square", e))),
    lambda e: ex.unary("sqrt", ex.add(ex.unary("square", e), 1)),
    lambda e: ex.unary("cbrt", ex.add(2, ex.unary("cos", e))),
    lambda e: ex.unary("powf07", ex.add(1, ex.unary("square", e))),
    lambda e: ex.unary("recip", ex.add(1.2, ex.unary("sigmoid", e))),
    lambda e: ex.clamp(e, -0.7, 0.9),
    lambda e: ex.sub(2, e),
    lambda e: ex.mul(0.5, e),
]
BINARY = [
    ex.add,
    ex.sub,
    ex.mul,
    ex.mul,
    lambda a, b: ex.div(a, ex.add(1.5, ex.unary("square", b))),
    lambda a, b: ex.binary("max", a, b),
    lambda a, b: ex.binary("min", a, b),
    lambda a, b: ex.binary("hypot", a, ex.add(2, ex.unary("tanh", b))),
    lambda a, b: ex.binary("atan2", a, ex.add(1.5, ex.unary("sin", b))),
    lambda a, b: ex.binary("pow", ex.add(1.5, ex.unary("sin", a)), ex.unary("tanh", b)),
    lambda a, b: ex.binary("ln_add_exp", a, b),
    lambda a, b: ex.mapped(WAVE, a, ex.unary("tanh", b)),
    lambda a, b: ex.component(PAIR, 0, a, b),
    lambda a, b: ex.component(PAIR, 1, a, b),
]
