//! The examples that micrograd's lecture teaches with: each statically, by dual numbers and
//! dynamically, in f32 and f64.
#![cfg(feature = "std")]

use approx::assert_relative_eq;
use monograd::prelude::*;
use std::f64::consts::FRAC_1_SQRT_2;

/// The first neuron's bias, chosen so that its output is 1/√2.
const BIAS: f64 = 6.881_373_587_019_543;
/// The second neuron's output, and 1 − its square.
const OUTPUT: f64 = -0.604_367_777_117_164;
const SLOPE: f64 = 1.0 - OUTPUT * OUTPUT;
/// The README's value and gradient.
const README: [f64; 3] = [
    24.704_081_632_653_06,
    138.833_819_241_982_52,
    645.577_259_475_218_6,
];

/// Checks a function of the given inputs against its value and gradient at points, in every mode and
/// precision. The body is evaluated as an expression, over dual numbers and over values: it is
/// the same text.
macro_rules! lecture {
    ($(
        $(#[$doc:meta])*
        $name:ident($($input:ident),+) $body:block
        $([$($x:expr),+] => $value:expr, [$($derivative:expr),+];)+
    )+) => {
        $(mod $name {
            use super::*;

            macro_rules! in_precision {
                ($F:ident) => {
                    #[test]
                    fn $F() {
                        let tolerance = 16.0 * $F::EPSILON;
                        let function = func!(|$($input),+| $body);
                        const N: usize = [$(stringify!($input)),+].len();
                        fn dual([$($input),+]: [Dual<$F>; N]) -> Dual<$F> $body
                        fn dynamic<'t>([$($input),+]: [Value<'t, $F>; N]) -> Value<'t, $F> $body
                        $({
                            let point: [$F; N] = [$($x as $F),+];
                            let expected: [$F; N] = [$($derivative as $F),+];
                            let check = |value: $F, gradient: [$F; N]| {
                                let bound = tolerance * expected.iter().fold(1.0, |m: $F, x| m.max(x.abs()));
                                assert_relative_eq!(value, $value as $F, epsilon = bound, max_relative = tolerance);
                                for (actual, expected) in gradient.into_iter().zip(expected) {
                                    assert_relative_eq!(actual, expected, epsilon = bound, max_relative = tolerance);
                                }
                            };
                            let (value, gradient) = function.value_and_gradient(&point);
                            check(value, gradient);

                            let along = |i: usize| {
                                dual(std::array::from_fn(|j| Dual::new(point[j], if i == j { 1.0 } else { 0.0 })))
                            };
                            check(along(0).primal, std::array::from_fn(|i| along(i).tangent));

                            let tape = Tape::new();
                            let leaves = point.map(|x| tape.value(x));
                            let result = dynamic(leaves);
                            result.backward();
                            check(result.data(), leaves.map(Value::grad));
                        })+
                    }
                };
            }

            in_precision!(f32);
            in_precision!(f64);
        })+
    };
}

lecture! {
    /// f(x) = 3x² − 4x + 5
    parabola(x) { 3.0 * x * x - 4.0 * x + 5.0 }
    [3.0] => 20.0, [14.0];
    [2.0 / 3.0] => 11.0 / 3.0, [0.0];

    three_slopes(a, b, c) { a * b + c }
    [2.0, -3.0, 10.0] => 4.0, [-3.0, 2.0, 1.0];

    gradient(x, y) { x * x + y * y }
    [1.0, 2.0] => 5.0, [2.0, 4.0];

    first_graph(a, b, c, f) {
        let e = a * b;
        let d = e + c;
        d * f
    }
    [2.0, -3.0, 10.0, -2.0] => -8.0, [6.0, -4.0, -2.0, 4.0];
    [2.06, -3.04, 9.98, -1.96] => -7.286496, [5.9584, -4.0376, -1.96, 3.7176];

    small_graph(a, b) { a * b + b }
    [2.0, 3.0] => 9.0, [3.0, 3.0];
    [2.0001, 3.01] => 9.030301, [3.01, 3.0001];

    squares(a, b) {
        let d = a * b;
        d * d
    }
    [-4.0, 2.0] => 64.0, [-32.0, 64.0];

    neuron(x1, x2, w1, w2, b) { (x1 * w1 + x2 * w2 + b).tanh() }
    [2.0, 0.0, -3.0, 1.0, BIAS] => FRAC_1_SQRT_2, [-1.5, 0.5, 1.0, 0.0, 0.5];

    neuron_taken_apart(x1, x2, w1, w2, b) {
        let n = x1 * w1 + x2 * w2 + b;
        let e = (2.0 * n).exp();
        (e - 1.0) / (e + 1.0)
    }
    [2.0, 0.0, -3.0, 1.0, BIAS] => FRAC_1_SQRT_2, [-1.5, 0.5, 1.0, 0.0, 0.5];

    another_neuron(w1, w2) { (2.0 * w1 + 3.0 * w2 + 0.0).tanh() }
    [-0.5, 0.1] => OUTPUT, [2.0 * SLOPE, 3.0 * SLOPE];

    used_twice(a) { a + a }
    [3.0] => 6.0, [2.0];

    used_twice_deeper(a, b) {
        let d = a * b;
        let e = a + b;
        d * e
    }
    [-2.0, 3.0] => -6.0, [-3.0, -8.0];

    trace(x) { (2.0 * x + 1.0).relu() }
    [1.0] => 3.0, [2.0];

    sanity_check(x) {
        let z = 2.0 * x + 2.0 + x;
        let q = z.relu() + z * x;
        let h = (z * z).relu();
        h + q + q * x
    }
    [-4.0] => -20.0, [46.0];

    readme(a, b) {
        let c = a + b;
        let d = a * b + b.powi(3);
        let c = c + (c + 1.0);
        let c = c + (1.0 + c + (-a));
        let d = d + (d * 2.0 + (b + a).relu());
        let d = d + (3.0 * d + (b - a).relu());
        let e = c - d;
        let f = e.powi(2);
        let g = f / 2.0;
        g + 10.0 / f
    }
    [-4.0, 2.0] => README[0], [README[1], README[2]];
}

#[test]
fn derivative_by_h() {
    let f = func!(|x| 3 * x * x - 4 * x + 5);
    let h = 0.001;
    let slope = (f.value(&[3.0 + h]) - f.value(&[3.0])) / h;
    assert_relative_eq!(slope, 14.003, max_relative = 1e-10);

    let square = func!(|x| x * x);
    let chord = (square.value(&[4.0]) - square.value(&[3.0])) / (4.0 - 3.0);
    assert_eq!(chord, 7.0);
}

/// The gradients of the values between, which only the dynamic side keeps.
#[test]
fn values_between() {
    let tape = Tape::new();
    let [a, b, c, f] = [2.0, -3.0, 10.0, -2.0].map(|x| tape.value(x));
    let e = a * b;
    let d = e + c;
    let l = d * f;
    l.backward();
    assert_eq!([e, d, l].map(Value::data), [-6.0, 4.0, -8.0]);
    assert_eq!(
        [l, f, d, c, e, b, a].map(Value::grad),
        [1.0, 4.0, -2.0, -2.0, -2.0, -4.0, 6.0]
    );
    for value in [a, b, c, f] {
        value.set_data(value.data() + 0.01 * value.grad());
    }
    assert_relative_eq!(((a * b + c) * f).data(), -7.286496, max_relative = 1e-14);

    let [a, b] = [2.0, 3.0].map(|x| tape.value(x));
    let product = a * b;
    (product + b).backward();
    assert_eq!([a, b, product].map(Value::grad), [3.0, 3.0, 1.0]);

    let [a, b] = [-4.0, 2.0].map(|x| tape.value(x));
    assert_eq!(
        [a + b, a * b, (a * b).square()].map(Value::data),
        [-2.0, -8.0, 64.0]
    );

    let n = tape.value(2.0) * -3.0 + tape.value(0.0) * 1.0 + BIAS;
    assert_relative_eq!(n.data(), 0.881_373_587_019_543, max_relative = 1e-14);
}

#[test]
fn a_step_against_the_gradient_lowers_the_output() {
    let o = func!(|w1, w2| (2 * w1 + 3 * w2).tanh());
    let w = [-0.5, 0.1];
    let (before, gradient) = o.value_and_gradient(&w);
    let n = func!(|w1, w2| 2 * w1 + 3 * w2).value(&w);
    assert_relative_eq!(n, -0.7, max_relative = 1e-15);
    assert_relative_eq!(
        gradient[0],
        (1.0 - before * before) * 2.0,
        max_relative = 1e-14
    );
    assert_relative_eq!(
        gradient[1],
        (1.0 - before * before) * 3.0,
        max_relative = 1e-14
    );
    let after = o.value(&std::array::from_fn(|i| w[i] - 0.01 * gradient[i]));
    assert!(after < before);
}

#[test]
fn backward_twice_doubles_the_gradients() {
    let tape = Tape::new();
    let [a, b] = [-2.0, 3.0].map(|x| tape.value(x));
    let f = (a * b) * (a + b);
    f.backward();
    f.backward();
    assert_eq!([a, b].map(Value::grad), [-6.0, -16.0]);
}
