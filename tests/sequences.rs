//! Recurrences over data whose length only run time knows, against loops of the same length in `func!`.
#![cfg(feature = "std")]

use monograd::prelude::*;
use monograd::rows::AlongRows;

func! {
    /// The state of a damped oscillator and a loss; stiffness and damping; what is observed.
    fn step(x, v, loss, k, c; seen, dt) {
        let a = -k * x - c * v;
        let next = x + dt * v;
        [next, v + dt * a, loss + (next - seen).square()]
    }
    fn unrolled(x0, v0, loss0, k, c; seen: [R; 50], dt) {
        let mut x = x0;
        let mut v = v0;
        let mut loss = loss0;
        for i in 0..50 {
            let a = -k * x - c * v;
            let next = x + dt * v;
            v = v + dt * a;
            x = next;
            loss += (next - seen[i]).square();
        }
        loss
    }
    fn cell(h: [R; 3], w: [[R; 3]; 3], u: [R; 3]; x) -> [R; 3] { (w.dot(h) + u * x).tanh() }
    /// The state is divided by, and not used where the datum is 0.
    fn guarded(x, y; on) { [if on > 0 { y } else { x }, 1 / x] }
}

const POINT: [f64; 5] = [1.0, 0.2, 0.0, 3.0, 0.4];

fn number(i: usize) -> f64 {
    (12.9898 * i as f64 + 0.3).sin()
}

fn close(actual: &[f64], expected: &[f64], bound: f64) {
    assert_eq!(actual.len(), expected.len());
    for (a, e) in actual.iter().zip(expected) {
        assert!((a - e).abs() <= bound * e.abs().max(1.0), "{a} is not {e}");
    }
}

#[test]
fn a_recurrence_is_its_loop() {
    let seen: [f64; 50] = std::array::from_fn(number);
    let rows: Vec<[f64; 2]> = seen.iter().map(|&seen| [seen, 0.05]).collect();
    let data = (seen, 0.05);
    let expected = unrolled.with(&data);
    let (value, gradient) = expected.value_and_gradient(&POINT);
    let along = step.along(&rows);
    for f in [along.result(2), along.checkpointed().result(2)] {
        let (sum, slopes) = f.value_and_gradient(&POINT);
        close(&[sum], &[value], 1e-14);
        close(&slopes, &gradient, 1e-13);
        close(&[f.value(&POINT)], &[value], 1e-14);
        let v = [0.3, -0.2, 0.1, 0.7, 0.9];
        close(&f.hvp(&POINT, &v), &expected.hvp(&POINT, &v), 1e-12);
        close(&[f.jvp(&POINT, &v).1], &[expected.jvp(&POINT, &v).1], 1e-13);
        let of_slices = f.objective();
        let mut hessian = [f64::NAN; 25];
        assert_eq!(of_slices.hessian_at(&POINT, &mut hessian), Ok(()));
        close(&hessian, expected.hessian(&POINT).as_flattened(), 1e-11);
    }
    let kept = along.result(2).gradient(&POINT).map(f64::to_bits);
    let made_again = along.checkpointed().result(2).gradient(&POINT);
    assert_eq!(made_again.map(f64::to_bits), kept);
}

#[test]
fn of_every_length_and_precision() {
    for len in [0, 1, 2, 3, 4, 9, 10, 17, 100] {
        let rows: Vec<[f64; 2]> = (0..len).map(|i| [number(i), 0.05]).collect();
        let along = step.along(&rows);
        let u = [0.3, -0.7, 1.1];
        let (state, back) = along.vjp(&POINT, &u);
        assert_eq!(along.checkpointed().vjp(&POINT, &u), (state, back));
        assert_eq!(along.value(&POINT), state);
        if len == 0 {
            assert_eq!((state, back), ([1.0, 0.2, 0.0], [0.3, -0.7, 1.1, 0.0, 0.0]));
        }
        let (value, slope) = along.jvp(&POINT, &back);
        let forward: f64 = slope.iter().zip(u).map(|(slope, u)| slope * u).sum();
        let reverse: f64 = back.iter().map(|b| b * b).sum();
        close(&[forward], &[reverse], 1e-12);
        assert_eq!(value, state);
        let single = along.value(&POINT.map(|x| x as f32));
        close(&single.map(f64::from), &state, 1e-5);
    }
}

#[test]
fn states_with_shapes() {
    let xs: Vec<[f64; 1]> = (0..40).map(|i| [number(i)]).collect();
    let w: [[f64; 3]; 3] =
        std::array::from_fn(|i| std::array::from_fn(|j| 0.5 * number(3 * i + j)));
    let point = ([0.1, -0.2, 0.3], w, [0.9, -0.4, 0.2]);
    let mapping = cell.along(&xs).mapping();
    let flat: Vec<f64> = [0.1, -0.2, 0.3]
        .into_iter()
        .chain(w.concat())
        .chain(point.2)
        .collect();
    let mut back = vec![f64::NAN; 15];
    assert_eq!(mapping.vjp_at(&flat, &[1.0, 0.0, 2.0], &mut back), Ok(()));
    let last = |x: &[f64]| {
        let mut results = [0.0; 3];
        mapping.results_at(x, &mut results).expect("15 numbers");
        results[0] + 2.0 * results[2]
    };
    for i in 0..15 {
        let moved = |h: f64| {
            let mut x = flat.clone();
            x[i] += h;
            last(&x)
        };
        close(&[back[i]], &[(moved(1e-6) - moved(-1e-6)) / 2e-6], 1e-7);
    }
}

/// What no result depends on adds nothing, though its derivative is infinite.
#[test]
fn an_unused_state_adds_nothing() {
    let f = guarded.along(&[[0.0], [0.0]]).result(0);
    assert_eq!(f.value_and_gradient(&[0.0, 3.0]), (0.0, [1.0, 0.0]));
    let f = guarded.along(&[[1.0]]).result(0);
    let (value, slopes) = f.value_and_gradient(&[0.0, 3.0]);
    assert_eq!(
        (value, slopes.map(f64::to_bits)),
        (3.0, [0.0_f64, 1.0].map(f64::to_bits))
    );
}

#[test]
#[should_panic(expected = "the state has 3 numbers, and no number 3")]
fn a_number_that_is_not_there_panics() {
    let _ = step.along::<f64>(&[]).result(3);
}
