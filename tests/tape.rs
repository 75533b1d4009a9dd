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
