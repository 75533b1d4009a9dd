//! Programs as they are met: their values against plain Rust, their gradients against differences.
#![allow(clippy::needless_range_loop, reason = "written as the functions are")]

use monograd::expr::Inputs;
use monograd::prelude::*;

/// The gradient against differences of the value.
fn check<const N: usize, I: Inputs>(f: impl Function<N, R, I> + Copy, x: &[f64]) -> f64 {
    let mut gradient = vec![0.0; x.len()];
    let value: f64 = f
        .value_and_gradient_into(x, &mut gradient)
        .expect("it fits");
    for i in 0..x.len() {
        let at = |step: f64| -> f64 {
            let mut x = x.to_vec();
            x[i] += step;
            let mut gradient = vec![0.0; x.len()];
            f.value_and_gradient_into(&x, &mut gradient)
                .expect("it fits")
        };
        let slope = (8.0 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
        assert!(
            (slope - gradient[i]).abs() < 1e-8 * (1.0 + slope.abs()),
            "in {i}: {}, and {slope} by differences",
            gradient[i]
        );
    }
    value
}

func! {
    /// A step of Runge and Kutta's method for y′ = f(y, t), of any size.
    fn rk4<F: Function<2, [R; N], ([R; N], R)>, const N: usize>(f: F, y: [R; N], t, h) -> [R; N] {
        let k1 = f(y, t);
        let k2 = f(y + h / 2 * k1, t + h / 2);
        let k3 = f(y + h / 2 * k2, t + h / 2);
        y + h / 6 * (k1 + 2 * k2 + 2 * k3 + f(y + h * k3, t + h))
    }
    fn swing(y: [R; 2], t) -> [R; 2] { [y[1], -y[0].sin() + 0.1 * t] }
    fn after_ten_steps(y0: [R; 2], h) {
        let mut y = y0;
        for i in 0..10 { y = rk4(swing, y, i * h, h); }
        y[0] * y[1]
    }
}

#[test]
fn runge_kutta_over_arrays() {
    let value = check(after_ten_steps, &[0.5, 0.2, 0.1]);
    let f = |y: [f64; 2], t: f64| [y[1], -y[0].sin() + 0.1 * t];
    let plus = |y: [f64; 2], h: f64, k: [f64; 2]| [y[0] + h * k[0], y[1] + h * k[1]];
    let (mut y, h) = ([0.5, 0.2], 0.1);
    for i in 0..10 {
        let t = f64::from(i) * h;
        let k1 = f(y, t);
        let k2 = f(plus(y, h / 2.0, k1), t + h / 2.0);
        let k3 = f(plus(y, h / 2.0, k2), t + h / 2.0);
        let k4 = f(plus(y, h, k3), t + h);
        for i in 0..2 {
            y[i] += h / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
        }
    }
    assert!((value - y[0] * y[1]).abs() < 1e-14);
}

func! {
    /// The accelerations of bodies that attract one another, each pair once.
    fn accelerations<const N: usize>(x: [[R; 2]; N], mass: [R; N]) -> [[R; 2]; N] {
        let mut a = [[0; 2]; N];
        for i in 0..N {
            for j in 0..i {
                let d = x[j] - x[i];
                let pull = d / (d.norm_squared() + 0.01).pow(1.5);
                a[i] += mass[j] * pull;
                a[j] -= mass[i] * pull;
            }
        }
        a
    }
    /// How far the bodies come in a few steps.
    fn drift(x0: [[R; 2]; 3], mass: [R; 3]) {
        let mut x = x0;
        let mut v = [[0; 2]; 3];
        for _ in 0..4 {
            v += 0.1 * accelerations(x, mass);
            x += 0.1 * v;
        }
        (x - x0).norm_squared()
    }
}

#[test]
fn pairwise_gravity() {
    let point = [0.0, 0.1, 1.0, -0.2, 0.3, 0.9, 1.0, 0.5, 2.0];
    let value = check(drift, &point);
    let mut x: [[f64; 2]; 3] = [[0.0, 0.1], [1.0, -0.2], [0.3, 0.9]];
    let (start, mass) = (x, [1.0_f64, 0.5, 2.0]);
    let mut v = [[0.0_f64; 2]; 3];
    for _ in 0..4 {
        for i in 0..3 {
            for j in 0..3 {
                let d = [x[j][0] - x[i][0], x[j][1] - x[i][1]];
                let r = d[0] * d[0] + d[1] * d[1] + 0.01;
                for k in 0..2 {
                    v[i][k] += 0.1 * mass[j] * d[k] / r.powf(1.5);
                }
            }
        }
        for i in 0..3 {
            for k in 0..2 {
                x[i][k] += 0.1 * v[i][k];
            }
        }
    }
    let square = |i: usize, k: usize| -> f64 { (x[i][k] - start[i][k]).powi(2) };
    let expected: f64 = (0..6).map(|at| square(at / 2, at % 2)).sum();
    assert!((value - expected).abs() < 1e-13 * expected);
}

func! {
    /// The moving average of what is present: where the mask is 1.
    fn masked_average(x: [R; 8]; mask: [R; 8]) -> [R; 6] {
        let mut y = [0; 6];
        for i in 0..6 {
            let present = mask[i..i + 3].sum();
            if present > 0 { y[i] = (x[i..i + 3] * mask[i..i + 3]).sum() / present; }
        }
        y
    }
    fn energy_of_average(x: [R; 8], mask: [R; 8]) { masked_average(x, mask).norm_squared() }
}

#[test]
fn a_masked_moving_average() {
    let x = [1.0, 5.0, 3.0, 2.0, 8.0, 6.0, 7.0, 4.0];
    let mask = [1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0];
    let average = masked_average.with(&mask);
    assert_eq!(average.value(&x), [2.0, 3.0, 3.0, 0.0, 7.0, 5.5]);
    assert_eq!(
        average.jacobian(&x)[0],
        [0.5, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0]
    );
    assert_eq!(average.jacobian(&x)[3], [0.0; 8]);
    check(
        energy_of_average,
        &[&x[..], &[1.0, 0.5, 1.0, 0.2, 0.1, 0.3, 1.0, 1.0]].concat(),
    );
}

#[derive(Parameters, Debug)]
struct Gate<S> {
    w: [[S; 2]; 3],
    u: [[S; 3]; 3],
    b: [S; 3],
}

#[derive(Parameters, Debug)]
struct Gru<S> {
    update: Gate<S>,
    reset: Gate<S>,
    candidate: Gate<S>,
}

func! {
    fn affine(w: [[R; 2]; 3], u: [[R; 3]; 3], b: [R; 3], x: [R; 2], h: [R; 3]) -> [R; 3] {
        w.dot(x) + u.dot(h) + b
    }
    /// A gated recurrent unit over a sequence.
    fn gru(net: Gru<R>; xs: [[R; 2]; 4]) {
        let mut h = [0; 3];
        for t in 0..4 {
            let z = affine(net.update.w, net.update.u, net.update.b, xs[t], h).sigmoid();
            let r = affine(net.reset.w, net.reset.u, net.reset.b, xs[t], h).sigmoid();
            let n = affine(net.candidate.w, net.candidate.u, net.candidate.b, xs[t], r * h).tanh();
            h = (1 - z) * n + z * h;
        }
        h.norm_squared()
    }
}

#[test]
fn a_gated_recurrent_unit() {
    let xs = [[0.5, -0.2], [1.0, 0.3], [-0.7, 0.9], [0.1, 0.4]];
    let net = Gru::<f64>::from_fn(|i| 0.6 * f64::sin(i as f64 * 1.7));
    let loss = gru.with(&xs);
    let (value, gradient) = loss.value_and_gradient(&net);
    let sigmoid = |x: f64| 1.0 / (1.0 + f64::exp(-x));
    let gate = |gate: &Gate<f64>, x: [f64; 2], h: [f64; 3], i: usize| -> f64 {
        gate.b[i]
            + (0..2).map(|k| gate.w[i][k] * x[k]).sum::<f64>()
            + (0..3).map(|k| gate.u[i][k] * h[k]).sum::<f64>()
    };
    let by_hand = |net: &Gru<f64>| -> f64 {
        let mut h = [0.0; 3];
        for x in xs {
            let z: [f64; 3] = std::array::from_fn(|i| sigmoid(gate(&net.update, x, h, i)));
            let r: [f64; 3] = std::array::from_fn(|i| sigmoid(gate(&net.reset, x, h, i)) * h[i]);
            h = std::array::from_fn(|i| {
                (1.0 - z[i]) * f64::tanh(gate(&net.candidate, x, r, i)) + z[i] * h[i]
            });
        }
        h.iter().map(|h| h * h).sum()
    };
    assert!((value - by_hand(&net)).abs() < 1e-14);
    {
        let step = 1e-5;
        let mut moved = [net; 2];
        moved[0].reset.u[1][2] += step;
        moved[1].reset.u[1][2] -= step;
        let slope = (by_hand(&moved[0]) - by_hand(&moved[1])) / (2.0 * step);
        assert!((gradient.reset.u[1][2] - slope).abs() < 1e-9);
        let mut moved = [net; 2];
        moved[0].candidate.b[0] += step;
        moved[1].candidate.b[0] -= step;
        let slope = (by_hand(&moved[0]) - by_hand(&moved[1])) / (2.0 * step);
        assert!((gradient.candidate.b[0] - slope).abs() < 1e-9);
    }
}

func! {
    /// A thermostat: it heats below one temperature until it is above another, and counts what it costs.
    fn thermostat(gain, loss; outside: [R; 12]) {
        let mut temperature = 20;
        let mut is_on = 0;
        let mut cost = 0;
        let mut log = [0; 12];
        for i in 0..12 {
            if is_on > 0 {
                if temperature > 21 { is_on = 0; }
            } else if temperature < 19 {
                is_on = 1;
            }
            if is_on > 0 {
                temperature += gain;
                cost += gain * gain;
                log[i] = temperature;
            }
            temperature += loss * (outside[i] - temperature);
        }
        cost + 0.01 * (log * log).sum() + temperature
    }
}

#[test]
fn a_state_machine() {
    let outside: [f64; 12] = std::array::from_fn(|i| 5.0 + (i as f64).sin());
    let by_hand = |gain: f64, loss: f64| -> f64 {
        let (mut temperature, mut is_on, mut cost, mut log) = (20.0, false, 0.0, 0.0);
        for i in 0..12 {
            if is_on {
                is_on = temperature <= 21.0;
            } else if temperature < 19.0 {
                is_on = true;
            }
            if is_on {
                temperature += gain;
                cost += gain * gain;
                log += temperature * temperature;
            }
            temperature += loss * (outside[i] - temperature);
        }
        cost + 0.01 * log + temperature
    };
    let f = thermostat.with(&outside);
    let (value, gradient) = f.value_and_gradient(&[2.5, 0.08]);
    assert!((value - by_hand(2.5, 0.08)).abs() < 1e-12);
    let slope = |gain: f64, loss: f64| {
        (by_hand(2.5 + gain, 0.08 + loss) - by_hand(2.5 - gain, 0.08 - loss)) / 2e-5
    };
    assert!((gradient[0] - slope(1e-5, 0.0)).abs() < 1e-6);
    assert!((gradient[1] - slope(0.0, 1e-5)).abs() < 1e-4 * gradient[1].abs());
}
