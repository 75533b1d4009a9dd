//! Operations of many operands on a tape: affine maps, and nodes that a function of the user's own makes.
#![cfg(feature = "std")]

use monograd::prelude::*;
use monograd::rules::{Relu, Tanh};
use monograd::scalar::{Real, UnaryRule};
use monograd::tape::{Affine, Recording};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// z + z²/2: a rule of the user's own.
#[derive(Clone, Copy)]
struct Bent;

impl UnaryRule for Bent {
    fn primal<F: Real>(self, z: F) -> F {
        z + F::constant(0.5) * z * z
    }
    fn partial<S: Scalar>(self, z: S, _y: S) -> S {
        S::one() + z
    }
}

fn coefficient(row: usize, column: usize) -> f64 {
    ((7 * row + 3 * column) % 5) as f64 / 4.0 - 0.4
}

/// The results of a map and all gradients, against the same operation by operation.
fn agrees(rule: impl UnaryRule, inputs: usize, outputs: usize) {
    let tape = Tape::new();
    let map = Affine::new(&tape, inputs, outputs, coefficient);
    assert_eq!((map.inputs(), map.outputs()), (inputs, outputs));
    let x: Vec<Value<f64>> = (0..inputs)
        .map(|i| match i % 3 {
            0 => Value::from(0.3),
            _ => tape.value(0.2 * i as f64 - 0.5),
        })
        .collect();
    let seeds = |outputs: usize| (0..outputs).map(|i| 1.0 - 0.5 * i as f64);

    let y: Vec<Value<f64>> = map.of(x.iter().copied(), rule).values().collect();
    tape.backward(y.iter().copied().zip(seeds(outputs)));
    let leaves: Vec<_> = map
        .coefficients()
        .values()
        .chain(x.iter().copied())
        .collect();
    let fused: Vec<f64> = leaves.iter().map(|leaf| leaf.grad()).collect();

    tape.zero_grad();
    let coefficients = leaves[..(inputs + 1) * outputs].chunks_exact(inputs + 1);
    let by_operations: Vec<Value<f64>> = coefficients
        .map(|row| {
            let (weights, offset) = (&row[..inputs], row[inputs]);
            let products = weights.iter().zip(&x).map(|(&w, &x)| w * x);
            products
                .fold(offset, |sum, product| sum + product)
                .apply(rule)
        })
        .collect();
    tape.backward(by_operations.iter().copied().zip(seeds(outputs)));
    for (y, other) in y.iter().zip(&by_operations) {
        assert_eq!(y.data(), other.data());
        assert_eq!(y.operands().count(), 2 * inputs + 1);
    }
    for (leaf, fused) in leaves.iter().zip(fused) {
        assert!(
            (leaf.grad() - fused).abs() < 1e-15,
            "{} and {fused}",
            leaf.grad()
        );
    }
}

#[test]
fn an_affine_map_is_what_it_is_operation_by_operation() {
    for (inputs, outputs) in [(3, 4), (1, 1), (5, 1), (0, 2), (1, 7)] {
        agrees(Tanh, inputs, outputs);
        agrees(Relu, inputs, outputs);
        agrees(Bent, inputs, outputs);
    }
}

#[test]
fn maps_of_maps_in_scopes_leave_nothing_behind() {
    let tape = Tape::<f64>::new();
    let first = Affine::new(&tape, 2, 3, coefficient);
    let second = Affine::new(&tape, 3, 2, coefficient);
    let len = tape.len();
    let gradient = |by_values: bool| {
        tape.zero_grad();
        tape.scope(|| {
            let inner = Affine::new(&tape, 2, 2, |_, _| 0.5);
            let h = first.of([0.5, -0.25], Bent);
            let y = match by_values {
                true => second.of(h.values().collect::<Vec<_>>(), Tanh),
                false => second.of_run(h, Tanh),
            };
            inner.of_run(y, Bent).values().sum::<Value<_>>().backward();
        });
        let leaves = first
            .coefficients()
            .values()
            .chain(second.coefficients().values());
        leaves.map(Value::grad).collect::<Vec<f64>>()
    };
    let (by_values, by_run) = (gradient(true), gradient(false));
    assert_eq!(by_values, by_run);
    assert!(by_run.iter().all(|grad| *grad != 0.0));
    assert_eq!(tape.len(), len);
    first.coefficients().zero_grad();
    assert!(first.coefficients().values().all(|leaf| leaf.grad() == 0.0));
}

#[test]
fn what_an_affine_map_cannot_be_is_said() {
    let said = |mistake: &dyn Fn()| {
        let outcome = catch_unwind(AssertUnwindSafe(mistake));
        *outcome
            .unwrap_err()
            .downcast::<String>()
            .expect("a message")
    };
    let (tape, other) = (Tape::<f64>::new(), Tape::<f64>::new());
    let map = Affine::new(&tape, 2, 2, coefficient);
    let wrong = || assert!(map.of([1.0; 3], Tanh).is_empty());
    assert_eq!(said(&wrong), "an affine map of 2 inputs was given 3");
    let huge = || assert_eq!(Affine::new(&tape, usize::MAX, 2, coefficient).outputs(), 2);
    assert!(
        said(&huge)
            .starts_with("an affine map of 18446744073709551615 inputs and 2 outputs has more")
    );
    let foreign = [other.value(1.0), other.value(2.0)];
    assert!(catch_unwind(AssertUnwindSafe(|| map.of(foreign, Tanh))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| Affine::new(&tape, 2, 0, coefficient))).is_err());
    assert_eq!(tape.len(), 6);
}

/// The product of all, with its derivatives written out.
fn product<'t>(x: &[Value<'t, f64>]) -> Value<'t, f64> {
    Value::gather(
        "product",
        || x.iter().copied(),
        |x, partials| {
            for (i, partial) in partials.iter_mut().enumerate() {
                *partial = x
                    .iter()
                    .enumerate()
                    .filter(|(j, _)| *j != i)
                    .map(|(_, x)| x)
                    .product();
            }
            x.iter().product()
        },
    )
}

#[test]
fn an_operation_on_as_many_values_as_there_are() {
    let tape = Tape::new();
    let x: Vec<_> = [2.0, 3.0, 5.0].map(|x| tape.value(x)).into();
    let with_a_number: Vec<_> = x.iter().copied().chain([Value::from(7.0)]).collect();
    let y = product(&with_a_number);
    assert_eq!((y.data(), tape.len()), (210.0, 4));
    assert_eq!(y.operation().as_deref(), Some("product"));
    assert_eq!(y.operands().last().map(Value::data), Some(7.0));
    y.backward();
    assert!(x.iter().map(|x| x.grad()).eq([105.0, 70.0, 42.0]));
    assert_eq!(product(&[Value::from(2.0), Value::from(3.0)]).data(), 6.0);

    let mut recording = Recording::new(&[1.0, 1.0], |x| product(x) + x[0]);
    let mut gradient = [0.0; 2];
    assert_eq!(
        recording.value_and_gradient(&[3.0, 4.0], &mut gradient),
        Ok(15.0)
    );
    assert_eq!(gradient, [5.0, 3.0]);
}

#[test]
fn an_operand_that_takes_no_part_contributes_nothing() {
    let slope = |partial: f64| {
        let tape = Tape::new();
        let x = tape.value(0.0);
        let root = x.sqrt(); // infinitely steep
        Value::gather(
            "constant",
            || [root],
            move |_, partials| {
                partials[0] = partial;
                1.0
            },
        )
        .backward();
        x.grad()
    };
    assert_eq!(slope(-0.0), 0.0);
    assert!(slope(0.0).is_nan());
}

#[test]
fn a_leaf_has_data_and_gradient() {
    let tape = Tape::new();
    let x = tape.value(2.0);
    x.square().backward();
    assert_eq!(x.leaf(), Some((2.0, 4.0)));
    assert_eq!((x.square().leaf(), Value::from(2.0).leaf()), (None, None));
    // In a recording it is read.
    let mut recording =
        Recording::new(&[2.0], |x| x[0] * x[0].leaf().map_or(0.0, |(data, _)| data));
    assert_eq!(recording.value(&[2.0]), Ok(4.0));
    assert!(recording.value(&[3.0]).is_err());
}
