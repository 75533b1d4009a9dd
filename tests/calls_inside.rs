//! Calls inside of expressions: what they give is stored where its type demands it.

mod against_differences;

use against_differences::{check, flat};
use monograd::check::assert_derivatives;
use monograd::prelude::*;

func! {
    fn dense<const I: usize, const O: usize>(w: [[R; I]; O], x: [R; I]) -> [R; O] { w.dot(x) + 0.1 }
    fn twice(x: [R; 3]) -> [R; 3] { 2 * x }
    fn size(x: [R; 3]) { x.norm_squared() }
    fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
    fn ramp(x) -> [R; 3] { [x, 2 * x, 3 * x] }
    fn softplus(x) { (1 + x.exp()).ln() }
    fn step(s, x) { s * x + 1 }
}

func! {
    fn layer(w: [[R; 2]; 3], x: [R; 2]) { dense(w, x).tanh().dot([1, 2, 3]) }
    fn sum_with(x: [R; 3], y: [R; 3]) { (twice(x) + y).dot(y) }
    fn of_a_call(x: [R; 3]) { twice(twice(x)).dot(x) }
    fn of_a_call_mapped(x: [R; 3]) { (softplus(twice(x)) + softplus(x)).dot([1, 2, 3]) }
    fn of_an_expression(w: [[R; 2]; 3], x: [R; 2]) { twice(dense(w, x).tanh()).sum() }
    fn real_for_each_element(x: [R; 3], y: [R; 3]) { (x * size(y)).dot(y) }
    fn of_reals(x, y) { polar(x, y).sum() + softplus(x) }
    fn ramp_of_reals(x, y) { (ramp(x) * ramp(x + y)).sum() }
    fn negative(x: [R; 3]) { let y = -twice(x); y.dot([1, 2, 3]) }
    fn elements(x: [R; 3], t) { twice(x)[0] * polar(t, x[1])[1] + polar(t, t).component::<0>() }
    fn compared(x: [R; 3], y: [R; 3]) { (if twice(x) > y { x * y } else { y }).sum() }
    fn product(w: [[R; 3]; 3], x: [R; 3]) { w.dot(twice(x)).dot(twice(x)) }
    fn recurrences(x: [R; 3]) {
        (x * fold(step, 0, (x,)) + scan(step, 1, (x,)).sin() * fold(step, 0, (x,)).checkpointed()).sum()
    }
    fn in_a_branch(x: [R; 3], t) { if t > 0 { twice(x).sum() } else { size(twice(x)) } }
    fn at_the_end_of_a_branch(x: [R; 3]) -> [R; 3] { if x[0] > 0 { twice(x) } else { x } }
    fn in_a_branch_with_lets(x: [R; 3], t) {
        if t > 0 {
            let a = t * t;
            (twice(x) * a).sum()
        } else { size(x) }
    }
    fn in_a_branch_of_elements(x: [R; 3]) { (if x > 0 { softplus(x) } else { 2 * x }).dot([1, 2, 3]) }
    fn in_a_loop(x: [R; 3]) {
        let mut s = 0;
        for i in 0..3 { s += x[i] * twice(x)[i] + size(twice(x) * i); }
        s
    }
    fn state_of_a_loop(w: [[R; 3]; 3], x: [R; 3]) {
        let mut h = x;
        for i in 0..4 { h = dense(w, h).tanh() + i * twice(h) / 10; }
        h.sum()
    }
    fn results(x: [R; 3]) { [twice(x).sum() + 1, size(x) * size(twice(x))] }
    fn of_results(x: [R; 3]) { results(x).product() }
    fn applied_twice<F: Function<1, [R; 3], [R; 3]>>(f: F, x: [R; 3]) -> [R; 3] { x + f(f(x)).sin() }
    fn parameter(x: [R; 3]) { applied_twice(twice, x).sum() }
}

const X: [f64; 3] = [0.3, -0.7, 0.5];
const Y: [f64; 3] = [0.1, 0.9, -1.5];
const W: [[f64; 2]; 3] = [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]];
const V: [[f64; 3]; 3] = [[0.1, 0.2, -0.3], [0.3, 0.4, 0.2], [0.5, 0.6, -0.1]];

#[test]
fn in_every_mode() {
    check(layer, &flat(&[W.as_flattened(), &[0.5, 1.5]]));
    check(sum_with, &flat(&[&X, &Y]));
    check(of_a_call, &X);
    check(of_a_call_mapped, &X);
    assert_derivatives(of_an_expression, &(W, [0.5, 1.5]));
    check(real_for_each_element, &flat(&[&X, &Y]));
    check(of_reals, &[0.3, 0.4]);
    check(ramp_of_reals, &[0.3, 0.4]);
    check(negative, &X);
    check(elements, &flat(&[&X, &[0.7]]));
    check(compared, &flat(&[&X, &Y]));
    check(product, &flat(&[V.as_flattened(), &X]));
    check(recurrences, &X);
    check(of_results, &X);
    check(parameter, &X);
}

#[test]
fn in_branches_and_loops() {
    for t in [1.5, -1.5] {
        check(in_a_branch, &flat(&[&X, &[t]]));
        check(in_a_branch_with_lets, &flat(&[&X, &[t]]));
    }
    assert_derivatives(at_the_end_of_a_branch, &X);
    assert_derivatives(at_the_end_of_a_branch, &Y.map(|y| -y));
    check(in_a_branch_of_elements, &X);
    check(in_a_loop, &X);
    check(state_of_a_loop, &flat(&[V.as_flattened(), &X]));
}

#[test]
fn values() {
    assert_eq!(of_a_call.value(&[1.0, 2.0, 3.0]), 56.0);
    assert_eq!(sum_with.value(&([1.0, 2.0, 3.0], [1.0; 3])), 15.0);
    assert_eq!(negative.value(&[1.0, 2.0, 3.0]), -28.0);
    assert_eq!(
        real_for_each_element.value(&([1.0, 2.0, 3.0], [1.0, 0.0, 2.0])),
        35.0
    );
    assert_eq!(
        at_the_end_of_a_branch.value(&[1.0, 2.0, 3.0]),
        [2.0, 4.0, 6.0]
    );
    assert_eq!(
        at_the_end_of_a_branch.value(&[-1.0, 2.0, 3.0]),
        [-1.0, 2.0, 3.0]
    );
    assert_eq!(ramp_of_reals.value(&[1.0, 1.0]), 28.0);
    assert_eq!(results.value(&[1.0, 2.0, 3.0]), [13.0, 14.0 * 56.0]);
    let in_loop: f64 = (0..3)
        .map(|i| f64::from(i) * f64::from(i) * 4.0 * (1.0 + 4.0 + 9.0))
        .sum();
    assert_eq!(in_a_loop.value(&[1.0, 2.0, 3.0]), 28.0 + in_loop);
    // Of a branch that is not taken nothing is evaluated.
    let slope = at_the_end_of_a_branch.jacobian(&[0.0, f64::INFINITY, 1.0]);
    assert_eq!(slope, [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]);
}
