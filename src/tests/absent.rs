//! What takes no part contributes nothing: every operation at its awkward points, behind each node of reals that can
//! leave it out, in every mode.

use super::pairs::{every_operation, operate, operations};
use crate::expr::{AnyFunction, Closed, Cotangent, Definition};
use crate::forward::MultiDual;
use crate::prelude::*;
use crate::rules::{binary_table, operator_table, ternary_table, unary_table};
use crate::scalar::Lanes;
use crate::tape::Recording;
use core::ops::{Add, Div, Mul, Sub};

const INF: f64 = f64::INFINITY;
const NUMBERS: [f64; 13] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    2.0,
    -3.0,
    800.0,
    -1e200,
    INF,
    -INF,
    f64::NAN,
];
/// The last input, which is not the operation's.
const K: f64 = 1.5;
const RESULTS: usize = 11;

func! {
    fn ignores(_x, k) { 3 * k }
}

/// What is left of each result where the operation takes no part: the slope in k; `None` if it takes part.
fn left(r: f64) -> [Option<f64>; RESULTS] {
    let (below, above) = (r < K, K < r);
    let finite = !r.is_nan();
    [
        Some(3.0),
        Some(3.0),
        Some(3.0),
        Some(3.0),
        above.then_some(1.0),
        below.then_some(1.0),
        below.then_some(0.0),
        above.then_some(0.0),
        (below || 1e300 < r).then_some(if below { 1.0 } else { 0.0 }),
        finite.then_some(0.0),
        Some(1.0),
    ]
}

/// The contexts of an operation.
struct Contexts<F> {
    name: &'static str,
    results: F,
    on: for<'t> fn([Value<'t, f64>; 4]) -> [Value<'t, f64>; RESULTS],
    operation: fn(f64, f64, f64) -> f64,
}

impl<
    F: AnyFunction<
            4,
            Definition: Definition<4, Codomain = [R; RESULTS]>
                            + Closed<Inputs = [R; 4], Data = (), Codomain = [R; RESULTS]>,
        >,
> Contexts<F>
{
    fn check(self) -> usize {
        let mut cases = 0;
        for x in NUMBERS {
            for [y, z] in [[0.0, 1.0], [1.0, -1.0], [-2.0, 0.0], [0.5, INF]] {
                cases += self.check_at([x, y, z, K]);
            }
        }
        cases
    }

    fn check_at(&self, point: [f64; 4]) -> usize {
        let [x, y, z, _] = point;
        let left = left((self.operation)(x, y, z));
        let name = self.name;
        let results = self.results;
        let mut cases = 0;
        let mut check = |mode: &str, result: usize, gradient: [f64; 4]| {
            if let Some(slope) = left[result] {
                cases += 1;
                let what = || std::format!("{name}, result {result}, {mode}, at {point:?}");
                assert_eq!(gradient, [0.0, 0.0, 0.0, slope], "{}", what());
            }
        };
        // Other points in the other lanes, of which some take the other side of everything.
        let lanes = <f64 as Lanes>::LANES;
        let pack = |i: usize| {
            f64::pack(|lane| match (lane % 4, i) {
                (0, _) => point[i],
                (1, 3) => -K,
                (2, 3) => INF,
                (other, _) => [0.75, 0.25, -0.5, -K][(i + other) % 4],
            })
        };
        let packs = core::array::from_fn(pack);
        let [dual_x, dual_y, dual_z, dual_k] = MultiDual::<f64, 4>::variables(point);
        let duals = results.value(&[dual_x, dual_y, dual_z, dual_k]);
        let tape = Tape::new();
        let leaves = point.map(|x| tape.value(x));
        let by_operation = results.value(&leaves);
        let by_node = (self.on)(leaves);
        for result in 0..RESULTS {
            let reverse = pull(results, &point, result);
            check("reverse", result, reverse.map(Cotangent::or_zero));
            let in_lanes = pull(results, &packs, result).map(Cotangent::or_zero);
            // Where a lane that takes the other side makes it NaN, a sum over rows takes the rows one by one.
            let is_finite = |lane| {
                in_lanes
                    .iter()
                    .all(|&pack| f64::lane(pack, lane).is_finite())
            };
            if (0..lanes).all(is_finite) {
                for lane in (0..lanes).step_by(4) {
                    let gradient = in_lanes.map(|pack| f64::lane(pack, lane));
                    check("lanes", result, gradient);
                }
            }
            check("forward", result, duals[result].tangents());
            for (mode, value) in [("tape", by_operation[result]), ("on", by_node[result])] {
                tape.zero_grad();
                value.backward();
                check(mode, result, leaves.map(Value::grad));
            }
            let mut elsewhere = point;
            elsewhere[0] = 0.3;
            let mut recording = Recording::new(&elsewhere, |x| {
                let x: [Value<f64>; 4] = core::array::from_fn(|i| x[i]);
                results.value(&x)[result]
            });
            let mut gradient = [0.0; 4];
            if recording.value_and_gradient(&point, &mut gradient).is_ok() {
                check("replay", result, gradient);
            }
        }
        cases
    }
}

/// What reaches the inputs from one result.
fn pull<
    F: AnyFunction<
            4,
            Definition: Definition<4, Codomain = [R; RESULTS]>
                            + Closed<Inputs = [R; 4], Data = (), Codomain = [R; RESULTS]>,
        >,
    S: Scalar,
>(
    function: F,
    point: &[S; 4],
    result: usize,
) -> [Cotangent<S>; 4] {
    let seeds = core::array::from_fn(|i| Cotangent::if_reached(i == result, S::one()));
    let (_, pullback) = Definition::vjp(function.definition(), point);
    pullback(seeds)
}

macro_rules! define_contexts {
    ($inner:tt [$($operation:tt)*]) => {
        #[test]
        #[allow(unused_variables, reason = "few operations take all three inputs")]
        fn what_takes_no_part_contributes_nothing() {
            let mut operations = operations::<f64>().into_iter();
            let mut cases = 0;
            $(cases += {
                func! {
                    fn contexts(x, y, z, k) {
                        let r = operate!($operation x, y, z);
                        [
                            select(k.less_than(0), operate!($operation x, y, z), 3 * k),
                            select(k.less_than(0), r * k, 3 * k),
                            ignores(operate!($operation x, y, z), k),
                            ignores(r, k),
                            r.min(k),
                            r.max(k),
                            (r - 1.5).relu(),
                            (1.5 - r).relu(),
                            r.clamp(k, 1e300),
                            r.floor(),
                            k + r.stop_gradient()
                        ]
                    }
                }
                let contexts = Contexts {
                    name: stringify!($operation),
                    results: contexts,
                    on: |x| contexts.on(x),
                    operation: operations.next().expect("as many operations"),
                };
                contexts.check()
            };)*
            println!("{cases} gradients");
            assert!(cases > 100_000);
        }
    };
}

every_operation!(define_contexts);
