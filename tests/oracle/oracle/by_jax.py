"""What JAX makes of a program: values, and derivatives by its own rules."""

import jax
import jax.numpy as jnp

from . import expressions as ex

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")

UNARY = {
    "sin": jnp.sin,
    "cos": jnp.cos,
    "tanh": jnp.tanh,
    "atan": jnp.arctan,
    "exp": jnp.exp,
    "ln": jnp.log,
    "sqrt": jnp.sqrt,
    "cbrt": jnp.cbrt,
    "recip": lambda x: 1 / x,
    "powi3": lambda x: x**3,
    "powf07": lambda x: x**0.7,
    "sigmoid": jax.nn.sigmoid,
    "softplus": jax.nn.softplus,
    "square": jnp.square,
    "abs": jnp.abs,
    "relu": jax.nn.relu,
    "neg": lambda x: -x,
}
BINARY = {
    "+": jnp.add,
    "-": jnp.subtract,
    "*": jnp.multiply,
    "/": jnp.divide,
    "max": jnp.maximum,
    "min": jnp.minimum,
    "hypot": jnp.hypot,
    "atan2": jnp.arctan2,
    "pow": jnp.power,
    "ln_add_exp": jnp.logaddexp,
}
COMPARISONS = {"<": jnp.less, "<=": jnp.less_equal, ">": jnp.greater, ">=": jnp.greater_equal}
REDUCTIONS = {
    "sum": jnp.sum,
    "mean": jnp.mean,
    "product_of": jnp.prod,
    "norm": lambda x: jnp.linalg.norm(x.ravel()),
    "norm_squared": lambda x: jnp.vdot(x, x),
    "minimum": jnp.min,
    "maximum": jnp.max,
    "log_sum_exp": jax.scipy.special.logsumexp,
}


class Evaluation:
    """One evaluation, and how near it came to a kink or a jump."""

    def __init__(self):
        self.near = float("inf")

    def meets(self, a, b):
        # What is the same number by construction is on the same side in every evaluation.
        distance = jnp.min(jnp.where(a == b, jnp.inf, jnp.abs(a - b)))
        if not isinstance(distance, jax.core.Tracer):
            self.near = min(self.near, float(distance))

    def evaluate(self, e, names):
        args = [self.evaluate(a, names) for a in e.args] if e.op not in ("ref", "const") else []
        match e.op:
            case "ref":
                return names[e.param[0]]
            case "const":
                return jnp.asarray(float(e.param[0]))
            case "mul_add":
                return args[0] * args[1] + args[2]
            case "clamp":
                self.meets(args[0], args[1])
                self.meets(args[0], args[2])
                return jnp.clip(args[0], args[1], args[2])
            case "select":
                left, right, yes, no = args
                self.meets(left, right)
                return jnp.where(COMPARISONS[e.param[0]](left, right), yes, no)
            case "call":
                callee, i = e.param
                results = self.call(callee, args)
                return results[i or 0]
            case "at":
                return args[0][e.param[0]]
            case "window":
                return args[0][e.param[0] : sum(e.param)]
            case "column":
                return args[0][:, e.param[0]]
            case "transpose":
                return args[0].T
            case "outer":
                return jnp.outer(*args)
            case "stack":
                return jnp.stack(args)
            case "concat":
                return jnp.concatenate(args)
            case "reduce":
                op = e.param[0]
                if op in ("minimum", "maximum"):
                    ordered = jnp.sort(args[0].ravel())
                    if len(ordered) > 1:
                        self.meets(*(ordered[:2] if op == "minimum" else ordered[-2:]))
                return REDUCTIONS[op](args[0])
            case "dot" | "product":
                return args[0] @ args[1]
            case "softmax" | "log_softmax":
                return getattr(jax.nn, e.op)(args[0].ravel()).reshape(e.shape)
            case "cumulative_sum":
                return jnp.cumsum(args[0]).reshape(e.shape)
            case "fold" | "scan":
                shape = ex.meet(*(a.shape for a in e.args[1:]))
                elements = [jnp.broadcast_to(a, shape).ravel() for a in args[1:]]
                state, states = args[0], []
                for i in range(ex.size(shape)):
                    (state,) = self.call(e.param[0], [state] + [a[i] for a in elements])
                    states.append(state)
                return state if e.op == "fold" else jnp.stack(states).reshape(shape)
            case "call_real" | "call_array":
                callee = e.param[0]
                results = self.call(callee, args, [a.shape for a in e.args])
                return results[0] if len(results) == 1 else jnp.stack(results)
            case "abs" | "relu":
                self.meets(args[0], 0.0)
            case "max" | "min":
                self.meets(*args)
        if e.op in UNARY:
            return UNARY[e.op](args[0])
        return BINARY[e.op](*args)

    def call(self, callee, args, shapes=None):
        inputs = callee.inputs + callee.data
        shapes = shapes or [() for _ in inputs]
        lets, results = ex.instantiate(callee, [ex.ref(n, s) for (n, _), s in zip(inputs, shapes)])
        names = {n: a for (n, _), a in zip(inputs, args)}
        return self.body(lets, results, names)

    def body(self, lets, results, names):
        for let in lets:
            names[let.name] = self.evaluate(let.value, names)
        return [self.evaluate(r, names) for r in results]


def function(p):
    """The program as a function of flat arrays to a flat array, and the evaluation it last was."""
    evaluation = Evaluation()

    def split(numbers, variables, names):
        start = 0
        for name, shape in variables:
            n = ex.size(shape)
            names[name] = numbers[start : start + n].reshape(shape)
            start += n

    def f(inputs, data):
        names = {}
        split(inputs, p.inputs, names)
        split(data, p.data, names)
        results = evaluation.body(p.lets, p.results, names)
        return jnp.concatenate([jnp.ravel(r) for r in results])

    return f, evaluation


def numbers(p, x, data, v):
    """Values, and of a real program gradient and Hessian–vector product, of another the Jacobian."""
    f, evaluation = function(p)
    x, data, v = (jnp.asarray(numbers, dtype=jnp.float64) for numbers in (x, data, v))
    value = f(x, data)
    answer = {"value": value}
    if len(value) == 1 and p.results[0].shape == ():
        gradient = jax.grad(lambda x: f(x, data)[0])
        answer["gradient"], answer["product"] = jax.jvp(gradient, (x,), (v,))
    else:
        answer["jacobian"] = jax.jacrev(lambda x: f(x, data))(x).ravel()
    return {name: [float(n) for n in numbers] for name, numbers in answer.items()}, evaluation.near
