//! All reductions, row by row of their table: at awkward points, in every mode, and wherever they can stand in a body.
#![cfg(feature = "std")]

use monograd::check;
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
                        assert_near("a partial forward", x, slope, partials[at]);
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
            fn agree() {
                for x in [[0.7, -1.3, 0.4], [-0.2, 0.5, 2.1]] {
                    $(check::assert_derivatives($reduction, &([[0.3, -0.9], [1.4, 0.6]], x));)*
                }
            }
        }
    };
}

monograd::__reductions!(test_reductions);
