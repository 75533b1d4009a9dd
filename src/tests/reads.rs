//! Every row states which numbers its derivatives read: those, and no others, change what they are. Where it states how elements of
//! arrays are pulled back, that is its derivative where x takes part.

use crate::rules::zeros::takes_part;
use crate::rules::{self, binary_table, linearity, operator_table, ternary_table, unary_table};
use crate::scalar::{BinaryRule, Field, Rule, Scalar, UnaryRule};

const NUMBERS: [f64; 13] = [
    -7.7, -2.5, -1.3, -0.49, -0.0, 0.0, 0.001, 0.49, 1.0, 1.01, 2.5, 7.7, 800.0,
];

const SLOPE: f64 = 1.7;

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

/// Whether another number in the place of one changes anything at any of the points.
fn reads<const N: usize>(at: &[[f64; N]], place: usize, chain: impl Fn([f64; N]) -> f64) -> bool {
    at.iter().any(|&point| {
        [f64::NAN, 3.25, -0.25].into_iter().any(|other| {
            let mut changed = point;
            changed[place] = other;
            !same(chain(point), chain(changed))
        })
    })
}

/// What a derivative on one number reads: x, and y.
fn unary_reads<Op: UnaryRule>(op: Op) -> [bool; 2] {
    let at = NUMBERS.map(|x| [x, x.unary(op)]);
    let chain = |[x, y]: [f64; 2]| op.chain(SLOPE, x, y);
    if !Op::READS_INPUT {
        // x is handed to it only where it says so, by y.
        for [x, y] in at {
            let handed = op.input_if_read(y, || x);
            assert!(same(chain([handed, y]), chain([x, y])), "{x}");
        }
    }
    let [nan, infinite] = [f64::NAN, f64::INFINITY].map(|x| [x, x.unary(op)]);
    for [x, y] in at.into_iter().chain([nan, infinite]) {
        for c in [SLOPE, -0.0, 0.0, f64::INFINITY, f64::NAN] {
            let is_part = takes_part(op, x, y);
            let chained = op.chain_of_part(c, x, y, is_part);
            let expected = if is_part {
                op.chain(c, x, y).present()
            } else {
                f64::absent()
            };
            assert!(
                same(chained, expected),
                "{c} at {x}: {chained}, expected {expected}"
            );
        }
    }
    [0, 1].map(|place| reads(&at, place, chain))
}

fn binary_reads<Op: BinaryRule>(op: Op) -> [[bool; 3]; 2] {
    let pairs = NUMBERS.iter().flat_map(|&x| NUMBERS.map(|y| [x, y]));
    let at: Vec<_> = pairs.map(|[x, y]| [x, y, x.binary(y, op)]).collect();
    let left = |[x, y, z]: [f64; 3]| op.chain_left(SLOPE, x, y, z);
    let right = |[x, y, z]: [f64; 3]| op.chain_right(SLOPE, x, y, z);
    [
        [0, 1, 2].map(|place| reads(&at, place, left)),
        [0, 1, 2].map(|place| reads(&at, place, right)),
    ]
}

macro_rules! check_unary {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            tests [$(($($argument:literal)?) at $points:tt edge $edges:tt)+];
    )*) => {
        $({
            let mut read = [false; 2];
            $(for (read, of_this) in read.iter_mut().zip(unary_reads(rules::$Rule $(($argument))?)) {
                *read |= of_this;
            })+
            let [x, y] = read;
            let name = stringify!($Rule);
            assert_eq!(y, rules::$Rule::READS_VALUE, "{name} reads y");
            // What reads x only where y has too few digits says so beside its accuracy.
            let sometimes = stringify!($within).contains("where");
            assert_eq!(x, rules::$Rule::READS_INPUT || sometimes, "{name} reads x");
        })*
    };
}

macro_rules! check_binary {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            at $points:tt edge $edges:tt;
    )*) => {
        $({
            let [left, right] = binary_reads(rules::$Rule);
            let name = stringify!($Rule);
            assert_eq!(left[2] || right[2], rules::$Rule::READS_VALUE, "{name} reads z");
            assert_eq!(linearity(left, right), rules::$Rule::LINEARITY, "{name} is linear");
        })*
    };
}

macro_rules! check_ternary {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            at $points:tt edge $edges:tt;
    )*) => {
        $({
            let mut at = Vec::new();
            for x in NUMBERS {
                for y in NUMBERS {
                    at.extend(NUMBERS.map(|z| [x, y, z, f64::nary([x, y, z], rules::$Rule)]));
                }
            }
            let chains = |i: usize| {
                move |[x, y, z, w]: [f64; 4]| rules::$Rule.chain(SLOPE, [x, y, z], w)[i]
            };
            let reads_value = (0..3).any(|i| reads(&at, 3, chains(i)));
            assert_eq!(reads_value, rules::$Rule::READS_VALUE, "{} reads w", stringify!($Rule));
        })*
    };
}

#[test]
fn a_derivative_on_one_number_reads_what_its_row_states() {
    unary_table!(check_unary);
}

#[test]
fn derivatives_on_two_numbers_read_what_their_row_states() {
    operator_table!(check_binary);
    binary_table!(check_binary);
}

#[test]
fn derivatives_on_three_numbers_read_what_their_row_states() {
    ternary_table!(check_ternary);
}
