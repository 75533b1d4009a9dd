//! The expression of micrograd's README.

use monograd::MultiDual;
use monograd::prelude::*;

func! {
    /// The statements as they stand there.
    fn as_stated(a, b) {
        let c = a + b;
        let d = a * b + b.powi(3);
        let c = c + (c + 1);
        let c = c + (1 + c - a);
        let d = d + (2 * d + (b + a).relu());
        let d = d + (3 * d + (b - a).relu());
        let e = c - d;
        let f = e.square();
        f / 2 + 10 / f
    }

    /// The same function with its terms collected, as the gradient by hand has them.
    fn collected(a, b) {
        let sum = a + b;
        let difference = b - a;
        let c = 3 - a + 4 * sum;
        let d = 12 * (a * b + b.powi(3)) + 4 * sum.relu() + difference.relu();
        let f = (c - d).square();
        f / 2 + 10 * f.recip()
    }
}

#[inline(always)]
pub fn ours(point: &[f64; 2]) -> (f64, [f64; 2]) {
    as_stated.value_and_gradient(point)
}

/// By forward mode, which is the faster where there are as few inputs as two.
#[inline(always)]
pub fn ours_forward(point: &[f64; 2]) -> MultiDual<f64, 2> {
    as_stated.value(&MultiDual::variables(*point))
}

#[inline(always)]
pub fn ours_collected(point: &[f64; 2]) -> (f64, [f64; 2]) {
    collected.value_and_gradient(point)
}

#[inline(always)]
pub fn by_hand(&[a, b]: &[f64; 2]) -> (f64, [f64; 2]) {
    let relu = |x: f64| if x > 0.0 { x } else { 0.0 };
    let (sum, difference) = (a + b, b - a);
    let bb = b * b;
    let c = 3.0 - a + 4.0 * sum;
    let d = 12.0 * (a * b + bb * b) + 4.0 * relu(sum) + relu(difference);
    let e = c - d;
    let f = e * e;
    let r = 1.0 / f;
    let g = 10.0 * r;

    // The value is f/2 + 10/f, its derivative in e is (½ − 10/f²) 2e; e is c − d.
    let de = (0.5 - g * r) * (e + e);
    let d_difference = if difference > 0.0 { -de } else { 0.0 };
    let d_relu = -4.0 * de;
    let d_sum = if sum > 0.0 { d_relu } else { 0.0 } + 4.0 * de;
    let d_product = 3.0 * d_relu;
    (
        0.5 * f + g,
        [
            d_product * b + d_sum - d_difference - de,
            d_product * (a + 3.0 * bb) + d_sum + d_difference,
        ],
    )
}

/// The statements as they stand, differentiated one by one: what a compiler may do, which must not collect terms.
#[inline(always)]
pub fn by_hand_as_stated(&[a, b]: &[f64; 2]) -> (f64, [f64; 2]) {
    let relu = |x: f64| if x > 0.0 { x } else { 0.0 };
    let (sum, bb) = (a + b, b * b);
    let d = a * b + bb * b;
    let c = sum + (sum + 1.0);
    let c = c + (1.0 + c - a);
    let d = d + (2.0 * d + relu(sum));
    let difference = b - a;
    let d = d + (3.0 * d + relu(difference));
    let e = c - d;
    let f = e * e;
    let r = 1.0 / f;
    let g = 10.0 * r;

    let de = (0.5 - g * r) * (e + e);
    let dd = -de;
    let d_difference = if difference > 0.0 { dd } else { 0.0 };
    let dd = dd + 3.0 * dd;
    let d_relu = if sum > 0.0 { dd } else { 0.0 };
    let dd = dd + 2.0 * dd;
    let dc = de + de;
    let d_sum = dc + dc + d_relu;
    (
        0.5 * f + g,
        [
            d_sum - d_difference - de + dd * b,
            d_sum + d_difference + dd * (a + 3.0 * bb),
        ],
    )
}
