"""Every kind of view inside of every kind of node."""

from . import expressions as ex
from .expressions import Let, Program, ref
from . import library as lib

SHAPES = {"x": (3,), "m": (3, 2), "t": (2, 3, 2), "k": (), "w": (2,), "u": (2, 3), "z": (5,), "b": (2, 2), "v": (5, 2)}


class Builder:
    """Collects what a program declares as it is used."""

    def __init__(self, prefix=""):
        self.inputs, self.data, self.lets, self.terms = {}, {}, [], []
        self.as_data = set()

    def use(self, name, shape=None):
        shape = SHAPES[name] if shape is None else shape
        variables = self.data if name in self.as_data else self.inputs
        variables[name] = shape
        return ref(name, shape)

    def partner(self, shape):
        """An input of this shape that no view takes."""
        return self.use("y" + "".join(map(str, shape)), shape)

    def let(self, e):
        name = f"u{len(self.lets) + 1}"
        self.lets.append(Let(name, e))
        return ref(name, e.shape)

    def program(self, name, results):
        if not self.inputs:
            results = [ex.mul(self.use("k"), results[0]), *results[1:]]
        return Program(name, list(self.inputs.items()), list(self.data.items()), self.lets, results)


VIEWS = {
    "at": lambda b: ex.at(1, b.use("x")),
    "row": lambda b: ex.at(2, b.use("m")),
    "level": lambda b: ex.at(1, b.use("t")),
    "at_at": lambda b: ex.at(1, ex.at(2, b.use("m"))),
    "window": lambda b: ex.window(1, 2, b.use("x")),
    "rows": lambda b: ex.window(1, 2, b.use("m")),
    "column": lambda b: ex.column(1, b.use("m")),
    "transpose": lambda b: ex.transpose(b.use("m")),
    "at_of_expression": lambda b: ex.at(2, ex.mul(b.use("x"), ex.unary("sin", b.use("x")))),
    "row_of_expression": lambda b: ex.at(1, ex.add(ex.unary("sin", b.use("m")), b.use("k"))),
    "window_of_expression": lambda b: ex.window(1, 2, ex.mul(b.use("k"), b.use("x"))),
    "column_of_expression": lambda b: ex.column(0, ex.sub(ex.unary("cos", b.use("m")), b.use("k"))),
    "transpose_of_expression": lambda b: ex.transpose(ex.mul(b.use("m"), b.use("k"))),
    "column_of_transpose": lambda b: ex.column(2, ex.transpose(b.use("m"))),
    "row_of_transpose": lambda b: ex.at(1, ex.transpose(b.use("m"))),
    "transpose_of_window": lambda b: ex.transpose(ex.window(1, 2, b.use("m"))),
    "at_of_column": lambda b: ex.at(2, ex.column(0, b.use("m"))),
    "column_of_level": lambda b: ex.column(1, ex.at(1, b.use("t"))),
    "stack": lambda b: ex.stack(ex.at(2, b.use("x")), ex.mul(b.use("k"), ex.at(0, b.use("x"))), b.use("k")),
    "at_of_stack": lambda b: ex.at(1, ex.stack(b.use("k"), ex.unary("sin", ex.at(2, b.use("x"))))),
    "concat": lambda b: ex.concat(b.use("x"), ex.mul(b.use("w"), b.use("k"))),
    "window_of_concat": lambda b: ex.window(2, 2, ex.concat(b.use("x"), b.use("w"))),
    "at_of_concat": lambda b: ex.at(3, ex.concat(b.use("x"), b.use("w"))),
    "concat_of_rows": lambda b: ex.concat(b.use("m"), ex.window(0, 1, b.use("m"))),
    "outer": lambda b: ex.outer(b.use("x"), b.use("w")),
    "column_of_outer": lambda b: ex.column(1, ex.outer(b.use("x"), b.use("w"))),
    "at_at_of_outer": lambda b: ex.at(0, ex.at(2, ex.outer(b.use("x"), b.use("w")))),
    "product_with_vector": lambda b: ex.dot(b.use("m"), b.use("w")),
    "at_of_product": lambda b: ex.at(2, ex.dot(b.use("m"), b.use("w"))),
    "window_of_sums": lambda b: ex.window(1, 2, b.let(ex.whole("cumulative_sum", b.use("x")))),
    "at_of_softmax": lambda b: ex.at(1, b.let(ex.whole("softmax", b.use("x")))),
    "mapped_view": lambda b: ex.mapped(lib.WAVE, ex.at(1, b.use("x")), ex.window(0, 2, b.use("x"))),
}


def _array(b, v):
    """The view as an array: itself, or if it is a real an array with it in each element."""
    return v if v.shape else ex.mul(v, b.partner((3,)))


def _real(v):
    """The view as a real: itself, or one of its elements."""
    while v.shape:
        v = ex.at(v.shape[0] - 1, v)
    return v


def _matrix_products(b, v):
    a = b.let(_array(b, v))
    if len(a.shape) == 1:
        n = a.shape[0]
        left, right = b.let(ex.dot(a, b.partner((n, 2)))), ex.dot(b.partner((2, n)), a)
        return ex.add(ex.reduce("sum", ex.unary("sin", left)), ex.reduce("sum", ex.mul(right, b.partner((2,)))))
    rows, columns = a.shape
    product = b.let(ex.dot(a, b.partner((columns, 2))))
    other = b.let(ex.dot(b.partner((2, rows)), a))
    vector = ex.dot(a, b.partner((columns,)))
    terms = [ex.reduce("sum", ex.unary("sin", e)) for e in (product, other, vector)]
    return ex.add(ex.add(terms[0], terms[1]), terms[2])


def _outer(b, v):
    a = v if len(v.shape) == 1 else ex.at(0, v) if v.shape else _array(b, v)
    y = b.partner((2,))
    return ex.add(
        ex.reduce("sum", ex.unary("sin", ex.outer(a, y))),
        ex.reduce("sum", ex.mul(b.partner((2,) + a.shape), ex.outer(ex.unary("cos", y), a))),
    )


def _dot(b, v):
    a = v if len(v.shape) == 1 else ex.at(0, v) if v.shape else _array(b, v)
    y = b.partner(a.shape)
    return ex.add(ex.dot(a, ex.unary("sin", y)), ex.dot(ex.mul(y, y), ex.unary("cos", a)))


def _whole(op):
    def node(b, v):
        a = _array(b, v)
        p = b.let(ex.whole(op, a))
        return ex.reduce("sum", ex.mul(p, b.partner(a.shape)))

    return node


def _reduction(op):
    def node(b, v):
        a = _array(b, v)
        return ex.mul(ex.reduce(op, a), ex.unary("cos", ex.reduce(op, ex.add(ex.unary("sin", v), b.partner(a.shape)))))

    return node


def _in(node):
    """A sum of an array made of the view and an array beside it."""

    def of(b, v):
        return ex.reduce("sum", node(v, b.partner(v.shape or (3,)), b.use("k")))

    return of


def _view_of(b, v):
    """A view of a node that holds the view."""
    y = b.partner(v.shape or (3,))
    e = ex.mul(ex.unary("sin", v), y)
    terms = [ex.reduce("sum", ex.window(1, e.shape[0] - 1, e)), _real(e)]
    if len(e.shape) == 2:
        terms.append(ex.reduce("sum", ex.mul(ex.transpose(e), b.partner(e.shape[::-1]))))
        terms.append(ex.reduce("norm", ex.add(ex.column(1, e), 0.3)))
    return _total(terms)


def _total(terms):
    total = terms[0]
    for term in terms[1:]:
        total = ex.add(total, term)
    return total


def _called(b, v):
    a = b.let(_array(b, v))
    k = b.use("k")
    flat = a if len(a.shape) == 1 else b.let(ex.at(1, a))
    terms = [ex.call(lib.ENERGY, flat, k), ex.call(lib.WEIGHTED, flat, b.partner(flat.shape), k)]
    if len(a.shape) == 2:
        terms.append(ex.reduce("sum", ex.mul(b.let(ex.call(lib.TURNED, a)), b.partner(a.shape[::-1]))))
    else:
        h = b.let(ex.call(lib.AFFINE, b.partner((2,) + flat.shape), b.partner((2,)), flat))
        terms.append(ex.reduce("sum", h))
    return _total(terms)


def _folded(checkpointed):
    def node(b, v):
        y = b.partner(v.shape or (3,))
        first = ex.fold(lib.STEP, ex.const(0.3), ex.mul(v, y), checkpointed=checkpointed)
        second = ex.fold(lib.DRIVEN, _real(v), y, v, checkpointed=checkpointed)
        return ex.add(ex.mul(first, b.use("k")), second)

    return node


def _scanned(b, v):
    y = b.partner(v.shape or (3,))
    s = b.let(ex.scan(lib.DRIVEN, ex.mul(_real(v), 0.5), y, v))
    return ex.reduce("sum", ex.mul(ex.unary("sin", s), y))


def _stacked(b, v):
    s = ex.stack(_real(v), ex.mul(b.use("k"), _real(v)), ex.reduce("sum", _array(b, v)))
    return ex.reduce("sum", ex.mul(s, b.partner((3,))))


def _joined(b, v):
    y = b.partner(v.shape or (3,))
    z = ex.concat(ex.mul(v, y), ex.sub(y, v))
    return ex.add(ex.reduce("norm", z), ex.reduce("sum", ex.mul(b.let(z), z)))


def _stored(b, v):
    a = b.let(v)
    y = b.partner(v.shape or (3,))
    again = b.let(ex.mul(ex.add(a, y), ex.unary("cos", v)))
    return ex.add(ex.reduce("sum", ex.mul(a, again)), _real(ex.mul(a, a)))


def _of_reals(b, v):
    e = _real(v)
    k = b.use("k")
    return ex.add(ex.mul(ex.unary("tanh", e), k), ex.sub(1.5, ex.mul(e, ex.reduce("sum", v) if v.shape else e)))


NODES = {
    "unary": _in(lambda v, y, k: ex.mul(ex.unary("sin", v), y)),
    "left": _in(lambda v, y, k: ex.sub(v, ex.mul(y, k))),
    "right": _in(lambda v, y, k: ex.div(y, ex.add(2, ex.unary("cos", v)))),
    "numbers": _in(lambda v, y, k: ex.mul(ex.sub(2, v), ex.add(ex.mul(v, 0.5), y))),
    "ternary": _in(lambda v, y, k: ex.add(ex.mul_add(v, y, k), ex.mul_add(y, k, v))),
    "clamp": _in(lambda v, y, k: ex.mul(y, ex.clamp(v, -0.6, 0.8))),
    "condition": _in(lambda v, y, k: ex.select("<", v, y, ex.unary("sin", y), ex.mul(k, y))),
    "branches": _in(lambda v, y, k: ex.select(">=", y, k, ex.mul(v, y), ex.unary("cos", v))),
    "mapped": _in(lambda v, y, k: ex.add(ex.mapped(lib.WAVE, v, y), ex.mapped(lib.HUBER, ex.mul(y, v)))),
    "component": _in(lambda v, y, k: ex.component(lib.PAIR, 1, y, ex.component(lib.PAIR, 0, v, k))),
    **{op: _reduction(op) for op in ex.REDUCTIONS},
    "dot": _dot,
    "matrix_products": _matrix_products,
    "outer": _outer,
    "softmax": _whole("softmax"),
    "log_softmax": _whole("log_softmax"),
    "cumulative_sum": _whole("cumulative_sum"),
    "view": _view_of,
    "call": _called,
    "fold": _folded(False),
    "checkpointed": _folded(True),
    "scan": _scanned,
    "stack": _stacked,
    "concat": _joined,
    "let": _stored,
    "reals": _of_reals,
}

# Which stand together in a program.
GROUPS = {
    "operators": ["unary", "left", "right", "numbers", "ternary"],
    "choices": ["clamp", "condition", "branches", "mapped", "component"],
    "reductions": ["sum", "mean", "product_of", "norm"],
    "extremes": ["norm_squared", "minimum", "maximum", "log_sum_exp"],
    "products": ["dot", "outer", "matrix_products"],
    "wholes": ["softmax", "log_softmax", "cumulative_sum", "reals"],
    "recurrences": ["fold", "checkpointed", "scan"],
    "parts": ["stack", "concat", "view", "let"],
}
assert sorted(sum(GROUPS.values(), ["call"])) == sorted(NODES)


def _terms(b, view, nodes, random):
    terms = []
    for node in nodes:
        term = NODES[node](b, VIEWS[view](b))
        # At the end of a function a sum is pulled back in its own loop, in a `let` it is not.
        terms.append(b.let(term) if random.random() < 0.4 else term)
    return _total(terms)


# Views of views, and of what simpler ones are made of: in two groups each, the others in all.
COMPOSED = [
    "at_at",
    "row_of_expression",
    "column_of_expression",
    "transpose_of_expression",
    "column_of_transpose",
    "row_of_transpose",
    "transpose_of_window",
    "at_of_column",
    "column_of_level",
    "at_of_concat",
    "column_of_outer",
    "at_of_product",
]


def views(group):
    """The views of a group of nodes, by its number."""
    composed = [view for n, view in enumerate(COMPOSED) if group in (n % 9, (n + 4) % 9)]
    return [view for view in VIEWS if view not in COMPOSED or view in composed]


def programs(random):
    """By group of nodes, a program for each view."""
    groups = {**GROUPS, "calls": ["call"]}
    for number, (group, nodes) in enumerate(groups.items()):
        yield group, [_real_program(view, group, nodes, random) for view in views(number)]
    yield "data", [_with_data(view, n, random) for n, view in enumerate(VIEWS)]
    yield "results", [_vector_valued(view, n, random) for n, view in enumerate(VIEWS)]


def _real_program(view, group, nodes, random):
    b = Builder()
    return b.program(f"{view}_in_{group}", [_terms(b, view, nodes, random)])


def _with_data(view, n, random):
    """Views of data; for every third a view of inputs beside data."""
    b = Builder()
    names = list(NODES)
    nodes = [names[(3 * n + i * 11) % len(names)] for i in range(3)]
    if n % 3 == 2:
        b.as_data = {"y3", "y2", "y5", "y32", "y22"}
        b.data = {"d": ()}
        term = ex.mul(_terms(b, view, nodes, random), ref("d", ()))
    else:
        b.as_data = {"x", "m", "t", "w"}
        term = _terms(b, view, nodes, random)
    return b.program(f"{view}_of_data" if n % 3 < 2 else f"{view}_beside_data", [term])


def _vector_valued(view, n, random):
    """The view as the result, in an array that is, and as one real of several."""
    b = Builder()
    v = VIEWS[view](b)
    name = f"{view}_as_result"
    if n % 2 == 0:
        y = b.partner(v.shape or (3,))
        return b.program(name, [ex.mul(ex.unary("sin", ex.add(v, y)), v)] if n % 4 else [v if v.shape else ex.mul(y, v)])
    first = ex.reduce("sum", ex.mul(v, b.partner(v.shape or (3,))))
    return b.program(name, [first, _real(v), ex.mul(b.let(_real(v)), b.use("k"))])
