//! Every operation against values and derivatives that were computed with 60 digits: to third order
//! for one input, to second for two, in every mode.
#![cfg(feature = "std")]

mod golden;

use golden::numbers;
use monograd::prelude::*;
use monograd::scalar::Plain;
use serde_json::Value as Json;

fn data() -> Json {
    golden::load(include_str!("data/derivatives.json"))
}

/// |error| ≤ `ulps` ε max(|exact|, 1).
#[track_caller]
fn assert_within(what: &str, actual: f64, exact: f64, ulps: f64, epsilon: f64) {
    let error = (actual - exact).abs();
    let bound = ulps * epsilon * exact.abs().max(1.0);
    assert!(
        error <= bound,
        "{what} is {actual}, not {exact}: {} ε",
        error / epsilon
    );
}

/// f, f′, f″, f‴ at `x`.
fn derivatives<S: Scalar + Plain>(f: impl Function<1>, x: S) -> [f64; 4] {
    let third = f.hessian(&[Dual::variable(x)])[0][0].tangent;
    let (value, [first]) = f.value_and_gradient(&[x]);
    [value, first, f.hessian(&[x])[0][0], third].map(S::to_f64)
}

/// The same from forward mode alone: dual numbers of dual numbers of dual numbers.
fn forward_derivatives<S: Scalar + Plain>(f: impl Function<1>, x: S) -> [f64; 4] {
    let x = Dual::variable(Dual::variable(Dual::variable(x)));
    let y = f.value(&[x]);
    [
        y.primal.primal.primal,
        y.primal.primal.tangent,
        y.primal.tangent.tangent,
        y.tangent.tangent.tangent,
    ]
    .map(S::to_f64)
}

/// The same from a Taylor series.
fn series_derivatives<S: Scalar + Plain>(f: impl Function<1>, x: S) -> [f64; 4] {
    let series = f.taylor::<3, S>(&[x], &[S::one()]);
    [0, 1, 2, 3].map(|order| series.derivative(order).to_f64())
}

fn check_unary<'a>(
    rows: impl Iterator<Item = &'a Json>,
    name: &str,
    f: impl Function<1>,
    dynamic: impl for<'t> Fn(Value<'t, f64>) -> Value<'t, f64>,
) {
    const ULPS: [f64; 4] = [8.0, 8.0, 64.0, 64.0];
    let mut count = 0;
    for row in rows.filter(|row| row[0] == name) {
        let x = numbers(&row[1])[0];
        let exact = numbers(&row[2]);
        let modes = [
            ("reverse", derivatives(f, x)),
            ("forward", forward_derivatives(f, x)),
            ("Taylor", series_derivatives(f, x)),
        ];
        for (mode, actual) in modes {
            for order in 0..4 {
                let what = format!("derivative {order} of {name} at {x} in {mode} mode");
                assert_within(
                    &what,
                    actual[order],
                    exact[order],
                    ULPS[order],
                    f64::EPSILON,
                );
            }
        }

        let tape = Tape::new();
        let leaf = tape.value(x);
        let result = dynamic(leaf);
        result.backward();
        assert_within(name, result.data(), exact[0], 8.0, f64::EPSILON);
        assert_within(name, leaf.grad(), exact[1], 8.0, f64::EPSILON);

        // In f32 the point is another number, at which f64 says what is exact.
        let exact = derivatives(f, f64::from(x as f32));
        let modes = [
            derivatives(f, x as f32),
            forward_derivatives(f, x as f32),
            series_derivatives(f, x as f32),
        ];
        for order in (0..4).filter(|&order| exact[order].abs() < f64::from(f32::MAX)) {
            for actual in modes {
                let what = format!("derivative {order} of {name} at {x} in f32");
                assert_within(
                    &what,
                    actual[order],
                    exact[order],
                    ULPS[order],
                    f64::from(f32::EPSILON),
                );
            }
        }
        count += 1;
    }
    assert!(count >= 5, "{count} rows for {name}");
}

macro_rules! unary {
    ($($name:ident)*) => {
        #[test]
        fn operations_on_one_number() {
            let data = data();
            let rows = data["unary"].as_array().expect("an array");
            $(check_unary(rows.iter(), stringify!($name), func!(|x| x.$name()), |x| x.$name());)*
            let known = [$(stringify!($name)),*];
            for row in rows {
                let name = row[0].as_str().expect("a name");
                assert!(known.contains(&name), "{name} is not tested");
            }
        }
    };
}

unary! {
    exp exp_m1 exp2 ln ln_1p log2 log10 sqrt cbrt recip square
    sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh sigmoid softplus
    log_sigmoid silu gelu erf erfc normal_cdf
}

fn check_binary<'a>(
    rows: impl Iterator<Item = &'a Json>,
    name: &str,
    f: impl Function<2>,
    dynamic: impl for<'t> Fn(Value<'t, f64>, Value<'t, f64>) -> Value<'t, f64>,
) {
    let mut count = 0;
    for row in rows.filter(|row| row[0] == name) {
        let point: [f64; 2] = numbers(&row[1]).try_into().expect("two inputs");
        let exact = |key: &str| row[2][key].as_f64().expect("a number");
        let check = |what: &str, actual: f64, ulps: f64| {
            let what = format!("{what} of {name} at {point:?}");
            assert_within(
                &what,
                actual,
                exact(what.split(' ').next().expect("a key")),
                ulps,
                f64::EPSILON,
            );
        };
        let (value, [dx, dy]) = f.value_and_gradient(&point);
        check("f", value, 8.0);
        check("dx", dx, 8.0);
        check("dy", dy, 8.0);
        let [[dxx, dxy], [dyx, dyy]] = f.hessian(&point);
        check("dxx", dxx, 64.0);
        check("dxy", dxy, 64.0);
        check("dxy", dyx, 64.0);
        check("dyy", dyy, 64.0);

        let along = |v: [f64; 2]| f.taylor::<2, f64>(&point, &v);
        let [x, y, both] = [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]].map(along);
        check("f", x.primal, 8.0);
        check("dx", x.derivative(1), 8.0);
        check("dy", y.derivative(1), 8.0);
        check("dxx", x.derivative(2), 64.0);
        check("dyy", y.derivative(2), 64.0);
        let mixed = (both.derivative(2) - x.derivative(2) - y.derivative(2)) / 2.0;
        let rounding = x.derivative(2).abs() + y.derivative(2).abs();
        assert_within(
            "dxy",
            mixed,
            exact("dxy"),
            64.0,
            f64::EPSILON * rounding.max(1.0),
        );

        let (value, forward_dx) = f.jvp(&point, &[1.0, 0.0]);
        check("f", value, 8.0);
        check("dx", forward_dx, 8.0);
        check("dy", f.jvp(&point, &[0.0, 1.0]).1, 8.0);

        let tape = Tape::new();
        let leaves = point.map(|x| tape.value(x));
        let result = dynamic(leaves[0], leaves[1]);
        result.backward();
        check("f", result.data(), 8.0);
        check("dx", leaves[0].grad(), 8.0);
        check("dy", leaves[1].grad(), 8.0);

        let rounded = point.map(|x| x as f32);
        let (exact_value, exact_gradient) = f.value_and_gradient(&rounded.map(f64::from));
        let (value, gradient) = f.value_and_gradient(&rounded);
        assert_within(
            name,
            f64::from(value),
            exact_value,
            8.0,
            f64::from(f32::EPSILON),
        );
        for (actual, exact) in gradient.into_iter().zip(exact_gradient) {
            assert_within(name, f64::from(actual), exact, 8.0, f64::from(f32::EPSILON));
        }
        let exact_hessian = f.hessian(&rounded.map(f64::from));
        for (actual, exact) in f
            .hessian(&rounded)
            .as_flattened()
            .iter()
            .zip(exact_hessian.as_flattened())
        {
            assert_within(
                name,
                f64::from(*actual),
                *exact,
                64.0,
                f64::from(f32::EPSILON),
            );
        }
        count += 1;
    }
    assert_eq!(count, 8, "rows for {name}");
}

#[test]
fn operations_on_two_numbers() {
    let data = data();
    let rows = data["binary"].as_array().expect("an array");
    check_binary(rows.iter(), "powf", func!(|x, y| x.pow(y)), |x, y| x.pow(y));
    check_binary(rows.iter(), "atan2", func!(|x, y| x.atan2(y)), |x, y| {
        x.atan2(y)
    });
    check_binary(rows.iter(), "hypot", func!(|x, y| x.hypot(y)), |x, y| {
        x.hypot(y)
    });
    check_binary(rows.iter(), "div", func!(|x, y| x / y), |x, y| x / y);
    check_binary(rows.iter(), "mul", func!(|x, y| x * y), |x, y| x * y);
    check_binary(
        rows.iter(),
        "ln_add_exp",
        func!(|x, y| x.ln_add_exp(y)),
        |x, y| x.ln_add_exp(y),
    );
    for row in rows {
        let name = row[0].as_str().expect("a name");
        let known = ["powf", "atan2", "hypot", "div", "mul", "ln_add_exp"];
        assert!(known.contains(&name), "{name} is not tested");
    }
}
