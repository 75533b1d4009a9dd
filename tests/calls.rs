//! Calls: what is given to a function with shapes is stored for it, whatever it is.

use monograd::check::assert_derivatives;
use monograd::prelude::*;

func! {
    fn mean_of(k, u; t: [R; 3]) { k * t.sum() + u }
    fn scaled(v: [R; 3], k) { k * v.norm_squared() }
    fn pair(a: [R; 3], b: [R; 3]) { a.dot(b) }
    fn reals(x, y; t) { x * y + t }
}

/// Reals alone, as inputs and as data, of a function that has a shape elsewhere.
#[test]
fn reals_of_a_function_with_shapes() {
    func! {
        fn outer(k, u; t: [R; 3]) { mean_of(k, u, t) * k }
        fn inner(w: [R; 3]; t, y) { w.sum() * t + y }
        fn with_real_data(w: [R; 3], t; y) { inner(w, t, y).square() }
    }
    let t = [1.0, 2.0, 4.0];
    assert_eq!(outer.with(&t).gradient(&[2.0, 3.0]), [31.0, 2.0]);
    assert_derivatives(outer.with(&t), &[2.0, 3.0]);
    assert_derivatives(with_real_data.with(&[0.3]), &([0.5, -0.2, 0.7], 1.5));
}

#[test]
fn expressions_are_stored_for_the_call() {
    func! {
        fn of_sums(v: [R; 3], k) { scaled(v + k, 2 * k) + scaled(2 * v, 3) }
        fn of_calls(v: [R; 3], k) { scaled(v.tanh(), scaled(v, k)) }
        fn in_a_let(v: [R; 3], k) {
            let both = pair(v * k, v + 1);
            both.exp()
        }
        fn of_reals(x, y) { reals(x + 1, 2 * y, 0.5) * reals(x, x, 1) }
    }
    let x = ([0.5, -0.2, 0.7], 1.5);
    assert_derivatives(of_sums, &x);
    assert_derivatives(of_calls, &x);
    assert_derivatives(in_a_let, &x);
    assert_eq!(of_reals.value(&[2.0, 3.0]), 18.5 * 5.0);
    assert_derivatives(of_reals, &[2.0, 3.0]);
}

/// The sizes of a function that is generic over them are those of what it is given.
#[test]
fn expressions_for_a_function_of_any_size() {
    func! {
        fn dense<const IN: usize, const OUT: usize>(w: [[R; IN]; OUT], x: [R; IN]) -> [R; OUT] {
            w.dot(x).tanh()
        }
        fn two_layers(a: [[R; 2]; 3], b: [[R; 3]; 2], x: [R; 2]) {
            let h = dense(a, 2 * x + 1);
            let y = dense(b, h.sin());
            y.sum()
        }
    }
    let a = [[0.3, -0.2], [0.5, 0.1], [-0.4, 0.7]];
    let b = [[0.2, 0.4, -0.6], [0.1, -0.3, 0.8]];
    assert_derivatives(two_layers, &(a, b, [0.4, -0.9]));
}

#[test]
fn a_variable_can_be_given_twice() {
    func! { fn square_of(v: [R; 3]) { pair(v, v) } }
    assert_eq!(
        square_of.value_and_gradient(&[1.0, 2.0, 3.0]),
        (14.0, [2.0, 4.0, 6.0])
    );
    assert_derivatives(square_of, &[1.0, 2.0, 3.0]);
}
