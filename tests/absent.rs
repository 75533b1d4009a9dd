//! What is absent by structure adds nothing, whatever its derivative.

use monograd::prelude::*;

func! {
    fn at_in_a_loop(x: [R; 3], y: [R; 3]) { (x.at::<0>() * y).sum() }
    fn log_let(x: [R; 3]) { let l: [R; 3] = x.ln(); select(x.at_most(0), 0, x * l).sum() }
    fn root_let(x: [R; 3]) { let l: [R; 3] = x.sqrt(); l.window::<1, 2>().sum() }
    fn stacked(x: [R; 2], k) { let v: [R; 2] = stack((x.at::<0>().ln(), k)); v.at::<1>() }
    fn greatest(x: [R; 3]) { let l: [R; 3] = x.sqrt(); l.maximum() }
    fn step(h, x) { h + x.sqrt() }
    fn forgets(h, x) { 0 * x + select(x.less_than(0), h, x) }
    fn unread(x: [R; 3]) { let h: [R; 3] = scan(step, 0, (x,)); h.at::<0>() }
    fn from_root(x, y: [R; 3]) { fold(forgets, x.sqrt(), (y,)) }
    fn rectified(k, y: [R; 3]) { let row: [R; 3] = k * y; row.relu().sum() }
    fn rectified_in_a_loop(k: [R; 2]; y: [[R; 3]; 2]) {
        let mut total = 0;
        for i in 0..2 {
            let row = (k[i] + 1) * y[i] - 0.5;
            total += row.relu().sum();
        }
        total
    }
    fn shifted_in_a_loop(k: [R; 2]; y: [[R; 3]; 2]) {
        let mut total = 0;
        for i in 0..2 {
            let row = y[i] - k[i].recip();
            total += row.relu().sum();
        }
        total
    }
    fn columns(m: [[R; 2]; 2]) { let r: [[R; 2]; 2] = m.recip(); r.column::<1>().sum() }
}

#[test]
fn a_view_that_is_a_real_is_the_same_in_a_loop() {
    let point = ([2.0, 30.0, 400.0], [1.0; 3]);
    assert_eq!(
        at_in_a_loop.value_and_gradient(&point),
        (6.0, ([3.0, 0.0, 0.0], [2.0; 3]))
    );
}

#[test]
fn a_real_that_multiplies_an_array_is_reached_by_the_elements_that_take_part() {
    let infinity = f64::INFINITY;
    let y = [1.0, -infinity, 2.0];
    assert_eq!(
        rectified.value_and_gradient(&(1.0, y)),
        (3.0, (3.0, [1.0, 0.0, 1.0]))
    );
    assert_eq!(
        rectified.gradient(&(1.0, [-1.0, -infinity, -2.0])),
        (0.0, [0.0; 3])
    );
    assert_eq!(
        rectified_in_a_loop
            .with(&[y, [-infinity; 3]])
            .gradient(&[1.0, 2.0]),
        [3.0, 0.0]
    );
    let y = [1.0_f32, f32::NEG_INFINITY, 2.0];
    assert_eq!(rectified.gradient(&(1.0_f32, y)), (3.0, [1.0, 0.0, 1.0]));
}

#[test]
fn a_real_that_is_subtracted_from_an_array_moves_by_the_elements_that_take_part() {
    let f = shifted_in_a_loop.with(&[[1.0, f64::INFINITY, 2.0], [1.0, -f64::INFINITY, 2.0]]);
    assert_eq!(f.gradient(&[2.0, 2.0]), [0.75, 0.5]);
    assert_eq!(f.hessian_diagonal(&[2.0, 2.0]), [-0.75, -0.5]);
    let none_takes_part = shifted_in_a_loop.with(&[[-1.0; 3], [1.0; 3]]);
    assert_eq!(none_takes_part.gradient(&[0.0, 2.0]), [0.0, 0.75]);
    assert_eq!(none_takes_part.hvp(&[0.0, 2.0], &[1.0, 1.0]), [0.0, -0.75]);
    assert_eq!(none_takes_part.hessian_diagonal(&[0.0, 2.0]), [0.0, -0.75]);
}

#[test]
fn lets_of_arrays() {
    assert_eq!(
        log_let.gradient(&[0.0, 1.0, 2.0]),
        [0.0, 1.0, 1.0 + 2.0_f64.ln()]
    );
    assert_eq!(root_let.gradient(&[0.0, 1.0, 4.0]), [0.0, 0.5, 0.25]);
    assert_eq!(stacked.gradient(&([0.0, 1.0], 3.0)), ([0.0, 0.0], 1.0));
    assert_eq!(greatest.gradient(&[0.0, 1.0, 4.0]), [0.0, 0.0, 0.25]);
    assert_eq!(unread.gradient(&[1.0, 0.0, 0.0]), [0.5, 0.0, 0.0]);
    assert_eq!(
        from_root.gradient(&(0.0, [1.0, 2.0, 3.0])),
        (0.0, [0.0, 0.0, 1.0])
    );
    assert_eq!(
        columns.gradient(&[[0.0, 1.0], [0.0, 2.0]]),
        [[0.0, -1.0], [0.0, -0.25]]
    );
}

#[test]
fn rows_in_lanes() {
    let f = func!(|a; x| select(x.equals(0), 0, a * x.ln()));
    let g = func!(|a; x| { let l = a * x.ln(); let m = l * l; select(x.equals(0), 0, m) });
    let rows: Vec<_> = (0..8).map(|i| [f64::from(i)]).collect();
    let sum: f64 = (1..8).map(|i| f64::from(i).ln()).sum();
    let squares: f64 = (1..8).map(|i| 2.0 * f64::from(i).ln().powi(2)).sum();
    assert!((f.over(&rows).gradient(&[1.0])[0] - sum).abs() < 1e-13);
    assert!((g.over(&rows).gradient(&[1.0])[0] - squares).abs() < 1e-13);
}
