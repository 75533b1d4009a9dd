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
    let krate = write_crate(source);
    let [debug, release] = [false, true].map(|release| build(&krate, release));
    let binary = krate.join("target/release/compile_time");
    let size = fs::metadata(binary).expect("the binary").len() / 1024;
    println!("| {name} | {debug:.1} | {release:.1} | {size} |");
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
        "[package]\nname = \"compile_time\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
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
