"""Programs as trees: what they compute, apart from how any language writes it.

A shape is a tuple of sizes: () is a real, (3,) a vector, (3, 2) a matrix of 3 rows and 2 columns.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Node:
    op: str
    args: tuple = ()
    param: tuple = ()
    shape: tuple = ()
    # Whether it can stand in a loop over the elements of an array.
    elementwise: bool = True


@dataclass(frozen=True)
class Let:
    name: str
    value: Node


@dataclass
class Program:
    name: str
    inputs: list  # (name, shape)
    data: list = field(default_factory=list)
    lets: list = field(default_factory=list)
    results: list = field(default_factory=list)  # one node: real or array; several: reals
    # The name of the program with the same numbers, of which this is another form.
    twin_of: str | None = None


@dataclass(frozen=True)
class Callee:
    """A function that programs call."""

    name: str
    inputs: tuple  # (name, shape), a size may be the name of a generic
    body: object  # from nodes for the inputs to (lets, results)
    data: tuple = ()
    generics: tuple = ()
    codomain: tuple | None = None  # the shape of an array result that is declared


def size(shape):
    n = 1
    for k in shape:
        n *= k
    return n


def meet(*shapes):
    arrays = {s for s in shapes if s != ()}
    assert len(arrays) <= 1, f"shapes that do not fit: {shapes}"
    return arrays.pop() if arrays else ()


def _node(op, *args, param=(), shape=None, elementwise=None):
    if shape is None:
        shape = meet(*(a.shape for a in args))
    if elementwise is None:
        elementwise = all(a.elementwise for a in args)
    assert elementwise or op in REAL_LEVEL or shape == (), (op, shape)
    return Node(op, args, param, shape, elementwise)


# Computed as a whole, alone in a `let`.
WHOLE = {"softmax", "log_softmax", "cumulative_sum", "scan", "product", "call_array"}
REAL_LEVEL = WHOLE


def ref(name, shape):
    return Node("ref", (), (name,), shape)


def const(value):
    return Node("const", (), (value,), ())


def unary(op, e):
    return _node(op, e)


def binary(op, a, b):
    a, b = (const(e) if isinstance(e, (int, float)) else e for e in (a, b))
    return _node(op, a, b)


def add(a, b):
    return binary("+", a, b)


def sub(a, b):
    return binary("-", a, b)


def mul(a, b):
    return binary("*", a, b)


def div(a, b):
    return binary("/", a, b)


def mul_add(a, b, c):
    return _node("mul_add", a, b, c)


def clamp(e, low, high):
    return _node("clamp", e, const(low), const(high))


def select(order, left, right, yes, no):
    return _node("select", left, right, yes, no, param=(order,))


def mapped(callee, *args):
    """A function of reals, at each element."""
    return _node("call", *args, param=(callee, None))


def component(callee, i, *args):
    return _node("call", *args, param=(callee, i))


def at(i, e):
    assert isinstance(e.shape[0], str) or i < e.shape[0]
    return _node("at", e, param=(i,), shape=e.shape[1:])


def window(start, k, e):
    assert start + k <= e.shape[0]
    return _node("window", e, param=(start, k), shape=(k,) + e.shape[1:])


def column(j, e):
    assert len(e.shape) == 2 and j < e.shape[1]
    return _node("column", e, param=(j,), shape=e.shape[:1])


def transpose(e):
    return _node("transpose", e, shape=e.shape[::-1])


def outer(a, b):
    return _node("outer", a, b, shape=a.shape + b.shape)


def stack(*reals):
    assert all(e.shape == () for e in reals)
    return _node("stack", *reals, shape=(len(reals),), elementwise=True)


def concat(a, b):
    assert a.shape[1:] == b.shape[1:]
    return _node("concat", a, b, shape=(a.shape[0] + b.shape[0],) + a.shape[1:])


REDUCTIONS = ["sum", "mean", "product_of", "norm", "norm_squared", "minimum", "maximum", "log_sum_exp"]


def reduce(op, e):
    assert op in REDUCTIONS and e.elementwise
    return _node("reduce", e, param=(op,), shape=(), elementwise=False)


def dot(a, b):
    """The product of vectors or matrices: of two vectors of any expressions, else of names."""
    s, t = a.shape, b.shape
    assert s[-1] == t[0] and a.elementwise and b.elementwise
    shape = s[:-1] + t[1:]
    if len(s) == len(t) == 1:
        return _node("dot", a, b, shape=shape, elementwise=False)
    assert a.op == b.op == "ref"
    if len(t) == 1:
        return _node("dot", a, b, shape=shape, elementwise=True)
    return _node("product", a, b, shape=shape, elementwise=False)


def whole(op, e):
    assert op in WHOLE and e.elementwise
    return _node(op, e, elementwise=False)


def fold(callee, start, *args, checkpointed=False):
    assert start.shape == () and all(a.elementwise for a in args)
    return _node("fold", start, *args, param=(callee, checkpointed), shape=(), elementwise=False)


def scan(callee, start, *args):
    shape = meet(*(a.shape for a in args))
    return _node("scan", start, *args, param=(callee,), shape=shape, elementwise=False)


def call(callee, *args):
    """A function with shapes, called with names."""
    assert all(a.op == "ref" for a in args) and len({a.param for a in args}) == len(args)
    _, results = instantiate(callee, args)
    shape = results[0].shape if len(results) == 1 else (len(results),)
    op = "call_real" if shape == () else "call_array"
    return _node(op, *args, param=(callee,), shape=shape, elementwise=False)


def instantiate(callee, args):
    lets, results = callee.body(*args)
    return lets, results


def used_names(lets, results):
    names = set()

    def visit(e):
        if e.op == "ref":
            names.add(e.param[0])
        for a in e.args:
            visit(a)

    for e in [l.value for l in lets] + results:
        visit(e)
    return names


def used(lets, results):
    """The `let`s that the results need."""
    while True:
        names = used_names(lets, results)
        kept = [l for l in lets if l.name in names]
        if len(kept) == len(lets):
            return kept
        lets = kept
