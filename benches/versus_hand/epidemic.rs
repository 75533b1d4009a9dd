//! An epidemic, susceptible–infected–recovered, by Runge's and Kutta's method, against what was observed of it.

use monograd::prelude::*;

const STEPS: usize = 200;

pub type Data = ([f64; STEPS], f64);

func! {
    fn sir(beta, gamma, i0; observed: [R; 200], dt) {
        let mut s = 1 - i0;
        let mut i = i0;
        let mut loss = 0;
        for t in 0..200 {
            let f1 = beta * s * i;
            let g1 = f1 - gamma * i;
            let s1 = s - dt / 2 * f1;
            let i1 = i + dt / 2 * g1;
            let f2 = beta * s1 * i1;
            let g2 = f2 - gamma * i1;
            let s2 = s - dt / 2 * f2;
            let i2 = i + dt / 2 * g2;
            let f3 = beta * s2 * i2;
            let g3 = f3 - gamma * i2;
            let s3 = s - dt * f3;
            let i3 = i + dt * g3;
            let f4 = beta * s3 * i3;
            let g4 = f4 - gamma * i3;
            s -= dt / 6 * (f1 + 2 * (f2 + f3) + f4);
            i += dt / 6 * (g1 + 2 * (g2 + g3) + g4);
            loss += (i - observed[t]).square();
        }
        loss
    }
}

/// What another epidemic would have shown.
pub fn observed() -> Data {
    let observed = std::array::from_fn(|t| 0.3 * (-(t as f64 * 0.02 - 2.0).powi(2)).exp());
    (observed, 0.1)
}

#[inline(always)]
pub fn ours((point, data): &([f64; 3], Data)) -> (f64, [f64; 3]) {
    sir.with(data).value_and_gradient(point)
}

#[inline(always)]
pub fn by_hand((point, (observed, dt)): &([f64; 3], Data)) -> (f64, [f64; 3]) {
    let [beta, gamma, i0] = *point;
    let (half, sixth) = (dt / 2.0, dt / 6.0);
    let flows = |s: f64, i: f64| {
        let infected = beta * s * i;
        (infected, infected - gamma * i)
    };
    let (mut s, mut i, mut loss) = (1.0 - i0, i0, 0.0);
    // Of each step: where the flows are taken, and the error after it.
    let mut steps = [[0.0; 9]; STEPS];
    for (step, observed) in steps.iter_mut().zip(observed) {
        let (f1, g1) = flows(s, i);
        let (s1, i1) = (s - half * f1, i + half * g1);
        let (f2, g2) = flows(s1, i1);
        let (s2, i2) = (s - half * f2, i + half * g2);
        let (f3, g3) = flows(s2, i2);
        let (s3, i3) = (s - dt * f3, i + dt * g3);
        let (f4, g4) = flows(s3, i3);
        let before = [s, i];
        s -= sixth * (f1 + 2.0 * (f2 + f3) + f4);
        i += sixth * (g1 + 2.0 * (g2 + g3) + g4);
        let error = i - observed;
        loss += error * error;
        *step = [before[0], before[1], s1, i1, s2, i2, s3, i3, error];
    }
    let (mut s_bar, mut i_bar, mut beta_bar, mut gamma_bar) = (0.0, 0.0, 0.0, 0.0);
    // From the cotangents of the flows to those of the state in which they are taken.
    let mut back = |s: f64, i: f64, f_bar: f64, g_bar: f64| {
        let infected_bar = f_bar + g_bar;
        beta_bar += infected_bar * s * i;
        gamma_bar -= g_bar * i;
        let by_beta = infected_bar * beta;
        (by_beta * i, by_beta * s - g_bar * gamma)
    };
    for &[s, i, s1, i1, s2, i2, s3, i3, error] in steps.iter().rev() {
        i_bar += 2.0 * error;
        let (f, g) = (-sixth * s_bar, sixth * i_bar);
        let (s3_bar, i3_bar) = back(s3, i3, f, g);
        let (s2_bar, i2_bar) = back(s2, i2, 2.0 * f - dt * s3_bar, 2.0 * g + dt * i3_bar);
        let (s1_bar, i1_bar) = back(s1, i1, 2.0 * f - half * s2_bar, 2.0 * g + half * i2_bar);
        let (s_in, i_in) = back(s, i, f - half * s1_bar, g + half * i1_bar);
        s_bar += s1_bar + s2_bar + s3_bar + s_in;
        i_bar += i1_bar + i2_bar + i3_bar + i_in;
    }
    (loss, [beta_bar, gamma_bar, i_bar - s_bar])
}
