//! Functions of few reals whose loops take reals on: gradients and Hessians, which are computed in forward mode there, against
//! those of reverse mode and finite differences.

use approx::assert_relative_eq;
use monograd::check::assert_derivatives;
use monograd::prelude::*;

func! {
    fn root(a) {
        let mut x = 1;
        for _ in 0..20 { x = 0.5 * (x + a / x); }
        x
    }
    fn root_from(a, x0) {
        let mut x = x0;
        for _ in 0..5 { x = 0.5 * (x + a / x); }
        x
    }
    fn stored_in_part(a) {
        let mut x = 1;
        #[checkpointed]
        for _ in 0..20 { x = 0.5 * (x + a / x); }
        x
    }
    fn loss(r) { if r.abs() <= 0.1 { 0.5 * r * r } else { 0.1 * (r.abs() - 0.05) } }
    fn pendulum(theta0; observed: [R; 50], dt) {
        let mut theta = theta0;
        let mut omega = 0;
        let mut total = 0;
        for i in 0..50 {
            omega -= dt * (9.8 * theta.sin() + 0.05 * omega);
            theta += dt * omega;
            total += loss(theta - observed[i]);
        }
        total / 50
    }
    fn nested(x) {
        let mut s = x;
        for i in 0..4 {
            for j in 0..i { s = (s + x * j).sin(); }
            if s > 0 { s = s * x; }
        }
        s
    }
    fn exact_at_zero(x) {
        let mut s = 1;
        for _ in 0..3 { s = s * (if x > 0 { x.sqrt() } else { x }); }
        s
    }
}

#[test]
fn recurrences_of_one_input() {
    for x in [0.3_f64, 2.0] {
        let (value, [slope]) = root.value_and_gradient(&[x]);
        assert_relative_eq!(value, x.sqrt(), max_relative = 1e-15);
        assert_relative_eq!(slope, 0.5 / x.sqrt(), max_relative = 1e-14);
        let curvature = root.hessian(&[x])[0][0];
        assert_relative_eq!(curvature, -0.25 * x.powf(-1.5), max_relative = 1e-13);
        assert_relative_eq!(curvature, root.hvp(&[x], &[1.0])[0], max_relative = 1e-12);
        assert_derivatives(root, &[x]);
        assert_derivatives(nested, &[x]);
    }
    let single = root.gradient(&[2.0_f32])[0];
    assert!((f64::from(single) - root.gradient(&[2.0])[0]).abs() < 1e-7);
    let observed = std::array::from_fn(|i| (f64::from(i as u8) * 0.03).cos());
    let data = (observed, 0.05);
    assert_derivatives(pendulum.with(&data), &[0.4]);
}

#[test]
fn a_short_recurrence_of_two_inputs() {
    let x = [2.0, 0.7];
    let (value, gradient) = root_from.value_and_gradient(&x);
    let (by_reverse, pulled_back) = root_from.vjp(&x, &1.0);
    assert_eq!(value, by_reverse);
    for (slope, of_reverse) in gradient.into_iter().zip(pulled_back) {
        assert_relative_eq!(slope, of_reverse, max_relative = 1e-13);
    }
    assert_derivatives(root_from, &x);
}

#[test]
fn the_same_bits_on_slices_and_with_checkpoints() {
    let x = [0.83];
    let (value, gradient) = root.value_and_gradient(&x);
    let mut on_slices = [0.0];
    assert_eq!(root.value_and_gradient_into(&x, &mut on_slices), Ok(value));
    assert_eq!(on_slices, gradient);
    assert_eq!(
        root.objective().value_and_gradient_at(&x, &mut on_slices),
        Ok(value)
    );
    assert_eq!(on_slices, gradient);
    assert_eq!(stored_in_part.value_and_gradient(&x), (value, gradient));
    assert_eq!(stored_in_part.hessian(&x), root.hessian(&x));
}

#[test]
fn what_is_not_taken_contributes_nothing() {
    assert_eq!(exact_at_zero.value_and_gradient(&[0.0]), (0.0, [0.0]));
    assert_eq!(exact_at_zero.hessian(&[0.0]), [[0.0]]);
}
