//! How long a `func!` takes to compile, by the number of its `let`s.
//!
//! ```text
//! cargo bench --bench compile_time
//! ```
//!
//! Each `let` has four operations. Behind the functions of reals come those whose `let`s hold arrays of
//! eight numbers, all in the body or in a loop, and the price of an option with its greeks. A row is a
//! crate of its own, depending on monograd, that prints what its column says; it gives the seconds of
//! `cargo build` with everything but the crate built before, in a debug and in a release build, and
//! the size of the release binary.
//!
//! A second table has the workloads of `versus_hand`, each with the same gradient written by hand: of their binaries how much
//! larger they are than that of a program that does nothing.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

const SIZES: [usize; 5] = [25, 50, 100, 200, 400];

fn main() {
    println!("| `let`s | question | debug, s | release, s | binary, KiB |");
    println!("|---|---|---|---|---|");
    for question in ["value_and_gradient", "hessian"] {
        for lets in SIZES {
            let source = of_so_many_lets(lets, question);
            measure(&format!("{lets} | {question}"), &source);
        }
    }
    for lets in [60, 400] {
        let source = of_so_many_arrays(lets, false);
        measure(&format!("{lets} of arrays | value_and_gradient"), &source);
    }
    let source = of_so_many_arrays(20, true);
    measure("20 of arrays in a loop | value_and_gradient", &source);
    measure(
        "black-scholes | gradient, Hessian, third derivative",
        BLACK_SCHOLES,
    );

    println!("\n| workload | debug, s | release, s | by hand, s | code, KiB | by hand, KiB |");
    println!("|---|---|---|---|---|---|");
    let nothing = build_both("fn main() {}").2;
    for workload in WORKLOADS {
        let [(debug, release, size), (_, by_hand, of_hand)] =
            [workload.ours, workload.by_hand].map(|call| build_both(&of_workload(&workload, call)));
        let [size, of_hand] = [size, of_hand].map(|size| size.saturating_sub(nothing) / 1024);
        let name = workload.name;
        println!("| {name} | {debug:.1} | {release:.1} | {by_hand:.1} | {size} | {of_hand} |");
    }
}

/// A function of `versus_hand`, and the same by hand.
struct Workload {
    name: &'static str,
    /// The file of `versus_hand` that it is in.
    module: &'static str,
    ours: &'static str,
    by_hand: &'static str,
    point: &'static str,
}

/// The workloads, each with its file, its two functions, and a point.
const WORKLOADS: [Workload; 18] = [
    workload(
        "neuron16",
        "neuron",
        ["ours_wide", "by_hand_wide"],
        "([0.1; 16], [0.2; 16], 0.1)",
    ),
    workload("micrograd", "micrograd", ["ours", "by_hand"], "[-4.0, 2.0]"),
    workload(
        "rosen100",
        "rosenbrock",
        ["chain::ours", "chain::by_hand"],
        "[0.5; 100]",
    ),
    workload(
        "solve4",
        "matrices",
        ["four::solve_ours", "four::solve_by_hand"],
        "((std::array::from_fn(|_| std::array::from_fn(|_| draw())), [0.3; 4]), [0.7; 4])",
    ),
    workload(
        "pendulum",
        "loops",
        ["pendulum::ours", "pendulum::by_hand"],
        "([0.1, 9.8, 0.05], ([0.1; 100], 0.01))",
    ),
    workload(
        "elman",
        "loops",
        ["elman::ours", "elman::by_hand"],
        "(([[0.1; 16]; 16], [[0.1; 4]; 16], [0.1; 16]), ([[0.1; 4]; 20], 0.3))",
    ),
    workload(
        "sir",
        "epidemic",
        ["ours", "by_hand"],
        "([0.9, 0.3, 0.01], epidemic::observed())",
    ),
    workload(
        "gru",
        "gated",
        ["ours", "by_hand"],
        "gated::point(&mut draw)",
    ),
    workload(
        "kalman",
        "trend",
        ["ours", "by_hand"],
        "([0.4, 0.2, 0.1], trend::observed(&mut draw))",
    ),
    workload(
        "hmm",
        "hidden",
        ["ours", "by_hand"],
        "hidden::point(&mut draw)",
    ),
    workload(
        "gravity",
        "gravity",
        ["ours", "by_hand"],
        "gravity::point(&mut draw)",
    ),
    workload(
        "student",
        "student",
        ["ours", "by_hand"],
        "student::point(&mut draw)",
    ),
    workload(
        "softmax",
        "classes",
        ["ours", "by_hand"],
        "classes::point(&mut draw)",
    ),
    workload("geomean", "product", ["ours", "by_hand"], "[0.9; 80]"),
    workload(
        "conv",
        "convolution",
        ["ours", "by_hand"],
        "convolution::point(&mut draw)",
    ),
    workload("bilevel", "bilevel", ["ours", "by_hand"], "bilevel::POINT"),
    workload(
        "diagonal",
        "distances",
        ["ours", "by_hand"],
        "distances::point(&mut draw)",
    ),
    workload("sabr3", "sabr", ["ours", "by_hand"], "sabr::POINT"),
];

const fn workload(
    name: &'static str,
    module: &'static str,
    [ours, by_hand]: [&'static str; 2],
    point: &'static str,
) -> Workload {
    Workload {
        name,
        module,
        ours,
        by_hand,
        point,
    }
}

/// The source of a program that calls one of its functions once.
fn of_workload(workload: &Workload, call: &str) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    let Workload { module, point, .. } = workload;
    format!(
        "#![allow(unused, unexpected_cfgs)]
#[path = \"{root}/benches/versus_hand/{module}.rs\"]
mod {module};
use std::hint::black_box;

fn main() {{
    let mut at = 0;
    let mut draw = || {{ at += 1; (f64::from(at) * 0.7).sin() }};
    let point = {point};
    black_box({module}::{call}(black_box(&point)));
}}
"
    )
}

/// The price of an option with all its first and second derivatives and those along a direction up to
/// the third.
const BLACK_SCHOLES: &str = concat!(
    "use monograd::prelude::*;\nuse std::hint::black_box;\n",
    include_str!("versus_hand/call_price.rs"),
    r#"
fn main() {
    let point = black_box([100.0, 110.0, 0.05, 0.2, 0.5]);
    let direction = black_box([1.0, -0.5, 0.01, 0.02, 0.1]);
    println!("{:?}", call_price.value_and_gradient(&point));
    println!("{:?}", call_price.value_gradient_hessian(&point));
    println!("{:?}", call_price.taylor::<3, _>(&point, &direction));
}
"#
);

/// Builds a crate of this source and prints its row.
fn measure(name: &str, source: &str) {
    let (debug, release, size) = build_both(source);
    println!("| {name} | {debug:.1} | {release:.1} | {} |", size / 1024);
}

/// The seconds to build a crate of this source in debug and in release, and the bytes of the release binary.
fn build_both(source: &str) -> (f64, f64, u64) {
    let krate = write_crate(source);
    let [debug, release] = [false, true].map(|release| build(&krate, release));
    let binary = krate.join("target/release/compile_time");
    let size = fs::metadata(binary).expect("the binary").len();
    (debug, release, size)
}

/// Seconds to build the crate once its dependencies are there.
fn build(krate: &Path, release: bool) -> f64 {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet"]).current_dir(krate);
    cargo.env("CARGO_INCREMENTAL", "0").env_remove("RUSTFLAGS");
    if release {
        cargo.arg("--release");
    }
    let mut run = || assert!(cargo.status().expect("cargo").success(), "does not compile");
    run();
    let main = krate.join("src/main.rs");
    let source = fs::read(&main).expect("the source");
    fs::write(&main, source).expect("touch the source");
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64()
}

/// A crate of this source, in the target folder.
fn write_crate(source: &str) -> PathBuf {
    let root = env!("CARGO_MANIFEST_DIR");
    let krate = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_time");
    fs::create_dir_all(krate.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"compile_time\"\nedition = \"2024\"\n\n[profile.release]\nstrip = true\n\n[workspace]\n\n[dependencies]\n\
         monograd = {{ path = {root:?}, default-features = false, features = [\"std\"] }}\n"
    );
    fs::write(krate.join("Cargo.toml"), manifest).expect("the manifest");
    fs::write(krate.join("src/main.rs"), source).expect("the source");
    krate
}

/// The source of a function of `lets` lets.
fn of_so_many_lets(lets: usize, question: &str) -> String {
    let body = body(lets, |a, b, c| format!("({a} * 0.5 + {b} * {c}).sin()"));
    format!(
        "use monograd::prelude::*;

func! {{
    fn f(x, y, z) {{
        {body}v{} + v{}
    }}
}}

fn main() {{
    println!(\"{{:?}}\", f.{question}(&std::hint::black_box([0.1, 0.2, 0.3])));
}}
",
        lets - 1,
        lets / 2
    )
}

/// The source of a function of `lets` lets of arrays, in its body or in a loop.
fn of_so_many_arrays(lets: usize, in_a_loop: bool) -> String {
    let body = body(lets, |a, b, c| format!("({a} * {b} + {c}).tanh()"));
    let result = format!("v{} + v{}", lets - 1, lets / 2);
    let (body, result) = if in_a_loop {
        let steps = format!("let mut z = z;\nfor _ in 0..50 {{\n{body}z = {result};\n}}\n");
        (steps, "z".to_owned())
    } else {
        (body, result)
    };
    format!(
        "use monograd::prelude::*;

func! {{
    fn f(x: [R; 8], y: [R; 8], z: [R; 8]) {{
        {body}({result}).sum()
    }}
}}

fn main() {{
    let point = std::hint::black_box(([0.1; 8], [0.2; 8], [0.3; 8]));
    println!(\"{{:?}}\", f.value_and_gradient(&point));
}}
"
    )
}

/// So many `let`s, each of the two before it and of an earlier one.
fn body(lets: usize, operations: impl Fn(&str, &str, &str) -> String) -> String {
    let mut names = vec!["x".to_owned(), "y".to_owned(), "z".to_owned()];
    let mut body = String::new();
    for i in 0..lets {
        let value = operations(&names[i + 2], &names[i + 1], &names[7 * i % names.len()]);
        writeln!(body, "let v{i} = {value};").expect("to a string");
        names.push(format!("v{i}"));
    }
    body
}
