#!/usr/bin/env python3
"""Writes the programs of this test, and the numbers that JAX computes for them.

    python3 tests/oracle/generate.py            the programs; needs Python 3.10 alone
    python3 tests/oracle/generate.py --check    whether those here are what it would write
    python3 tests/oracle/generate.py numbers    the numbers, too; needs requirements.txt

All of it follows from the seed below, so both come out the same, bit for bit.
"""

import argparse
import json
import pathlib
import random
import sys

from oracle import expressions as ex
from oracle import func_syntax, library, loops, random_programs, systematic

SEED = 20260
POINTS = 2
HERE = pathlib.Path(__file__).parent
HEAD = "//! Written by `tests/oracle/generate.py`: change that, and run it.\n"


def groups():
    """The programs, by the file they are in."""
    for name, programs in systematic.programs(random.Random(SEED)):
        yield name, programs
    yield from random_programs.programs(random.Random(SEED + 1))


def functions(lines_of_each):
    indented = [["    " + line if line else line for line in lines] for lines in lines_of_each]
    return "\n".join(["monograd::func! {", "\n\n".join("\n".join(lines) for lines in indented), "}", ""])


def source(programs):
    text = [HEAD, "use super::library::*;", "use monograd::prelude::*;", ""]
    text.append(functions([func_syntax.program(p) for p in programs]))
    text.append("/// The same by loops.")
    text.append("pub mod by_loops {")
    text.append("    use super::super::library::by_loops::*;\n    use crate::plain::*;\n")
    of_loops = ["\n".join("    " + line for line in loops.program(p)) for p in programs if p.twin_of is None]
    text.append("\n\n".join(of_loops))
    text.append("}\n")
    text.append("crate::programs! {")
    text += [f"    {entry(n, p)}" for n, p in enumerate(programs)]
    text.append("}\n")
    return "\n".join(text)


def entry(n, p):
    """The line of a program, the n-th of its file: its kind and the modes tried beside value and gradient."""
    kind = "Real"
    if len(p.results) > 1 or len(p.results[0].shape) == 1:
        kind = "Vector"
    elif p.results[0].shape:
        kind = "Matrix"
    modes = []
    if p.twin_of is None:
        if kind == "Real":
            modes += {0: ["product"], 4: ["product"], 1: ["sides"], 3: ["tape"], 5: ["single"], 7: ["series"]}.get(n % 8, [])
        else:
            modes.append("sides")
        if kind == "Real" and p.data and n % 2:
            modes += ["rows", "parallel"]
    which = f" with {' '.join(modes)}" if modes else ""
    return f"{kind} {p.name} as {p.twin_of or p.name}{which};"


def files():
    names = []
    for name, programs in groups():
        names.append(name)
        yield f"programs/{name}.rs", source(programs)
    text = [HEAD, "use monograd::prelude::*;", ""]
    text.append(functions([func_syntax.callee(c) for c in library.OF_REALS + library.WITH_SHAPES]))
    text.append("/// The same by loops.")
    text.append("pub mod by_loops {")
    text.append("    use crate::plain::*;\n")
    text.append("\n\n".join("\n".join("    " + line for line in loops.callee(c)) for c in library.OF_REALS))
    text.append("}\n")
    yield "programs/library.rs", "\n".join(text)
    text = [HEAD, "#[rustfmt::skip]\npub mod library;"]
    text += [f"#[rustfmt::skip]\npub mod {name};" for name in names]
    text.append("\npub const GROUPS: &[(&str, &[crate::modes::Case])] = &[")
    text += [f'    ("{name}", {name}::CASES),' for name in names]
    text.append("];\n")
    yield "programs/mod.rs", "\n".join(text)


def numbers(name, programs):
    """The file of a group's numbers: for each program points, directions, and what is there."""
    from oracle import by_jax

    lines = []
    for p in programs:
        if p.twin_of is not None:
            continue
        choice = random.Random(f"{SEED} {name} {p.name}")
        points = []
        for _ in range(1000):
            if len(points) == POINTS:
                break
            x, data, v = ([round(choice.uniform(-1.5, 1.5), 3) for _ in range(n)] for n in sizes(p))
            answer, near = by_jax.numbers(p, x, data, v)
            if near < 1e-3:
                continue  # at a kink or a jump nothing can be compared
            for kind, values in answer.items():
                for value in values:
                    assert abs(value) < 1e6, f"{p.name}: {kind} {value}"
            points.append({"x": x, "data": data, "v": v} | answer)
        assert len(points) == POINTS, f"{p.name} has kinks everywhere"
        lines.append(f"{json.dumps(p.name)}: " + json.dumps(points, separators=(",", ":")))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def sizes(p):
    of = lambda variables: sum(ex.size(shape) for _, shape in variables)
    return of(p.inputs), of(p.data), of(p.inputs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", nargs="?", choices=["programs", "numbers"], default="programs")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--only", help="the numbers of this group alone")
    arguments = parser.parse_args()

    different = 0
    for path, text in files():
        path = HERE / path
        if not path.exists() or path.read_text() != text:
            different += 1
            if arguments.check:
                print(f"{path} is not what the script writes", file=sys.stderr)
            else:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text)
    if arguments.what == "numbers":
        for name, programs in groups():
            if arguments.only in (None, name):
                (HERE / "numbers").mkdir(exist_ok=True)
                (HERE / f"numbers/{name}.json").write_text(numbers(name, programs))
    print(f"{sum(len(programs) for _, programs in groups())} programs, {different} files were different")
    sys.exit(1 if arguments.check and different else 0)


if __name__ == "__main__":
    main()
