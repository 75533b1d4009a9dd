//! Linear algebra on a tape: a recording of an elimination follows its pivots, and a function that is one node chooses them anew.
#![cfg(feature = "std")]

use monograd::prelude::*;
use monograd::tape::{Recording, ReplayError};

func! {
    /// By elimination: five rows have no closed form.
    fn of_five(p, q; base: [[R; 5]; 5], b: [R; 5]) {
        let a = base * p + base.transpose() * q;
        a.solve(b).norm_squared() + a.det()
    }
    /// In closed form where that is accurate, and else by elimination.
    fn of_two(p, q) {
        let a = [[1 + p, 2 * q], [q, p]];
        a.solve([p, q]).sum()
    }
}

/// The greatest element of the first column is in the second row; of the transposed matrix, in the third.
const BASE: [[f64; 5]; 5] = [
    [1.0, 0.5, 3.0, 0.2, 0.1],
    [4.0, 1.0, 0.3, 0.7, 0.2],
    [0.5, 2.0, 1.5, 0.1, 0.9],
    [0.3, 0.6, 0.2, 2.5, 1.0],
    [0.2, 0.1, 0.8, 0.4, 3.5],
];
const RIGHT: [f64; 5] = [1.0, -0.5, 2.0, 0.3, -1.2];

#[test]
fn a_recording_of_an_elimination_follows_its_pivots() {
    let data = (BASE, RIGHT);
    let f = of_five.with(&data);
    let mut recording = Recording::new(&[1.0, 0.1], |x| f.value(&[x[0], x[1]]));
    // The same pivots: the same arithmetic, and derivatives through it that agree with those of the rule.
    for point in [[1.0, 0.1], [1.3, 0.05], [0.8, 0.12]] {
        let mut gradient = [0.0_f64; 2];
        let value = recording.value_and_gradient(&point, &mut gradient);
        let (expected, slopes) = f.value_and_gradient(&point);
        assert_eq!(value, Ok(expected));
        for (actual, expected) in gradient.into_iter().zip(slopes) {
            let error = (actual - expected).abs();
            assert!(
                error <= 1e-12 * expected.abs().max(1.0),
                "{actual} is not {expected}"
            );
        }
    }
    // Other pivots: refused, and not computed by those of the recording.
    let error = recording.value(&[0.1, 1.0]).unwrap_err();
    assert!(matches!(error, ReplayError::Compared { .. }), "{error}");
}

#[test]
fn a_recording_follows_the_choice_of_the_closed_form() {
    let mut recording = Recording::new(&[2.0, 0.5], |x| of_two.value(&[x[0], x[1]]));
    assert_eq!(
        recording.value(&[1.5, -0.4]),
        Ok(of_two.value(&[1.5, -0.4]))
    );
    // Nearly singular: (1 + p) p = 2 q².
    let nearly = [1.0, 1.0 + 1e-9];
    let error = recording.value(&nearly).unwrap_err();
    assert!(matches!(error, ReplayError::Compared { .. }), "{error}");
}

#[test]
fn a_function_that_is_one_node_chooses_its_pivots_anew() {
    let mut recording = Recording::new(&[2.0, 0.5], |x| of_two.on([x[0], x[1]]) * x[0]);
    for point in [[2.0, 0.5], [1.5, -0.4], [1.0, 1.0 + 1e-9]] {
        let mut gradient = [0.0_f64; 2];
        let value = recording.value_and_gradient(&point, &mut gradient);
        let (of_node, slopes) = of_two.value_and_gradient(&point);
        assert_eq!(value, Ok(of_node * point[0]));
        assert_eq!(
            gradient,
            [slopes[0] * point[0] + of_node, slopes[1] * point[0]]
        );
    }
}
