"""How `func!` writes a program: the one place that knows its syntax."""

COMPARISONS = {"<": "less_than", "<=": "at_most", ">": "greater_than", ">=": "at_least"}
BINARY_METHODS = {"max", "min", "hypot", "atan2", "pow", "ln_add_exp"}
RENAMED = {"product_of": "product"}
PARAMETERS = {"powi3": "powi(3)", "powf07": "powf(0.7)", "neg": None}


def shape(s):
    text = "R"
    for n in reversed(s):
        text = f"[{text}; {n}]"
    return text


def parameter(name, s):
    return name if s == () else f"{name}: {shape(s)}"


def number(value):
    return repr(value)


def needs_parentheses(e):
    """As the receiver of a method."""
    return e.op in {"+", "-", "*", "/", "neg"}


def infix(e):
    """An operation with an operator, its operands in parentheses where Rust wants them."""
    left, right = e.args
    text = [bare(left), e.op, bare(right)]
    if e.op in "*/" and left.op in ("+", "-"):
        text[0] = f"({text[0]})"
    if right.op in ("+", "-", "neg") or (e.op in "*/" and right.op in ("*", "/")):
        text[2] = f"({text[2]})"
    return " ".join(text)


def expression(e):
    """An expression as the receiver of a method."""
    text = bare(e)
    return f"({text})" if needs_parentheses(e) else text


def bare(e):
    match e.op:
        case "ref":
            return e.param[0]
        case "const":
            return number(e.param[0])
        case "+" | "-" | "*" | "/":
            return infix(e)
        case "neg":
            return f"-{expression(e.args[0])}"
        case "mul_add" | "clamp":
            return method(e.args[0], e.op, *e.args[1:])
        case "select":
            left, right, yes, no = e.args
            condition = method(left, COMPARISONS[e.param[0]], right)
            return f"select({condition}, {bare(yes)}, {bare(no)})"
        case "call":
            callee, i = e.param
            text = f"{callee.name}({arguments(e.args)})"
            return text if i is None else f"{text}.component::<{i}>()"
        case "at" | "column":
            return f"{receiver(e.args[0])}.{e.op}::<{e.param[0]}>()"
        case "window":
            return f"{receiver(e.args[0])}.window::<{e.param[0]}, {e.param[1]}>()"
        case "stack":
            trailing = "," if len(e.args) == 1 else ""
            return f"stack(({arguments(e.args)}{trailing}))"
        case "concat":
            return f"{receiver(e.args[0])}.concat::<{e.shape[0]}, _>({bare(e.args[1])})"
        case "reduce":
            return method(e.args[0], RENAMED.get(e.param[0], e.param[0]))
        case "dot" | "product":
            return method(e.args[0], "dot", e.args[1])
        case "fold" | "scan":
            start, args = e.args[0], e.args[1:]
            trailing = "," if len(args) == 1 else ""
            text = f"{e.op}({e.param[0].name}, {bare(start)}, ({arguments(args)}{trailing}))"
            return text + (".checkpointed()" if e.op == "fold" and e.param[1] else "")
        case "call_real" | "call_array":
            return f"{e.param[0].name}({arguments(e.args)})"
        case op if op in PARAMETERS:
            return f"{receiver(e.args[0])}.{PARAMETERS[op]}"
        case op:  # an operation, a view or an array computed as a whole, named like its method
            return method(e.args[0], op, *e.args[1:])


def receiver(e):
    return f"constant({bare(e)})" if e.op == "const" else expression(e)


def method(e, name, *args):
    return f"{receiver(e)}.{name}({arguments(args)})"


def arguments(args):
    return ", ".join(map(bare, args))


def let(name, value):
    return f"let {parameter(name, value.shape)} = {bare(value)};"


def function(name, inputs, data, lets, results, generics=(), codomain=None):
    """The lines of a function."""
    head = ", ".join(parameter(*i) for i in inputs)
    if data:
        head += "; " + ", ".join(parameter(*d) for d in data)
    names = f"<{', '.join(f'const {g}: usize' for g in generics)}>" if generics else ""
    to = f" -> {shape(codomain)}" if codomain is not None else ""
    lines = [f"pub fn {name}{names}({head}){to} {{"]
    lines += ["    " + let(l.name, l.value) for l in lets]
    if len(results) == 1:
        lines.append("    " + bare(results[0]))
    else:
        lines.append(f"    [{', '.join(map(bare, results))}]")
    return [short for line in lines for short in wrapped(line)] + ["}"]


WIDTH = 110


def wrapped(line):
    """A long line on several, broken where the fewest parentheses are open."""
    if len(line) <= WIDTH:
        return [line]
    indent, depth, breaks = len(line) - len(line.lstrip()), 0, []
    for n, c in enumerate(line):
        depth += (c in "([{") - (c in ")]}")
        if c == " " and indent + 30 < n < WIDTH and line[n - 1] in "+-*/=,":
            breaks.append((depth, -n))
    if not breaks:
        return [line]
    at = -min(breaks)[1]
    return [line[:at], *wrapped(" " * 8 + line[at + 1 :])]


def program(p):
    codomain = p.results[0].shape if len(p.results) == 1 and p.results[0].shape != () else None
    return function(p.name, p.inputs, p.data, p.lets, p.results, codomain=codomain)


def callee(c):
    from . import expressions

    args = [expressions.ref(n, s) for n, s in c.inputs + c.data]
    lets, results = expressions.instantiate(c, args)
    return function(c.name, c.inputs, c.data, lets, results, c.generics, c.codomain)
