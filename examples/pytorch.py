"""Writes pytorch.csv: what PyTorch computes, in double precision, for the expressions of pytorch.rs.

    pip install torch && python3 examples/pytorch.py > examples/pytorch.csv
"""

import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)


def leaf(number):
    return torch.tensor(number, requires_grad=True)


def report(name, result, **leaves):
    result.backward()
    print(f"{name},value,{result.item()!r}")
    for leaf_name, value in leaves.items():
        print(f"{name},{leaf_name},{value.grad.item()!r}")


print("# by PyTorch", torch.__version__.split("+")[0])

x1, x2, w1, w2 = leaf(2.0), leaf(0.0), leaf(-3.0), leaf(1.0)
b = leaf(6.8813735870195432)
report("neuron", torch.tanh(x1 * w1 + x2 * w2 + b), x1=x1, x2=x2, w1=w1, w2=w2, b=b)

x = leaf(-4.0)
z = 2 * x + 2 + x
q = z.relu() + z * x
h = (z * z).relu()
report("sanity_check", h + q + q * x, x=x)

a, b = leaf(-4.0), leaf(2.0)
c = a + b
d = a * b + b**3
c = c + c + 1
c = c + 1 + c + (-a)
d = d + d * 2 + (b + a).relu()
d = d + 3 * d + (b - a).relu()
e = c - d
f = e**2
g = f / 2.0
g = g + 10.0 / f
report("more_operations", g, a=a, b=b)

x, y = leaf(0.7), leaf(-1.3)
report("functions", torch.nn.functional.gelu(x * y) + torch.nn.functional.softplus(x - y) * torch.sigmoid(y)
       + torch.erf(x) + torch.log1p(x * x) + torch.atan2(y, x), x=x, y=y)

# The moons: micrograd's data and initial parameters, ten steps of Adam on the mean hinge loss.
path = pathlib.Path(__file__).parent.parent / "tests" / "data" / "micrograd_moons.json"
moons = json.loads(path.read_text())
points, labels = torch.tensor(moons["x"]), torch.tensor(moons["y"], dtype=torch.float64)
numbers = iter(moons["initial_parameters"])
layers = []
for inputs, outputs in [(2, 16), (16, 16), (16, 1)]:
    neurons = [[next(numbers) for _ in range(inputs + 1)] for _ in range(outputs)]
    rows = torch.tensor(neurons)
    layers.append((rows[:, :-1].clone().requires_grad_(), rows[:, -1].clone().requires_grad_()))
for name, make in [
    ("sgd", lambda p: torch.optim.SGD(p, lr=0.1)),
    ("momentum", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9)),
    ("nesterov", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True)),
    ("rmsprop", lambda p: torch.optim.RMSprop(p, lr=0.01)),
    ("adam", lambda p: torch.optim.Adam(p, lr=0.01)),
    ("adamw", lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1)),
]:
    copies = [(w.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()) for w, b in layers]
    optimizer = make([p for layer in copies for p in layer])
    for step in range(10):
        out = points
        for i, (w, b) in enumerate(copies):
            out = out @ w.T + b
            out = out.relu() if i < 2 else out
        loss = (1 - labels * out[:, 0]).relu().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(f"{name},step {step},{loss.item()!r}")
