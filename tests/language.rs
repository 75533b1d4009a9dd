//! What a body can be made of, against the same function in plain Rust.

use monograd::check::assert_derivatives;
use monograd::prelude::*;

/// Half of something, in a type of number that is not the evaluation's.
const HALF: f32 = 0.5;
const COUNT: usize = 3;

func! {
    fn kinetic(m, v) { 1 / 2 * m * v * v }
    fn constants(x) { HALF * x + COUNT * x.square() + f64::from(7_u8) + COUNT as f64 }
    fn huber(r, delta) {
        if r.abs() <= delta { 0.5 * r * r } else { delta * (r.abs() - 0.5 * delta) }
    }
    fn by_select(x, y) { let less = x < y; select(less, y * y, x) }
    fn branches(x, k) {
        let is_large = x > 4;
        if is_large && k > 0 {
            let root = x.sqrt();
            let scaled = root * k;
            scaled * scaled + root
        } else if x >= 0 {
            let e = (-x).exp();
            e * e
        } else {
            let n = (-x).sqrt();
            if !is_large && k != 1 { let m = n * k; m * m } else { n }
        }
    }
    fn assigned(x, y) {
        let mut s = x;
        s += y;
        s *= 2;
        if s > 3 { s -= 1; } else { let t = s * s; s = t + y; }
        s / 4
    }
    fn several_assigned(x, y) {
        let mut a = x;
        let mut b = y;
        if x < y { a = y * y; b = x; } else if x > 10 { b -= a; }
        a * b
    }
    fn variance(x: [R; 4]) { (x - x.mean()).square().mean() }
    fn layers(w: [[R; 2]; 2], x: [R; 2]) { w.dot(w.dot(x).tanh()).sum() }
    fn inferred(x: [R; 3]) { let h = x.tanh(); let n = h.norm(); n * h.sum() }
    fn indices(x: [R; 4], m: [[R; 2]; 2]) { x[1] * x[2..4].sum() + m[1][0] * x[COUNT] }
    fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
    fn destructured(x, y) { let [r, angle] = polar(x, y); r * angle }
    fn array_of_reals(x, y) { let v = [x * y, x, 2]; v.norm_squared() }
    fn array_inside(x, y) { stack((x, y)).norm() }
    fn methods(x, y) { f64::max(x, y) + x.powf(y) + x.powi(3) + f64::sin(x) }
    fn elementwise(x: [R; 3]) { (if x > 0 { x * x } else { -x }).sum() }
}

#[differentiable]
fn observed(w: [R; 2], b: R, #[data] x: [R; 2], #[data] y: R) -> R {
    let z = w.dot(x) + b;
    if z * y > 1 { 0 * z } else { 1 - z * y }
}

#[test]
fn numbers_are_reals() {
    assert_eq!(kinetic.value_and_gradient(&[3.0, 4.0]), (24.0, [8.0, 12.0]));
    assert_eq!(constants.value(&[2.0]), 1.0 + 12.0 + 7.0 + 3.0);
}

#[test]
fn branches_and_conditions() {
    assert_derivatives(huber, &[0.3, 1.0]);
    assert_derivatives(huber, &[-3.0, 1.0]);
    assert_eq!(huber.gradient(&[-3.0, 1.0]), [-1.0, 2.0]);
    assert_eq!(by_select.gradient(&[1.0, 3.0]), [0.0, 6.0]);
    for point in [
        [9.0, 2.0],
        [9.0, -2.0],
        [1.0, 1.0],
        [-4.0, 3.0],
        [-4.0, 1.0],
    ] {
        if point[1] != 1.0 {
            assert_derivatives(branches, &point);
        }
        let [x, k]: [f64; 2] = point;
        let expected = if x > 4.0 && k > 0.0 {
            x * k * k + x.sqrt()
        } else if x >= 0.0 {
            (-2.0 * x).exp()
        } else if k != 1.0 {
            -x * k * k
        } else {
            (-x).sqrt()
        };
        assert!((branches.value(&point) - expected).abs() < 1e-12);
    }
    // What is not taken is not evaluated: at 0 the root of −x has an infinite derivative.
    assert_eq!(branches.gradient(&[0.0, 3.0]), [-2.0, 0.0]);
}

#[test]
fn assignments() {
    assert_eq!(assigned.value_and_gradient(&[1.0, 1.0]), (0.75, [0.5, 0.5]));
    assert_derivatives(assigned, &[0.3, 0.2]);
    assert_eq!(several_assigned.value(&[2.0, 3.0]), 18.0);
    assert_eq!(several_assigned.value(&[11.0, 3.0]), -88.0);
    assert_eq!(several_assigned.value(&[5.0, 3.0]), 15.0);
    for point in [[2.0, 3.0], [11.0, 3.0], [5.0, 3.0]] {
        assert_derivatives(several_assigned, &point);
    }
}

#[test]
fn arrays() {
    assert_derivatives(variance, &[1.0, 3.0, 2.0, 5.0]);
    assert_eq!(variance.value(&[1.0, 3.0, 1.0, 3.0]), 1.0);
    assert_derivatives(layers, &([[0.5, 1.0], [0.2, 0.1]], [1.0, 2.0]));
    assert_derivatives(inferred, &[0.3, -0.2, 0.9]);
    let point = ([1.0, 2.0, 3.0, 4.0], [[5.0, 6.0], [7.0, 8.0]]);
    assert_eq!(indices.value(&point), 2.0 * 7.0 + 7.0 * 4.0);
    assert_derivatives(indices, &point);
    assert_derivatives(destructured, &[1.0, 2.0]);
    assert_derivatives(array_of_reals, &[0.7, -1.3]);
    assert_eq!(array_inside.hessian(&[3.0, 4.0])[0][1], -0.096);
    assert_derivatives(methods, &[0.7, 1.3]);
    assert_derivatives(elementwise, &[0.5, -1.5, 2.0]);
}

#[test]
fn an_attribute_makes_the_same_function() {
    let data = ([1.0, 2.0], -1.0);
    let gradient = observed.with(&data).gradient(&([0.5, 0.5], 0.1));
    assert_eq!(gradient, ([1.0, 2.0], 1.0));
}

#[test]
fn a_function_in_place_holds_numbers_and_need_not_be_used() {
    let k = 0.3_f64;
    let f = func!(move |x, y| {
        let a = k * x;
        if a > 2 {
            let t = a * y;
            t * t + k
        } else {
            a
        }
    });
    assert_derivatives(f, &[1.0, 2.0]);
    assert_derivatives(f, &[10.0, 2.0]);
    assert_eq!(f.value(&[1.0, 2.0]), 0.3);
    let rows = [[1.0, 2.0], [2.0, 4.0]];
    let line = func!(|slope; x, y| (slope * x * k - y).square());
    assert!(
        (line.over(&rows).gradient(&[2.0_f64])[0] - 2.0 * 5.0 * 0.3 * (0.6 - 2.0)).abs() < 1e-12
    );
    let _unused = func!(|x| x * x);
}

#[test]
fn a_let_of_an_array_costs_no_question() {
    func! { fn f(x, y) { let v = [x * y, x.sin()]; v.norm_squared() * v[0] } }
    let point = [0.7_f64, 1.2];
    let (_, gradient, hessian) = f.value_gradient_hessian(&point);
    let series = f.taylor::<2, _>(&point, &[1.0, 0.0]);
    assert!((series.derivative(1) - gradient[0]).abs() < 1e-14);
    assert!((series.derivative(2) - hessian[0][0]).abs() < 1e-13);
}

const WEIGHTS: [f64; 3] = [0.5, 0.25, 2.0];
const COUNTS: [[i32; 2]; 2] = [[1, 2], [3, 4]];

/// A number that is held needs no type of its own, and may be an array.
#[test]
fn numbers_that_are_held() {
    let (k, n) = (0.5, 3);
    let f = func!(move |x, y| k * x.powi(2) + n * y);
    assert_eq!(f.gradient(&[2.0, 1.0]), [2.0, 3.0]);

    let scale = [1.0, 10.0, 100.0];
    let weighted = func!(move |x: [R; 3]| (scale * x * x).sum() + WEIGHTS.dot(x));
    assert_eq!(weighted.gradient(&[1.0, 1.0, 1.0]), [2.5, 20.25, 202.0]);
    assert_derivatives(weighted, &[0.5, -1.5, 2.0]);

    func! { fn mapped(v: [R; 2]) { COUNTS.dot(v).sum() } }
    assert_eq!(mapped.gradient(&[1.0, 1.0]), [4.0, 6.0]);
    assert_eq!(
        core::mem::size_of_val(&func!(move |x| k * x)),
        core::mem::size_of::<f64>()
    );
    assert_eq!(core::mem::size_of_val(&func!(|x, y| x.sin() * y)), 0);
}
