//! Every row of the tables against its value and derivatives as computed with 60 digits: each within the
//! units in the last place that the row states, from one end of the domain to the other.
//!
//! What is stored is a part of the points. `tests/oracle/accuracy.py` makes as many as one likes, and the
//! environment variable `MONOGRAD_ACCURACY` names the file in which they are. The worst of each row is printed.

use crate::check::modes::Precision;
use crate::rules::{self, binary_table, operator_table, ternary_table, unary_table};
use crate::scalar::{BinaryRule, Rule, Scalar, UnaryRule};
use std::collections::HashMap;
use std::fmt::Debug;
use std::str::FromStr;
use std::string::{String, ToString};
use std::sync::LazyLock;
use std::vec::Vec;
use std::{env, format, fs, println};

/// The lines of each block by its head.
static BLOCKS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let text = match env::var_os("MONOGRAD_ACCURACY") {
        Some(path) => fs::read_to_string(path)
            .expect("the file of MONOGRAD_ACCURACY")
            .leak(),
        None => include_str!("../../tests/data/accuracy.txt"),
    };
    let is_head = |line: &str| line.starts_with('f');
    let mut blocks = HashMap::new();
    let mut rest = text;
    while let Some((head, lines)) = rest.split_once('\n') {
        assert!(is_head(head), "{head} is no head of a block");
        let end = lines.find("\nf").map_or(lines.len(), |end| end + 1);
        blocks.insert(head.to_string(), &lines[..end]);
        rest = &lines[end..];
    }
    blocks
});

/// A unit in the last place of a number of this size.
fn unit<F: Precision>(size: f64) -> f64 {
    let power_of_two = f64::from_bits(size.to_bits() & f64::INFINITY.to_bits());
    let least = F::min_positive().to_f64() * F::EPSILON;
    (power_of_two * F::EPSILON).max(least)
}

/// By how many units in the last place of a number of the `size` two numbers differ. The one after the
/// greatest number is infinity.
fn distance<F: Precision>(actual: F, exact: F, size: F) -> f64 {
    let [actual, exact, size] = [actual, exact, size].map(F::to_f64);
    if actual == exact || (actual.is_nan() && exact.is_nan()) {
        return 0.0;
    }
    if exact.is_infinite() || actual.is_infinite() {
        // A quarter of each, so that what comes after the greatest is a number.
        let greatest = (2.0 - F::EPSILON) / F::min_positive().to_f64() / 2.0;
        let quarter = |x: f64| (x / 4.0).clamp(-greatest / 2.0, greatest / 2.0);
        return (quarter(actual) - quarter(exact)).abs() / unit::<F>(greatest / 4.0);
    }
    (actual - exact).abs() / unit::<F>(exact.abs().max(size))
}

/// The worst error so far, in units in the last place, and where.
#[derive(Default)]
struct Worst {
    units: f64,
    line: &'static str,
}

impl Worst {
    fn take(&mut self, units: f64, line: &'static str) {
        if units.is_nan() || units > self.units {
            *self = Worst { units, line };
        }
    }
}

/// A value and derivatives.
type Results<F, const N: usize> = (F, [F; N]);

/// Holds value and derivatives at each point of a block within so many units each: of numbers alone, and of
/// numbers in lanes.
#[track_caller]
fn check<F: Precision + FromStr, const N: usize>(
    name: &str,
    parameter: &[&dyn Debug],
    within: [u8; 2],
    alone: impl Fn([F; N]) -> Results<F, N>,
    in_lanes: impl Fn([F::Pack; N]) -> Results<F::Pack, N>,
) {
    let mut head = format!("{} {name}", F::NAME);
    parameter
        .iter()
        .for_each(|number| head += &format!(" {number:?}"));
    let lines = BLOCKS
        .get(&head)
        .unwrap_or_else(|| panic!("no block for {head}"));
    let lines: Vec<_> = lines.lines().map(Line::<F, N>::parse).collect();
    assert!(lines.len() >= 50, "{} points for {head}", lines.len());

    let mut worst = [Worst::default(), Worst::default()];
    for line in &lines {
        line.compare(alone(line.point), &mut worst);
    }
    report(&head, &worst, within);

    if const { F::LANES > 1 } {
        let mut worst = [Worst::default(), Worst::default()];
        for chunk in lines.chunks_exact(F::LANES) {
            let packs = core::array::from_fn(|i| F::pack(|lane| chunk[lane].point[i]));
            let (value, slopes) = in_lanes(packs);
            for (lane, line) in chunk.iter().enumerate() {
                let slopes = slopes.map(|slope| F::lane(slope, lane));
                line.compare((F::lane(value, lane), slopes), &mut worst);
            }
        }
        report(
            &format!("{head} in lanes"),
            &worst,
            within.map(|bound| bound.max(8)),
        );
    }
}

/// Prints the worst errors, of the value and of the derivatives, and holds them within their bounds.
#[track_caller]
fn report(what: &str, worst: &[Worst; 2], within: [u8; 2]) {
    let [value, slopes] = worst;
    println!(
        "{what}: value {:.2} at {}, derivatives {:.2} at {}",
        value.units, value.line, slopes.units, slopes.line
    );
    for (worst, bound) in worst.iter().zip(within) {
        assert!(
            worst.units <= f64::from(bound),
            "{what} is wrong by {} units in the last place, not {bound}, at {}",
            worst.units,
            worst.line
        );
    }
}

/// A point, what is exact there, and the sizes by which errors are measured.
struct Line<F, const N: usize> {
    text: &'static str,
    point: [F; N],
    exact: Results<F, N>,
    sizes: Results<F, N>,
}

impl<F: Precision + FromStr, const N: usize> Line<F, N> {
    fn parse(text: &'static str) -> Self {
        let number = |text: &str| text.parse::<F>().ok().expect("a number");
        let (numbers, sizes) = text.split_once('~').unwrap_or((text, ""));
        let mut numbers = numbers.split_whitespace().map(number);
        let mut sizes = sizes.split_whitespace().map(number);
        let mut next = || numbers.next().expect("another number");
        let mut size = || sizes.next().unwrap_or(F::zero());
        Line {
            text,
            point: core::array::from_fn(|_| next()),
            exact: (next(), core::array::from_fn(|_| next())),
            sizes: (size(), core::array::from_fn(|_| size())),
        }
    }

    fn compare(&self, (value, slopes): Results<F, N>, [of_value, of_slopes]: &mut [Worst; 2]) {
        let (exact, exact_slopes) = self.exact;
        of_value.take(distance(value, exact, self.sizes.0), self.text);
        // Of several numbers, those with less than full precision make others of less.
        let is_full = |x: F| x.to_f64().abs() >= F::min_positive().to_f64();
        let numbers = self.point.into_iter().chain([exact]);
        if exact.to_f64().is_infinite() || N > 1 && !numbers.into_iter().all(is_full) {
            return;
        }
        for i in 0..N {
            let units = distance(slopes[i], exact_slopes[i], self.sizes.1[i]);
            of_slopes.take(units, self.text);
        }
    }
}

macro_rules! in_both_precisions {
    ($check:ident) => {
        #[test]
        fn in_f64() {
            $check::<f64>();
        }

        #[test]
        fn in_f32() {
            $check::<f32>();
        }
    };
}

fn evaluate<S: Scalar>(op: impl UnaryRule) -> impl Fn([S; 1]) -> Results<S, 1> {
    move |[x]| {
        let y = x.unary(op);
        (y, [op.partial(x, y)])
    }
}

fn evaluate_two<S: Scalar>(op: impl BinaryRule) -> impl Fn([S; 2]) -> Results<S, 2> {
    move |[x, y]| {
        let z = x.binary(y, op);
        (z, op.partials(x, y, z).into())
    }
}

fn evaluate_three<S: Scalar>(op: impl Rule<3>) -> impl Fn([S; 3]) -> Results<S, 3> {
    move |x| {
        let y = S::nary(x, op);
        (y, op.partials(x, y))
    }
}

macro_rules! unary_accuracy {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*],
            tests [$(
                ($($argument:literal)?) at $points:tt edge $edges:tt
            )+];
    )*) => {
        $(mod $rule {
            use super::*;

            fn check<F: Precision + FromStr>() {
                $({
                    let op = rules::$Rule $(($argument))?;
                    let name = stringify!($rule);
                    let parameter: &[&dyn Debug] = &[$(&$argument)?];
                    let within = [$of_value, $of_slopes];
                    super::check::<F, 1>(name, parameter, within, evaluate(op), evaluate(op));
                })+
            }

            in_both_precisions!(check);
        })*
    };
}

macro_rules! binary_accuracy {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*],
            at $points:tt edge $edges:tt;
    )*) => {
        $(mod $rule {
            use super::*;

            fn check<F: Precision + FromStr>() {
                let (name, within) = (stringify!($rule), [$of_value, $of_slopes]);
                let op = rules::$Rule;
                super::check::<F, 2>(name, &[], within, evaluate_two(op), evaluate_two(op));
            }

            in_both_precisions!(check);
        })*
    };
}

macro_rules! ternary_accuracy {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $partials:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*],
            at $points:tt edge $edges:tt;
    )*) => {
        $(mod $rule {
            use super::*;

            fn check<F: Precision + FromStr>() {
                let (name, within) = (stringify!($rule), [$of_value, $of_slopes]);
                let op = rules::$Rule;
                super::check::<F, 3>(name, &[], within, evaluate_three(op), evaluate_three(op));
            }

            in_both_precisions!(check);
        })*
    };
}

unary_table!(unary_accuracy);
operator_table!(binary_accuracy);
binary_table!(binary_accuracy);
ternary_table!(ternary_accuracy);
