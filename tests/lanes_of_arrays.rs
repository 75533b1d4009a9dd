//! Elementary functions of arrays are evaluated and pulled back of several elements side by side: with the numbers that come of
//! each element alone.
#![cfg(feature = "simd")]

use monograd::Wrapped;
use monograd::prelude::*;
use monograd::rules;
use monograd::scalar::{Lanes, Scalar};

func! {
    fn chained<const N: usize>(x: [R; N], w: [R; N], a) {
        let y = (a * x + w).tanh().exp().sin();
        let z = -(x * y).cos() + w.erf() / (2 + x.square().ln_1p());
        z.sum() + a * y.norm_squared()
    }
    fn summed<const N: usize>(x: [R; N], w: [R; N], a) {
        (x.sin() * w.exp()).sum() + (a * x.sigmoid() - w).softplus().mean() + (x.exp() * x.exp()).sum()
    }
    fn of_powers<const N: usize>(x: [R; N], w: [R; N], a) {
        let y = (1 + x.square()).pow(w) * (2 + w.sin()).pow(a);
        let z = x.atan2(w) + y.ln() * y.powf(0.3);
        z.sum()
    }
    fn in_loops<const N: usize>(x: [R; N], w: [R; N], a) {
        let mut h = x;
        for t in 0..5 {
            let g = (a * h).tanh().exp();
            h = (w * g + t).cos() * h.sigmoid();
        }
        h.sum()
    }
    fn in_branches<const N: usize>(x: [R; N], w: [R; N], a) {
        if a > 0 {
            let y = (w * x).sin().exp();
            y.dot(x)
        } else {
            (w / x).sum()
        }
    }
    // Nothing reaches some of the elements, and below the kink nothing goes on.
    fn in_part<const N: usize>(x: [R; N], w: [R; N], a) {
        let y = (a * x).sin();
        let z = (w - x).exp();
        let r = (x.cos().relu() + z).ln_1p();
        let m = y.max(0.1 * w).relu();
        y[1] * z[N - 1] + r.sum() + m.sum() + z.stop_gradient().sin().sum()
    }
    fn of_rows<const N: usize>(x: [[R; N]; 3], w: [R; N], a) {
        let mut sum = 0;
        for i in 0..3 {
            let y = (x[i] * w).sin();
            sum += y.sum() + (a * x[2 - i].exp()).sum();
        }
        let z = (x[1].sin() - w).tanh().exp();
        sum + z.sum()
    }
    fn of_data<const N: usize>(w: [R; N], a; x: [R; N]) {
        let y = (w * x + a).sin();
        (y * x.exp()).sum()
    }
    fn of_each<const N: usize>(x: [R; N], w: [R; N]) {
        let y = x.sin();
        y.dot(w)
    }
    fn of_sum<const N: usize>(x: [R; N]) { x.exp().sin().sum() }
}

/// Whether two numbers are the same but for rounding.
fn are_near(ours: f64, alone: f64, scale: f64) -> bool {
    ours == alone || ours.is_nan() && alone.is_nan() || (ours - alone).abs() <= 1e-13 * scale
}

/// Compares the value and the derivatives with those over numbers that are never packed.
macro_rules! check {
    ($function:ident, $N:literal, $x:expr, $w:expr, $a:expr) => {{
        let (x, w, a) = ($x, $w, $a);
        let (value, (in_x, in_w, in_a)) = $function.value_and_gradient(&(x, w, a));
        assert_eq!(
            $function.value(&(x, w, a)).to_bits(),
            value.to_bits(),
            "the value alone"
        );
        let alone = (x.map(Wrapped), w.map(Wrapped), Wrapped(a));
        let (alone, (of_x, of_w, of_a)) = $function.value_and_gradient(&alone);
        let name = stringify!($function);
        assert!(
            are_near(value, alone.get(), 10.0 * f64::from($N)),
            "{name} of {}",
            $N
        );
        for at in 0..$N {
            let (ours, alone) = ([in_x[at], in_w[at]], [of_x[at].get(), of_w[at].get()]);
            for (ours, alone) in ours.into_iter().zip(alone) {
                let scale = 1.0 + alone.abs();
                assert!(
                    are_near(ours, alone, scale),
                    "{name} of {}, {at}: {ours}, {alone}",
                    $N
                );
            }
        }
        assert!(
            are_near(in_a, of_a.get(), 100.0 + of_a.get().abs()),
            "{name} of {}",
            $N
        );
    }};
}

/// Numbers of both signs, none of them 0.
fn numbers<const N: usize>(first: f64) -> [f64; N] {
    std::array::from_fn(|i| 1.3 * (first + 2.1 * i as f64).sin())
}

/// For several numbers of elements: whole packs, whole registers, and others behind them; those from 32 on are in lanes outside of
/// loops and branches, too.
macro_rules! for_each_length {
    ($check:ident) => {
        for_each_length!($check: 2 3 4 5 7 8 9 11 12 15 17 20 32 36 41 47)
    };
    ($check:ident: $($N:literal)*) => {
        $($check!($N);)*
    };
}

#[test]
fn arrays_are_what_each_element_is_alone() {
    macro_rules! check_all {
        ($N:literal) => {{
            let (x, w) = (numbers::<$N>(0.2), numbers::<$N>(1.7));
            check!(chained, $N, x, w, 0.4);
            check!(summed, $N, x, w, 0.4);
            check!(of_powers, $N, x, w, 0.4);
            check!(in_loops, $N, x, w, 0.4);
            check!(in_branches, $N, x, w, 0.4);
            check!(in_part, $N, x, w, 0.4);
        }};
    }
    for_each_length!(check_all);
}

#[test]
fn rows_and_data_are_what_each_element_is_alone() {
    macro_rules! check_all {
        ($N:literal) => {{
            let (w, a) = (numbers::<$N>(1.7), 0.4);
            let x = [0.2, 0.9, 4.0].map(numbers::<$N>);
            let (value, (in_x, in_w, in_a)) = of_rows.value_and_gradient(&(x, w, a));
            let alone = (x.map(|row| row.map(Wrapped)), w.map(Wrapped), Wrapped(a));
            let (alone, (of_x, of_w, of_a)) = of_rows.value_and_gradient(&alone);
            assert!(are_near(value, alone.get(), 100.0));
            assert!(are_near(in_a, of_a.get(), 100.0));
            let (ours, alone) = (
                [in_x[0], in_x[1], in_x[2], in_w],
                [of_x[0], of_x[1], of_x[2], of_w],
            );
            for (ours, alone) in ours.as_flattened().iter().zip(alone.as_flattened()) {
                assert!(are_near(*ours, alone.get(), 10.0), "{ours}, {alone:?}");
            }
            let data = x[0];
            let (value, (in_w, in_a)) = of_data.with(&data).value_and_gradient(&(w, a));
            let data = data.map(Wrapped);
            let (alone, (of_w, of_a)) = of_data
                .with(&data)
                .value_and_gradient(&(w.map(Wrapped), Wrapped(a)));
            assert!(are_near(value, alone.get(), 100.0));
            assert!(are_near(in_a, of_a.get(), 100.0));
            for (ours, alone) in in_w.into_iter().zip(of_w) {
                assert!(are_near(ours, alone.get(), 10.0), "{ours}, {alone:?}");
            }
        }};
    }
    for_each_length!(check_all);
}

#[test]
fn what_is_not_finite_stays_in_its_lane() {
    const AWKWARD: [f64; 7] = [
        0.0,
        -0.0,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        100.0,
        -100.0,
    ];
    macro_rules! check_all {
        ($N:literal) => {{
            for awkward in AWKWARD {
                for at in [0, $N - 1] {
                    let (mut x, w) = (numbers::<$N>(0.2), numbers::<$N>(1.7));
                    x[at] = awkward;
                    check!(chained, $N, x, w, 0.4);
                    check!(summed, $N, x, w, 0.4);
                    check!(in_loops, $N, x, w, 0.4);
                    check!(in_branches, $N, x, w, 0.4);
                    check!(in_part, $N, x, w, 0.4);
                }
            }
        }};
    }
    check_all!(8);
    check_all!(35);
}

/// The numbers of packs differ in the last digit from those alone, so it shows which of them they are.
#[test]
fn functions_on_the_way_back_are_computed_in_lanes() {
    const N: usize = 1000;
    let x = numbers::<N>(0.2);
    let side_by_side = |function: fn(<f64 as Lanes>::Pack) -> <f64 as Lanes>::Pack| {
        let packs: Vec<_> = x
            .chunks_exact(f64::LANES)
            .map(|x| function(f64::pack(|lane| x[lane])))
            .collect();
        std::array::from_fn::<f64, N, _>(|i| f64::lane(packs[i / f64::LANES], i % f64::LANES))
    };
    let (sines, cosines) = (
        side_by_side(|x| x.unary(rules::Sin)),
        side_by_side(|x| x.unary(rules::Cos)),
    );
    assert!(cosines != x.map(f64::cos));
    let (_, (in_x, in_w)) = of_each.value_and_gradient(&(x, [1.0; N]));
    assert!(in_x == cosines && in_w == sines);
    let slopes = side_by_side(|x| {
        let y = x.unary(rules::Exp);
        y.unary(rules::Cos) * y
    });
    assert!(of_sum.gradient(&x) == slopes);
}

#[test]
fn single_precision_is_in_lanes_of_its_own() {
    let (x, w) = (numbers::<37>(0.2), numbers::<37>(1.7));
    let single = (x.map(|x| x as f32), w.map(|w| w as f32), 0.4_f32);
    let (value, (in_x, in_w, in_a)) = chained.value_and_gradient(&single);
    let (exact, (of_x, of_w, of_a)) = chained.value_and_gradient(&(x, w, 0.4));
    assert!((f64::from(value) - exact).abs() < 1e-4 && (f64::from(in_a) - of_a).abs() < 1e-3);
    for (ours, exact) in in_x
        .into_iter()
        .chain(in_w)
        .zip(of_x.into_iter().chain(of_w))
    {
        assert!((f64::from(ours) - exact).abs() < 1e-4, "{ours}, {exact}");
    }
}
