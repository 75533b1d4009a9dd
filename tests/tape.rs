//! The tape: accumulation, scopes, depth, and mistakes that are answered.
#![cfg(feature = "std")]

use monograd::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn message<T>(mistake: impl FnOnce() -> T) -> String {
    let outcome = catch_unwind(AssertUnwindSafe(mistake)).map(|_| ());
    let panic = outcome.expect_err("a panic");
    match panic.downcast::<String>() {
        Ok(message) => *message,
        Err(panic) => (*panic.downcast::<&str>().expect("a message")).to_owned(),
    }
}

#[test]
fn micrograds_own_tests() {
    // test_sanity_check
    let tape = Tape::new();
    let x = tape.value(-4.0);
    let z = 2 * x + 2 + x;
    let q = z.relu() + z * x;
    let h = (z * z).relu();
    let y = h + q + q * x;
    y.backward();
    assert_eq!((y.data(), x.grad()), (-20.0, 46.0));
}

#[test]
fn diamonds_and_repeated_operands() {
    let tape = Tape::new();
    let a = tape.value(3.0);
    let square = a * a;
    (square + square * a).backward();
    assert_eq!(a.grad(), 2.0 * 3.0 + 3.0 * 9.0);
    a.zero_grad();
    (a / a).backward();
    assert_eq!(a.grad(), 0.0);
}

#[test]
fn leaves_accumulate_over_results() {
    let tape = Tape::new();
    let (a, b) = (tape.value(2.0), tape.value(5.0));
    let product = a * b;
    product.backward();
    assert_eq!((a.grad(), b.grad(), product.grad()), (5.0, 2.0, 1.0));
    (product * 3.0).backward();
    assert_eq!((a.grad(), b.grad()), (20.0, 8.0));
    // A value between has the gradient of the last call.
    assert_eq!(product.grad(), 3.0);
    tape.zero_grad();
    assert_eq!((a.grad(), b.grad(), product.grad()), (0.0, 0.0, 0.0));
    a.backward();
    assert_eq!(a.grad(), 1.0);
}

#[test]
fn what_the_result_does_not_use_contributes_nothing() {
    let tape = Tape::new();
    let x = tape.value(0.0);
    let _infinite = x.recip();
    let _nan = x.ln() * x;
    (x * 2.0).backward();
    assert_eq!(x.grad(), 2.0);
}

#[test]
fn numbers_on_either_side_in_both_precisions() {
    fn check<F: monograd::tape::Data + PartialEq>(
        run: impl for<'t> Fn(Value<'t, F>) -> Value<'t, F>,
        value: f64,
        slope: f64,
    ) {
        let tape = Tape::new();
        let x = tape.value(F::constant(2.0));
        let y = run(x);
        y.backward();
        assert_eq!(
            (y.data(), x.grad()),
            (F::constant(value), F::constant(slope))
        );
    }
    check::<f32>(|x| 1.0 + x - 0.5 + 3 * x - 8 / x + x / 4, 5.0, 6.25);
    check::<f64>(|x| 1.0 + x - 0.5 + 3 * x - 8 / x + x / 4, 5.0, 6.25);
    check::<f64>(
        |x| {
            let mut y = -x;
            y *= 3;
            y -= 1.0;
            y /= 2.0;
            y += x;
            y
        },
        -1.5,
        -0.5,
    );
    check::<f64>(
        |x| x.max(1) + x.min(1.0) + x.pow(2) + x.pow(x),
        11.0,
        1.0 + 4.0 + 4.0 * (1.0 + 2.0_f64.ln()),
    );
}

#[test]
fn scopes_rewind_and_nest() {
    let tape = Tape::new();
    let w = tape.value(2.0);
    let before = tape.len();
    tape.scope(|| {
        let a = w * w;
        let inner = tape.scope(|| {
            let b = a * w;
            b.backward();
            b.data()
        });
        assert_eq!((inner, a.data(), a.grad(), w.grad()), (8.0, 4.0, 2.0, 12.0));
        w.set_data(3.0);
    });
    assert_eq!((tape.len(), w.data(), w.grad()), (before, 3.0, 12.0));
    // Memory of a scope is used again without what was in it.
    tape.scope(|| {
        let a = w + 1.0;
        assert_eq!(a.grad(), 0.0);
    });
}

#[test]
fn a_scope_ends_when_its_body_panics() {
    let tape = Tape::new();
    let w = tape.value(2.0);
    let said = message(|| {
        tape.scope(|| {
            let _ = w * w;
            panic!("on purpose");
        })
    });
    assert_eq!(said, "on purpose");
    assert_eq!(tape.len(), 1);
    assert_eq!((w * w).data(), 4.0);
}

#[test]
fn a_stale_value_panics_and_says_so() {
    let tape = Tape::new();
    let w = tape.value(2.0);
    let stale = tape.scope(|| w * w);
    let ended = "the scope in which this Value was recorded has ended";
    assert_eq!(message(|| stale.data()), ended);
    assert_eq!(message(|| stale.grad()), ended);
    assert_eq!(message(|| stale + w), ended);
    assert_eq!(message(|| w + stale), ended);
    assert_eq!(message(|| stale.sin()), ended);
    assert_eq!(message(|| stale.backward()), ended);
    assert_eq!(message(|| stale.zero_grad()), ended);
    // Even when its place and its depth have been taken again.
    tape.scope(|| {
        let _fresh = w * w;
        assert_eq!(message(|| stale.data()), ended);
    });
}

#[test]
fn values_of_two_tapes_do_not_mix() {
    let (one, other) = (Tape::new(), Tape::new());
    let (a, b) = (one.value(1.0), other.value(2.0));
    let foreign = "Values of two tapes cannot meet in one operation";
    assert_eq!(message(|| a + b), foreign);
    assert_eq!(message(|| b.max(a)), foreign);
    // Comparing them is no operation.
    assert!(a < b && a != b);
}

#[test]
fn the_data_of_a_result_cannot_be_set() {
    let tape = Tape::new();
    let sum = tape.value(1.0) + 1.0;
    assert!(message(|| sum.set_data(0.0)).starts_with("the data of a Value that is the result"));
}

#[test]
fn no_graph_is_too_deep() {
    let tape = Tape::new();
    let x = tape.value(1.0);
    let mut y = x;
    for _ in 0..1_000_000 {
        y += 1e-6;
        y *= 1.0;
    }
    y.backward();
    assert_eq!(x.grad(), 1.0);
}

#[test]
fn shows_itself_as_micrograd_does() {
    let tape = Tape::new();
    let x = tape.value(2.5);
    x.square().backward();
    assert_eq!(
        format!("{x} {x:?}"),
        "Value(data=2.5, grad=5.0) Value(data=2.5, grad=5.0)"
    );
}

#[test]
fn a_tape_can_be_sent_to_a_thread() {
    let tape = Tape::new();
    let slope = std::thread::spawn(move || {
        let x = tape.value(3.0);
        (x * x).backward();
        x.grad()
    });
    assert_eq!(slope.join().expect("no panic"), 6.0);
}

#[test]
#[allow(clippy::op_ref, reason = "references are what is tested")]
fn numbers_and_references_on_either_side_of_every_operator() {
    let tape = Tape::new();
    let (x, y) = (tape.value(7.0), tape.value(2.0));
    let results = [
        (x + y, &x + y),
        (x - y, x - &y),
        (x * y, &x * &y),
        (x / y, &x / 2.0),
        (x % y, 7.0 % &y),
        (7 - y, &x - 2),
        (-x, -&x),
    ];
    for (values, references) in results {
        assert_eq!(values.data(), references.data());
    }
    let mut z = x;
    z += &y;
    z -= 1;
    z *= 2.0;
    z /= y;
    z %= 5.0;
    assert_eq!(z.data(), 3.0);
}

#[test]
fn sums_and_products_of_iterators() {
    let tape = Tape::new();
    let x = [1.0, 2.0, 3.0].map(|x| tape.value(x));
    let sum: Value<f64> = x.iter().sum();
    let product: Value<f64> = x.into_iter().product();
    (sum * product).backward();
    assert_eq!((sum.data(), product.data()), (6.0, 6.0));
    assert_eq!(x.map(Value::grad), [6.0 + 36.0, 6.0 + 18.0, 6.0 + 12.0]);
    let none: Value<f64> = core::iter::empty::<Value<f64>>().sum();
    assert_eq!(none.data(), 0.0);
    let numbers: Value<f64> = [1.5, 2.5].into_iter().sum();
    assert_eq!(numbers.data(), 4.0);
}

func! {
    fn rosenbrock(x, y) {
        let a = 1.0 - x;
        let b = y - x * x;
        a * a + 100.0 * b * b
    }
    fn neuron<const N: usize>(w: [R; N], b, x: [R; N]) { (w.dot(x) + b).tanh() }
    fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
    fn affine<const N: usize>(w: [[R; N]; 2]; x: [R; N]) -> [R; 2] { w.dot(x) }
}

#[test]
fn a_static_function_is_one_node() {
    let tape = Tape::new();
    let (a, b) = (tape.value(0.3_f64), tape.value(0.7));
    let fused = rosenbrock.on([a * 2.0, b]);
    assert_eq!(tape.len(), 4);
    assert_eq!(fused.operation().as_deref(), Some("rosenbrock"));
    (fused * 3.0).backward();
    let (value, [dx, dy]) = rosenbrock.value_and_gradient(&[0.6, 0.7]);
    assert_eq!(fused.data(), value);
    assert_eq!([a.grad(), b.grad()], [dx * 3.0 * 2.0, dy * 3.0]);

    // Op by op it is the same.
    let leaves = [tape.value(0.6), tape.value(0.7)];
    rosenbrock.value(&leaves).backward();
    for (leaf, expected) in leaves.into_iter().zip([dx, dy]) {
        assert!((leaf.grad() - expected).abs() < 1e-14 * expected.abs());
    }

    // A number takes no gradient, and a function of numbers alone is one.
    let x = tape.value(0.6);
    rosenbrock.on([x, Value::from(0.7)]).backward();
    assert_eq!(x.grad(), dx);
    let constant: Value<f64> = rosenbrock.on([0.6, 0.7].map(Value::from));
    assert_eq!(constant.data(), value);
    constant.backward();
}

#[test]
fn a_function_of_shapes_is_one_node_whatever_its_inputs() {
    fn check<const N: usize>() {
        let tape = Tape::<f32>::new();
        let numbers = |scale: f32| core::array::from_fn(|i| scale * (i as f32 + 1.0).sin());
        let (w, x): ([f32; N], [f32; N]) = (numbers(0.3), numbers(0.7));
        let (ws, xs) = (w.map(|w| tape.value(w)), x.map(|x| tape.value(x)));
        let b = tape.value(0.1);
        let before = tape.len();
        let out = neuron.on((ws, b, xs));
        assert_eq!(tape.len(), before + 1);
        assert_eq!(out.operands().count(), 2 * N + 1);
        out.backward();
        let (value, (dw, db, dx)) = neuron.value_and_gradient(&(w, 0.1, x));
        assert_eq!(out.data(), value);
        assert_eq!(
            (ws.map(Value::grad), b.grad(), xs.map(Value::grad)),
            (dw, db, dx)
        );
    }
    check::<1>();
    check::<16>();
    check::<100>();
}

#[test]
fn functions_take_slices_of_values() {
    let tape = Tape::new();
    let w: Vec<Value<f64>> = (0..6).map(|i| tape.value(f64::from(i))).collect();
    let affine = affine.with(&[0.5, -1.0, 2.0]);
    let out = affine.on_slice(&w).expect("six");
    out[1].backward();
    assert!(
        w.iter()
            .map(|w| w.grad())
            .eq([0.0, 0.0, 0.0, 0.5, -1.0, 2.0])
    );
    let error = affine.on_slice(&w[..5]).unwrap_err();
    assert_eq!((error.inputs, error.given), (6, 5));
    assert!(rosenbrock.on_slice(&w[..2]).is_ok() && rosenbrock.on_slice(&w).is_err());
}

#[test]
fn each_result_of_a_function_is_a_node() {
    let tape = Tape::new();
    let point = [3.0, 4.0].map(|x| tape.value(x));
    let [radius, angle] = polar.on(point);
    let jacobian = polar.jacobian(&[3.0, 4.0]);
    for (result, row) in [radius, angle].into_iter().zip(jacobian) {
        let gradients = result.gradients();
        assert_eq!(point.map(|x| gradients.of(x)), row);
    }

    let w = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]].map(|row| row.map(|w| tape.value(w)));
    let out = affine.with(&[0.5, -1.0, 2.0]).on(w);
    tape.backward([(out[0], 1.0), (out[1], 10.0)]);
    assert_eq!(
        w.map(|row| row.map(Value::grad)),
        [[0.5, -1.0, 2.0], [5.0, -10.0, 20.0]]
    );
}

#[test]
fn several_outputs_and_seeds() {
    let tape = Tape::new();
    let (x, y) = (tape.value(2.0), tape.value(3.0));
    let (product, sum) = (x * y, x + y);
    tape.backward([(product, 2.0), (sum, 5.0)]);
    assert_eq!([x.grad(), y.grad()], [11.0, 9.0]);
    tape.zero_grad();
    product.backward_with(2.0);
    sum.backward_with(5.0);
    assert_eq!([x.grad(), y.grad()], [11.0, 9.0]);
    tape.backward([]);
    assert_eq!(x.grad(), 11.0);

    let gradients = product.gradients();
    assert_eq!(
        [gradients.of(x), gradients.of(y), gradients.of(product)],
        [3.0, 2.0, 1.0]
    );
    assert_eq!(gradients.of(sum), 0.0);
    assert_eq!(x.grad(), 11.0);
    let other = Tape::new();
    let foreign = message(|| gradients.of(other.value(1.0)));
    assert_eq!(
        foreign,
        "these are gradients on another tape than the Value's"
    );
}

#[test]
fn over_dual_numbers_a_graph_gives_hessian_vector_products() {
    let tape = Tape::<Dual<f64>>::new();
    let (point, v) = ([0.3, 0.7], [1.0, -2.0]);
    let leaves = [0, 1].map(|i| tape.value(Dual::new(point[i], v[i])));
    rosenbrock.value(&leaves).backward();
    let product = leaves.map(|leaf| leaf.grad().tangent);
    let expected = rosenbrock.hvp(&point, &v);
    for (ours, expected) in product.into_iter().zip(expected) {
        assert!((ours - expected).abs() < 1e-12 * expected.abs());
    }
    let fused = [0, 1].map(|i| tape.value(Dual::new(point[i], v[i])));
    rosenbrock.on(fused).backward();
    assert_eq!(fused.map(|leaf| leaf.grad().tangent), expected);
}

#[test]
fn names_operations_and_operands() {
    let tape = Tape::new();
    let a = tape.value(2.0).named("a");
    let rows: [(Value<f64>, &str, usize); 9] = [
        (a + 1.0, "+", 2),
        (1.0 - a, "-", 2),
        (-a, "-", 1),
        (a * a, "*", 2),
        (a / 2.0, "/", 2),
        (a.powi(3), "**3", 1),
        (a.powf(-0.5), "**-0.5", 1),
        (a.relu(), "ReLU", 1),
        (a.clamp(0.0, 1.0), "clamp", 3),
    ];
    for (value, operation, operands) in rows {
        assert_eq!(value.operation().as_deref(), Some(operation));
        assert_eq!(value.operands().count(), operands, "{operation}");
    }
    let difference = 1.0 - a;
    let operands: Vec<_> = difference.operands().collect();
    assert_eq!(
        (operands[0].data(), operands[1].name().as_deref()),
        (1.0, Some("a"))
    );
    assert_eq!(a.named("b").name().as_deref(), Some("b"));
    tape.scope(|| {
        let inner = a.exp().named("inner");
        assert_eq!(inner.operands().next().map(Value::data), Some(2.0));
    });
    assert_eq!(a.exp().name(), None);
}

#[test]
fn scopes_nest_and_see_what_is_around_them() {
    let tape = Tape::new();
    let w = tape.value(3.0);
    tape.scope(|| {
        let square = w * w;
        let slope = tape.scope(|| {
            // Of three scopes at once.
            let cube = square * w + tape.value(1.0);
            cube.backward();
            w.grad()
        });
        assert_eq!(slope, 27.0);
        assert_eq!((square * 2.0).data(), 18.0);
    });
    assert_eq!(tape.len(), 1);
}

#[test]
fn ten_million_operations() {
    let tape = Tape::new();
    let x = tape.value(1.0);
    let mut y = x;
    for _ in 0..5_000_000 {
        y = y * 0.999_999 + 1e-6;
    }
    y.backward();
    assert_eq!(tape.len(), 10_000_001);
    let expected = 0.999_999_f64.powi(5_000_000);
    assert!((x.grad() - expected).abs() < 1e-9);
    drop(tape);
}

#[test]
fn gradients_are_those_of_what_was_recorded_then() {
    let tape = Tape::new();
    let (x, y) = (tape.value(3.0), tape.value(5.0));
    // Where the values of an ended scope stood others do, of a scope of their own and of the one around.
    let gradients = tape.scope(|| {
        let (a, b) = (x * y, x + y);
        let gradients = (a * b).gradients();
        assert_eq!([a, b].map(|value| gradients.of(value)), [8.0, 15.0]);
        gradients
    });
    let expected = [8.0 * 5.0 + 15.0, 8.0 * 3.0 + 15.0];
    assert_eq!([x, y].map(|value| gradients.of(value)), expected);
    tape.scope(|| {
        let (c, d) = (x - y, y - x);
        assert_eq!([c, d].map(|value| gradients.of(value)), [0.0, 0.0]);
        assert_eq!([x, y].map(|value| gradients.of(value)), expected);
        tape.scope(|| assert_eq!(gradients.of(x.exp()), 0.0));
    });
    let later = [x * 2.0, y * 2.0, x + y];
    assert_eq!(later.map(|value| gradients.of(value)), [0.0; 3]);

    // Those of a constant are 0.
    let constant: Value<f64> = Value::from(2.0);
    assert_eq!(
        [x, constant].map(|value| constant.gradients().of(value)),
        [0.0; 2]
    );
    assert_eq!(gradients.of(constant), 0.0);

    // Of a value around an inner scope, the same.
    tape.scope(|| {
        let a = x * x;
        let gradients = tape.scope(|| (a * y).gradients());
        let after = x * y;
        assert_eq!(
            [a, after, x].map(|value| gradients.of(value)),
            [5.0, 0.0, 30.0]
        );
        // A scope that has recorded nothing has the number of the next.
        let gradients = tape.scope(|| a.gradients());
        tape.scope(|| assert_eq!(gradients.of(x * x), 0.0));
        assert_eq!(gradients.of(a), 1.0);
    });
}

thread_local! {
    static LEAKED: &'static Tape<f64> = Box::leak(Box::new(Tape::new()));
}

/// An operation that computes with values of a tape.
#[derive(Clone, Copy)]
struct Recorded;

impl monograd::scalar::UnaryRule for Recorded {
    fn primal<F: monograd::scalar::Real>(self, x: F) -> F {
        LEAKED.with(|tape| tape.scope(|| x * F::constant((tape.value(2.0) * 3.0).data())))
    }
    fn partial<S: Scalar>(self, _x: S, _y: S) -> S {
        <S as monograd::scalar::Field>::constant(6.0)
    }
}

impl monograd::scalar::Rule<2> for Recorded {
    fn primal<F: monograd::scalar::Real>(self, [x, y]: [F; 2]) -> F {
        LEAKED.with(|tape| x * y * F::constant(tape.value(1.0).data()))
    }
    fn partials<S: Scalar>(self, [x, y]: [S; 2], _z: S) -> [S; 2] {
        [y, x]
    }
}

#[test]
fn a_rule_that_uses_the_tape_it_is_recorded_on_panics_and_says_so() {
    let used = "a tape was used while an operation was recorded on it: a rule computes with the numbers it is given, \
                not with Values of the tape it is recorded on";
    LEAKED.with(|tape| {
        let x = tape.value(2.0);
        assert_eq!(message(|| x.apply(Recorded)), used);
        assert_eq!(message(|| Value::apply_to([x, x], Recorded)), used);
        // The tape is as it was.
        assert_eq!((tape.len(), (x * x).data()), (1, 4.0));
    });
    // Another tape's it can use.
    let tape = Tape::new();
    let x = tape.value(2.0);
    x.apply(Recorded).backward();
    assert_eq!(x.grad(), 6.0);
}

#[cfg(feature = "nn")]
#[test]
fn a_parameter_set_too_late_leaves_all_gradients_as_they_were() {
    use monograd::nn::{Activation, Mlp, Module};
    let tape = Tape::new();
    let model = Mlp::build(1).layer(1, Activation::Linear).on(&tape, 1);
    let (x, parameters) = (tape.value(2.0), model.parameters().collect::<Vec<_>>());
    model.forward(&[x])[0].backward();
    let square = x * x;
    square.backward();
    let before: Vec<f64> = parameters
        .iter()
        .chain([&x, &square])
        .map(|v| v.grad())
        .collect();
    assert!(before.iter().all(|grad| *grad != 0.0));

    let out = model.forward(&[x])[0];
    parameters[0].set_data(5.0);
    let stale = |mistake: &dyn Fn()| {
        let set_too_late = "a parameter of an affine map was set after this output";
        assert!(message(mistake).starts_with(set_too_late));
        let after = parameters.iter().chain([&x, &square]).map(|v| v.grad());
        assert!(after.eq(before.iter().copied()));
    };
    stale(&|| (out * square).backward());
    stale(&|| tape.backward([(x, 1.0), (out, 1.0)]));
    stale(&|| {
        let _ = out.gradients();
    });
    // What does not depend on it can be differentiated.
    (x * 3.0).backward();
    assert_eq!(x.grad(), before[2] + 3.0);
}
