//! Zero, infinity and NaN on the tape: as in the reverse mode of static functions.
#![cfg(feature = "std")]

use monograd::prelude::*;
use monograd::scalar::{BinaryRule, Field, Real, Rule, UnaryRule};
use monograd::tape::Recording;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn same(a: f64, b: f64) -> bool {
    a == b || a.is_nan() && b.is_nan()
}

/// Holds the gradient on a tape, op by op, to that of the static function and to what it is.
macro_rules! check {
    ($($function:expr, at $point:expr => $gradient:expr;)*) => {
        $({
            let (function, point, expected) = ($function, $point, $gradient);
            let by_function = function.gradient(&point);
            let tape = Tape::new();
            let leaves = point.map(|x| tape.value(x));
            function.value(&leaves).backward();
            let on_tape = leaves.map(Value::grad);
            // Replayed from elsewhere it is the same, if it is not refused.
            let elsewhere = point.map(|x| 0.25 * x + 0.6);
            let mut recording = Recording::new(&elsewhere, |x| {
                function.value(&core::array::from_fn(|i| x[i]))
            });
            let mut replayed = point;
            let replay = recording.value_and_gradient(&point, &mut replayed);
            for i in 0..point.len() {
                let name = stringify!($function);
                let slopes = [on_tape[i], by_function[i], expected[i]];
                assert!(same(on_tape[i], expected[i]), "{name}, input {i}: {slopes:?}");
                assert!(same(by_function[i], expected[i]), "{name}, input {i}: {slopes:?}");
                assert!(replay.is_err() || same(replayed[i], expected[i]), "{name}: {replayed:?}");
            }
        })*
    };
}

#[test]
fn a_number_that_happens_to_be_zero_times_infinity_is_nan() {
    check! {
        func!(|x| x.sqrt().square()), at [0.0] => [NAN];
        func!(|x| x.ln().exp()), at [0.0] => [NAN];
        func!(|x| x.square().sqrt()), at [0.0] => [NAN];
        func!(|x, y| (x * y).sqrt()), at [0.0, 0.0] => [NAN, NAN];
        func!(|x, y| (x * y).cbrt()), at [0.0, 2.0] => [INF, NAN];
        func!(|x, y| (x * x + y * y).sqrt()), at [0.0, 0.0] => [NAN, NAN];
        func!(|x, y| x.sqrt() * y), at [0.0, 0.0] => [NAN, 0.0];
        func!(|x| x.sqrt() * 0), at [0.0] => [NAN];
        func!(|x| x.recip().tanh()), at [0.0] => [NAN];
        func!(|x, y| x.mul_add(y, 1).ln()), at [1.0, -1.0] => [-INF, INF];
        func!(|x, y| x.mul_add(y, 0).sqrt()), at [0.0, 4.0] => [INF, NAN];
        func!(|x| (x * -0.0).sqrt()), at [1.0] => [NAN];
        // Along y nothing is 0 · ∞.
        func!(|x, y| x.ln().exp() + y), at [0.0, 3.0] => [NAN, 1.0];
        // The sum of two contributions is a number like another, though it be 0.
        func!(|x, y| { let r = x.sqrt(); r.max(y) - r.min(9) }), at [0.0, -1.0] => [NAN, 0.0];
    }
}

#[test]
fn a_partial_that_is_zero_by_structure_contributes_nothing() {
    check! {
        func!(|x| x.relu().sqrt()), at [-1.0] => [0.0];
        func!(|x| x.relu().sqrt()), at [-0.0] => [0.0];
        func!(|x| x.abs().sqrt()), at [0.0] => [0.0];
        func!(|x, y| x.max(y).sqrt()), at [-1.0, 0.0] => [0.0, INF];
        func!(|x, y| x.min(y).sqrt()), at [0.0, 1.0] => [INF, 0.0];
        func!(|x| x.clamp(0, 1).sqrt()), at [-1.0] => [0.0];
        func!(|x, y, z| x.clamp(y, z).sqrt()), at [-1.0, 0.0, 1.0] => [0.0, INF, 0.0];
        func!(|x| x.floor().sqrt()), at [0.5] => [0.0];
        func!(|x| x.signum().ln_1p()), at [-2.0] => [0.0];
        func!(|x, y| x.hypot(y).sqrt()), at [0.0, 0.0] => [0.0, 0.0];
        func!(|x, y| x.copysign(y).cbrt()), at [0.0, 1.0] => [0.0, 0.0];
        func!(|x| x.sqrt().stop_gradient() + x), at [0.0] => [1.0];
        func!(|x| x.stop_gradient().sqrt() + x), at [0.0] => [1.0];
        func!(|x| x.ln().stop_gradient().sqrt().stop_gradient() * x), at [1.0] => [0.0];
        func!(|x| select(x.at_most(0), 0, x * x.ln())), at [0.0] => [0.0];
        func!(|x| select(x.at_most(0), 0, x * x.ln()).sqrt() + x), at [0.0] => [1.0];
    }
}

/// Neither where what comes before is infinite: the function is constant there.
#[test]
fn an_operand_that_takes_no_part_is_not_gone_back_through() {
    check! {
        func!(|x| (x.sqrt() - 1).relu()), at [0.0] => [0.0];
        func!(|x| x.sqrt().max(1)), at [0.0] => [0.0];
        func!(|x, y| x.sqrt().max(y)), at [0.0, 1.0] => [0.0, 1.0];
        func!(|x, y| y.min(x.recip())), at [0.0, 1.0] => [0.0, 1.0];
        func!(|x| x.ln().clamp(-1, 1)), at [0.0] => [0.0];
        func!(|x, y| x.clamp(y.ln(), 1)), at [0.5, 0.0] => [1.0, 0.0];
        func!(|x| (0.5 + x.sqrt()).floor()), at [0.0] => [0.0];
        func!(|x| (x.cbrt() - 2).signum() * x), at [0.0] => [-1.0];
        func!(|x, y| y.copysign(x.sqrt() - 1)), at [0.0, 1.0] => [0.0, -1.0];
        func!(|x, y| { let r = x.sqrt(); r.max(y) + r.relu() }), at [0.0, 1.0] => [0.0, 1.0];
        func!(|x, y| { let r = x.sqrt(); r.max(y) + r }), at [0.0, 1.0] => [INF, 1.0];
        func!(|x, y| larger(x.sqrt(), y)), at [0.0, 1.0] => [0.0, 1.0];
        // What is NaN takes part.
        func!(|x| (x.sqrt() - 1).relu()), at [-1.0] => [NAN];
        func!(|x| x.sqrt().floor()), at [-1.0] => [NAN];
    }
}

#[test]
fn what_no_result_depends_on_contributes_nothing() {
    let tape = Tape::new();
    let (x, y) = (tape.value(0.0_f64), tape.value(2.0));
    let unused = [x.ln(), x.sqrt(), x.recip() * y, y.max(x).ln().exp()];
    let result = x * 3.0 + y;
    let _behind = [x.ln() + result, result.recip()];
    result.backward();
    assert_eq!((x.grad(), y.grad()), (3.0, 1.0));
    assert_eq!(unused.map(Value::grad), [0.0; 4]);

    // A seed of 0 is a cotangent that happens to be 0.
    tape.zero_grad();
    x.sqrt().backward_with(0.0);
    assert!(x.grad().is_nan());
    tape.zero_grad();
    tape.backward([(result, 1.0), (y, 5.0)]);
    assert_eq!((x.grad(), y.grad()), (3.0, 6.0));
    // Neither is the infinite gradient of a leaf in the way of the next sweep.
    x.set_grad(INF);
    (x + y).backward();
    assert_eq!((x.grad(), y.grad()), (INF, 7.0));
}

/// The least nonnegative x, as an operation of one's own that chooses.
#[derive(Clone, Copy)]
struct Ramp;

impl UnaryRule for Ramp {
    fn primal<F: Real>(self, x: F) -> F {
        F::select(x.less_than(F::zero()), F::zero(), x)
    }
    fn partial<S: Scalar>(self, x: S, y: S) -> S {
        self.chain(S::one(), x, y)
    }
    fn chain<S: Scalar>(self, c: S, x: S, _y: S) -> S {
        S::select(S::zero().less_than(x), c, S::zero())
    }
}

/// The product, by partials alone.
#[derive(Clone, Copy)]
struct Times;

impl BinaryRule for Times {
    fn primal<F: Real>(self, x: F, y: F) -> F {
        x * y
    }
    fn partials<S: Scalar>(self, x: S, y: S, _z: S) -> (S, S) {
        (y, x)
    }
}

/// The second of three; the others are not read.
#[derive(Clone, Copy)]
struct Second;

impl Rule<3> for Second {
    fn primal<F: Real>(self, [_, y, _]: [F; 3]) -> F {
        y
    }
    fn partials<S: Scalar>(self, x: [S; 3], y: S) -> [S; 3] {
        self.chain(S::one(), x, y)
    }
    fn chain<S: Scalar>(self, c: S, _x: [S; 3], _y: S) -> [S; 3] {
        [S::zero(), c, S::zero()]
    }
}

#[test]
fn rules_of_ones_own_say_by_their_chain_what_contributes_nothing() {
    use monograd::expr::apply;
    check! {
        func!(|x| x.apply(Ramp).sqrt()), at [-1.0] => [0.0];
        func!(|x, y| x.apply_with(y, Times).sqrt()), at [0.0, 1.0] => [INF, NAN];
        func!(|x| (x.sqrt() - 1).apply(Ramp)), at [0.0] => [0.0];
        func!(|x, y, z| apply(Second, (x.sqrt(), y, z.ln()))), at [0.0, 1.0, 0.0] => [0.0, 1.0, 0.0];
        func!(|x, y, z| apply(Second, (x, y, z)).sqrt()), at [1.0, 0.0, -INF] => [0.0, INF, 0.0];
    }
}

func! {
    fn unread(x, _y) { x * x }
    fn larger(x, y) { x.max(y) }
    fn product(x, y) { x * y }
    fn entropy(x) { select(x.equals(0), 0, x * x.ln()) }
    fn both(x, y) { [x * y, y] }
    fn weighted(w: [R; 2]; x: [R; 2]) { w.dot(x) }
}

/// A function on the tape is one operation, whose partials are numbers like those of a rule.
#[test]
fn a_function_that_is_one_node_contributes_by_the_same_rule() {
    fn slopes<const N: usize>(
        point: [f64; N],
        result: impl for<'t> Fn([Value<'t, f64>; N]) -> Value<'t, f64>,
    ) -> [f64; N] {
        let tape = Tape::new();
        let leaves = point.map(|x| tape.value(x));
        result(leaves).backward();
        let slopes = leaves.map(Value::grad);

        let elsewhere = point.map(|x| 0.25 * x + 0.6);
        let mut recording = Recording::new(&elsewhere, |x| result(core::array::from_fn(|i| x[i])));
        let mut replayed = [0.0; N];
        let replay = recording.value_and_gradient(&point, &mut replayed);
        replay.expect("nothing is decided");
        for (replayed, slope) in replayed.into_iter().zip(slopes) {
            assert!(same(replayed, slope), "{replayed} {slope}");
        }
        slopes
    }
    let check = |slopes: [f64; 2], expected: [f64; 2]| {
        let agree = slopes.into_iter().zip(expected).all(|(a, b)| same(a, b));
        assert!(agree, "{slopes:?} {expected:?}");
    };
    check(slopes([0.0, 7.0], |x| unread.on(x).sqrt()), [NAN, 0.0]);
    check(slopes([-1.0, 0.0], |x| larger.on(x).sqrt()), [0.0, INF]);
    check(slopes([0.0, 2.0], |x| product.on(x).sqrt()), [INF, NAN]);
    check(slopes([0.0, -0.0], |x| product.on(x).sqrt()), [NAN, NAN]);
    check(slopes([0.0, 0.0], |x| both.on(x)[1].sqrt()), [0.0, INF]);
    check(
        slopes([0.0, 0.0], |x| entropy.on([x[0]]).sqrt() + x[1]),
        [0.0, 1.0],
    );
    // A number beside it, and data.
    check(
        slopes([-1.0, 2.0], |x| larger.on([x[0], 0.0.into()]).sqrt() * x[1]),
        [0.0, 0.0],
    );
    let data = [0.0, 1.0];
    let tape = Tape::new();
    let w = [3.0, 0.0].map(|w| tape.value(w));
    weighted.with(&data).on(w).sqrt().backward();
    check(w.map(Value::grad), [NAN, INF]);
    // An operand that takes no part, in one node and before it.
    check(
        slopes([0.0, 1.0], |x| larger.on([x[0].sqrt(), x[1]])),
        [0.0, 1.0],
    );
    check(
        slopes([0.0, 1.0], |x| entropy.on([x[0]]).ln().max(x[1])),
        [0.0, 1.0],
    );
    // One that no result depends on.
    check(
        slopes([0.0, 2.0], |x| {
            let _infinite = product.on([x[0].recip(), x[1]]);
            x[0] + x[1]
        }),
        [1.0, 1.0],
    );
}

#[cfg(feature = "nn")]
#[test]
fn losses_contribute_by_the_same_rule() {
    use monograd::nn::{cross_entropy, hinge, mean_squared_error};
    let tape = Tape::new();
    let y = [1.0, -2.0].map(|y| tape.value(y));
    let grads = |loss: Value<f64>| {
        tape.zero_grad();
        loss.backward();
        y.map(Value::grad)
    };
    // A score beyond the margin takes no part.
    assert_eq!(grads(hinge(&y, &[1.0, -1.0]).sqrt()), [0.0, 0.0]);
    // An error that happens to be 0.
    let [a, b] = grads(mean_squared_error(&y, &[1.0, -2.0]).sqrt());
    assert!(a.is_nan() && b.is_nan());
    let [a, b] = grads(mean_squared_error(&y, &[1.0, -1.0]).sqrt());
    assert!(a == 0.0 && b.is_finite());
    // One class is certain.
    let certain = tape.value(0.0);
    (cross_entropy(&[certain], 0) * INF).backward();
    assert!(certain.grad().is_nan());
}

/// Over dual numbers a zero with a tangent is no zero.
#[test]
fn the_same_over_dual_numbers() {
    let tape = Tape::<Dual<f64>>::new();
    let leaf = |x| tape.value(Dual::new(x, 1.0));
    let slope = |x: Value<Dual<f64>>, y: Value<Dual<f64>>| {
        y.backward();
        x.grad().primal
    };
    let x = leaf(0.0);
    assert!(slope(x, x.sqrt().square()).is_nan());
    let x = leaf(-1.0);
    assert_eq!(slope(x, x.relu().sqrt()), 0.0);
    let x = leaf(0.0);
    let _unused = x.ln();
    assert_eq!(
        slope(x, x * <Value<Dual<f64>> as Field>::constant(2.0)),
        2.0
    );
}

/// Two layers, among whose numbers are 0, ∞ and NaN, have the gradients of the same network op by op.
#[cfg(feature = "nn")]
#[test]
fn layers_contribute_by_the_same_rule() {
    use monograd::nn::{Activation, Mlp, Module};
    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};

    type Activate = for<'t> fn(Value<'t, f64>) -> Value<'t, f64>;
    const ACTIVATIONS: [(Activation, Activate); 5] = [
        (Activation::Relu, |z| z.relu()),
        (Activation::Tanh, |z| z.tanh()),
        (Activation::Linear, |z| z),
        (Activation::Sigmoid, |z| z.sigmoid()),
        (Activation::Softplus, |z| z.softplus()),
    ];
    type Loss = for<'t> fn(Value<'t, f64>, Value<'t, f64>) -> Value<'t, f64>;
    const LOSSES: [Loss; 5] = [
        |y, _| y,
        |y, _| y.sqrt(),
        |y, _| y.recip() * 0.0,
        |y, other| y.max(other).ln(),
        |y, _| y.stop_gradient(),
    ];
    let number = || {
        prop_oneof![
            3 => prop::sample::select(vec![0.0, -0.0, 1.0, -1.0, 0.5, 800.0]),
            1 => prop::sample::select(vec![INF, -INF, NAN]),
            3 => -2.0..2.0_f64,
        ]
    };
    let network = (
        prop::array::uniform2(number()),
        prop::array::uniform12(number()),
        prop::array::uniform2(0..ACTIVATIONS.len()),
        0..LOSSES.len(),
    );
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(5000)
    };
    fn layer<'t>(
        w: &[Value<'t, f64>],
        x: &[Value<'t, f64>],
        activate: Activate,
    ) -> Vec<Value<'t, f64>> {
        let neuron = |w: &[Value<'t, f64>]| activate(w[2] + w[0] * x[0] + w[1] * x[1]);
        w.chunks_exact(3).map(neuron).collect()
    }
    let run = TestRunner::new(config).run(&network, |(x, numbers, activations, loss)| {
        let (activations, loss) = (activations.map(|a| ACTIVATIONS[a]), LOSSES[loss]);
        let tape = Tape::new();
        let model = Mlp::build(2)
            .layer(2, activations[0].0)
            .layer(2, activations[1].0)
            .on(&tape, 1);
        let leaves: Vec<_> = model.parameters().chain(x.map(|x| tape.value(x))).collect();
        for (leaf, number) in leaves.iter().zip(numbers) {
            leaf.set_data(number);
        }
        let out = model.forward(&leaves[12..]);
        loss(out[0], out[1]).backward();
        let by_layers: Vec<f64> = leaves.iter().map(|leaf| leaf.grad()).collect();

        tape.zero_grad();
        let h = layer(&leaves[..6], &leaves[12..], activations[0].1);
        let y = layer(&leaves[6..12], &h, activations[1].1);
        loss(y[0], y[1]).backward();
        for (at, (leaf, by_layers)) in leaves.iter().zip(by_layers).enumerate() {
            let grad = leaf.grad();
            let near = (by_layers - grad).abs() <= 1e-9 * grad.abs().max(1e-3);
            prop_assert!(
                same(by_layers, grad) || near,
                "{at}: {by_layers} for {grad}"
            );
        }
        Ok(())
    });
    if let Err(failure) = run {
        panic!("{failure}");
    }
}
