//! The operation by which something first is not finite is named.
#![cfg(feature = "std")]

use monograd::check::{self, Cause, Operand, What};
use monograd::prelude::*;
use monograd::rows::Part;

const INFINITE_SLOPE: Cause = Cause::Rule {
    operand: 0,
    derivative: f64::INFINITY,
};

fn operand(name: &str, number: f64) -> Operand {
    let name = (!name.is_empty()).then(|| name.into());
    Operand { name, number }
}

#[test]
fn a_value_of_a_function_of_reals() {
    func! {
        fn entropy(p, q) {
            let _unused = (p - 5).ln();
            let s = p + q;
            let a = p / s;
            let logarithm = 2 * a.ln();
            -a * logarithm
        }
    }
    assert_eq!(check::first_non_finite(entropy, &[0.5, 0.5]), None);
    let found = check::first_non_finite(entropy, &[0.0, 2.0]).unwrap();
    assert_eq!(found.what, What::Value);
    assert_eq!(found.cause, Cause::Value);
    assert_eq!(found.operation.as_deref(), Some("ln"));
    assert_eq!(found.binding.as_deref(), Some("logarithm"));
    assert_eq!(found.operands, [operand("a", 0.0)]);
    assert_eq!(found.value, f64::NEG_INFINITY);
    assert_eq!((found.part, found.result), (None, None));
    assert_eq!(
        found.to_string(),
        "the value is not finite: in `logarithm`, ln(a = 0.0) is -inf"
    );
    let found = check::first_non_finite(entropy, &[0.0, 0.0]).unwrap();
    assert_eq!(
        found.to_string(),
        "the value is not finite: in `a`, p = 0.0 / s = 0.0 is NaN"
    );
    let found = check::first_non_finite(entropy, &[f64::NAN, 0.0]).unwrap();
    assert_eq!(found.cause, Cause::Given);
    assert_eq!(
        found.to_string(),
        "the value is not finite: p is NaN itself"
    );
}

/// What is infinite on the way to a finite result is not what is looked for.
#[test]
fn an_infinity_that_does_no_harm_is_passed_over() {
    let f = func!(|x, y| {
        let far = x.exp();
        1 / far + y.ln()
    });
    assert_eq!(f.value(&[1000.0, 1.0]), 0.0);
    let found = check::first_non_finite(f, &[1000.0, 0.0]).unwrap();
    assert_eq!(found.operation.as_deref(), Some("ln"));
    assert_eq!(found.operands, [operand("y", 0.0)]);
}

#[test]
fn infinite_by_a_rule_is_told_from_zero_times_infinity() {
    let found = check::first_non_finite(func!(|x| x.sqrt()), &[0.0]).unwrap();
    assert_eq!(found.cause, INFINITE_SLOPE);
    assert_eq!(
        found.to_string(),
        "the derivative in x is inf: in the result, the derivative of sqrt(x = 0.0) is inf"
    );

    let found = check::first_non_finite(func!(|x| x.sqrt().square()), &[0.0]).unwrap();
    let Cause::ZeroTimesInfinity {
        operand: 0,
        derivative,
    } = found.cause
    else {
        panic!("{found:?}")
    };
    assert_eq!(derivative, f64::INFINITY);
    assert_eq!(
        found.to_string(),
        "the derivative in x is NaN: in the result, the derivative of sqrt(x = 0.0) is inf, and \
         what is pulled back to it is 0: 0 · ∞ is NaN"
    );

    // Here the infinity is made first, and meets 0 after that.
    let found = check::first_non_finite(func!(|x| x.square().sqrt()), &[0.0]).unwrap();
    assert_eq!(found.cause, INFINITE_SLOPE);
    assert_eq!(
        found.to_string(),
        "the derivative in x is NaN: in the result, the derivative of sqrt(0.0) is inf, which \
         further back meets 0 or the opposite infinity"
    );

    let found = check::first_non_finite(func!(|x, p| x.pow(p)), &[-2.0, 2.0]).unwrap();
    let Cause::Rule {
        operand: 1,
        derivative,
    } = found.cause
    else {
        panic!("{found:?}")
    };
    assert!(derivative.is_nan());
    assert_eq!(
        found.to_string(),
        "the derivative in p is NaN: in the result, the derivative of pow(x = -2.0, p = 2.0) in p is NaN"
    );
}

#[test]
fn what_is_too_large_is_told_apart() {
    let f = func!(|x, y| (x * y) * 1e200);
    let found = check::first_non_finite(f, &[1e-300, 1e200]).unwrap();
    assert!(matches!(found.cause, Cause::Product { .. }), "{found:?}");
    assert!(found.to_string().contains("is too large"), "{found}");

    let f = func!(|x| 1.7e308 * x + 1.7e308 * x);
    let found = check::first_non_finite(f, &[0.1]).unwrap();
    assert_eq!(found.cause, Cause::Contributions);
    assert_eq!(
        found.to_string(),
        "the derivative in x is inf: all that is pulled back to it is finite, and the sum of that is too large"
    );
}

#[test]
fn a_branch_not_taken_is_not_named() {
    let f = func!(|x, y| {
        let r = select(x.less_than(1), 0, (x - 1).sqrt());
        r + y.sqrt()
    });
    assert_eq!(check::first_non_finite(f, &[0.5, 1.0]), None);
    let found = check::first_non_finite(f, &[0.5, 0.0]).unwrap();
    assert_eq!(found.operands, [operand("y", 0.0)]);
    let found = check::first_non_finite(f, &[1.0, 1.0]).unwrap();
    assert_eq!(found.binding.as_deref(), Some("r"));
}

func! {
    fn layer<const IN: usize, const OUT: usize>(w: [[R; IN]; OUT], x: [R; IN]) -> [R; OUT] {
        let z: [R; OUT] = w.dot(x);
        z.sqrt()
    }
    fn loss(w: [[R; 2]; 2], b; x: [R; 2], y) {
        let h: [R; 2] = layer(w, x);
        let total = b + h.sum();
        let p: [R; 2] = h / total;
        -p.ln().sum() * y
    }
    fn first(t: [[R; 2]; 2]) {
        let m: [[R; 2]; 2] = t.ln();
        m.sum()
    }
}

#[test]
fn elements_of_arrays_and_data_are_named() {
    let w = [[1.0, 2.0], [0.0, 4.0]];
    let at = |x: [f64; 2], y: f64| check::first_non_finite(loss.with(&(x, y)), &(w, 0.5));
    assert_eq!(at([1.0, 1.0], 1.0), None);

    // h[1] = √(0 · 1 + 4 · 0)
    let found = at([1.0, 0.0], 1.0).unwrap();
    assert_eq!(found.what, What::Value);
    assert_eq!(found.operation.as_deref(), Some("ln"));
    assert_eq!(
        (found.binding.as_deref(), &found.operands[..]),
        (None, &[operand("p[1]", 0.0)][..])
    );

    let found = at([1.0, f64::NAN], 1.0).unwrap();
    assert_eq!(
        (found.cause, found.binding.as_deref()),
        (Cause::Given, Some("x[1]"))
    );

    let found = at([-1.0, 0.0], 1.0).unwrap();
    assert_eq!(
        found.to_string(),
        "the value is not finite: in `h[0]`, sqrt(z[0] = -1.0) is NaN"
    );

    let found = check::first_non_finite(first, &[[1.0, 2.0], [0.0, 4.0]]).unwrap();
    assert_eq!(found.binding.as_deref(), Some("m[1][0]"));
    assert_eq!(
        found.to_string(),
        "the value is not finite: in `m[1][0]`, ln(t[1][0] = 0.0) is -inf"
    );
}

#[test]
fn one_of_several_results() {
    let f = func!(|x, y| [x * y, x / y, y.ln()]);
    let found = check::first_non_finite(f, &[1.0, 0.0]).unwrap();
    assert_eq!(found.result, Some(1));
    assert_eq!(
        found.to_string(),
        "result 1 is not finite: in the result, x = 1.0 / y = 0.0 is inf"
    );
    let f = func!(|x, y| [x * y, x + y.sqrt()]);
    let found = check::first_non_finite(f, &[1.0, 0.0]).unwrap();
    assert_eq!(
        found.to_string(),
        "the derivative of result 1 in y is inf: in the result, the derivative of sqrt(y = 0.0) is inf"
    );
}

#[test]
fn sums_over_rows_with_penalties() {
    let f = func!(|a, b; x, y| {
        let l = (a * x).ln();
        l * b + y.sqrt()
    });
    let size = func!(|a, b| a.square() + (b - 3).sqrt());
    let mut rows = vec![[1.0, 4.0]; 600];
    let point = [1.0, 5.0];
    assert_eq!(
        check::first_non_finite(f.over(&rows).mean().plus(size), &point),
        None
    );

    rows[517][0] = 0.0;
    for sum in [
        f.over(&rows),
        f.over(&rows).mean(),
        f.over(&rows).rows(&[3, 517, 4]),
    ] {
        let found = check::first_non_finite(sum.plus(size), &point).unwrap();
        assert_eq!(found.part, Some(Part::Row(517)));
        assert_eq!(
            found.to_string(),
            "the value at row 517 is not finite: in `l`, ln(0.0) is -inf"
        );
    }
    let (x, y): (Vec<_>, Vec<_>) = rows.iter().map(|&[x, y]| (x, y)).unzip();
    let columns = f.over_columns([&x, &y]).unwrap();
    let found = check::first_non_finite(columns, &point).unwrap();
    assert_eq!(found.part, Some(Part::Row(517)));

    let good = &rows[..9];
    let found = check::first_non_finite(f.over(good).plus(size), &[1.0, 3.0]).unwrap();
    assert_eq!(
        found.to_string(),
        "the derivative in b of the penalty is inf: in the result, the derivative of sqrt(0.0) is inf"
    );

    let sum = func!(|a; x| a * x);
    let found = check::first_non_finite(sum.over(&[[1e308]; 2]), &[1.0]).unwrap();
    assert_eq!((found.part, found.cause), (Some(Part::Sum), Cause::Rows));
    assert_eq!(
        found.to_string(),
        "the value of the sum is not finite: each row is finite, and the penalty, but not their sum"
    );
    let found = check::first_non_finite(sum.over(&[[1e308]; 2]), &[0.1]).unwrap();
    assert!(
        found
            .to_string()
            .starts_with("the derivative in a of the sum is inf: "),
        "{found}"
    );
    let none: [[f64; 1]; 0] = [];
    let found = check::first_non_finite(sum.over(&none).mean(), &[0.1]).unwrap();
    assert_eq!(found.cause, Cause::NoRows);
    assert_eq!(check::first_non_finite(sum.over(&none), &[0.1]), None);
}

/// It is finite in `f64`.
#[test]
fn numbers_are_those_of_the_point() {
    let f = func!(|x| x.square());
    assert_eq!(check::first_non_finite(f, &[1e30]), None);
    let found = check::first_non_finite(f, &[1e30_f32]).unwrap();
    assert_eq!(found.operation.as_deref(), Some("square"));
    let sum = func!(|a; x| a * x);
    assert_eq!(
        check::first_non_finite(sum.over(&[[2e38_f32]; 2]), &[1.0]),
        None
    );
    let found = check::first_non_finite(sum.over(&[[2e38_f32]; 2]), &[1.0_f32]).unwrap();
    assert_eq!(found.cause, Cause::Rows);
}

/// Both agree on whether there is something, and in which part.
#[test]
fn rows_say_the_same() {
    let f = func!(|a, b; x| select(x.less_than(0.5), b, (a - x).sqrt()) * (b + x).recip());
    let size = func!(|a, b| (a + b).ln());
    let numbers = [-1.0, -0.5, 0.0, 0.5, 1.0, 2.0];
    let mut found = [0, 0, 0];
    for a in numbers {
        for b in numbers {
            for x in numbers {
                let rows = [[0.25], [x], [3.5]];
                let sum = f.over(&rows[..2]).plus(size);
                let refused = sum.check(&[a, b]).err();
                let origin = check::first_non_finite(sum, &[a, b]);
                assert_eq!(
                    refused.map(|error| error.part),
                    origin.as_ref().and_then(|o| o.part)
                );
                if let Some((refused, origin)) = refused.zip(origin) {
                    assert_eq!(refused.value_is_finite, origin.what != What::Value);
                    assert!(origin.operation.is_some(), "{origin:?}");
                    found[1 + usize::from(refused.value_is_finite)] += 1;
                } else {
                    found[0] += 1;
                }
            }
        }
    }
    assert!(found.iter().all(|&times| times > 2), "{found:?}");
}

#[test]
fn values_on_a_tape() {
    let tape = Tape::new();
    let [x, y] = [("x", 0.0), ("y", 2.0)].map(|(name, data)| tape.value(data).named(name));
    assert_eq!(check::first_non_finite_on_tape(x * y), None);
    let quotient = (y / x).named("quotient");
    let found = check::first_non_finite_on_tape((quotient * 3.0).tanh() - quotient).unwrap();
    assert_eq!(
        found.to_string(),
        "the value is not finite: in `quotient`, y = 2.0 / x = 0.0 is inf"
    );
    let found = check::first_non_finite_on_tape(x.sqrt() * y).unwrap();
    assert_eq!(found.cause, INFINITE_SLOPE);
    assert_eq!(
        found.to_string(),
        "the derivative in x is inf: in the result, the derivative of sqrt(x = 0.0) is inf"
    );
    // A static function is one node.
    let f = func!(|x, y| x.sqrt() * y);
    let found = check::first_non_finite_on_tape(f.on([x, y]) + 1.0).unwrap();
    assert_eq!(found.operation.as_deref(), Some("f"));
    assert_eq!(found.cause, INFINITE_SLOPE);
    assert_eq!(found.operands, [operand("x", 0.0), operand("y", 2.0)]);
    // A constant.
    assert_eq!(check::first_non_finite_on_tape(Value::from(1.0)), None);
    let found = check::first_non_finite_on_tape(Value::from(f64::NAN)).unwrap();
    assert_eq!(found.cause, Cause::Given);
}

#[cfg(feature = "nn")]
#[test]
fn a_layer_of_a_network_on_a_tape() {
    use monograd::nn::{Activation, Layer, Module};

    let tape = Tape::new();
    let layer = Layer::new(&tape, 2, 2, Activation::Linear, 3);
    for parameter in layer.parameters() {
        parameter.set_data(10.0);
    }
    let [big, small] = [("big", 1e308), ("small", 2.0)].map(|(name, x)| tape.value(x).named(name));
    let outputs = layer.forward(&[small, small]);
    assert_eq!(
        check::first_non_finite_on_tape(outputs[0] * outputs[1]),
        None
    );

    let outputs = layer.forward(&[small, big]);
    let found = check::first_non_finite_on_tape(outputs[0] - outputs[1]).unwrap();
    assert_eq!((&found.what, found.cause), (&What::Value, Cause::Value));
    assert!(found.operands.contains(&operand("big", 1e308)), "{found:?}");

    // The weight is 1e-300, and the derivative in it is too large.
    for (i, parameter) in layer.parameters().enumerate() {
        parameter.set_data(if i == 1 { 1e-300 } else { 0.0 });
    }
    let outputs = layer.forward(&[small, big]);
    let found = check::first_non_finite_on_tape(outputs[0] * 1e10).unwrap();
    let Cause::Product {
        derivative,
        cotangent,
        ..
    } = found.cause
    else {
        panic!("{found:?}")
    };
    assert_eq!((derivative, cotangent), (1e308, 1e10));
}
