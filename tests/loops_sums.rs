//! Loops that only add to sums, in all modes, against the same loops that take the sums on from step to step, `s = s + …`.
#![allow(
    clippy::assign_op_pattern,
    reason = "written so that the sum is a state"
)]

use monograd::check::assert_derivatives;
use monograd::prelude::*;

const N: usize = 5;

func! {
    /// Pairs, each once: loops in one another, with a branch.
    fn pairs(x: [[R; 3]; N]) {
        let mut energy = 0;
        for i in 0..N {
            for j in 0..N {
                if j < i {
                    let d = x[i] - x[j];
                    energy -= 1 / (d.norm_squared() + 0.01).sqrt();
                }
            }
        }
        energy
    }
    fn pairs_by_states(x: [[R; 3]; N]) {
        let mut energy = 0;
        for i in 0..N {
            for j in 0..i {
                let d = x[i] - x[j];
                energy = energy - 1 / (d.norm_squared() + 0.01).sqrt();
            }
        }
        energy
    }

    /// Two sums from where they are, `let`s, branches of several kinds, a block; the end is linear in the sums.
    fn several(x: [R; N], k, w: [[R; 2]; 2]) {
        let mut a = x[0] * k;
        let mut b = 1;
        for i in 0..N {
            let t = x[i] * k + w[0][1];
            a += t.sin();
            if x[i] > 0.2 {
                a += w[1][0] * x[i].ln();
            } else if x[i] > -0.3 {
                let q = t * t;
                b -= q;
                a -= q * w[1][1];
            } else {
                b += 0.5;
            }
            {
                let mut u = t;
                u = u * u;
                for j in 0..2 {
                    b += w[j][0] * u + j;
                }
            }
        }
        2 * (a - b / 3) + k * w[0][0] - 1
    }
    fn several_by_states(x: [R; N], k, w: [[R; 2]; 2]) {
        let mut a = x[0] * k;
        let mut b = 1;
        for i in 0..N {
            let t = x[i] * k + w[0][1];
            a = a + t.sin();
            if x[i] > 0.2 {
                a = a + w[1][0] * x[i].ln();
            } else if x[i] > -0.3 {
                let q = t * t;
                b = b - q;
                a = a - q * w[1][1];
            } else {
                b = b + 0.5;
            }
            let u = t * t;
            for j in 0..2 {
                b = b + w[j][0] * u + j;
            }
        }
        2 * (a - b / 3) + k * w[0][0] - 1
    }

    /// Sums that are read afterwards, of cheap steps; one of them in each step of a loop that has states.
    fn within(x: [R; N], k) {
        let mut h = k;
        for _ in 0..3 {
            let mut s = 0;
            for i in 0..N {
                s += x[i] * h - i * x[N - 1 - i];
            }
            h = (s * 0.1 + h).tanh();
        }
        let mut p = 0;
        for i in 1..N {
            p += x[i] * x[i - 1] / k;
        }
        h * p + p * p
    }
    fn within_by_states(x: [R; N], k) {
        let mut h = k;
        for _ in 0..3 {
            let mut s = 0;
            for i in 0..N {
                s = s + x[i] * h - i * x[N - 1 - i];
            }
            h = (s * 0.1 + h).tanh();
        }
        let mut p = 0;
        for i in 1..N {
            p = p + x[i] * x[i - 1] / k;
        }
        h * p + p * p
    }

    /// A loop with states of its own in each step, arrays, data, and what the loop does not change.
    fn recurrences(w: [[R; 2]; 2], b: [R; 2]; xs: [[R; 3]; N], y: [R; N]) {
        let mut loss = 0;
        for i in 0..N {
            let mut h = [0; 2];
            for t in 0..3 {
                h = (w.dot(h) + b * xs[i][t] * b[0].exp()).tanh();
            }
            loss += (h.sum() - y[i]).square();
            loss += (b * h).relu().sum();
        }
        loss / N
    }
    fn recurrences_by_states(w: [[R; 2]; 2], b: [R; 2]; xs: [[R; 3]; N], y: [R; N]) {
        let mut loss = 0;
        for i in 0..N {
            let mut h = [0; 2];
            for t in 0..3 {
                h = (w.dot(h) + b * xs[i][t] * b[0].exp()).tanh();
            }
            loss = loss + (h.sum() - y[i]).square();
            let rectified = (b * h).relu().sum();
            loss = loss + rectified;
        }
        loss / N
    }

    /// Of reals.
    fn of_reals(x, y) {
        let mut s = y;
        for i in 0..4 {
            s += x * y / (i + 1);
        }
        s
    }
    fn of_reals_by_states(x, y) {
        let mut s = y;
        for i in 0..4 {
            s = s + x * y / (i + 1);
        }
        s
    }
    fn costly_of_reals(x, y) {
        let mut s = y;
        for i in 0..4 {
            s += (x * i + y).exp();
        }
        s
    }

    fn calls(x: [R; N], k) { pairs_of(x, k) * k + pairs_of(x, 2) }
    fn pairs_of(x: [R; N], k) {
        let mut s = 0;
        for i in 0..N {
            for j in i..N {
                s += (x[i] * x[j] * k).sin();
            }
        }
        -s
    }
    fn calls_by_states(x: [R; N], k) {
        let mut s = 0;
        let mut t = 0;
        for i in 0..N {
            for j in i..N {
                s = s + (x[i] * x[j] * k).sin();
                t = t + (x[i] * x[j] * 2).sin();
            }
        }
        -s * k - t
    }
}

fn x() -> [f64; N] {
    [0.4, -0.2, -0.9, 1.3, 0.25]
}

fn near(a: &[f64], b: &[f64]) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        assert!((a - b).abs() <= 1e-13 * b.abs().max(1.0), "{a} is not {b}");
    }
}

#[test]
fn pairs_each_once() {
    let x: [[f64; 3]; N] =
        std::array::from_fn(|i| std::array::from_fn(|k| (1.7 * i as f64 + 0.6 * k as f64).sin()));
    assert_derivatives(pairs, &x);
    let (value, gradient) = pairs.value_and_gradient(&x);
    let (expected, slopes) = pairs_by_states.value_and_gradient(&x);
    assert_eq!((value, pairs.value(&x)), (expected, expected));
    near(gradient.as_flattened(), slopes.as_flattened());
    let direction = x.map(|row| row.map(f64::cos));
    near(
        pairs.hvp(&x, &direction).as_flattened(),
        pairs_by_states.hvp(&x, &direction).as_flattened(),
    );
    let single = x.map(|row| row.map(|x| x as f32));
    assert!((f64::from(pairs.value(&single)) - value).abs() < 1e-5 * value.abs());
}

#[test]
fn several_sums() {
    let point = (x(), 0.7, [[0.3, -0.8], [1.1, 0.45]]);
    assert_derivatives(several, &point);
    let (value, (in_x, in_k, in_w)) = several.value_and_gradient(&point);
    let (expected, (x, k, w)) = several_by_states.value_and_gradient(&point);
    assert_eq!(value, expected);
    near(&in_x, &x);
    near(&[in_k], &[k]);
    near(in_w.as_flattened(), w.as_flattened());
}

#[test]
fn sums_that_are_read() {
    let point = (x(), 0.7);
    assert_derivatives(within, &point);
    let (value, (in_x, in_k)) = within.value_and_gradient(&point);
    let (expected, (x, k)) = within_by_states.value_and_gradient(&point);
    assert_eq!(value, expected);
    near(&in_x, &x);
    near(&[in_k], &[k]);
}

#[test]
fn of_recurrences() {
    let parameters = ([[0.3, -0.8], [1.1, 0.45]], [0.2, -0.6]);
    let row = |shift: f64| {
        let xs: [[f64; 3]; N] = std::array::from_fn(|i| {
            std::array::from_fn(|k| (shift + 1.3 * (i * 3 + k) as f64).sin())
        });
        (xs, x().map(|y| y * shift.cos()))
    };
    assert_derivatives(recurrences.with(&row(0.0)), &parameters);
    let rows: Vec<_> = (0..11).map(|i| row(0.3 * f64::from(i))).collect();
    let (value, (in_w, in_b)) = recurrences.over(&rows).value_and_gradient(&parameters);
    let (mut sum, mut w, mut b) = (0.0, [0.0; 4], [0.0; 2]);
    for row in &rows {
        let (value, (of_w, of_b)) = recurrences_by_states
            .with(row)
            .value_and_gradient(&parameters);
        assert_eq!(recurrences.with(row).value(&parameters), value);
        sum += value;
        for (sum, slope) in w.iter_mut().zip(of_w.as_flattened()) {
            *sum += slope;
        }
        for (sum, slope) in b.iter_mut().zip(of_b) {
            *sum += slope;
        }
    }
    assert!((value - sum).abs() < 1e-12 * sum.abs());
    for (ours, sum) in in_w
        .as_flattened()
        .iter()
        .chain(&in_b)
        .zip(w.iter().chain(&b))
    {
        assert!(
            (ours - sum).abs() < 1e-10 * sum.abs().max(1.0),
            "{ours} {sum}"
        );
    }
}

#[test]
fn functions_of_reals() {
    let point = [0.7, -1.2];
    assert_derivatives(of_reals, &point);
    assert_derivatives(costly_of_reals, &point);
    let (value, gradient) = of_reals.value_and_gradient(&point);
    let (expected, slopes) = of_reals_by_states.value_and_gradient(&point);
    assert_eq!(value, expected);
    near(&gradient, &slopes);
}

#[test]
fn in_calls() {
    let point = (x(), 0.7);
    assert_derivatives(calls, &point);
    let (value, (in_x, in_k)) = calls.value_and_gradient(&point);
    let (expected, (x, k)) = calls_by_states.value_and_gradient(&point);
    near(&[value, in_k], &[expected, k]);
    near(&in_x, &x);
}

func! {
    /// The branches that are not taken have infinite slopes, or none at all.
    fn guarded(x: [R; 3], y) {
        let mut s = 0;
        for i in 0..3 {
            if x[i] > 0 {
                let l = x[i].ln();
                s += l * y;
            }
            if i > 7 {
                s += x[1].sqrt();
            }
        }
        s
    }
    /// The root has an infinite slope, and nothing is added of it.
    fn of_no_steps(x, y) {
        let mut s = y;
        for _ in 0..0 {
            s += x.sqrt();
        }
        s
    }
    /// There is no second element, and no step that reads it.
    fn shorter(x: [R; 1], y) {
        let mut s = y;
        for i in 0..3 {
            for j in 0..i {
                if i + j < 1 {
                    s += y * x[j];
                }
            }
        }
        s
    }
    fn too_short(x: [R; 2]) {
        let mut s = 0;
        for i in 0..3 {
            for _ in 0..2 {
                s += x[i];
            }
        }
        s
    }
}

#[test]
fn what_is_absent_adds_nothing() {
    let (value, (in_x, in_y)) = guarded.value_and_gradient(&([0.0_f64, -1.0, 2.0], 3.0));
    assert_eq!(value, 3.0 * 2.0_f64.ln());
    assert_eq!((in_x, in_y), ([0.0, 0.0, 1.5], 2.0_f64.ln()));
    assert!(in_x[0].is_sign_positive() && in_x[1].is_sign_positive());
    let (value, gradient) = of_no_steps.value_and_gradient(&[0.0_f64, 3.0]);
    assert_eq!((value, gradient), (3.0, [0.0, 1.0]));
    assert!(gradient[0].is_sign_positive());
    assert_eq!(shorter.gradient(&([2.0], 3.0)), ([0.0], 1.0));
}

#[test]
#[should_panic(expected = "index out of bounds: the len is 2 but the index is 2")]
fn beyond_an_array() {
    let _ = too_short.gradient(&[1.0, 2.0]);
}
