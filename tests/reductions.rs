//! All reductions, row by row of their table: at awkward points, in every mode, and wherever they can stand in a body.
#![cfg(feature = "std")]

use monograd::Ex;
use monograd::check;
use monograd::expr::{Mean, Square};
use monograd::prelude::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

/// To four units in the last place.
#[track_caller]
fn assert_near(what: &str, x: [f64; 3], found: f64, expected: f64) {
    let is_same = found == expected || found.is_nan() && expected.is_nan();
    assert!(
        is_same || (found - expected).abs() <= 4.0 * f64::EPSILON * expected.abs(),
        "{what} at {x:?} is {found}, and not {expected}"
    );
}

macro_rules! test_reductions {
    ($(
        $(#[$doc:meta])* $Reduction:ident
        $(#[$method_doc:meta])* $reduction:ident: derivatives $derivatives:literal,
            edges [$($edge:expr => $value:expr, $partials:expr);* $(;)?];
    )*) => {
        mod edges {
            use super::*;

            $(#[test]
            fn $reduction() {
                let f = func!(|x: [R; 3]| x.$reduction());
                let stored = func!(|x: [R; 3]| {
                    let y = x.$reduction();
                    y
                });
                $({
                    let x: [f64; 3] = $edge;
                    let (value, partials): (f64, [f64; 3]) = ($value, $partials);
                    for (mode, (found, gradient)) in [
                        ("the value", f.value_and_gradient(&x)),
                        ("the stored value", stored.value_and_gradient(&x)),
                    ] {
                        assert_near(mode, x, found, value);
                        for at in 0..3 {
                            assert_near("a partial", x, gradient[at], partials[at]);
                        }
                    }
                    for at in 0..3 {
                        let mut direction = [0.0; 3];
                        direction[at] = 1.0;
                        let (found, slope) = f.jvp(&x, &direction);
                        assert_near("the value forward", x, found, value);
                        // Where reverse mode is NaN, forward mode need not be: see `numerics`.
                        if !partials[at].is_nan() {
                            assert_near("a partial forward", x, slope, partials[at]);
                        }
                    }
                })*
            })*
        }

        mod modes {
            use super::*;

            func! {
                $(fn $reduction(x: [R; 3], k) {
                    // At the root, beside other operations, and for each element.
                    let y = (x - k * (k * x).$reduction()).tanh();
                    x.$reduction() * k + y.$reduction() + (x * y.$reduction()).square().sum()
                })*
            }

            #[test]
            fn agree() {
                for x in [[0.7, -1.3, 0.4], [-0.2, 0.5, 2.1], [1.1, 0.9, -0.6]] {
                    $(check::assert_derivatives($reduction, &(x, 0.8));)*
                }
            }
        }

        mod of_matrices_in_loops_and_branches {
            use super::*;

            func! {
                $(fn $reduction(m: [[R; 2]; 2], x: [R; 3]) {
                    let mut sum = 0;
                    for i in 0..2 {
                        sum += m[i].$reduction() * (x * m[i][1]).$reduction();
                    }
                    if x[0] > 0.3 { sum * m.$reduction() } else { let a = x.$reduction(); a * a - sum }
                })*
            }

            #[test]
            fn reverse_is_forward_and_is_right() {
                for x in [[0.7, -1.3, 0.4], [-0.2, 0.5, 2.1]] {
                    let point = ([[0.3, -0.9], [1.4, 0.6]], x);
                    let direction = ([[1.1, -0.4], [0.7, 0.2]], [0.5, -0.8, 1.3]);
                    $({
                        let (_, (in_m, in_x)) = $reduction.value_and_gradient(&point);
                        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
                        let reverse = dot(in_m.as_flattened(), direction.0.as_flattened()) + dot(&in_x, &direction.1);
                        let (_, forward) = $reduction.jvp(&point, &direction);
                        let at = |h: f64| {
                            let mut moved = point;
                            for (m, d) in moved.0.as_flattened_mut().iter_mut().zip(direction.0.as_flattened()) {
                                *m += h * d;
                            }
                            for (x, d) in moved.1.iter_mut().zip(&direction.1) {
                                *x += h * d;
                            }
                            $reduction.value(&moved)
                        };
                        let difference = (at(1e-6) - at(-1e-6)) / 2e-6;
                        let name = stringify!($reduction);
                        assert!((reverse - forward).abs() <= 1e-13 * (1.0 + forward.abs()), "{name}: {reverse} {forward}");
                        assert!((difference - forward).abs() <= 1e-7 * (1.0 + forward.abs()), "{name}: {difference} {forward}");
                    })*
                }
            }
        }
    };
}

monograd::__reductions!(test_reductions);

/// A reduction that the library has not.
trait MeanSquare<E> {
    fn mean_square(self) -> Ex<Mean<Square<E>>>;
}

impl<E: Copy> MeanSquare<E> for Ex<E> {
    fn mean_square(self) -> Ex<Mean<Square<E>>> {
        self.square().mean()
    }
}

#[test]
fn a_reduction_of_ones_own_is_computed_once() {
    func! {
        fn own(x: [R; 3]) { (x - x.mean_square()).tanh().sum() }
        fn written_out(x: [R; 3]) {
            let square = x.square().mean();
            (x - square).tanh().sum()
        }
    }
    let x = [0.7, -1.3, 0.4];
    check::assert_derivatives(own, &x);
    assert_eq!(
        own.value_and_gradient(&x),
        written_out.value_and_gradient(&x)
    );
}
