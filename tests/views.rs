//! All views, row by row of their table: which elements they show, in every mode, and wherever they can stand in a body.
#![cfg(feature = "std")]

use monograd::check;
use monograd::expr::Shape;
use monograd::prelude::*;

/// An array of a shape, its reals given by their numbers.
fn array<A: Shape>(mut real: impl FnMut(usize) -> f64) -> A::Of<f64> {
    A::from_fn(&mut real)
}

macro_rules! test_views {
    ($(
        $(#[$doc:meta])* $View:ident<$($parameter:ident),*>
        $(#[$method_doc:meta])* $view:ident:
            of {$($generics:tt)*} $Of:ty, is $Is:ty, element |$at:ident| $element:expr,
            if $condition:expr, else $words:literal,
            tests [$(
                $(::<$($number:literal),*>)? of $TestOf:ty => $TestIs:ty: $elements:expr
            );* $(;)?];
    )*) => {
        $(#[test]
        fn $view() {
            $({
                type Of = $TestOf;
                type Is = $TestIs;

                func! {
                    fn weighted(x: $TestOf; w: $TestIs) {
                        (x.$view $(::<$($number),*>)?() * w).sum()
                    }
                    fn stored(x: $TestOf; w: $TestIs) {
                        let y = x.$view $(::<$($number),*>)?();
                        (y * w).sum()
                    }
                    fn energy(x: $TestOf) { x.$view $(::<$($number),*>)?().square().sum() }
                    /// Of an expression and of what is stored, in a loop and in a branch.
                    fn everywhere(x: $TestOf, k) {
                        let y = (k * x).sin();
                        let mut sum = (x + y).$view $(::<$($number),*>)?().tanh().sum();
                        for i in 0..2 {
                            let z = (y + i).square();
                            sum += (z.$view $(::<$($number),*>)?() * x.$view $(::<$($number),*>)?()).sum();
                        }
                        if k > 0.5 { sum * y.$view $(::<$($number),*>)?().mean() } else { sum * k }
                    }
                }

                let elements: &[usize] = &$elements;
                assert_eq!(elements.len(), Is::LEN);

                let x = array::<Of>(|i| 1.5 + i as f64);
                for (at, &element) in elements.iter().enumerate() {
                    let w = array::<Is>(|i| f64::from(i == at));
                    let unit = array::<Of>(|i| f64::from(i == element));
                    let expected = (1.5 + element as f64, unit);
                    assert_eq!(weighted.with(&w).value_and_gradient(&x), expected);
                    assert_eq!(stored.with(&w).value_and_gradient(&x), expected);
                    let direction = array::<Of>(|i| 0.25 * i as f64);
                    let slope = 0.25 * element as f64;
                    assert_eq!(weighted.with(&w).jvp(&x, &direction), (expected.0, slope));
                }

                // What the view does not show takes no part.
                let shown = |i| elements.contains(&i);
                let times = |i| elements.iter().filter(|&&element| element == i).count() as f64;
                for hidden in [f64::NAN, f64::INFINITY] {
                    let x = array::<Of>(|i| if shown(i) { 1.0 + i as f64 } else { hidden });
                    let gradient = array::<Of>(|i| 2.0 * times(i) * (1.0 + i as f64));
                    assert_eq!(energy.gradient(&x), gradient);
                }

                for k in [0.8, 0.3] {
                    check::assert_derivatives(everywhere, &(array::<Of>(|i| 0.7 - 0.3 * i as f64), k));
                }
            })*
        })*
    };
}

monograd::__views!(test_views);
