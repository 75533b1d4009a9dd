//! The negative log-likelihood of a local linear trend, by Kalman's filter: 2 states, 300 observations, 3 variances.

use monograd::prelude::*;

const T: usize = 300;

func! {
    fn kalman(noise, of_level, of_slope; ys: [R; 300]) {
        let mut level = 0;
        let mut slope = 0;
        let mut p = 10;
        let mut q = 0;
        let mut r = 1;
        let mut loss = 0;
        for t in 0..300 {
            let ahead = level + slope;
            let pp = p + 2 * q + r + of_level;
            let qq = q + r;
            let rr = r + of_slope;
            let v = ys[t] - ahead;
            let f = pp + noise;
            let k = pp / f;
            let l = qq / f;
            level = ahead + k * v;
            slope = slope + l * v;
            p = pp - k * pp;
            q = qq - k * qq;
            r = rr - l * qq;
            loss += 0.5 * (f.ln() + v * v / f);
        }
        loss
    }
}

pub fn observed(draw: &mut impl FnMut() -> f64) -> [f64; T] {
    std::array::from_fn(|t| 0.01 * t as f64 + (t as f64 * 0.1).sin() + 0.3 * draw())
}

#[inline(always)]
pub fn ours((point, ys): &([f64; 3], [f64; T])) -> (f64, [f64; 3]) {
    kalman.with(ys).value_and_gradient(point)
}

#[inline(always)]
pub fn by_hand((point, ys): &([f64; 3], [f64; T])) -> (f64, [f64; 3]) {
    let [noise, of_level, of_slope] = *point;
    let (mut level, mut slope) = (0.0, 0.0);
    let (mut p, mut q, mut r, mut loss): (f64, f64, f64, f64) = (10.0, 0.0, 1.0, 0.0);
    // Of each step: the innovation, 1/f, and the gains.
    let mut steps = [[0.0; 6]; T];
    for (step, y) in steps.iter_mut().zip(ys) {
        let ahead = level + slope;
        let pp = p + 2.0 * q + r + of_level;
        let qq = q + r;
        let rr = r + of_slope;
        let v = y - ahead;
        let f = pp + noise;
        let recip = 1.0 / f;
        let (k, l) = (pp * recip, qq * recip);
        level = ahead + k * v;
        slope += l * v;
        p = pp - k * pp;
        q = qq - k * qq;
        r = rr - l * qq;
        loss += 0.5 * (f.ln() + v * v * recip);
        *step = [v, recip, k, l, pp, qq];
    }
    let (mut level_bar, mut slope_bar, mut p_bar, mut q_bar, mut r_bar) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut noise_bar, mut of_level_bar, mut of_slope_bar) = (0.0, 0.0, 0.0);
    for &[v, recip, k, l, pp, qq] in steps.iter().rev() {
        let k_bar = level_bar * v - p_bar * pp - q_bar * qq;
        let l_bar = slope_bar * v - r_bar * qq;
        let v_bar = level_bar * k + slope_bar * l + v * recip;
        let f_bar = recip * (0.5 * (1.0 - v * v * recip) - (k_bar * k + l_bar * l));
        let pp_bar = p_bar * (1.0 - k) + k_bar * recip + f_bar;
        let qq_bar = q_bar * (1.0 - k) - r_bar * l + l_bar * recip;
        noise_bar += f_bar;
        of_level_bar += pp_bar;
        of_slope_bar += r_bar;
        let ahead_bar = level_bar - v_bar;
        level_bar = ahead_bar;
        slope_bar += ahead_bar;
        p_bar = pp_bar;
        q_bar = 2.0 * pp_bar + qq_bar;
        r_bar += pp_bar + qq_bar;
    }
    (loss, [noise_bar, of_level_bar, of_slope_bar])
}
