//! Random programs that leave the graph: they read data and gradients, set data, print, branch and compare.
//! Recorded at one point, each is replayed at another, and must give there what it gives when it runs, or be
//! refused.
//!
//! `MONOGRAD_RANDOM_CASES` sets how many programs are tried, 20,000 if it is not set. A program that fails is made
//! as small as it can be and kept in `proptest-regressions`, to be tried first next time.
#![cfg(feature = "std")]

use monograd::draw::Graph;
use monograd::prelude::*;
use monograd::scalar::{Real, UnaryRule};
use monograd::tape::{Recording, ReplayError};
use num_traits::{Float, ToPrimitive};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeMap;

func! {
    fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
    fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
    fn huber(r, d) { select(r.abs().at_most(d), 0.5 * r * r, d * (r.abs() - 0.5 * d)) }
    fn unread(x, _y; k) { k * x.abs().sqrt() }
}

/// A rule of one's own, with a parameter.
#[derive(Clone, Copy)]
struct Shifted(f64);

impl UnaryRule for Shifted {
    fn primal<F: Real>(self, x: F) -> F {
        x + F::constant(self.0)
    }
    fn partial<S: Scalar>(self, _x: S, _y: S) -> S {
        S::one()
    }
}

/// What a program does, to values it has, by their numbers, and with a number.
#[derive(Debug, Clone, Copy)]
struct Step {
    action: usize,
    values: [usize; 3],
    number: f64,
}

type V<'t> = Value<'t, f64>;
/// From three values and a number another; the inputs are there to be set.
type Action = for<'t> fn(&[V<'t>], [V<'t>; 3], f64) -> V<'t>;

/// A number that has left the graph, as it comes back: so that it can be told from its neighbours.
fn back<'t>(y: V<'t>, number: f64) -> V<'t> {
    y + number
}

/// What can be replayed anywhere.
const PURE: &[Action] = &[
    |_, [x, y, _], _| x + y,
    |_, [x, y, _], _| x * y,
    |_, [x, y, _], _| x / y,
    |_, [x, y, _], _| x.max(y) - y,
    |_, [x, _, _], n| x * n,
    |_, [x, _, _], n| n - x,
    |_, [x, y, z], _| x.clamp(y, z),
    |_, [x, y, _], n| x.mul_add(y, n),
    |_, [x, _, _], _| x.relu(),
    |_, [x, _, _], _| x.abs().sqrt(),
    |_, [x, _, _], _| x.tanh(),
    |_, [x, _, _], _| x.powi(3),
    |_, [x, _, _], n| x.apply(Shifted(n)),
    |_, [x, _, _], _| x.stop_gradient(),
    |_, [x, y, _], _| rosenbrock.on([x, y]),
    |_, [x, y, _], _| polar.on([x, y])[1],
    |_, [x, _, _], n| huber.on([x, n.into()]),
    |_, [x, y, _], n| unread.with(&[n]).on([x, y]),
    |_, [x, y, _], _| (x * y).operands().sum(),
    |_, _, n| n.into(),
];

/// What decides something, or leaves the graph.
const IMPURE: &[(&str, Action)] = &[
    ("less", |_, [x, y, _], _| if x < y { x } else { y * 2 }),
    ("select", |_, [x, y, _], _| huber.value(&[x, y])),
    ("equal", |_, [x, y, _], n| if x == n { x + 1 } else { y }),
    ("order", |_, [x, y, z], _| match x.partial_cmp(&y) {
        None => z,
        Some(order) => z * order as i32,
    }),
    (
        "finite",
        |_, [x, y, _], _| if Float::is_finite(x) { x } else { y },
    ),
    (
        "negative",
        |_, [x, y, _], _| if Float::is_sign_negative(x) { y } else { -y },
    ),
    (
        "zero",
        |_, [x, y, _], _| if num_traits::Zero::is_zero(&x) { y } else { x },
    ),
    ("data", |_, [x, y, _], _| y * x.data()),
    ("reciprocal of data", |_, [x, y, _], _| {
        back(y, 1.0 / x.data())
    }),
    ("data is set aside", |_, [x, y, _], _| {
        let _ = x.data();
        y
    }),
    ("to_f64", |_, [x, y, _], _| {
        back(y, x.to_f64().unwrap_or(0.5))
    }),
    ("to_i64", |_, [x, y, _], _| {
        back(y, x.to_i64().unwrap_or(-1) as f64)
    }),
    ("classify", |_, [x, y, _], _| {
        back(y, f64::from(Float::classify(x) as u8))
    }),
    ("signum", |_, [x, y, _], _| y * Float::signum(x)),
    ("backward", |_, [x, y, _], _| {
        x.backward();
        y
    }),
    ("grad", |_, [x, y, _], _| y * x.grad()),
    ("backward and grad", |_, [x, y, z], _| {
        x.backward();
        z * y.grad()
    }),
    ("gradients", |_, [x, y, z], _| z * x.gradients().of(y)),
    ("gradients printed", |_, [x, y, _], _| {
        back(y, format!("{:?}", x.gradients()).len() as f64)
    }),
    ("zero_grad", |_, [x, y, _], _| {
        x.zero_grad();
        y
    }),
    ("set_grad", |_, [x, y, _], n| {
        // A constant has no gradient, and no name.
        if x.named("set").name().is_some() {
            x.set_grad(n);
        }
        y
    }),
    ("set", |inputs, [_, y, _], n| {
        inputs[0].set_data(n);
        y * inputs[0]
    }),
    ("set from data", |inputs, [x, y, _], n| {
        inputs[1].set_data(x.data() - n);
        y + inputs[1]
    }),
    ("printed", |_, [x, y, _], _| {
        back(y, format!("{x}").len() as f64)
    }),
    ("printed and read", |_, [x, y, _], _| {
        let text = format!("{x:?}");
        let data = text.trim_start_matches("Value(data=").split(',').next();
        y * data.and_then(|data| data.parse().ok()).unwrap_or(2.0)
    }),
    ("drawn", |_, [x, y, _], _| {
        back(y, Graph::of(x).to_dot().len() as f64)
    }),
    ("on another tape", |_, [x, y, _], n| {
        let other = Tape::new();
        let (a, b) = (other.value(x.data()), other.value(n));
        if a < b { y } else { y * (a * b).data() }
    }),
    ("compared across tapes", |_, [x, y, _], n| {
        let other = Tape::new();
        if x < other.value(n) { y + 1 } else { -y }
    }),
    ("a recording inside", |_, [x, y, _], n| {
        let mut inner = Recording::new(&[n], |v| v[0] * v[0]);
        back(y, inner.value(&[x.data()]).unwrap_or(-1.0))
    }),
];

fn run<'t>(steps: &[Step], inputs: &[V<'t>]) -> V<'t> {
    let mut values = inputs.to_vec();
    for step in steps {
        let operands = step.values.map(|value| values[value % values.len()]);
        let action = match step.action.checked_sub(PURE.len()) {
            None => PURE[step.action],
            Some(impure) => IMPURE[impure].1,
        };
        values.push(action(inputs, operands, step.number));
    }
    values[values.len() - 1]
}

/// Few numbers, so that programs often take the same path at two points, or read the same.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => prop::sample::select(vec![0.0, -0.0, 0.5, -0.5, 1.0, 2.0, 3.0]),
        2 => -3.0..3.0_f64,
        1 => prop::sample::select(vec![f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 1e200, -1e-200]),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let action = prop_oneof![
        3 => 0..PURE.len(),
        1 => PURE.len()..PURE.len() + IMPURE.len(),
    ];
    let values = prop::array::uniform3(0..usize::MAX);
    (action, values, number()).prop_map(|(action, values, number)| Step {
        action,
        values,
        number,
    })
}

/// A point to record at and one to replay at, which may have inputs in common.
fn points() -> impl Strategy<Value = [[f64; 2]; 2]> {
    let pair = (number(), number(), any::<bool>());
    prop::array::uniform2(pair).prop_map(|pairs| {
        let there = pairs.map(|(x, _, _)| x);
        let here = pairs.map(|(x, y, same)| if same { x } else { y });
        [there, here]
    })
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

#[test]
fn a_replay_is_a_fresh_recording_or_is_refused() {
    let cases = std::env::var("MONOGRAD_RANDOM_CASES").map_or(20_000, |cases| {
        cases.parse().expect("MONOGRAD_RANDOM_CASES is a number")
    });
    let seeds = FileFailurePersistence::Direct("proptest-regressions/recording_random.txt");
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(seeds)),
        ..Config::default()
    };
    let counts = RefCell::new(BTreeMap::<&str, u32>::new());
    let count = |what| *counts.borrow_mut().entry(what).or_default() += 1;
    let programs = (points(), prop::collection::vec(step(), 1..9));
    let result = TestRunner::new(config).run(&programs, |([there, here], steps)| {
        let mut recording = Recording::new(&there, |x| run(&steps, x));
        let moved = !there.iter().zip(&here).all(|(a, b)| same(*a, *b));
        let mut gradient = [0.0; 2];
        let replay = recording.value_and_gradient(&here, &mut gradient);

        let tape = Tape::new();
        let leaves = here.map(|x| tape.value(x));
        let fresh = run(&steps, &leaves);
        let slopes = leaves.map(|leaf| fresh.gradients().of(leaf));
        match replay {
            Ok(value) => {
                count(if moved {
                    "replayed elsewhere"
                } else {
                    "replayed"
                });
                let impure = steps.iter().any(|step| step.action >= PURE.len());
                if moved && impure {
                    count("replayed elsewhere though it might have been refused");
                }
                prop_assert!(same(value, fresh.data()), "{value} for {}", fresh.data());
                for (slope, expected) in gradient.into_iter().zip(slopes) {
                    prop_assert!(
                        slope == expected || slope.is_nan() && expected.is_nan(),
                        "{gradient:?} for {slopes:?}"
                    );
                }
            }
            Err(refused) => {
                count(match refused {
                    ReplayError::Compared { .. } => "compared",
                    ReplayError::Asked { .. } => "asked",
                    ReplayError::Read { .. } => "read",
                    ReplayError::Gradient { .. } => "gradient",
                    ReplayError::Set { .. } => "set",
                    other => panic!("{other}"),
                });
                let impure = steps.iter().any(|step| step.action >= PURE.len());
                prop_assert!(impure, "refused without a reason: {refused}");
                prop_assert!(
                    moved || matches!(refused, ReplayError::Set { .. }),
                    "refused where it was recorded: {refused}"
                );
            }
        }
        Ok(())
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
    let counts = counts.into_inner();
    println!("{cases} programs: {counts:?}");
    for what in ["compared", "asked", "read", "gradient", "set"] {
        assert!(counts.get(what) > Some(&(cases / 1000)), "{what}");
    }
    assert!(counts["replayed elsewhere"] > cases / 5);
    assert!(counts["replayed elsewhere though it might have been refused"] > cases / 20);
}
