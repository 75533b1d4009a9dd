//! The page on zero, infinity and NaN: its table is what all pairs of operations give, and forward and reverse mode
//! differ nowhere else.

use super::pairs::{INNER, NAMES, OUTER, RESULTS, functions, operations};
use crate::expr::Cotangent;
use crate::forward::MultiDual;
use std::collections::BTreeMap;
use std::string::{String, ToString};
use std::vec::Vec;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/numerics.md");
const NUMBERS: [f64; 4] = [0.0, 1.0, -1.0, 2.0];

/// How many operands an operation reads, and how it is written.
fn signature(operation: usize) -> (usize, String) {
    // (unary powf (2.5))
    let words = NAMES[operation]
        .trim_start_matches('(')
        .trim_end_matches(')');
    let (kind, rest) = words.split_once(' ').expect("a kind and a name");
    let (name, argument) = rest.split_once(' ').unwrap_or((rest, ""));
    let argument = argument
        .trim_start_matches('(')
        .trim_end_matches(')')
        .trim();
    match (kind, argument) {
        ("unary", "") => (1, name.to_string()),
        ("unary", argument) => (1, std::format!("{name}({argument})")),
        ("ternary", _) => (3, name.to_string()),
        _ => (2, name.to_string()),
    }
}

/// A contribution to a sum of which forward mode knows that it does not move.
fn describe(operation: usize, point: [f64; 3], input: usize) -> String {
    let (operands, name) = signature(operation);
    let numbers: Vec<_> = point[..operands].iter().map(f64::to_string).collect();
    match operands {
        1 => std::format!("`{name}` at {}", numbers[0]),
        _ => {
            let input = ["x", "y", "z"][input];
            std::format!("`{name}` at ({}), along {input}", numbers.join(", "))
        }
    }
}

#[test]
fn forward_and_reverse_mode_differ_where_the_page_says() {
    let functions = functions();
    let operations = operations::<MultiDual<f64, 3>>();
    let per_outer = INNER.div_ceil(RESULTS);
    let mut table = BTreeMap::<(usize, [String; 2]), Vec<String>>::new();
    let (mut compared, mut different) = (0, 0);
    for outer in 0..OUTER {
        for inner in 0..INNER {
            for x in NUMBERS {
                for y in NUMBERS {
                    for z in NUMBERS {
                        let point = [x, y, z];
                        let function = functions[outer * per_outer + inner / RESULTS];
                        let (value, reverse) = function(&point, inner % RESULTS, 1.0);
                        let reverse = reverse.map(Cotangent::or_zero);
                        let [dual_x, dual_y, dual_z] = MultiDual::variables(point);
                        let within = operations[inner](dual_x, dual_y, dual_z);
                        let forward = operations[outer](within, dual_y, dual_z);
                        let what = || {
                            let names = [NAMES[outer], NAMES[inner]];
                            std::format!("{names:?} at {point:?}: {forward:?}, {reverse:?}")
                        };
                        let is_nan = (forward.primal.is_nan(), value.is_nan());
                        assert!(
                            forward.primal == value || is_nan == (true, true),
                            "{}",
                            what()
                        );
                        if value.is_nan() {
                            continue;
                        }
                        for (input, reverse) in reverse.into_iter().enumerate() {
                            let forward = forward.tangents()[input];
                            compared += 1;
                            let near = (forward - reverse).abs() <= 1e-12 * reverse.abs().max(1.0);
                            if forward == reverse || near || forward.is_nan() && reverse.is_nan() {
                                continue;
                            }
                            // Never two different numbers.
                            different += 1;
                            assert!(reverse.is_nan() && !forward.is_nan(), "{}", what());
                            let (inners, outers) = (signature(inner).0, signature(outer).0);
                            let first = point[inners..].iter().all(|&number| number == NUMBERS[0]);
                            if outers == 1 && first && input < inners {
                                let results = [forward.to_string(), reverse.to_string()];
                                let row = table.entry((outer, results)).or_default();
                                row.push(describe(inner, point, input));
                            }
                        }
                    }
                }
            }
        }
    }
    println!("{compared} derivatives compared, {different} differ");

    let mut lines =
        String::from("| operation | of what, where | forward | reverse |\n|---|---|---|---|\n");
    for ((outer, [forward, reverse]), inner) in table {
        let (_, name) = signature(outer);
        let inner = inner.join("; ");
        lines += &std::format!("| `{name}` | {inner} | {forward} | {reverse} |\n");
    }
    let begin = "<!-- made by a test -->\n";
    let end = "<!-- to here -->";
    let page = std::fs::read_to_string(PAGE).expect("the page");
    let (_, rest) = page.split_once(begin).expect("where the table begins");
    let (on_page, _) = rest.split_once(end).expect("where the table ends");
    assert!(
        on_page.trim() == lines.trim(),
        "the table of src/numerics.md is now\n\n{lines}"
    );
}
