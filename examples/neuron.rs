//! The lecture's neuron, o = tanh(x₁w₁ + x₂w₂ + b): its gradients by hand, by `backward`, with tanh taken apart, and as a
//! static function.
//!
//! With `--features draw` it draws the documentation's picture, target/neuron.svg.

use monograd::draw::{Formula, Graph};
use monograd::prelude::*;
use std::error::Error;

/// The bias of the lecture, with which the output is 1/√2.
const BIAS: f64 = 6.881_373_587_019_543;

func! {
    fn neuron(x1, x2, w1, w2, b) {
        let n = x1 * w1 + x2 * w2 + b;
        n.tanh()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    by_hand();
    by_backward()?;
    taken_apart();
    as_a_function();
    another();
    Ok(())
}

/// Another neuron of the lecture, and a step that lowers its output.
fn another() {
    let tape = Tape::new();
    let w = [-0.5, 0.1].map(|w| tape.value(w));
    let output = || {
        let n = 2.0 * w[0] + 3.0 * w[1];
        (n, n.tanh())
    };
    let (n, o) = output();
    o.backward();
    let slopes = w.map(Value::grad);
    println!(
        "another one:  n = {:.4}, o = {:.15}, w {slopes:.6?}",
        n.data(),
        o.data()
    );
    for w in w {
        w.set_data(w.data() - 0.01 * w.grad());
    }
    println!(
        "              after a step of 0.01 against the gradient o = {:.6}",
        output().1.data()
    );
}

fn by_hand() {
    let (x1, x2, w1, w2) = (2.0, 0.0, -3.0, 1.0);
    let n: f64 = x1 * w1 + x2 * w2 + BIAS;
    let o = n.tanh();
    let slope = 1.0 - o * o; // do/dn
    println!("by hand:      n = {n:.16}, o = {o:.16}");
    println!(
        "              x1 {:.4}, w1 {:.4}, x2 {:.4}, w2 {:.4}",
        w1 * slope,
        x1 * slope,
        w2 * slope,
        x2 * slope
    );
}

fn leaves(tape: &Tape<f64>) -> [Value<'_, f64>; 5] {
    let numbers = [
        (2.0, "x1"),
        (0.0, "x2"),
        (-3.0, "w1"),
        (1.0, "w2"),
        (BIAS, "b"),
    ];
    numbers.map(|(data, name)| tape.value(data).named(name))
}

fn by_backward() -> Result<(), Box<dyn Error>> {
    let tape = Tape::new();
    let [x1, x2, w1, w2, b] = leaves(&tape);
    let x1w1 = (x1 * w1).named("x1*w1");
    let x2w2 = (x2 * w2).named("x2*w2");
    let sum = (x1w1 + x2w2).named("x1*w1 + x2*w2");
    let n = (sum + b).named("n");
    let o = n.tanh().named("o");
    o.backward();
    print("by backward: ", o, [x1, w1, x2, w2]);
    draw(&Graph::of(o))
}

/// tanh n = (e²ⁿ − 1)/(e²ⁿ + 1), of more operations, with the same gradients.
fn taken_apart() {
    let tape = Tape::new();
    let [x1, x2, w1, w2, b] = leaves(&tape);
    let n = x1 * w1 + x2 * w2 + b;
    let e = (2.0 * n).exp();
    let o = (e - 1.0) / (e + 1.0);
    o.backward();
    print("taken apart: ", o, [x1, w1, x2, w2]);
}

fn print(how: &str, o: Value<f64>, [x1, w1, x2, w2]: [Value<f64>; 4]) {
    let [x1, w1, x2, w2] = [x1, w1, x2, w2].map(Value::grad);
    println!("{how} o = {:.16}", o.data());
    println!("              x1 {x1:.4}, w1 {w1:.4}, x2 {x2:.4}, w2 {w2:.4}");
}

fn as_a_function() {
    let (o, [x1, x2, w1, w2, _]) = neuron.value_and_gradient(&[2.0, 0.0, -3.0, 1.0, BIAS]);
    println!("statically:   o = {o:.16}");
    println!("              x1 {x1:.4}, w1 {w1:.4}, x2 {x2:.4}, w2 {w2:.4}");
    println!("{}", Formula::of(neuron));
}

#[cfg(feature = "draw")]
fn draw(graph: &Graph) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all("target")?;
    std::fs::write("target/neuron.svg", graph.to_svg()?)?;
    println!("              the picture is target/neuron.svg");
    Ok(())
}

#[cfg(not(feature = "draw"))]
fn draw(graph: &Graph) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all("target")?;
    std::fs::write("target/neuron.dot", graph.to_dot())?;
    println!("              for Graphviz: dot -Tsvg target/neuron.dot");
    Ok(())
}
