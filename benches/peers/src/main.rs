//! monograd's workloads through other crates: value and full gradient, by hand and by each of them, in one
//! process and one table.
//!
//! ```text
//! cargo run --release --manifest-path benches/peers/Cargo.toml
//! ```
//!
//! Each gradient is held against the one by hand first. What is timed is all that a user pays for at each
//! point: building, recording and clearing. A number is the median of many batches, in nanoseconds, and in
//! brackets the ratio to the gradient by hand.

mod scalars;
mod second;
mod tapes;
mod tensors;
mod workloads;

#[allow(dead_code)]
#[path = "../../versus_hand/bundle.rs"]
mod bundle;
#[path = "../../versus_hand/epidemic.rs"]
mod epidemic;
#[path = "../../versus_hand/gated.rs"]
mod gated;
#[path = "../../versus_hand/gravity.rs"]
mod gravity;
#[allow(dead_code)]
#[path = "../../versus_hand/log_sum_exp.rs"]
mod log_sum_exp;
#[path = "../../versus_hand/logistic.rs"]
mod logistic;
#[allow(dead_code)]
#[path = "../../versus_hand/micrograd.rs"]
mod micrograd;
#[allow(dead_code)]
#[path = "../../versus_hand/mlp.rs"]
mod mlp;
#[allow(dead_code)]
#[path = "../../versus_hand/neuron.rs"]
mod neuron;
#[allow(dead_code)]
#[path = "../../versus_hand/normal.rs"]
mod normal;
#[allow(dead_code)]
#[path = "../../versus_hand/rosenbrock.rs"]
mod rosenbrock;
#[path = "../../versus_hand/student.rs"]
mod student;
#[allow(dead_code)]
#[path = "../../versus_hand/tridiagonal.rs"]
mod tridiagonal;

use std::hint::black_box;
use std::time::Instant;

/// A line of the table.
struct Line {
    name: &'static str,
    /// What the gradient by hand is, to check against.
    exact: Vec<f64>,
    cells: Vec<(&'static str, f64)>,
}

impl Line {
    fn new(name: &'static str, mut by_hand: impl FnMut() -> Vec<f64>) -> Self {
        let exact = by_hand();
        Line {
            name,
            exact,
            cells: Vec::new(),
        }
    }

    /// Times a crate, after its gradient has been checked.
    fn time<T>(
        &mut self,
        name: &'static str,
        mut gradient: impl FnMut() -> T,
        numbers: impl Fn(T) -> Vec<f64>,
    ) {
        let ours = numbers(gradient());
        assert_eq!(ours.len(), self.exact.len(), "{name} on {}", self.name);
        for (ours, exact) in ours.iter().zip(&self.exact) {
            let error = (ours - exact).abs();
            assert!(
                error <= 1e-9 * exact.abs().max(1.0),
                "{name} on {}: {ours} is not {exact}",
                self.name
            );
        }
        let mut batch = |calls: usize| {
            let start = Instant::now();
            for _ in 0..calls {
                black_box(gradient());
            }
            1e9 * start.elapsed().as_secs_f64() / calls as f64
        };
        batch(3);
        let calls = (1e5 / batch(3)).max(1.0) as usize;
        let start = Instant::now();
        let mut times = Vec::new();
        while times.len() < 5 || (times.len() < 1000 && start.elapsed().as_secs_f64() < 0.5) {
            times.push(batch(calls));
        }
        times.sort_by(f64::total_cmp);
        self.cells.push((name, times[times.len() / 2]));
    }
}

/// Times the crates of numbers that go backward.
macro_rules! reverse {
    ($line:ident, $x:expr, $workload:expr) => {
        let x: &[f64] = $x;
        let same = |gradient: Vec<f64>| gradient;
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
            "reverse",
            || scalars::reverse($workload, black_box(x)),
            same,
        );
    };
}

/// Times the crates of numbers on a workload of N inputs; M is one more.
macro_rules! scalars {
    ($line:ident, $x:expr, $workload:expr, $n:literal, $m:literal) => {
        let x: &[f64; $n] = $x;
        $line.time(
            "num-dual",
            || scalars::num_dual::<$n>($workload, black_box(x)),
            |gradient| gradient.as_slice().to_vec(),
        );
        $line.time(
            "hyperdual",
            || scalars::hyperdual::<$n, $m>($workload, black_box(x)),
            |value| (1..$m).map(|place| value[place]).collect(),
        );
        reverse!($line, $x, $workload);
    };
}

fn main() {
    // One thread, for the crates that would take more.
    // SAFETY: nothing else runs yet.
    unsafe { std::env::set_var("RAYON_NUM_THREADS", "1") };
    let mut state = 42_u64;
    let mut draw = |low: f64, high: f64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005);
        state = state.wrapping_add(1_442_695_040_888_963_407);
        low + (high - low) * (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let w: [f64; 16] = std::array::from_fn(|_| draw(-1.0, 1.0));
    let x: [f64; 16] = std::array::from_fn(|_| draw(-1.0, 1.0));
    let rx: [f64; 100] = std::array::from_fn(|_| draw(-1.5, 1.5));
    let lx: [f64; 1000] = std::array::from_fn(|_| draw(-1.0, 1.0));
    let _px: [f64; 100] = std::array::from_fn(|_| draw(0.5, 1.5));
    let ny: [f64; 1000] = std::array::from_fn(|_| draw(-3.0, 3.0));
    let mut lines = Vec::new();

    let point = [w[0], w[1], x[0], x[1], 0.1];
    let mut line = Line::new("neuron2", || neuron::by_hand(&point).1.to_vec());
    line.time(
        "by hand",
        || neuron::by_hand(black_box(&point)),
        |(_, g)| g.to_vec(),
    );
    line.time(
        "monograd",
        || neuron::ours(black_box(&point)),
        |(_, g)| g.to_vec(),
    );
    scalars!(line, &point, |v| workloads::neuron(v), 5, 6);
    lines.push(line);

    let wide = (w, x, 0.1);
    let numbers = |(_, (w, x, b)): (f64, neuron::Wide)| [&w[..], &x[..], &[b]].concat();
    let mut line = Line::new("neuron16", || numbers(neuron::by_hand_wide(&wide)));
    line.time(
        "by hand",
        || neuron::by_hand_wide(black_box(&wide)),
        numbers,
    );
    line.time("monograd", || neuron::ours_wide(black_box(&wide)), numbers);
    let point = std::array::from_fn(|i| [&w[..], &x[..], &[0.1]].concat()[i]);
    scalars!(line, &point, |v| workloads::neuron(v), 33, 34);
    lines.push(line);

    let point = [-4.0, 2.0];
    let mut line = Line::new("micrograd", || micrograd::by_hand(&point).1.to_vec());
    line.time(
        "by hand",
        || micrograd::by_hand(black_box(&point)),
        |(_, g)| g.to_vec(),
    );
    line.time(
        "monograd",
        || micrograd::ours_forward(black_box(&point)),
        |value| value.tangents().to_vec(),
    );
    scalars!(line, &point, |v| workloads::micrograd(v), 2, 3);
    lines.push(line);

    let point = [rx[0], rx[1]];
    let mut line = Line::new("rosen2", || rosenbrock::by_hand(&point).1.to_vec());
    line.time(
        "by hand",
        || rosenbrock::by_hand(black_box(&point)),
        |(_, g)| g.to_vec(),
    );
    line.time(
        "monograd",
        || rosenbrock::ours(black_box(&point)),
        |(_, g)| g.to_vec(),
    );
    scalars!(line, &point, |v| workloads::rosenbrock(v), 2, 3);
    lines.push(line);

    use rosenbrock::chain;
    let mut line = Line::new("rosen100", || chain::by_hand(&rx).1.to_vec());
    line.time(
        "by hand",
        || chain::by_hand(black_box(&rx)),
        |(_, g)| g.to_vec(),
    );
    line.time(
        "monograd",
        || chain::ours(black_box(&rx)),
        |(_, g)| g.to_vec(),
    );
    scalars!(line, &rx, |v| workloads::rosenbrock(v), 100, 101);
    lines.push(line);

    let lx100: [f64; 100] = std::array::from_fn(|i| lx[i]);
    let mut line = Line::new("lse100", || log_sum_exp::by_hand(&lx100).1.to_vec());
    line.time(
        "by hand",
        || log_sum_exp::by_hand(black_box(&lx100)),
        |(_, g)| g.to_vec(),
    );
    line.time(
        "monograd",
        || log_sum_exp::ours(black_box(&lx100)),
        |(_, g)| g.to_vec(),
    );
    scalars!(line, &lx100, |v| workloads::log_sum_exp(v), 100, 101);
    lines.push(line);

    let y = ny;
    let mut line = Line::new("normal1000", || normal::by_hand(&y).1.to_vec());
    line.time(
        "by hand",
        || normal::by_hand(black_box(&y)),
        |(_, g)| g.to_vec(),
    );
    line.time(
        "monograd",
        || normal::ours(black_box(&y)),
        |(_, g)| g.to_vec(),
    );
    scalars!(line, &[-0.56, 1.37], |v| workloads::normal(v, &ny), 2, 3);
    lines.push(line);

    let observation = (
        [
            0.2, -0.1, 0.3, 0.5, -0.4, -5.0, 500.0, 320.0, 240.0, -0.1, 0.02, 0.7, -0.3, 0.4, 0.9,
        ],
        [330.0, 250.0],
    );
    let (x, feature) = &observation;
    let rows = |(_, jacobian): ([f64; 2], [[f64; 15]; 2])| jacobian.as_flattened().to_vec();
    let mut line = Line::new("ba", || rows(bundle::by_hand(&observation)));
    line.time("by hand", || bundle::by_hand(black_box(&observation)), rows);
    line.time("monograd", || bundle::ours(black_box(&observation)), rows);
    line.time(
        "num-dual",
        || scalars::jacobian::num_dual::<15>(|v| workloads::bundle(v, *feature), black_box(x)),
        |jacobian| jacobian.as_flattened().to_vec(),
    );
    line.time(
        "hyperdual",
        || scalars::jacobian::hyperdual::<15, 16>(|v| workloads::bundle(v, *feature), black_box(x)),
        |results| {
            let slopes = |result: scalars::Hyper<16>| (1..16).map(move |place| result[place]);
            results.into_iter().flat_map(slopes).collect()
        },
    );
    line.time(
        "echidna",
        || scalars::jacobian::echidna(|v| workloads::bundle(v, *feature), black_box(x)),
        |rows| rows.concat(),
    );
    line.time(
        "ad_trait",
        || scalars::jacobian::ad_trait(|v| workloads::bundle(v, *feature), black_box(x)),
        |rows| rows.concat(),
    );
    line.time(
        "reverse",
        || scalars::jacobian::reverse(|v| workloads::bundle(v, *feature), black_box(x)),
        |rows| rows.concat(),
    );
    lines.push(line);

    let point = ([0.6, 0.2, 0.05], epidemic::observed());
    let mut line = Line::new("sir", || epidemic::by_hand(&point).1.to_vec());
    line.time(
        "by hand",
        || epidemic::by_hand(black_box(&point)),
        |(_, g)| g.to_vec(),
    );
    line.time(
        "monograd",
        || epidemic::ours(black_box(&point)),
        |(_, g)| g.to_vec(),
    );
    scalars!(line, &point.0, |v| workloads::sir(v, &point.1), 3, 4);
    lines.push(line);

    let point = gravity::point(&mut || draw(-1.0, 1.0));
    let numbers = |(_, g): (f64, [[f64; 3]; 60])| g.as_flattened().to_vec();
    let mut line = Line::new("gravity", || numbers(gravity::by_hand(&point)));
    line.time("by hand", || gravity::by_hand(black_box(&point)), numbers);
    line.time("monograd", || gravity::ours(black_box(&point)), numbers);
    let x: [f64; 180] = std::array::from_fn(|i| point.as_flattened()[i]);
    scalars!(line, &x, |v| workloads::gravity(v), 180, 181);
    lines.push(line);

    let point = gated::point(&mut || draw(-0.5, 0.5));
    let flat_gru = |(wz, uz, bz, wr, ur, br, wc, uc, bc, v): &gated::Parameters| {
        let gates = [(wz, uz, bz), (wr, ur, br), (wc, uc, bc)];
        let gates = gates.map(|(w, u, b)| [w.as_flattened(), u.as_flattened(), b].concat());
        [&gates.concat()[..], v].concat()
    };
    let numbers = |(_, gradient): (f64, gated::Parameters)| flat_gru(&gradient);
    let mut line = Line::new("gru", || numbers(gated::by_hand(&point)));
    line.time("by hand", || gated::by_hand(black_box(&point)), numbers);
    line.time("monograd", || gated::ours(black_box(&point)), numbers);
    // 624 derivatives of a number take megabytes of stack.
    line.cells.push(("num-dual", f64::NAN));
    line.cells.push(("hyperdual", f64::NAN));
    reverse!(line, &flat_gru(&point.0), |v| workloads::gru(v, &point.1));
    lines.push(line);

    let point = student::point(&mut || draw(-1.0, 1.0));
    let flat_student = |(logits, means, diagonals, lower): &student::Parameters| {
        let lower = lower.as_flattened().as_flattened();
        [
            logits,
            means.as_flattened(),
            diagonals.as_flattened(),
            lower,
        ]
        .concat()
    };
    let numbers = |(_, gradient): (f64, student::Parameters)| flat_student(&gradient);
    let mut line = Line::new("student", || numbers(student::by_hand(&point)));
    line.time("by hand", || student::by_hand(black_box(&point)), numbers);
    line.time("monograd", || student::ours(black_box(&point)), numbers);
    let x: [f64; 196] = flat_student(&point.0).try_into().expect("196 parameters");
    scalars!(line, &x, |v| workloads::student(v, &point.1), 196, 197);
    lines.push(line);

    let moons = mlp::Moons::load();
    let point = (moons.parameters, moons.rows);
    let numbers = |(_, parameters): (f64, mlp::Parameters)| flat(&parameters);
    let mut line = Line::new("mlp", || numbers(mlp::by_hand(&point)));
    line.time("by hand", || mlp::by_hand(black_box(&point)), numbers);
    line.time("monograd", || mlp::ours(black_box(&point)), numbers);
    let parameters: [f64; 337] = flat(&point.0).try_into().expect("337 parameters");
    let rows = &point.1;
    scalars!(line, &parameters, |v| workloads::network(v, rows), 337, 338);
    let same = |gradient: Vec<f64>| gradient;
    line.time(
        "dfdx",
        || tensors::dfdx::gradient(black_box(&parameters), rows),
        same,
    );
    line.time(
        "burn",
        || tensors::burn::gradient(black_box(&parameters), rows),
        same,
    );
    let candle =
        || tensors::candle::gradient(black_box(&parameters), rows).expect("tensors that fit");
    line.time("candle", candle, same);
    lines.push(line);

    print(&lines);
    println!("\nGradient and Hessian:\n");
    print(&second::lines());

    println!(
        "\nRecorded as the program runs, operation by operation, gone back through, and cleared:\n"
    );
    print(&tapes::lines(&rx, &parameters, rows));
    println!();
    tapes::per_operation();
}

/// The parameters one after the other.
fn flat((w1, b1, w2, b2, w3, b3): &mlp::Parameters) -> Vec<f64> {
    [w1.as_flattened(), b1, w2.as_flattened(), b2, w3, &[*b3]].concat()
}

fn print(lines: &[Line]) {
    let columns = lines.iter().max_by_key(|line| line.cells.len());
    let columns = columns.expect("a line");
    print!("| |");
    for (name, _) in &columns.cells {
        print!(" {name} |");
    }
    println!();
    println!("|{}", "---|".repeat(1 + columns.cells.len()));
    for line in lines {
        print!("| {} |", line.name);
        for (i, _) in columns.cells.iter().enumerate() {
            match line.cells.get(i) {
                Some((_, time)) if time.is_nan() => print!(" |"),
                Some((_, time)) if i == 0 => print!(" {} |", nanoseconds(*time)),
                Some((_, time)) => {
                    print!(" {} ({:.2}) |", nanoseconds(*time), time / line.cells[0].1)
                }
                None => print!(" |"),
            }
        }
        println!();
    }
}

fn nanoseconds(time: f64) -> String {
    if time < 100.0 {
        format!("{time:.1}")
    } else {
        format!("{time:.0}")
    }
}
