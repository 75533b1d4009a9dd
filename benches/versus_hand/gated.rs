//! A gated recurrent unit of 12 states and 4 inputs over a sequence of 48, and the square of its error.

use monograd::prelude::*;

const H: usize = 12;
const I: usize = 4;
const T: usize = 48;

type Square = [[f64; H]; H];
type Input = [[f64; I]; H];
type Bias = [f64; H];
pub type Parameters = (
    Square,
    Input,
    Bias,
    Square,
    Input,
    Bias,
    Square,
    Input,
    Bias,
    Bias,
);
pub type Data = ([[f64; I]; T], f64);

func! {
    fn gru(
        wz: [[R; H]; H], uz: [[R; I]; H], bz: [R; H],
        wr: [[R; H]; H], ur: [[R; I]; H], br: [R; H],
        wc: [[R; H]; H], uc: [[R; I]; H], bc: [R; H], v: [R; H];
        xs: [[R; I]; T], y
    ) {
        let mut h = [0; H];
        for t in 0..T {
            let z = (wz.dot(h) + uz.dot(xs[t]) + bz).sigmoid();
            let r = (wr.dot(h) + ur.dot(xs[t]) + br).sigmoid();
            let kept = r * h;
            let c = (wc.dot(kept) + uc.dot(xs[t]) + bc).tanh();
            h = h + z * (c - h);
        }
        (v.dot(h) - y).square()
    }
}

pub fn point(draw: &mut impl FnMut() -> f64) -> (Parameters, Data) {
    fn array<const N: usize>(draw: &mut impl FnMut() -> f64) -> [f64; N] {
        std::array::from_fn(|_| draw())
    }
    fn matrix<const N: usize, const M: usize>(draw: &mut impl FnMut() -> f64) -> [[f64; N]; M] {
        std::array::from_fn(|_| array(draw))
    }
    let parameters = (
        matrix(draw),
        matrix(draw),
        array(draw),
        matrix(draw),
        matrix(draw),
        array(draw),
        matrix(draw),
        matrix(draw),
        array(draw),
        array(draw),
    );
    (parameters, (matrix(draw), 0.3))
}

#[inline(always)]
pub fn ours((parameters, data): &(Parameters, Data)) -> (f64, Parameters) {
    gru.with(data).value_and_gradient(parameters)
}

fn dot<const N: usize>(a: &[f64; N], b: &[f64; N]) -> f64 {
    let mut sums = [0.0; 4];
    for i in 0..N / 4 {
        for k in 0..4 {
            sums[k] += a[4 * i + k] * b[4 * i + k];
        }
    }
    (sums[0] + sums[2]) + (sums[1] + sums[3])
}

#[inline(always)]
fn add_scaled<const N: usize>(sums: &mut [f64; N], factor: f64, x: &[f64; N]) {
    for i in 0..N {
        sums[i] += factor * x[i];
    }
}

#[inline(always)]
pub fn by_hand((parameters, (xs, y)): &(Parameters, Data)) -> (f64, Parameters) {
    let (wz, uz, bz, wr, ur, br, wc, uc, bc, v) = parameters;
    let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
    let mut states = [[0.0; H]; T + 1];
    let (mut zs, mut rs, mut ks, mut cs) =
        ([[0.0; H]; T], [[0.0; H]; T], [[0.0; H]; T], [[0.0; H]; T]);
    for t in 0..T {
        let (h, x) = (states[t], &xs[t]);
        for i in 0..H {
            zs[t][i] = sigmoid(dot(&wz[i], &h) + dot(&uz[i], x) + bz[i]);
            rs[t][i] = sigmoid(dot(&wr[i], &h) + dot(&ur[i], x) + br[i]);
            ks[t][i] = rs[t][i] * h[i];
        }
        for i in 0..H {
            cs[t][i] = (dot(&wc[i], &ks[t]) + dot(&uc[i], x) + bc[i]).tanh();
            states[t + 1][i] = h[i] + zs[t][i] * (cs[t][i] - h[i]);
        }
    }
    let error = dot(v, &states[T]) - y;
    let (mut wz_bar, mut uz_bar, mut bz_bar) = ([[0.0; H]; H], [[0.0; I]; H], [0.0; H]);
    let (mut wr_bar, mut ur_bar, mut br_bar) = ([[0.0; H]; H], [[0.0; I]; H], [0.0; H]);
    let (mut wc_bar, mut uc_bar, mut bc_bar) = ([[0.0; H]; H], [[0.0; I]; H], [0.0; H]);
    let v_bar = states[T].map(|h| 2.0 * error * h);
    let mut h_bar = v.map(|v| 2.0 * error * v);
    for t in (0..T).rev() {
        let (h, x, z, r, c) = (&states[t], &xs[t], &zs[t], &rs[t], &cs[t]);
        let mut before_bar: Bias = std::array::from_fn(|i| h_bar[i] * (1.0 - z[i]));
        let mut k_bar = [0.0; H];
        for i in 0..H {
            let a_bar = h_bar[i] * z[i] * (1.0 - c[i]) * (1.0 + c[i]);
            add_scaled(&mut wc_bar[i], a_bar, &ks[t]);
            add_scaled(&mut k_bar, a_bar, &wc[i]);
            add_scaled(&mut uc_bar[i], a_bar, x);
            bc_bar[i] += a_bar;
        }
        for i in 0..H {
            before_bar[i] += k_bar[i] * r[i];
        }
        for i in 0..H {
            let a_bar = k_bar[i] * h[i] * r[i] * (1.0 - r[i]);
            add_scaled(&mut wr_bar[i], a_bar, h);
            add_scaled(&mut before_bar, a_bar, &wr[i]);
            add_scaled(&mut ur_bar[i], a_bar, x);
            br_bar[i] += a_bar;
            let a_bar = h_bar[i] * (c[i] - h[i]) * z[i] * (1.0 - z[i]);
            add_scaled(&mut wz_bar[i], a_bar, h);
            add_scaled(&mut before_bar, a_bar, &wz[i]);
            add_scaled(&mut uz_bar[i], a_bar, x);
            bz_bar[i] += a_bar;
        }
        h_bar = before_bar;
    }
    let gradient = (
        wz_bar, uz_bar, bz_bar, wr_bar, ur_bar, br_bar, wc_bar, uc_bar, bc_bar, v_bar,
    );
    (error * error, gradient)
}
