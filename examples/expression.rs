//! The lecture's first graph: L = (a·b + c)·f, differentiated back to its leaves, drawn, and a step uphill.
//!
//! With `--features draw` the picture is target/expression.svg; without, what Graphviz makes one of is printed.

use monograd::draw::Graph;
use monograd::prelude::*;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let tape = Tape::new();
    let leaf = |data: f64, name: &str| tape.value(data).named(name);
    let (a, b, c, f) = (
        leaf(2.0, "a"),
        leaf(-3.0, "b"),
        leaf(10.0, "c"),
        leaf(-2.0, "f"),
    );
    let e = (a * b).named("e");
    let d = (e + c).named("d");
    let l = (d * f).named("L");

    println!(
        "L = {l}, made by {:?} of",
        l.operation().unwrap_or_default()
    );
    for operand in l.operands() {
        println!("    {} = {operand}", operand.name().unwrap_or_default());
    }
    l.backward();
    for value in [l, f, d, c, e, b, a] {
        println!(
            "dL/d{} = {}",
            value.name().unwrap_or_default(),
            value.grad()
        );
    }
    draw(&Graph::of(l))?;

    for value in [a, b, c, f] {
        value.set_data(value.data() + 0.01 * value.grad());
    }
    println!(
        "after a step of 0.01 along the gradient L = {:.6}",
        ((a * b + c) * f).data()
    );
    others();
    Ok(())
}

/// Other graphs of the lecture.
fn others() {
    let tape = Tape::new();
    let show = |what: &str, result: Value<f64>, leaves: &[Value<f64>]| {
        result.backward();
        let grads: Vec<f64> = leaves.iter().map(|leaf| leaf.grad()).collect();
        println!("{what} = {}, its slopes {grads:?}", result.data());
    };
    let two = |a: f64, b: f64| [tape.value(a), tape.value(b)];

    let [x, y] = two(1.0, 2.0);
    show("x² + y² at (1, 2)", x.powi(2) + y.powi(2), &[x, y]);
    let [a, b] = two(2.0, 3.0);
    show("ab + b at (2, 3)", a * b + b, &[a, b]);
    let [a, b] = two(2.0001, 3.01);
    show("ab + b at (2.0001, 3.01)", a * b + b, &[a, b]);
    let [a, b] = two(-4.0, 2.0);
    let (c, d) = (a + b, a * b);
    println!("at (-4, 2) a + b = {}, ab = {}", c.data(), d.data());
    show("and (ab)²", d.powi(2), &[a, b]);
    let x = tape.value(1.0);
    show("relu(2x + 1) at 1", (2 * x + 1).relu(), &[x]);
}

#[cfg(feature = "draw")]
fn draw(graph: &Graph) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all("target")?;
    std::fs::write("target/expression.svg", graph.to_svg()?)?;
    println!("its picture is target/expression.svg");
    Ok(())
}

#[cfg(not(feature = "draw"))]
fn draw(graph: &Graph) -> Result<(), Box<dyn Error>> {
    println!("{}", graph.to_dot());
    Ok(())
}
