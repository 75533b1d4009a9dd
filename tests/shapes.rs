//! Functions that declare shapes.

use monograd::prelude::*;

func! {
    fn energy(x: [R; 3]) { x.square().sum() }
    fn scaled(x: [R; 3], k; t: [R; 3]) { k * ((x - t) * (x - t)).sum() }
    fn rosen<const N: usize>(x: [R; N], k) {
        let y: [R; N] = x.tanh() * k;
        let m = y.sum() / 3;
        (y - m).square().sum()
    }
    fn double<const N: usize>(x: [R; N]) -> [R; N] { 2 * x }
    fn line(a, b; t) { a * t + b }
    fn both(a, b; t) { [a * t, b] }
}

#[test]
fn basics() {
    let x = ([1.0, 2.0, 3.0],);
    assert_eq!(energy.value_and_gradient(&x), (14.0, ([2.0, 4.0, 6.0],)));
    let (v, g) = scaled
        .with(&([0.0, 1.0, 1.0],))
        .value_and_gradient(&([1.0, 2.0, 3.0], 2.0));
    assert_eq!((v, g), (12.0, ([4.0, 4.0, 8.0], 6.0)));
    let (v, g) = rosen.value_and_gradient(&([1.0_f64, 2.0, 3.0], 2.0));
    println!("{v} {g:?}");
    let h = 1e-6;
    let slope = (rosen.value(&([1.0 + h, 2.0, 3.0], 2.0))
        - rosen.value(&([1.0 - h, 2.0, 3.0], 2.0)))
        / (2.0 * h);
    assert!((slope - g.0[0]).abs() < 1e-8);
    let slope = (rosen.value(&([1.0, 2.0, 3.0], 2.0 + h))
        - rosen.value(&([1.0, 2.0, 3.0], 2.0 - h)))
        / (2.0 * h);
    assert!((slope - g.1).abs() < 1e-8);
    assert_eq!(double.value(&([1.0, 2.0],)), [2.0, 4.0]);
    assert_eq!(line.with(&[3.0]).gradient(&[1.0, 2.0]), [3.0, 1.0]);
    assert_eq!(
        both.with(&[3.0]).jacobian(&[1.0, 2.0]),
        [[3.0, 0.0], [0.0, 1.0]]
    );
}
