//! Recordings: what a replay repeats, and what it refuses.
#![cfg(feature = "std")]

use monograd::prelude::*;
use monograd::tape::{Recording, ReplayError};
use num_traits::Float;
use std::panic::{AssertUnwindSafe, catch_unwind};

func! {
    fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
    fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
}

/// x ↦ x³, an operation of one's own.
#[derive(Clone, Copy)]
struct Cube;

impl monograd::scalar::UnaryRule for Cube {
    fn primal<F: monograd::scalar::Real>(self, x: F) -> F {
        x * x * x
    }
    fn partial<S: Scalar>(self, x: S, _y: S) -> S {
        <S as monograd::scalar::Field>::constant(3.0) * x * x
    }
}

#[test]
fn recordings_replay_functions_layers_and_operations_of_ones_own() {
    let mut recording = Recording::new(&[0.2, 0.4], |x| program(x[0], x[1]));
    for point in [[0.2, 0.4], [1.5, -0.3], [-0.7, 2.5]] {
        let mut gradient = [0.0; 2];
        let value = recording.value_and_gradient(&point, &mut gradient);
        let tape = Tape::new();
        let leaves = point.map(|x| tape.value(x));
        let fresh = program(leaves[0], leaves[1]);
        fresh.backward();
        assert_eq!(value, Ok(fresh.data()));
        assert_eq!(gradient, leaves.map(Value::grad));
        assert_eq!(recording.value(&point), value);
    }
    let short = recording.value(&[1.0]).unwrap_err().to_string();
    assert_eq!(short, "a recording of 2 inputs was given 1");
}

fn program<'t>(x: Value<'t, f64>, y: Value<'t, f64>) -> Value<'t, f64> {
    let fused = rosenbrock.on([x, y.tanh()]) + x.apply(Cube).powi(2) + (2.0 - y) / 3.0;
    let [radius, _] = polar.on([x, y]);
    fused * radius.powf(1.5) + x.clamp(-1.0, 1.0).stop_gradient() * y.relu() + x.mul_add(2.0, y)
}

#[test]
fn a_recording_notices_another_path() {
    let mut recording = Recording::new(&[2.0], |x| if x[0] < 0.0 { -x[0] } else { x[0] });
    assert_eq!(recording.value(&[5.0]), Ok(5.0));
    assert_eq!(
        recording.value(&[-5.0]).unwrap_err().to_string(),
        "comparison 0 of the recording, now of -5 with 0, would be decided otherwise, and the program might take \
         another path: record again at these inputs"
    );
    // It still is of use after an error.
    assert_eq!(recording.value(&[3.0]), Ok(3.0));

    let mut recording = Recording::new(&[2.0], |x| {
        if Float::is_nan(x[0]) {
            x[0]
        } else {
            x[0] * 2.0
        }
    });
    assert!(matches!(
        recording.value(&[f64::NAN]),
        Err(ReplayError::Asked { number: 0, .. })
    ));

    // The data itself leaves the graph.
    let mut recording = Recording::new(&[2.0], |x| x[0] * x[0].data());
    assert_eq!(recording.value(&[2.0]), Ok(4.0));
    assert!(matches!(
        recording.value(&[3.0]),
        Err(ReplayError::Read { .. })
    ));
    // Values of other tapes are compared as numbers are.
    let other = Tape::new();
    let bound = other.value(1.0);
    let mut recording = Recording::new(&[2.0], |x| {
        if x[0] > bound.data() {
            x[0]
        } else {
            x[0] * 0.0
        }
    });
    assert!(recording.value(&[0.5]).is_err() && bound < 2.0);
}

/// Records at 2 and replays at 3, where a fresh recording gives `fresh`: the replay must give that, or refuse.
fn recorded_at_2(
    program: impl for<'t> Fn(&[Value<'t, f64>]) -> Value<'t, f64>,
    fresh: f64,
) -> Result<f64, ReplayError> {
    assert_eq!(program(&[Tape::new().value(3.0)]).data(), fresh);
    let replay = Recording::new(&[2.0], &program).value(&[3.0]);
    assert!(
        replay.is_err() || replay == Ok(fresh),
        "{replay:?} for {fresh}"
    );
    replay
}

#[test]
fn a_gradient_that_was_read_is_noticed() {
    let was = |recorded| Err(ReplayError::Gradient { recorded });
    let replay = recorded_at_2(
        |x| {
            (x[0] * x[0]).backward();
            x[0] * x[0] * x[0].grad()
        },
        54.0,
    );
    assert_eq!(replay, was(4.0));
    assert_eq!(
        replay.unwrap_err().to_string(),
        "the program read a gradient, 4, which might be another now, and what it did with it is not recorded: record \
         again at these inputs"
    );
    let replay = recorded_at_2(|x| x[0] * (x[0] * x[0]).gradients().of(x[0]), 18.0);
    assert_eq!(replay, was(4.0));
    let replay = recorded_at_2(
        |x| {
            let gradients = (x[0] * x[0]).gradients();
            x[0] * format!("{gradients:?}").len() as f64
        },
        3.0 * "[6.0, 1.0]".len() as f64,
    );
    assert_eq!(replay, was(4.0));

    // At the same inputs it is the same gradient.
    let mut recording = Recording::new(&[2.0], |x| {
        (x[0] * x[0]).backward();
        x[0] * x[0].grad()
    });
    assert_eq!(recording.value(&[2.0]), Ok(8.0));
    assert!(recording.value(&[-2.0]).is_err());
    assert_eq!(recording.value(&[2.0]), Ok(8.0));
    // Before anything has been differentiated it is 0 everywhere.
    assert_eq!(recorded_at_2(|x| x[0] + x[0].grad(), 3.0), Ok(3.0));
}

#[test]
fn data_that_was_set_is_noticed() {
    let replay = recorded_at_2(
        |x| {
            x[0].set_data(5.0);
            x[0] * x[0]
        },
        25.0,
    );
    assert_eq!(replay, Err(ReplayError::Set { data: 5.0 }));
    assert!(
        replay
            .unwrap_err()
            .to_string()
            .starts_with("the program set the data of an input to 5")
    );
    // Of another tape's leaf it is no matter of the recording.
    let other = Tape::new();
    let w = other.value(1.0);
    let mut recording = Recording::new(&[2.0], |x| {
        w.set_data(7.0);
        x[0] * w.data()
    });
    assert_eq!(recording.value(&[3.0]), Ok(21.0));
}

#[test]
fn a_value_that_was_printed_was_read() {
    let print: [fn(Value<f64>) -> String; 3] = [
        |x| format!("{x}"),
        |x| format!("{x:?}"),
        |x| monograd::draw::Graph::of(x).to_dot(),
    ];
    for print in print {
        let mut recording = Recording::new(&[2.0], |x| {
            let digits = print(x[0] * 1.25).matches('5').count();
            x[0] * digits as f64
        });
        let data = |recorded, now| Err(ReplayError::Read { recorded, now });
        let read = recording.value(&[4.0]);
        assert!([data(2.5, 5.0), data(2.0, 4.0)].contains(&read), "{read:?}");
        assert_eq!(
            recording.value(&[2.0]),
            Ok(2.0 * f64::from(print(Tape::new().value(2.0) * 1.25).matches('5').count() as u32))
        );
    }
}

#[test]
fn minus_zero_is_another_number() {
    let mut recording = Recording::new(&[0.0], |x| x[0] + 1.0 / x[0].data());
    assert_eq!(recording.value(&[0.0]), Ok(f64::INFINITY));
    assert!(matches!(
        recording.value(&[-0.0]),
        Err(ReplayError::Read { .. })
    ));
    let mut recording = Recording::new(&[0.0_f64], |x| x[0] + Float::signum(x[0]));
    assert!(recording.value(&[-0.0]).is_err());
    let mut recording = Recording::new(&[Dual::constant(2.0)], |x| x[0] * x[0].data());
    assert!(recording.value(&[Dual::new(2.0, 1.0)]).is_err());
}

#[test]
fn a_result_on_another_tape_is_refused() {
    let other: &'static Tape<f64> = Box::leak(Box::new(Tape::new()));
    let _first = other.value(1.0);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        Recording::new(&[2.0], |_| other.value(10.0) * 3.0)
    }));
    let panic = outcome.expect_err("a panic");
    assert_eq!(
        panic.downcast_ref::<&str>(),
        Some(&"the result of a recording is on another tape than its inputs")
    );
}
