//! What a gradient compiles to: no call but to the maths library, no branch but to a tail that is computed out of
//! line, and as many arithmetic instructions as the gradient written by hand, give or take one.
#![cfg(all(target_arch = "x86_64", target_os = "linux"))]

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

/// The assembly of the fixture.
static ASSEMBLY: LazyLock<String> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("codegen");
    let listing = target.join("codegen.s");
    fs::create_dir_all(&target).expect("a target directory");
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustc", "--quiet", "--release", "--lib", "--manifest-path"])
        .arg(root.join("tests/codegen/Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .args(["--", "-C", "debuginfo=0", "--emit"])
        .arg(format!("asm={}", listing.display()))
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .status()
        .expect("cargo");
    assert!(status.success(), "the fixture does not compile");
    fs::read_to_string(listing).expect("assembly")
});

/// The instructions of the function whose symbol contains `name`.
fn function(name: &str) -> Vec<String> {
    let mut lines = ASSEMBLY.lines();
    lines
        .find(|line| line.ends_with(':') && line.contains(name))
        .unwrap_or_else(|| panic!("{name} is not in the assembly"));
    lines
        .take_while(|line| !line.starts_with(".Lfunc_end"))
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty() && !line.starts_with(['.', '#']))
        .collect()
}

/// Floating-point arithmetic, sign flips included; an exclusive-or of a register with itself is a
/// zero and not counted.
fn is_arithmetic(instruction: &str) -> bool {
    let mut words = instruction.split_whitespace();
    let mnemonic = words.next().expect("an instruction");
    let mnemonic = mnemonic.strip_prefix('v').unwrap_or(mnemonic);
    let operands: String = words.collect();
    let floating = ["ss", "sd", "ps", "pd"]
        .iter()
        .any(|suffix| mnemonic.ends_with(suffix));
    let operation = mnemonic.get(..3).unwrap_or_default();
    match operation {
        "add" | "sub" | "mul" | "div" | "sqr" | "min" | "max" | "fma" | "fnm" => floating,
        "xor" => {
            let mut registers = operands.split(',');
            floating && registers.next() != registers.next()
        }
        _ => false,
    }
}

fn compare(name: &str, library: &[&str], tails: &[&str]) {
    let [ours, hand] = ["ours", "hand"].map(|by| function(&format!("{name}_{by}")));
    let listing = || {
        format!(
            "ours:\n{}\n\nby hand:\n{}",
            ours.join("\n"),
            hand.join("\n")
        )
    };
    // To a tail and back.
    let branches = ours.iter().filter(|line| line.starts_with('j')).count();
    assert!(
        branches <= 2 * tails.len(),
        "{branches} branches\n{}",
        listing()
    );
    for instruction in &ours {
        if instruction.starts_with("call") {
            let mathematical = library.iter().any(|name| {
                let callee = instruction.split_whitespace().nth(1).expect("a callee");
                callee.trim_start_matches('*').split('@').next() == Some(name)
            }) || tails.iter().any(|tail| instruction.contains(tail));
            assert!(mathematical, "a call, {instruction}\n{}", listing());
        }
    }
    let [our_count, hand_count] =
        [&ours, &hand].map(|function| function.iter().filter(|line| is_arithmetic(line)).count());
    assert!(hand_count > 5, "no arithmetic found\n{}", listing());
    assert!(
        our_count <= hand_count + 1,
        "{our_count} arithmetic instructions, {hand_count} by hand\n{}",
        listing()
    );
}

#[test]
fn a_neuron() {
    compare("neuron2", &["tanh"], &["slope_of_flat_tanh"]);
}

#[test]
fn rosenbrocks_valley() {
    compare("rosen2", &[], &[]);
}

/// Branches with `let`s of their own: as many operations and calls as by hand.
#[test]
fn branches_with_lets() {
    let [ours, hand] = ["branches_ours", "branches_hand"].map(function);
    for (what, is_such) in [
        ("arithmetic", is_arithmetic as fn(&str) -> bool),
        ("calls", |line| line.starts_with("call")),
    ] {
        let [ours, hand] = [&ours, &hand].map(|function| {
            let such = function.iter().filter(|line| is_such(line));
            such.count()
        });
        assert!(
            hand > 1 && ours <= hand + 1,
            "{what}: {ours}, {hand} by hand"
        );
    }
    assert!(
        ours.len() <= hand.len() + 10,
        "{}\n\nby hand:\n{}",
        ours.join("\n"),
        hand.join("\n")
    );
}

/// Powers by as few products as there are, the derivative by those of the value; quotients by one number, whose slopes share one
/// reciprocal; quotients by numbers of which the reciprocal is exact, by products.
#[test]
fn powers_and_quotients() {
    for (name, operations, divisions) in [
        ("power_of_three", 3, 0),
        ("power_of_seven", 6, 0),
        ("square_and_product", 4, 0),
        ("quotients_by_one", 14, 4),
        ("quotients_by_numbers", 7, 1),
    ] {
        let code = function(name);
        let of = |start: &str| code.iter().filter(|line| line.starts_with(start)).count();
        let arithmetic = code.iter().filter(|line| is_arithmetic(line)).count();
        let listing = code.join("\n");
        assert!(
            (2..=operations).contains(&arithmetic),
            "{name}: {arithmetic} operations\n{listing}"
        );
        assert_eq!(of("div") + of("vdiv"), divisions, "{name}\n{listing}");
        assert_eq!(of("call") + of("j"), 0, "{name}\n{listing}");
    }
}

/// The code of a loop does not grow with the number of its elements.
#[test]
fn a_loop_of_a_million() {
    let [ten, million] = ["of_ten", "of_a_million"].map(|name| function(name).len());
    assert!(
        (10..=ten).contains(&million),
        "{million} instructions for a million elements, {ten} for ten"
    );
}

/// One step of a loop of statements is in the program, forward and back, however many there are.
#[test]
fn a_loop_of_statements() {
    let [hundred, more] =
        ["loop_of_a_hundred", "loop_of_ten_thousand"].map(|name| function(name).len());
    assert!(
        (20..=hundred + 10).contains(&more) && hundred < 600,
        "{more} instructions for ten thousand steps, {hundred} for a hundred"
    );
}
