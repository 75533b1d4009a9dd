//! Random expressions: every pair of operations, and programs made of such pairs.
//!
//! A step of a program applies an operation, and another to its result. It is evaluated in ways
//! that share the rules and nothing else: by a `func!` of the set below, which holds every pair of
//! operations, with the chain rule applied to its Jacobian by hand; over dual numbers and Taylor series;
//! on a tape; and by finite differences of the plain numbers. By the pullbacks of those functions, one step after
//! the other from the last, a slope is infinite or NaN where it is on the tape.
//!
//! `MONOGRAD_RANDOM_CASES` sets how many programs are tried, 100,000 if it is not set. A program that
//! fails is made as small as it can be and kept in `proptest-regressions`, to be tried first next
//! time.

use super::pairs::{INNER, NAMES, OUTER, Pairs, RESULTS, Ternary, functions, operations};
use crate::check::difference;
use crate::expr::Cotangent;
use crate::forward::MultiDual;
use crate::prelude::*;
use crate::tape::Recording;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::vec::Vec;

/// Applies `inner` to values computed before, by their numbers, and `outer` to its result.
#[derive(Debug, Clone, Copy)]
struct Step {
    inner: usize,
    outer: usize,
    operands: [usize; 3],
}

impl Step {
    /// Whether an operation jumps at equal distances.
    fn has_steps(&self) -> bool {
        let jumps = ["floor", "ceil", "round", "trunc", "fract", "rem"];
        [self.inner, self.outer]
            .iter()
            .any(|operation| jumps.iter().any(|jump| NAMES[*operation].contains(jump)))
    }
}

#[derive(Clone)]
struct Program {
    point: [f64; 3],
    steps: Vec<Step>,
}

impl core::fmt::Debug for Program {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "at {:?}:", self.point)?;
        for (i, step) in self.steps.iter().enumerate() {
            let operands = step.operands;
            let names = [NAMES[step.inner], NAMES[step.outer]];
            write!(f, " v{} = {names:?} of {operands:?};", i + 3)?;
        }
        Ok(())
    }
}

impl Program {
    fn run_on_tape<'t>(&self, point: [Value<'t, f64>; 3]) -> Value<'t, f64> {
        self.run(&operations(), point)
    }

    /// The last value, over any scalar.
    fn run<S: Scalar>(&self, operations: &[Ternary<S>], point: [S; 3]) -> S {
        let values = self.values(operations, point);
        values[values.len() - 1]
    }

    /// All values, over any scalar.
    fn values<S: Scalar>(&self, operations: &[Ternary<S>], point: [S; 3]) -> Vec<S> {
        let mut values = point.to_vec();
        for step in &self.steps {
            let [x, y, z] = step.operands.map(|operand| values[operand]);
            let inner = operations[step.inner](x, y, z);
            values.push(operations[step.outer](inner, y, z));
        }
        values
    }
}

/// A value with its gradient, the sums of the magnitudes that were added up to that, and what rounding
/// may have done to the value.
#[derive(Clone, Copy)]
struct Traced {
    value: f64,
    noise: f64,
    gradient: [f64; 3],
    magnitude: [f64; 3],
}

/// The operations and functions once and for all.
struct Set {
    functions: Vec<Pairs>,
    plain: Vec<Ternary<f64>>,
    dual: Vec<Ternary<MultiDual<f64, 3>>>,
    taylor: Vec<Ternary<Taylor<f64, 2>>>,
}

impl Set {
    fn new() -> Self {
        Set {
            functions: functions(),
            plain: operations(),
            dual: operations(),
            taylor: operations(),
        }
    }

    /// The magnitudes that add up to the partials of a step, through its inner operation and to its
    /// outer one directly; what rounding the inner value does to the outer one; and whether the partials
    /// of both are moderate.
    fn magnitudes(&self, step: &Step, point: [f64; 3]) -> ([f64; 3], f64, bool) {
        let (value, inner, outer) = self.partials(step, point);
        let magnitudes = [
            outer[0] * inner[0],
            outer[0] * inner[1] + outer[1],
            outer[0] * inner[2] + outer[2],
        ];
        let moderate = inner
            .iter()
            .chain(&outer)
            .all(|partial| is_moderate(*partial));
        (magnitudes, outer[0] * f64::EPSILON * value.abs(), moderate)
    }

    /// The value of a step's inner operation, and the magnitudes of the partials of the inner and of the outer one.
    fn partials(&self, step: &Step, point: [f64; 3]) -> (f64, [f64; 3], [f64; 3]) {
        let partials = |operation: usize, point| {
            let [x, y, z] = MultiDual::variables(point);
            let result = self.dual[operation](x, y, z);
            (result.primal, result.tangents().map(f64::abs))
        };
        let (value, inner) = partials(step.inner, point);
        let (_, outer) = partials(step.outer, [value, point[1], point[2]]);
        (value, inner, outer)
    }

    /// The gradient by the pullbacks of the functions of the set, the last first, as if each step were a `let` of one
    /// function; and whether nothing on the way can overflow or underflow.
    fn pull_back(&self, program: &Program) -> ([f64; 3], bool) {
        let values = program.values(&self.plain, program.point);
        let mut cotangents = vec![Cotangent::NONE; values.len()];
        cotangents[values.len() - 1] = Cotangent::of(1.0);
        let mut tame = values.iter().all(|value| is_tame(*value));
        for (place, step) in program.steps.iter().enumerate().rev() {
            let Some(cotangent) = cotangents[place + 3].get() else {
                continue;
            };
            let point = step.operands.map(|operand| values[operand]);
            let (inner, of_inner, of_outer) = self.partials(step, point);
            let numbers = of_inner.iter().chain(&of_outer).chain([&inner, &cotangent]);
            tame &= numbers.into_iter().all(|number| is_tame(*number));
            let (_, pulled) = self.function(step)(&point, step.inner % RESULTS, cotangent);
            for (operand, pulled) in step.operands.into_iter().zip(pulled) {
                if let Some(pulled) = pulled.get() {
                    cotangents[operand].add(pulled);
                }
            }
        }
        let gradient = core::array::from_fn(|i| cotangents[i].or_zero());
        (gradient, tame)
    }

    /// The function that has the pair of operations.
    fn function(&self, step: &Step) -> Pairs {
        let per_outer = INNER.div_ceil(RESULTS);
        self.functions[step.outer * per_outer + step.inner / RESULTS]
    }

    /// The program by the functions of the set; `None` where a value or a partial is not
    /// finite, or is far from 1.
    fn trace(&self, program: &Program) -> (f64, Option<Traced>) {
        let mut traced: Vec<Traced> = (0..3)
            .map(|i| {
                let mut gradient = [0.0; 3];
                gradient[i] = 1.0;
                let value = program.point[i];
                Traced {
                    value,
                    noise: 0.0,
                    gradient,
                    magnitude: gradient,
                }
            })
            .collect();
        let mut finite = true;
        for step in &program.steps {
            let operands = step.operands.map(|operand| traced[operand]);
            let point = operands.map(|operand| operand.value);
            let (value, partials) = self.function(step)(&point, step.inner % RESULTS, 1.0);
            let partials = partials.map(Cotangent::or_zero);
            finite &= value.is_finite();
            finite &= partials.iter().all(|partial| is_moderate(*partial));
            let (magnitudes, noise, moderate) = self.magnitudes(step, point);
            finite &= moderate;
            let mut next = Traced {
                value,
                noise: noise + f64::EPSILON * value.abs(),
                gradient: [0.0; 3],
                magnitude: [0.0; 3],
            };
            for (slot, operand) in operands.iter().enumerate() {
                next.noise += magnitudes[slot] * operand.noise;
                for i in 0..3 {
                    next.gradient[i] += partials[slot] * operand.gradient[i];
                    next.magnitude[i] += magnitudes[slot] * operand.magnitude[i];
                }
            }
            traced.push(next);
        }
        let last = traced[traced.len() - 1];
        finite &= last.magnitude.iter().all(|magnitude| *magnitude < 1e100);
        (last.value, finite.then_some(last))
    }
}

/// Whether a few such partials can be multiplied in any order without overflow or underflow.
fn is_moderate(partial: f64) -> bool {
    partial == 0.0 || (1e-50..1e50).contains(&partial.abs())
}

/// Whether a number is 0, infinite or NaN, or so moderate that its square is, too.
fn is_tame(number: f64) -> bool {
    number == 0.0 || !number.is_finite() || (1e-100..1e100).contains(&number.abs())
}

/// What the differences could tell.
#[derive(Default)]
struct Told {
    /// Slopes that are infinite or NaN, on a tape as by functions.
    not_finite: AtomicUsize,
    differentiable: AtomicUsize,
    by_differences: AtomicUsize,
}

/// Holds the ways to evaluate a program to one another, and to differences if these are to be trusted.
fn check(
    set: &Set,
    told: &Told,
    program: &Program,
    differences: bool,
) -> Result<(), TestCaseError> {
    let same = |a: f64, b: f64| a == b || (a.is_nan() && b.is_nan());
    let value = program.run(&set.plain, program.point);
    let (traced_value, traced) = set.trace(program);
    prop_assert!(
        same(value, traced_value),
        "{value} is {traced_value} by functions"
    );

    let dual = program.run(&set.dual, MultiDual::variables(program.point));
    prop_assert!(
        same(value, dual.primal),
        "{value} is {} by duals",
        dual.primal
    );

    let direction = [0.6, -0.8, 0.35];
    let moving = core::array::from_fn(|i| Taylor::<f64, 2>::line(program.point[i], direction[i]));
    let series = program.run(&set.taylor, moving);
    prop_assert!(
        same(value, series.primal),
        "{value} is {} by series",
        series.primal
    );

    let tape = Tape::new();
    let leaves = program.point.map(|x| tape.value(x));
    let result = program.run(&operations(), leaves);
    result.backward();
    prop_assert!(
        same(value, result.data()),
        "{value} is {} on a tape",
        result.data()
    );

    // Recorded elsewhere and replayed here: the same to the last bit, or noticed.
    let elsewhere = program.point.map(|x| 0.5 * x + 0.75);
    let mut recording = Recording::new(&elsewhere, |x| program.run_on_tape([x[0], x[1], x[2]]));
    let mut gradient = [0.0; 3];
    if let Ok(replayed) = recording.value_and_gradient(&program.point, &mut gradient) {
        prop_assert!(
            same(replayed, result.data()),
            "{} is {replayed} replayed",
            result.data()
        );
        for (replayed, leaf) in gradient.into_iter().zip(leaves) {
            let slope = leaf.grad();
            prop_assert!(
                replayed == slope || replayed.is_nan() && slope.is_nan(),
                "a slope is {slope:e} on a tape and {replayed:e} replayed"
            );
        }
    }

    // 0 · ∞ is NaN on both, and what takes no part contributes to neither.
    let (pulled, tame) = set.pull_back(program);
    for (i, (slope, leaf)) in pulled.into_iter().zip(leaves).enumerate() {
        let on_tape = leaf.grad();
        if tame && !(slope.is_finite() && on_tape.is_finite()) {
            told.not_finite.fetch_add(1, Ordering::Relaxed);
            prop_assert!(
                same(slope, on_tape),
                "the slope in input {i} is {slope:e} by pullbacks and {on_tape:e} on a tape"
            );
        }
    }

    let Some(traced) = traced else {
        return Ok(());
    };
    told.differentiable.fetch_add(1, Ordering::Relaxed);
    let dot = |a: [f64; 3], b: [f64; 3]| (0..3).map(|i| a[i] * b[i]).sum::<f64>();
    let along = dot(direction, traced.gradient);
    let rounding = 1e-12 * dot(direction.map(f64::abs), traced.magnitude) + 1e-290;
    let slope = series.derivative(1);
    prop_assert!(
        (slope - along).abs() <= rounding,
        "the slope along a direction is {along:e} by functions and {slope:e} by series"
    );
    for i in 0..3 {
        let expected = traced.gradient[i];
        let rounding = 1e-12 * traced.magnitude[i] + 1e-290;
        for (mode, slope) in [("duals", dual.tangents()[i]), ("a tape", leaves[i].grad())] {
            prop_assert!(
                (slope - expected).abs() <= rounding,
                "the slope in input {i} is {expected:e} by functions and {slope:e} by {mode}"
            );
        }

        if !differences {
            continue;
        }
        // At a kink or a step the differences see both sides.
        let along = |x: f64| {
            let mut point = program.point;
            point[i] = x;
            program.run(&set.plain, point)
        };
        let step = 1e-3 * program.point[i].abs().max(0.1);
        let [wide, narrow] = [step, step / 30.0].map(|h| difference(along, program.point[i], h));
        let size = expected.abs().max(1.0);
        let error = wide.error
            + narrow.error
            + (wide.derivative - narrow.derivative).abs()
            + traced.noise / narrow.step;
        if error > 1e-6 * wide.derivative.abs().max(1.0) || error.is_nan() {
            continue;
        }
        let variation = variation(set, program, i, expected, narrow.step);
        if variation <= 1e-2 * expected.abs().max(1e-3) {
            told.by_differences.fetch_add(1, Ordering::Relaxed);
            prop_assert!(
                (wide.derivative - expected).abs()
                    <= 1e-5 * size + 100.0 * error + 10.0 * variation,
                "the slope in input {i} is {expected:e}, by differences {wide:?}, {narrow:?}"
            );
        }
    }
    Ok(())
}

/// How much the slope in input `i` is another a little to the left or to the right: infinitely if
/// there is none.
fn variation(set: &Set, program: &Program, i: usize, slope: f64, step: f64) -> f64 {
    let beside = [-step, step].map(|h| {
        let mut beside = program.clone();
        beside.point[i] += h;
        let (_, traced) = set.trace(&beside);
        traced.map_or(f64::INFINITY, |beside| (beside.gradient[i] - slope).abs())
    });
    beside[0].max(beside[1])
}

/// Ordinary numbers, and now and then an awkward one.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        12 => -3.0..3.0_f64,
        2 => 0.0..1.0_f64,
        1 => -30.0..30.0_f64,
        1 => prop::sample::select(vec![
            0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 800.0, -800.0, 1e-20, 1e20, f64::INFINITY,
            f64::NEG_INFINITY, f64::NAN,
        ]),
    ]
}

fn program() -> impl Strategy<Value = Program> {
    let step = (0..INNER, 0..OUTER, prop::array::uniform3(0..usize::MAX));
    let steps = prop::collection::vec(step, 1..6);
    (prop::array::uniform3(number()), steps).prop_map(|(point, steps)| Program {
        point,
        steps: steps
            .into_iter()
            .enumerate()
            .map(|(i, (inner, outer, operands))| Step {
                inner,
                outer,
                operands: operands.map(|operand| operand % (i + 3)),
            })
            .collect(),
    })
}

#[test]
fn random_programs() {
    let cases = std::env::var("MONOGRAD_RANDOM_CASES").map_or(100_000, |cases| {
        cases.parse().expect("MONOGRAD_RANDOM_CASES is a number")
    });
    let (set, told) = (Set::new(), Told::default());
    let config = Config {
        cases,
        ..Config::with_source_file(file!())
    };
    let result = TestRunner::new(config).run(&program(), |program| {
        // Differences see what rules do not: kinks and steps that meet where inputs are equal or
        // integers, and steps that are shorter than theirs.
        let ordinary = program
            .point
            .iter()
            .all(|x| (1e-3..1e3).contains(&x.abs()) && (2.0 * x).fract() != 0.0)
            && !program.steps.iter().any(Step::has_steps);
        check(&set, &told, &program, ordinary)
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
    let [not_finite, differentiable, by_differences] =
        [told.not_finite, told.differentiable, told.by_differences].map(AtomicUsize::into_inner);
    println!(
        "{cases} programs, {differentiable} differentiable, {by_differences} slopes by differences, \
         {not_finite} not finite"
    );
    assert!(not_finite > cases as usize / 20);
    assert!(differentiable > cases as usize / 3);
    assert!(by_differences > differentiable);
}

/// Every pair at one ordinary point, so that none is left to chance.
#[test]
fn every_pair() {
    let (set, told) = (Set::new(), Told::default());
    for outer in 0..OUTER {
        for inner in 0..INNER {
            let steps = vec![Step {
                inner,
                outer,
                operands: [0, 1, 2],
            }];
            for point in [[0.37, 1.29, 2.41], [-1.37, 0.73, -0.61]] {
                let program = Program {
                    point,
                    steps: steps.clone(),
                };
                if let Err(failure) = check(&set, &told, &program, true) {
                    panic!("{program:?} {failure}");
                }
            }
        }
    }
    assert!(told.by_differences.into_inner() > 2 * OUTER * INNER);
}
