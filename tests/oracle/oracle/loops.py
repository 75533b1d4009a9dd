"""A program as plain Rust: loops over slices of f64, and nothing of monograd."""

import re

from . import expressions as ex

UNARY = {
    "sin": "{}.sin()",
    "cos": "{}.cos()",
    "tanh": "{}.tanh()",
    "atan": "{}.atan()",
    "exp": "{}.exp()",
    "ln": "{}.ln()",
    "sqrt": "{}.sqrt()",
    "cbrt": "{}.cbrt()",
    "recip": "{}.recip()",
    "powi3": "{}.powi(3)",
    "powf07": "{}.powf(0.7)",
    "sigmoid": "sigmoid({})",
    "softplus": "softplus({})",
    "square": "square({})",
    "abs": "near.abs({})",
    "relu": "near.max({}, 0.0)",
    "neg": "-{}",
}
BINARY = {
    "max": "near.max({}, {})",
    "min": "near.min({}, {})",
    "hypot": "{}.hypot({})",
    "atan2": "{}.atan2({})",
    "pow": "{}.powf({})",
    "ln_add_exp": "ln_add_exp({}, {})",
}


class Index:
    """An index: a sum of loop variables by strides, and a number."""

    def __init__(self, terms=(), offset=0):
        self.terms, self.offset = tuple(terms), offset

    def __add__(self, n):
        return Index(self.terms, self.offset + n)

    def __str__(self):
        text = " + ".join(v if k == 1 else f"{v} * {k}" for v, k in self.terms)
        if not text:
            return str(self.offset)
        if self.offset:
            text += f" {'+' if self.offset > 0 else '-'} {abs(self.offset)}"
        return text


def flat(indices, shape):
    terms, offset, stride = [], 0, 1
    for index, n in zip(reversed(indices), reversed(shape)):
        terms = [(v, k * stride) for v, k in index.terms] + terms
        offset += index.offset * stride
        stride *= n
    return Index(terms, offset)


IF, SUM, TERM, FACTOR, ATOM = range(5)


def level(text):
    """How closely what is outermost in an expression binds."""
    depth, least = 0, FACTOR if text.startswith("-") else ATOM
    for n, c in enumerate(text):
        depth += (c in "([{") - (c in ")]}")
        if depth == 0 and c in "+-*/" and text[n - 1] == " ":
            least = min(least, SUM if c in "+-" else TERM)
    return IF if text.startswith("if ") else least


class Loops:
    def __init__(self):
        self.lines, self.depth, self.count, self.names = [], 1, 0, {}

    def line(self, text):
        self.lines.append("    " * self.depth + text)

    def fresh(self, stem):
        self.count += 1
        return f"{stem}{self.count}"

    def nest(self, shape, body):
        """A loop over the indices of a shape; `body` gives a statement for them."""
        variables = ["ijlqst"[n] for n in range(len(shape))]
        loops = "".join(f"for {v} in 0..{n} {{ " for v, n in zip(variables, shape))
        # What does not depend on the indices goes before the loops.
        statement = body([Index([(v, 1)]) for v in variables])
        self.line(loops + statement + " }" * len(shape))

    def operand(self, e, at, more_than=ATOM):
        """The element in parentheses where what is around it binds more closely."""
        text = self.element(e, at)
        return text if level(text) >= more_than else f"({text})"

    def element(self, e, at):
        """The element of `e` at the indices `at`; of a real, whatever they are, the real."""
        if e.shape == ():
            at = []
        args = e.args
        match e.op:
            case "ref":
                name = self.names.get(e.param[0], e.param[0])
                return name if e.shape == () else f"{name}[{flat(at, e.shape)}]"
            case "const":
                return repr(float(e.param[0]))
            case "+" | "-" | "*" | "/":
                own = SUM if e.op in "+-" else TERM
                left, right = self.operand(args[0], at, own), self.operand(args[1], at, own + 1)
                return f"{left} {e.op} {right if level(right) != FACTOR else f'({right})'}"
            case "mul_add":
                return "{} * {} + {}".format(*(self.operand(a, at) for a in args))
            case "clamp":
                return "near.min(near.max({}, {}), {})".format(*(self.element(a, at) for a in args))
            case "select":
                left, right, yes, no = (self.element(a, at) for a in args)
                condition = {
                    "<": f"near.less({left}, {right})",
                    ">": f"near.less({right}, {left})",
                    "<=": f"!near.less({right}, {left})",
                    ">=": f"!near.less({left}, {right})",
                }[e.param[0]]
                return f"if {condition} {{ {yes} }} else {{ {no} }}"
            case "call":
                callee, i = e.param
                name = callee.name
                text = f"{name}({', '.join(self.element(a, at) for a in args)}, near)"
                return text if i is None else f"{text}[{i}]"
            case "at":
                return self.element(args[0], [Index((), e.param[0]), *at])
            case "window":
                return self.element(args[0], [at[0] + e.param[0], *at[1:]])
            case "column":
                return self.element(args[0], [*at, Index((), e.param[0])])
            case "transpose":
                return self.element(args[0], at[::-1])
            case "outer":
                left, right = self.operand(args[0], at[:1]), self.operand(args[1], at[1:])
                return f"{left} * {right}"
            case "stack":
                if not at[0].terms:
                    return self.element(args[at[0].offset], [])
                return f"[{', '.join(self.element(a, []) for a in args)}][{at[0]}]"
            case "concat":
                first = args[0].shape[0]
                right = lambda: self.element(args[1], [at[0] + -first, *at[1:]])
                left = lambda: self.element(args[0], at)
                if not at[0].terms:
                    return left() if at[0].offset < first else right()
                return f"if {at[0]} < {first} {{ {left()} }} else {{ {right()} }}"
            case "dot" if e.shape != ():
                matrix, vector = args
                q = Index([("p", 1)])
                term = f"{self.element(matrix, [*at, q])} * {self.element(vector, [q])}"
                return f"(0..{vector.shape[0]}).map(|p| {term}).sum::<f64>()"
            case "dot":
                return self.reduction("sum", ex.mul(*args))
            case "reduce":
                return self.reduction(e.param[0], args[0])
            case "fold":
                state = self.fresh("h")
                self.line(f"let mut {state} = {self.element(args[0], [])};")
                shape = ex.meet(*(a.shape for a in args[1:]))
                self.nest(
                    shape,
                    lambda at: f"{state} = {e.param[0].name}({state}, "
                    + "".join(f"{self.element(a, at)}, " for a in args[1:])
                    + "near);",
                )
                return state
            case "call_real":
                return self.inline(e)
            case op if op in UNARY:
                rule = UNARY[op]
                inner = self.element if "({})" in rule or "({}, " in rule else self.operand
                return rule.format(inner(args[0], at))
            case op:
                left = self.operand(args[0], at) if BINARY[op].startswith("{}.") else self.element(args[0], at)
                return BINARY[op].format(left, self.element(args[1], at))

    def reduction(self, op, e):
        r = self.fresh("r")
        initial, step = {
            "product_of": ("1.0", "{r} *= {x};"),
            "norm": ("0.0", "{r} += square({x});"),
            "norm_squared": ("0.0", "{r} += square({x});"),
            "minimum": ("f64::INFINITY", "{r} = near.min({r}, {x});"),
            "maximum": ("f64::NEG_INFINITY", "{r} = near.max({r}, {x});"),
            "log_sum_exp": ("0.0", "{r} += {x}.exp();"),
        }.get(op, ("0.0", "{r} += {x};"))
        self.line(f"let mut {r} = {initial};")
        element = self.operand if "{x}." in step else self.element
        self.nest(e.shape, lambda at: step.format(r=r, x=element(e, at)))
        return {"mean": f"{r} / {float(ex.size(e.shape))!r}", "norm": f"{r}.sqrt()", "log_sum_exp": f"{r}.ln()"}.get(op, r)

    def inline(self, e):
        """The call of a function with shapes: its body here, with its names made this body's."""
        callee = e.param[0]
        lets, results = ex.instantiate(callee, e.args)
        outside, inside = self.names, dict(self.names)
        for let in lets:
            name = self.fresh("s")
            self.names = inside
            self.define(name, let.value)
            inside = dict(inside) | {let.name: name}
        self.names = inside
        if len(results) == 1 and results[0].shape == ():
            text = self.element(results[0], [])
        else:
            text = self.fresh("a")
            self.define(text, results[0] if len(results) == 1 else ex.stack(*results))
        self.names = outside
        return text

    def define(self, name, e):
        """A `let`, stored in an array if it is one."""
        if e.shape == ():
            self.line(f"let {name} = {self.element(e, [])};")
            return
        if e.op == "call_array":
            self.line(f"let {name} = {self.inline(e)};")
            return
        if e.op == "scan":
            state = self.fresh("h")
            self.line(f"let mut {state} = {self.element(e.args[0], [])};")
        self.line(f"let mut {name} = [0.0; {ex.size(e.shape)}];")
        match e.op:
            case "product":
                a, b = e.args
                n = a.shape[-1]

                def term(at):
                    q = Index([("p", 1)])
                    cut = len(a.shape) - 1
                    left, right = self.element(a, [*at[:cut], q]), self.element(b, [q, *at[cut:]])
                    return f"for p in 0..{n} {{ {name}[{flat(at, e.shape)}] += {left} * {right}; }}"

                self.nest(e.shape, term)
            case "scan":
                step = e.param[0].name

                def term(at):
                    args = "".join(f"{self.element(a, at)}, " for a in e.args[1:])
                    return f"{state} = {step}({state}, {args}near); {name}[{flat(at, e.shape)}] = {state};"

                self.nest(e.shape, term)
            case "softmax" | "log_softmax" | "cumulative_sum":
                self.nest(e.shape, lambda at: f"{name}[{flat(at, e.shape)}] = {self.element(e.args[0], at)};")
                self.line(f"{e.op}(&mut {name});")
            case _:
                self.nest(e.shape, lambda at: f"{name}[{flat(at, e.shape)}] = {self.element(e, at)};")


def without_unused(lines):
    """The bindings of inputs with `_` for what is not read."""
    read = set(re.findall(r"\w+", " ".join(line.split(" = ", 1)[-1] for line in lines)))
    kept = []
    for line in lines:
        head, equals, rest = line.partition(" = ")
        if re.search(r"= \(?&?(inputs|data)\[", line) and head.strip().startswith("let "):
            head = "let ".join(re.sub(r"\w+", lambda name: name[0] if name[0] in read else "_", part) for part in head.split("let ", 1))
        kept.append(head + equals + rest)
    return kept


def program(p):
    """The lines of a program's function: from its inputs, its data and what watches for kinks to its results."""
    loops = Loops()
    for source, variables in (("inputs", p.inputs), ("data", p.data)):
        start, names, slices = 0, [], []
        for name, shape in variables:
            n = ex.size(shape)
            names.append(name)
            slices.append(f"{source}[{start}]" if shape == () else f"&{source}[{start}..{start + n}]")
            start += n
        if len(names) > 1:
            loops.line(f"let ({', '.join(names)}) = ({', '.join(slices)});")
        elif names:
            loops.line(f"let {names[0]} = {slices[0]};")
    for let in ex.used(p.lets, p.results):
        loops.define(let.name, let.value)
    if len(p.results) == 1 and p.results[0].shape != ():
        result = loops.fresh("a")
        loops.define(result, p.results[0])
        loops.line(f"{result}.to_vec()")
    else:
        results = [loops.element(r, []) for r in p.results]
        loops.line(f"vec![{', '.join(results)}]")
    data = "data" if p.data else "_"
    loops.lines = without_unused(loops.lines)
    near = "near" if any("near" in line for line in loops.lines) else "_"
    head = f"pub fn {p.name}(inputs: &[f64], {data}: &[f64], {near}: &Near) -> Vec<f64> {{"
    return [head, *loops.lines, "}"]


def callee(c):
    """A function of reals; one with shapes is written where it is called."""
    loops = Loops()
    lets, results = ex.instantiate(c, [ex.ref(n, s) for n, s in c.inputs])
    for let in lets:
        loops.define(let.name, let.value)
    values = [loops.element(r, []) for r in results]
    loops.line(values[0] if len(values) == 1 else f"[{', '.join(values)}]")
    near = "near" if any("near" in line for line in loops.lines) else "_"
    to = "f64" if len(values) == 1 else f"[f64; {len(values)}]"
    inputs = ", ".join(f"{n}: f64" for n, _ in c.inputs)
    return [f"pub fn {c.name}({inputs}, {near}: &Near) -> {to} {{", *loops.lines, "}"]
