//! Dynamic graphs: what is recorded while the program runs, in the crates that record.

use crate::rosenbrock::chain;
use crate::{Line, flat, mlp, scalars, workloads};
use monograd::nn::{Mlp, Module, hinge, l2};
use monograd::prelude::*;
use std::hint::black_box;
use std::time::Instant;

/// Times the crates on a workload.
macro_rules! tapes {
    ($line:ident, $x:expr, $workload:expr) => {
        let x = $x;
        let same = |gradient: Vec<f64>| gradient;
        $line.time(
            "monograd",
            || scalars::monograd($workload, black_box(x)),
            same,
        );
        $line.time(
            "reverse",
            || scalars::reverse($workload, black_box(x)),
            same,
        );
        $line.time(
            "echidna",
            || scalars::echidna($workload, black_box(x)),
            same,
        );
        $line.time(
            "ad_trait",
            || scalars::ad_trait($workload, black_box(x)),
            same,
        );
        $line.time(
            "easy-ml",
            || scalars::easy_ml($workload, black_box(x)),
            same,
        );
    };
}

pub fn lines(rx: &[f64; 100], parameters: &[f64; 337], rows: &[mlp::Row]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Line::new("rosen100", || chain::by_hand(rx).1.to_vec());
    line.time(
        "by hand",
        || chain::by_hand(black_box(rx)),
        |(_, g)| g.to_vec(),
    );
    tapes!(line, rx, |v| workloads::rosenbrock(v));
    lines.push(line);

    let moons = mlp::Moons::load();
    let point = (moons.parameters, moons.rows);
    let numbers = |(_, gradient): (f64, mlp::Parameters)| flat(&gradient);
    let mut line = Line::new("moons", || numbers(mlp::by_hand(&point)));
    line.time("by hand", || mlp::by_hand(black_box(&point)), numbers);
    tapes!(line, parameters, |v| workloads::network(v, rows));
    lines.push(line);

    // Each neuron a node: `monograd::nn`. Its parameters are in the order of neurons.
    let mut line = Line::new("moons, by neurons", || {
        by_neuron(&numbers(mlp::by_hand(&point)))
    });
    line.time(
        "by hand",
        || mlp::by_hand(black_box(&point)),
        |result| by_neuron(&numbers(result)),
    );
    let tape = Tape::new();
    let model = Mlp::new(&tape, 2, &[16, 16, 1], 0);
    for (parameter, data) in model.parameters().zip(by_neuron(parameters)) {
        parameter.set_data(data);
    }
    let labels: Vec<f64> = rows.iter().map(|(_, label)| *label).collect();
    let mut scores = Vec::with_capacity(rows.len());
    let step = || {
        tape.scope(|| {
            scores.clear();
            scores.extend(rows.iter().map(|(x, _)| model.forward(black_box(x))[0]));
            model.zero_grad();
            (hinge(&scores, &labels) + 1e-4 * l2(&model)).backward();
        });
    };
    let grads = |()| model.parameters().map(Value::grad).collect();
    line.time("monograd", step, grads);
    lines.push(line);
    lines
}

/// From layer by layer, weights before biases, to neuron by neuron.
fn by_neuron(numbers: &[f64]) -> Vec<f64> {
    let mut rest = numbers;
    let mut neurons = Vec::new();
    for (layer, (inputs, outputs)) in workloads::LAYERS.into_iter().enumerate() {
        let (weights, biases, more) = workloads::split(rest, layer);
        for neuron in 0..outputs {
            neurons.extend(&weights[neuron * inputs..][..inputs]);
            neurons.push(biases[neuron]);
        }
        rest = more;
    }
    neurons
}

/// Nanoseconds for an operation to be recorded and gone back through, in graphs of different sizes: a sum of products,
/// in which nothing waits for anything but the sum.
pub fn per_operation() {
    println!("| operations | ns to record | ns to go back | ns in all |");
    println!("|---|---|---|---|");
    let tape = Tape::new();
    let x: Vec<_> = (0..64)
        .map(|i| tape.value(1.0 + f64::from(i) / 64.0))
        .collect();
    for power in 3..=7 {
        let operations = 10_usize.pow(power);
        let repeats = (20_000_000 / operations).max(3);
        let (mut recording, mut back) = (Vec::new(), Vec::new());
        for _ in 0..repeats {
            tape.scope(|| {
                let start = Instant::now();
                let mut sum = x[0];
                for i in 0..operations / 2 {
                    sum += x[i % 64] * x[(i + 7) % 64];
                }
                recording.push(start.elapsed().as_secs_f64());
                let start = Instant::now();
                sum.backward();
                back.push(start.elapsed().as_secs_f64());
            });
        }
        let each = |times: &mut Vec<f64>| {
            times.sort_by(f64::total_cmp);
            1e9 * times[times.len() / 2] / operations as f64
        };
        let (recording, back) = (each(&mut recording), each(&mut back));
        println!(
            "| 10^{power} | {recording:.2} | {back:.2} | {:.2} |",
            recording + back
        );
    }
}
