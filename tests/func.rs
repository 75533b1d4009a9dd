//! What `func!` accepts.

use monograd::Ex;
use monograd::prelude::*;
use std::f64::consts::PI;

func! {
    /// Documented.
    pub fn rosenbrock(x, y) {
        let a = 1.0 - x;
        let b = y - x * x;
        a * a + 100.0 * b * b
    }

    fn softplus(x) { (1 + x.exp()).ln() }
}

mod elsewhere {
    monograd::func! {
        pub(crate) fn cube(x) { x * x * x }
    }
}

#[test]
fn several_in_one_call_and_calls_among_them() {
    func! {
        fn inner(x, y) { x * y }
        fn outer(x) { inner(x, elsewhere::cube(x)) + inner(2.0, x) + softplus(0) }
    }
    let (value, gradient) = outer.value_and_gradient(&[2.0]);
    assert!((value - (16.0 + 4.0 + 2.0_f64.ln())).abs() < 1e-14);
    assert_eq!(gradient, [34.0]);
}

#[test]
fn in_place() {
    assert_eq!(func!(|x, y| x * y.sin()).gradient(&[2.0, 0.0]), [0.0, 2.0]);
    assert_eq!(
        func!(|x| {
            let a = x + x;
            a * a
        })
        .gradient(&[1.0]),
        [8.0]
    );
    assert_eq!(func!(|x| { x * 2 }).value(&[1.0]), 2.0);
}

#[test]
fn a_function_can_be_passed_and_shadowed() {
    fn slope(f: impl Function<1>, x: f64) -> f64 {
        f.gradient(&[x])[0]
    }
    struct Fit<F> {
        model: F,
    }
    let fit = Fit {
        model: elsewhere::cube,
    };
    assert_eq!(slope(fit.model, 2.0), 12.0);
    assert_eq!(slope(func!(|x| elsewhere::cube(x)), 2.0), 12.0);

    let rosenbrock = rosenbrock.gradient(&[1.0, 1.0]);
    let softplus = softplus.gradient(&[0.0]);
    assert_eq!((rosenbrock, softplus), ([0.0, 0.0], [0.5]));
}

/// Names that a macro could trip over: its own, the language's types, the crate's, each other's.
#[test]
#[allow(non_snake_case, reason = "the point of the test")]
fn any_names_work() {
    func! {
        fn f(f, S, x) { f * S * x }
        fn value(value, frame, cotangent) { let pull = value * frame; pull + cotangent }
        fn Ex(Expr, R) { let S = Expr * R; let f64 = S + 1; f64 * S }
        fn Option(Vec, String) { let Result = Vec * String; Result }
        fn vjp(self_, a, b, p) { let N = self_ * a; let K = N * b; K * p }
        fn A0(A1, __x) { A1 * __x }
        fn Scalar(Field) { let Dual = Field.exp(); Dual * Dual }
        fn inputs(locals) { let inputs = locals * 3; inputs }
        fn x(x) { let x = x * x; let x = x * x; x }
    }
    assert_eq!(f.gradient(&[2.0, 3.0, 5.0]), [15.0, 10.0, 6.0]);
    assert_eq!(value.gradient(&[2.0, 3.0, 5.0]), [3.0, 2.0, 1.0]);
    assert_eq!(Ex.value(&[2.0, 3.0]), 42.0);
    assert_eq!(Option.gradient(&[2.0, 3.0]), [3.0, 2.0]);
    assert_eq!(vjp.value(&[2.0, 3.0, 5.0, 7.0]), 210.0);
    assert_eq!(A0.gradient(&[2.0, 3.0]), [3.0, 2.0]);
    assert_eq!(Scalar.gradient(&[0.0]), [2.0]);
    assert_eq!(inputs.gradient(&[2.0]), [3.0]);
    assert_eq!(x.gradient(&[2.0]), [32.0]);
}

#[test]
fn a_let_shares_and_shadows() {
    let nested = func!(|x| {
        let x = x * x;
        let x = x * x;
        let x = x * x;
        let x = x * x;
        x
    });
    assert_eq!(nested.value_and_gradient(&[2.0]), (65536.0, [524_288.0]));
}

#[test]
fn a_let_that_is_not_used_contributes_nothing() {
    let f = func!(|x| {
        let _infinite = 1 / x;
        x * 2
    });
    assert_eq!(f.gradient(&[0.0]), [2.0]);
}

#[test]
fn constants() {
    const RATE: f64 = 0.5;
    let f = func!(|x| 2 * x + x * 2 - 1 / x + x / 4 + RATE * PI * x - 3.0 + constant(2.0).powi(2));
    let expected = |x: f64| 2.0 * x + x * 2.0 - 1.0 / x + x / 4.0 + RATE * PI * x - 3.0 + 4.0;
    assert_eq!(f.value(&[0.7]), expected(0.7));
    assert!((f.value(&[0.7_f32]) - expected(f64::from(0.7_f32)) as f32).abs() < 1e-6);

    // A body that is a number, and one that is an input.
    assert_eq!(func!(|_x| 2.5).value_and_gradient(&[1.0]), (2.5, [0.0]));
    assert_eq!(
        func!(|x, _y| x).value_and_gradient(&[1.0, 2.0]),
        (1.0, [1.0, 0.0])
    );
    assert_eq!(
        func!(|x| {
            let two = 2;
            two * x
        })
        .gradient(&[1.0]),
        [2.0]
    );
}

#[test]
fn an_unused_input_has_derivative_plus_zero() {
    func! {
        fn first(x, _y) { x.sin() }
        fn call(x, y) { first(x, y) }
    }
    for gradient in [first.gradient(&[1.0_f64, 2.0]), call.gradient(&[1.0, 2.0])] {
        assert_eq!(gradient[1].to_bits(), 0.0_f64.to_bits());
    }
    assert_eq!(
        first.hvp(&[1.0_f64, 2.0], &[1.0, 1.0])[1].to_bits(),
        0.0_f64.to_bits()
    );
    // What is used keeps its sign.
    let negative = func!(|x| x * -0.0).gradient(&[1.0_f64])[0];
    assert!(negative.is_sign_negative());
}

#[test]
fn expressions_are_copy_and_zero_sized_where_they_hold_no_number() {
    fn size<T: Copy>(_: T) -> usize {
        size_of::<T>()
    }
    use monograd::expr::Input;
    let (x, y) = (Input::<0>::new(), Input::<1>::new());
    assert_eq!(size(x * y.sin() - x.tanh() / y), 0);
    assert_eq!(size(rosenbrock(x, y)), 0);
    assert_eq!(size(rosenbrock(x, softplus(y))), 0);
    assert_eq!(size(x * 2), size_of::<f64>());
    assert_eq!(size(x.powi(3)), size_of::<i32>());
    let f: fn(_, _) -> _ = rosenbrock::<Ex<Input<0>>, Ex<Input<1>>>;
    assert_eq!(size(f(x, Input::<1>::new())), 0);
    assert_eq!(size_of_val(&rosenbrock::<Ex<Input<0>>, Ex<Input<1>>>), 0);
}

#[test]
fn thirty_two_inputs() {
    let f = func!(|a,
                   b,
                   c,
                   d,
                   e,
                   f,
                   g,
                   h,
                   i,
                   j,
                   k,
                   l,
                   m,
                   n,
                   o,
                   p,
                   q,
                   r,
                   s,
                   t,
                   u,
                   v,
                   w,
                   x,
                   y,
                   z,
                   aa,
                   bb,
                   cc,
                   dd,
                   ee,
                   ff| {
        let first = a * b + c * d + e * f + g * h + i * j + k * l + m * n + o * p;
        let second = q * r + s * t + u * v + w * x + y * z + aa * bb + cc * dd + ee * ff;
        first * second
    });
    let point: [f64; 32] = std::array::from_fn(|i| i as f64 / 8.0 - 2.0);
    let sum = |half: &[f64]| half.chunks(2).map(|pair| pair[0] * pair[1]).sum::<f64>();
    let (first, second) = (sum(&point[..16]), sum(&point[16..]));
    let (value, gradient) = f.value_and_gradient(&point);
    assert!((value - first * second).abs() < 1e-12);
    for (i, slope) in gradient.into_iter().enumerate() {
        let other_half = if i < 16 { second } else { first };
        assert!((slope - other_half * point[i ^ 1]).abs() < 1e-12);
    }
}

/// A function of 2ⁿ `let`s, one after the other, where n is the number of stars.
macro_rules! chain {
    ($name:ident [$($step:tt)*]) => {
        func! {
            fn $name(x, y) {
                $(let x = chain!(@ $step x y);)*
                x
            }
        }
    };
    ($name:ident [$($step:tt)*] * $($stars:tt)*) => {
        chain! { $name [$($step)* $($step)*] $($stars)* }
    };
    (@ $step:tt $x:ident $y:ident) => { ($x * 0.5 + $y * $x).sin() };
}

// As many as there can be, without a `recursion_limit` in this crate.
chain! { five_hundred_and_twelve_lets [.] * * * * * * * * * }

#[test]
fn five_hundred_and_twelve() {
    let (mut x, y) = (1.0_f64, 1.25);
    let [mut dx, mut dy] = [1.0, 0.0];
    for _ in 0..512 {
        let inner = x * 0.5 + y * x;
        [dx, dy] = [dx * (0.5 + y), dy * (0.5 + y) + x].map(|slope| slope * inner.cos());
        x = inner.sin();
    }
    let (value, gradient) = five_hundred_and_twelve_lets.value_and_gradient(&[1.0, y]);
    assert!((value - x).abs() < 1e-13);
    assert!((gradient[0] - dx).abs() < 1e-13 && (gradient[1] - dy).abs() < 1e-10);
}

/// A sum of 200 terms: more than the compiler follows in one expression, broken by a `let`.
#[test]
fn a_long_sum_broken_by_lets() {
    macro_rules! sum {
        ($x:ident: $($term:tt)*) => { 0 $(+ sum!(@ $term $x))* };
        (@ $term:tt $x:ident) => { $x * $x };
    }
    let f = func!(|x| {
        let first = sum!(x: . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .);
        let second = sum!(x: . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .);
        let third = sum!(x: . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .);
        let fourth = sum!(x: . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .);
        first + second + third + fourth
    });
    assert_eq!(f.value_and_gradient(&[3.0]), (1800.0, [1200.0]));
}
