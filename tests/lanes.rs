//! Numbers side by side against each of them alone.
#![cfg(feature = "simd")]

use monograd::Scalar;
use monograd::prelude::*;
use monograd::rules::{self, UnaryOperations};
use monograd::scalar::{Field, Lanes, Real, UnaryRule};

/// The greatest difference from the number alone, in units in the last place.
fn worst<Op: UnaryRule>(op: Op, points: impl Iterator<Item = f64>) -> (f64, f64) {
    let mut worst = (0.0, 0.0);
    for x in points {
        // Different numbers in the lanes.
        let others = [x, 0.5, x, 0.25];
        let pack = f64::pack(|lane| others[lane % 4]).unary(op);
        let (ours, alone) = (f64::lane(pack, 2), x.unary(op));
        if ours.to_bits() == alone.to_bits() || (ours.is_nan() && alone.is_nan()) {
            continue;
        }
        let ulp = alone.abs().next_up() - alone.abs();
        let error = (ours - alone).abs() / ulp;
        if error.is_nan() || error > worst.0 {
            worst = (error, x);
        }
    }
    worst
}

fn grid(low: f64, high: f64) -> impl Iterator<Item = f64> {
    (0..20_000).map(move |i| low + (high - low) * (f64::from(i) + 0.37) / 2e4)
}

/// From 1e-12 on, the distances growing with the numbers.
fn small() -> impl Iterator<Item = f64> {
    (0..6_000)
        .map(|i| 1e-12 * 1.005_f64.powi(i))
        .filter(|x| *x < 1.0)
}

const AWKWARD: [f64; 18] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    5e-324,
    -5e-324,
    1e-310,
    1e-20,
    -1e-20,
    800.0,
    -800.0,
    1e300,
    -1e300,
];

macro_rules! within {
    ($($test:ident $op:expr, $ulps:literal: [$low:expr, $high:expr];)*) => {
        $(#[test]
        fn $test() {
            let points = AWKWARD.into_iter().chain(grid($low, $high)).chain(grid(-0.01, 0.01)).chain(small());
            let (error, x) = worst($op, points);
            assert!(error <= $ulps, "{error} units in the last place at {x}");
        })*
    };
}

within! {
    exp rules::Exp, 1.0: [-745.0, 710.0];
    exp_m1 rules::ExpM1, 6.0: [-40.0, 40.0];
    ln rules::Ln, 1.0: [0.0, 100.0];
    ln_1p rules::Ln1p, 2.0: [-1.0, 100.0];
    sin rules::Sin, 2.0: [-100.0, 100.0];
    cos rules::Cos, 2.0: [-100.0, 100.0];
    tan rules::Tan, 0.0: [-100.0, 100.0];
    asin rules::Asin, 2.0: [-1.1, 1.1];
    acos rules::Acos, 2.0: [-1.1, 1.1];
    atan rules::Atan, 1.0: [-100.0, 100.0];
    sinh rules::Sinh, 4.0: [-90.0, 90.0];
    cosh rules::Cosh, 2.0: [-90.0, 90.0];
    tanh rules::Tanh, 4.0: [-30.0, 30.0];
    cbrt rules::Cbrt, 2.0: [-100.0, 100.0];
    sqrt rules::Sqrt, 0.0: [-1.0, 100.0];
    erf rules::Erf, 2.0: [-7.0, 7.0];
    erfc rules::Erfc, 8.0: [-7.0, 28.0];
    relu rules::Relu, 0.0: [-1.0, 1.0];
    abs rules::Abs, 0.0: [-1.0, 1.0];
    floor rules::Floor, 0.0: [-10.0, 10.0];
    round rules::Round, 0.0: [-10.0, 10.0];
}

#[test]
fn operations_without_an_accuracy_of_their_own() {
    fn all<S: Scalar>(x: S) -> [S; 6] {
        [
            x.square(),
            x.recip(),
            x.exp2(),
            x.powi(3),
            x.sigmoid(),
            x.softplus(),
        ]
    }
    for x in grid(-5.0, 5.0).step_by(97) {
        let packs = all(x.splat());
        for (pack, alone) in packs.into_iter().zip(all(x)) {
            assert!((f64::lane(pack, 3) - alone).abs() <= 8.0 * f64::EPSILON * alone.abs());
        }
    }
}

func! {
    fn functions<const N: usize>(x: [R; N]) -> [[R; N]; 5] {
        let mut all = [[0; N]; 5];
        for i in 0..1 {
            let tanh = x.tanh();
            let sigmoid = (2 * x).sigmoid();
            let exp = x.exp();
            let ln = x.exp().ln();
            let sin = (x + i).sin();
            all[0] = tanh;
            all[1] = sigmoid;
            all[2] = exp;
            all[3] = ln;
            all[4] = sin;
        }
        all
    }
}

/// Arrays of as many numbers as lanes and registers hold, and some more, in loops.
#[test]
fn arrays_in_loops() {
    fn check<const N: usize>(x: [f64; N]) {
        let all = functions.value(&x);
        for (i, &x) in x.iter().enumerate() {
            let alone = [
                x.tanh(),
                (2.0 * x).sigmoid(),
                x.exp(),
                x.exp().ln(),
                x.sin(),
            ];
            for (ours, alone) in all.map(|row| row[i]).into_iter().zip(alone) {
                let is_same = ours == alone || ours.is_nan() && alone.is_nan();
                assert!(
                    is_same || (ours - alone).abs() <= 8.0 * f64::EPSILON * alone.abs().max(1e-3),
                    "{ours} {alone}"
                );
            }
        }
    }
    check::<1>([0.3]);
    check([0.3, -1.2, 0.0]);
    check([0.3, -1.2, 0.0, -0.0, 7.0]);
    check([0.3, -1.2, 0.0, f64::INFINITY, 7.0, 400.0, -800.0]);
    check(core::array::from_fn::<_, 29, _>(|i| 0.4 * i as f64 - 5.0));
    check([
        f64::NEG_INFINITY,
        f64::NAN,
        0.1,
        0.2,
        0.3,
        0.4,
        0.5,
        0.6,
        1e-300,
    ]);
    monograd::check::assert_derivatives(slopes, &[0.3, -1.2, 0.7, 2.5, -3.0]);
}

func! {
    fn slopes(x: [R; 5]) {
        let mut h = x;
        for i in 0..3 {
            let gate = (x + h).sigmoid();
            h = (gate * h + i).tanh().exp();
        }
        h.sum()
    }
}

#[test]
fn single_precision() {
    let pack = f32::pack(|lane| lane as f32 / 4.0);
    for (function, alone) in [
        (Real::exp(pack), f32::exp as fn(f32) -> f32),
        (Real::tanh(pack), f32::tanh),
        (Real::sin(pack), f32::sin),
        (Real::erfc(pack), libm::erfcf),
        (Real::erf(pack), libm::erff),
    ] {
        for lane in 0..f32::LANES {
            let exact = alone(lane as f32 / 4.0);
            assert!((f32::lane(function, lane) - exact).abs() <= 4.0 * f32::EPSILON * exact.abs());
        }
    }
    let lanes = f32::LANES as f32;
    assert_eq!(f32::sum_lanes(pack), lanes * (lanes - 1.0) / 8.0);
    let mask = pack.less_than(1.0_f32.splat());
    assert_eq!(
        f32::sum_lanes(Field::select(mask, pack, 0.0_f32.splat())),
        1.5
    );
}
