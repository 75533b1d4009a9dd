//! Functions as parameters: integrators and solvers are written once.

use monograd::check::assert_derivatives;
use monograd::expr::One;
use monograd::prelude::*;

func! {
    /// A step of the classical Runge–Kutta method for y′ = f(y, t).
    fn rk4<F: Function<2>>(f: F, y, t, h) {
        let k1 = f(y, t);
        let k2 = f(y + 0.5 * h * k1, t + 0.5 * h);
        let k3 = f(y + 0.5 * h * k2, t + 0.5 * h);
        let k4 = f(y + h * k3, t + h);
        y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    }
    fn two_steps<F: Function<2>>(f: F, y, t, h) {
        let middle = rk4(f, y, t, h);
        rk4(f, middle, t + h, h)
    }
    fn decay(y, t) { -y + 0.1 * t }
    fn decayed(y, h) { rk4(decay, y, 0, h) }
    fn decayed_twice(y, h) { two_steps(decay, y, 0, h) }
}

#[test]
fn an_integrator_of_any_function() {
    let by_hand = |y: f64, h: f64| {
        let f = |y: f64, t: f64| -y + 0.1 * t;
        let k1 = f(y, 0.0);
        let k2 = f(y + 0.5 * h * k1, 0.5 * h);
        let k3 = f(y + 0.5 * h * k2, 0.5 * h);
        let k4 = f(y + h * k3, h);
        y + h / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4)
    };
    assert_eq!(decayed.value(&[1.5, 0.1]), by_hand(1.5, 0.1));
    assert_derivatives(decayed, &[1.5, 0.1]);
    assert_derivatives(decayed_twice, &[1.5, 0.1]);
    assert!(
        (decayed_twice.value(&[1.0, 0.1]) - (1.1 * (-0.2_f64).exp() - 0.1 + 0.02)).abs() < 1e-6
    );
}

#[test]
fn functions_with_shapes_as_parameters() {
    func! {
        fn euler<F: Function<1, [R; N], One<[R; N]>>, const N: usize>(f: F, y: [R; N], h) -> [R; N] {
            let first = f(y);
            let second = f(y + h * first);
            y + 0.5 * h * (first + second)
        }
        fn rotation(y: [R; 2]) -> [R; 2] { stack((-y.at::<1>(), y.at::<0>())) }
        fn turned(y: [R; 2], h) {
            let after = euler(rotation, y, h);
            after.norm_squared() + after.at::<0>()
        }
    }
    assert_derivatives(turned, &([1.0, 0.5], 0.1));
}

/// The secant method, over two functions.
#[test]
fn several_functions() {
    func! {
        fn newton<F: Function<1>, D: Function<1>>(f: F, x, slope: D) { x - f(x) / slope(x) }
        fn cubic(x) { x * x * x - 2 }
        fn of_cubic(x) { 3 * x * x }
        fn root(x) { newton(cubic, newton(cubic, x, of_cubic), of_cubic) }
    }
    let step = |x: f64| x - (x * x * x - 2.0) / (3.0 * x * x);
    assert_eq!(root.value(&[1.3]), step(step(1.3)));
    assert_derivatives(root, &[1.3]);
}
