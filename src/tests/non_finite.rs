//! Every pair of operations at awkward points: what is not finite has an origin, which is what it says.

use super::pairs::{INNER, NAMES, OUTER, RESULTS, functions, operations};
use crate::check::{Cause, What, first_non_finite_on_tape};
use crate::expr::Cotangent;
use crate::prelude::*;
use std::string::String;
use std::vec::Vec;

const NUMBERS: [f64; 7] = [0.0, 1.0, -1.0, 2.5, -800.0, 1e200, f64::INFINITY];

#[test]
fn what_is_not_finite_has_an_origin() {
    let functions = functions();
    let per_outer = INNER.div_ceil(RESULTS);
    let (mut found, mut wrong) = ([0; 2], Vec::<String>::new());
    let mut cases = 0;
    for (i, x) in NUMBERS.into_iter().enumerate() {
        for (j, y) in NUMBERS.into_iter().enumerate() {
            let point = [x, y, NUMBERS[(i + 2 * j + 1) % NUMBERS.len()]];
            for outer in 0..OUTER {
                for inner in 0..INNER {
                    cases += 1;
                    let function = functions[outer * per_outer + inner / RESULTS];
                    let (value, gradient) = function(&point, inner % RESULTS, 1.0);
                    let gradient = gradient.map(Cotangent::or_zero);
                    let tape = Tape::new();
                    let operations = operations();
                    let mut names = ["x", "y", "z"].into_iter();
                    let [x, y, z] = point.map(|x| tape.value(x).named(names.next().unwrap()));
                    let result = operations[outer](operations[inner](x, y, z), y, z);
                    let origin = first_non_finite_on_tape(result);

                    let is_finite = |number: &f64| number.is_finite();
                    let expected = (value.is_finite(), gradient.iter().all(is_finite));
                    let right = match (&origin, expected) {
                        (None, (true, true)) => true,
                        (Some(origin), (false, _)) => {
                            let operands = origin.operands.iter().all(|x| x.number.is_finite());
                            let cause = match origin.cause {
                                Cause::Given => origin.operation.is_none(),
                                Cause::Value => origin.operation.is_some() && operands,
                                _ => false,
                            };
                            found[0] += 1;
                            origin.what == What::Value && !origin.value.is_finite() && cause
                        }
                        (Some(origin), (true, false)) => {
                            let What::Derivative { input, .. } = &origin.what else {
                                panic!("{origin}")
                            };
                            let at = ["x", "y", "z"].iter().position(|name| name == input);
                            found[1] += 1;
                            at.is_some_and(|at| !gradient[at].is_finite())
                        }
                        _ => false,
                    };
                    if !right {
                        wrong.push(std::format!(
                            "{} of {} at {point:?}: {value}, {gradient:?}, {origin:?}",
                            NAMES[outer],
                            NAMES[inner]
                        ));
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {cases}: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(20)]
    );
    assert!(found[0] > 10_000 && found[1] > 1_000, "{found:?}");
}
