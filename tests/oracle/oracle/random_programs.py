"""Random programs with shapes, and each third in a second form: the same with more `let`s or with fewer."""

from . import expressions as ex
from . import library as lib
from .expressions import Let, Program, ref

FILES = 6
IN_EACH = 14
DIMENSIONS = [2, 3, 4]


def programs(random):
    for file in range(FILES):
        group = []
        for n in range(IN_EACH):
            p = Random(random).program(f"random_{file * IN_EACH + n}")
            group.append(p)
            if n % 3 == 0:
                group.append(bound(p, random))
            elif n % 3 == 1 and any(is_inlinable(l.value) for l in p.lets):
                group.append(inlined(p))
        yield f"random_{file + 1}", group


class Random:
    """A program in the making."""

    def __init__(self, random):
        self.random = random
        self.inputs, self.data, self.lets = {}, {}, []
        for _ in range(random.choice([2, 3])):
            self.new(self.shape(random.choice([1, 1, 2])))
        self.new(())
        if random.random() < 0.5:
            self.new(self.shape(random.choice([0, 1, 2])), self.data)

    def shape(self, rank):
        return tuple(self.random.choice(DIMENSIONS) for _ in range(rank))

    def new(self, shape, variables=None):
        variables = self.inputs if variables is None else variables
        name = ("x" if variables is self.inputs else "d") + str(len(variables) + 1)
        variables[name] = shape
        return ref(name, shape)

    def names(self):
        lets = {l.name: l.value.shape for l in self.lets}
        return [ref(n, s) for n, s in (self.inputs | self.data | lets).items()]

    def named(self, shape):
        """A name of this shape, of an input or a `let` if there is none."""
        fitting = [n for n in self.names() if n.shape == shape]
        if fitting:
            # Rather a late one, so that programs are deep.
            return fitting[min(self.random.randrange(len(fitting)) + self.random.randrange(2), len(fitting) - 1)]
        if sum(map(ex.size, self.inputs.values())) + ex.size(shape) <= 24 and len(self.inputs) < 6:
            return self.new(shape)
        if len(shape) == 1:
            return self.let(ex.stack(*(self.any_element() for _ in range(shape[0]))))
        return self.let(ex.outer(self.named(shape[:1]), self.named(shape[1:])))

    def any_element(self):
        e = self.random.choice(self.names())
        while e.shape:
            e = ex.at(self.random.randrange(e.shape[0]), e)
        return e

    def let(self, e):
        name = f"u{len(self.lets) + 1}"
        self.lets.append(Let(name, e))
        return ref(name, e.shape)

    def array(self, shape, depth):
        """An expression that can stand in a loop, of this shape."""
        choice = self.random.random()
        if depth <= 0 or choice < 0.1:
            return self.named(shape) if choice < 0.7 else self.view(shape, 0)
        below = lambda: self.array(shape, depth - 1)
        beside = lambda: self.array(shape if self.random.random() < 0.6 else (), depth - 1)
        if choice < 0.3:
            return self.view(shape, depth - 1)
        if choice < 0.5:
            return self.random.choice(lib.UNARY)(below())
        if choice < 0.82:
            pair = [below(), beside()]
            self.random.shuffle(pair)
            return self.random.choice(lib.BINARY)(*pair)
        if choice < 0.92:
            parts = [below(), beside(), beside(), beside()]
            self.random.shuffle(parts)
            return ex.select(self.random.choice(["<", "<=", ">", ">="]), *parts)
        return ex.mul_add(below(), beside(), beside())

    def view(self, shape, depth):
        """A view of this shape."""
        if depth < 0:
            return self.named(shape)
        n = self.random.choice(DIMENSIONS)
        below = lambda shape: self.array(shape, depth - 1)
        kinds = ["at", "at"] if len(shape) < 2 else []
        if shape:
            kinds += ["window", "concat"]
        if len(shape) == 1:
            kinds += ["column", "stack", "product"]
        if len(shape) == 2:
            kinds += ["transpose", "transpose", "outer"]
        match self.random.choice(kinds):
            case "at":
                return ex.at(self.random.randrange(n), below((n,) + shape))
            case "window":
                more = self.random.choice([1, 2])
                e = below((shape[0] + more,) + shape[1:])
                return ex.window(self.random.randrange(more + 1), shape[0], e)
            case "concat" if shape[0] > 1:
                first = self.random.randrange(1, shape[0])
                return ex.concat(below((first,) + shape[1:]), below((shape[0] - first,) + shape[1:]))
            case "column":
                return ex.column(self.random.randrange(n), below(shape + (n,)))
            case "stack" if shape[0] <= 4:
                return ex.stack(*(self.array((), depth - 1) for _ in range(shape[0])))
            case "product":
                return ex.dot(self.named(shape + (n,)), self.named((n,)))
            case "outer":
                return ex.outer(below(shape[:1]), below(shape[1:]))
            case "transpose":
                return ex.transpose(below(shape[::-1]))
            case _:
                return self.named(shape)

    def real(self, depth):
        """A real that is not made in a loop, of arrays for the most part."""
        shape = self.shape(self.random.choice([1, 1, 2]))
        a = self.array(shape, depth)
        match self.random.randrange(10):
            case 0 | 1 | 2:
                return ex.reduce("sum", a)
            case 3 | 4 | 5:
                return ex.reduce(self.random.choice(ex.REDUCTIONS), a)
            case 6:
                return ex.dot(self.array(shape[:1], depth), self.array(shape[:1], depth - 1))
            case 7:
                return ex.fold(lib.STEP, self.array((), 1), a, checkpointed=self.random.random() < 0.4)
            case 8:
                return ex.fold(lib.DRIVEN, self.array((), 0), a, self.array((), 1))
            case _:
                x = self.named(shape[:1])
                return ex.call(lib.WEIGHTED, x, self.other(x), self.other(x, ()))

    def other(self, than, shape=None):
        """Another name, since a function is not called with one twice."""
        shape = than.shape if shape is None else shape
        e = self.named(shape)
        return e if e != than and e.param[0].startswith("u") else self.let(ex.unary("sin", e))

    def definition(self):
        depth = self.random.choice([1, 2, 2])
        shape = self.shape(self.random.choice([1, 1, 2]))
        match self.random.randrange(10):
            case 0 | 1 | 2:
                return self.array(shape, depth)
            case 3:
                return self.array((), depth)
            case 4:
                return self.real(depth)
            case 5:
                op = self.random.choice(["softmax", "log_softmax", "cumulative_sum"])
                return ex.whole(op, self.array(shape, depth))
            case 6:
                return ex.scan(lib.DRIVEN, self.array((), 1), self.array(shape, 1), self.array((), 1))
            case 7:
                k, n, m = self.shape(3)
                left = self.named((k,) if self.random.random() < 0.5 else (m, k))
                return ex.dot(left, self.named((k, n)))
            case 8:
                m = self.named(self.shape(2))
                return ex.call(lib.TURNED, m)
            case _:
                n, k = self.shape(2)
                return ex.call(lib.AFFINE, self.named((n, k)), self.let(self.array((n,), 1)), self.let(self.array((k,), 1)))

    def program(self, name):
        for _ in range(self.random.choice([2, 3, 3, 4])):
            self.let(self.definition())
        if self.random.random() < 0.2:
            results = [self.array(self.shape(1), 2)] if self.random.random() < 0.5 else [self.real(1), self.array((), 2)]
        else:
            results = [self.real(2)]
        # Nothing is left over, but for one `let` now and then.
        used = ex.used_names(self.lets, results)
        for e in self.names():
            if e.param[0] not in used and self.random.random() < 0.9:
                term = ex.reduce("sum", ex.unary("sin", e)) if e.shape else ex.unary("tanh", e)
                factor = ex.mul(term, self.random.choice([0.5, -0.7, 1.25]))
                if results[0].shape == ():
                    results[0] = ex.add(results[0], factor)
                else:
                    results[0] = ex.add(results[0], self.let(factor))
        return Program(name, list(self.inputs.items()), list(self.data.items()), self.lets, results)


def rebuilt(e, args):
    return ex.Node(e.op, tuple(args), e.param, e.shape, e.elementwise)


def bound(p, random):
    """The program with a `let` for many of its parts."""
    lets = []

    def bind(e, is_whole):
        e = rebuilt(e, [bind(a, False) for a in e.args])
        if is_whole or not e.elementwise or e.op in ("ref", "const", "neg") or len(lets) > 7 or random.random() < 0.4:
            return e
        name = f"v{len(lets) + 1}"
        lets.append(Let(name, e))
        return ref(name, e.shape)

    for l in p.lets:
        value = bind(l.value, True)
        lets.append(Let(l.name, value))
    results = [bind(r, True) for r in p.results]
    return Program(f"{p.name}_bound", p.inputs, p.data, lets, results, twin_of=p.name)


def is_inlinable(e):
    return e.elementwise and e.op not in ("ref", "const")


def inlined(p):
    """The program without the `let`s that can stand in a loop, where no name is wanted."""
    definitions, lets = {}, []

    def inline(e, wants_name):
        if e.op == "ref" and not wants_name:
            return definitions.get(e.param[0], e)
        wants = e.op in ("product", "call_real", "call_array") or (e.op == "dot" and e.shape != ())
        return rebuilt(e, [inline(a, wants) for a in e.args])

    for l in p.lets:
        value = inline(l.value, False)
        if is_inlinable(value) and weight(value) < 25:
            definitions[l.name] = value
        lets.append(Let(l.name, value))
    results = [inline(r, False) for r in p.results]
    lets = ex.used(lets, results)
    return Program(f"{p.name}_inlined", p.inputs, p.data, lets, results, twin_of=p.name)


def weight(e):
    return 1 + sum(map(weight, e.args))
