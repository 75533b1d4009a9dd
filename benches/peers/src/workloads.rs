//! The workloads, once for the numbers of every crate.

use std::ops::{Add, Div, Mul, Sub};

/// What the workloads take of a crate's numbers.
pub trait Number:
    Clone + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    /// self + constant
    fn shift(self, constant: f64) -> Self;
    /// self · factor
    fn scale(self, factor: f64) -> Self;
    fn exp(self) -> Self;
    fn ln(self) -> Self;
    fn tanh(self) -> Self;
    fn sqrt(self) -> Self;
    fn sin(self) -> Self;
    fn cos(self) -> Self;
    /// 1/self
    fn recip(self) -> Self;
    /// max(self, 0)
    fn relu(self) -> Self;
    fn square(self) -> Self {
        self.clone() * self
    }
    fn sigmoid(self) -> Self {
        self.scale(-1.0).exp().shift(1.0).recip()
    }
}

#[inline(always)]
fn sum<N: Number>(mut terms: impl Iterator<Item = N>) -> N {
    let first = terms.next().expect("a sum of at least one term");
    terms.fold(first, |sum, term| sum + term)
}

/// tanh(Σ wᵢ xᵢ + b), of the weights, the inputs and the bias.
#[inline(always)]
pub fn neuron<N: Number>(v: &[N]) -> N {
    let (bias, rest) = v.split_last().expect("a bias");
    let (w, x) = rest.split_at(rest.len() / 2);
    let products = w.iter().zip(x).map(|(w, x)| w.clone() * x.clone());
    (sum(products) + bias.clone()).tanh()
}

/// micrograd's example.
#[inline(always)]
pub fn micrograd<N: Number>(v: &[N]) -> N {
    let (a, b) = (v[0].clone(), v[1].clone());
    let c = a.clone() + b.clone();
    let d = a.clone() * b.clone() + b.clone() * b.clone() * b.clone();
    let c = c.clone() + c.shift(1.0);
    let c = c.clone() + c.shift(1.0) - a.clone();
    let d = d.clone() + d.scale(2.0) + (b.clone() + a.clone()).relu();
    let d = d.clone() + d.scale(3.0) + (b - a).relu();
    let e = c - d;
    let f = e.square();
    let g = f.clone().scale(0.5);
    let ten = f.clone().scale(0.0).shift(10.0);
    g + ten / f
}

/// Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²
#[inline(always)]
pub fn rosenbrock<N: Number>(x: &[N]) -> N {
    sum(x.windows(2).map(|pair| {
        let [x, y] = [pair[0].clone(), pair[1].clone()];
        (y - x.clone().square()).square().scale(100.0) + x.shift(-1.0).square()
    }))
}

/// ln Σ exp xᵢ; no element is so large that it must be scaled.
#[inline(always)]
pub fn log_sum_exp<N: Number>(x: &[N]) -> N {
    sum(x.iter().map(|x| x.clone().exp())).ln()
}

/// −½ Σ((y − μ)/σ)² − n ln σ
#[inline(always)]
pub fn normal<N: Number>(v: &[N], y: &[f64]) -> N {
    let [mu, sigma] = [v[0].clone(), v[1].clone()];
    let squares = y
        .iter()
        .map(|&y| ((mu.clone().shift(-y)) / sigma.clone()).square());
    sum(squares).scale(-0.5) - sigma.clone().ln().scale(y.len() as f64)
}

/// The residual of an observation in a bundle adjustment: of a camera [r, C, f, u₀, v₀, k₁, k₂], a point and a
/// weight.
#[inline(always)]
pub fn bundle<N: Number>(x: &[N], feature: [f64; 2]) -> [N; 2] {
    let [r0, r1, r2, c0, c1, c2, f, u0, v0, k1, k2, x0, x1, x2, w]: [N; 15] =
        std::array::from_fn(|i| x[i].clone());
    let (d0, d1, d2) = (x0 - c0, x1 - c1, x2 - c2);
    let angle = (r0.clone().square() + r1.clone().square() + r2.clone().square()).sqrt();
    let (a0, a1, a2) = (r0 / angle.clone(), r1 / angle.clone(), r2 / angle.clone());
    let (sin, cos) = (angle.clone().sin(), angle.cos());
    let inner = a0.clone() * d0.clone() + a1.clone() * d1.clone() + a2.clone() * d2.clone();
    let along = inner * cos.clone().scale(-1.0).shift(1.0);
    let turned = |d: &N, cross: N, a: &N| {
        d.clone() * cos.clone() + cross * sin.clone() + a.clone() * along.clone()
    };
    let cross = |a: &N, d: &N, b: &N, e: &N| a.clone() * d.clone() - b.clone() * e.clone();
    let z0 = turned(&d0, cross(&a1, &d2, &a2, &d1), &a0);
    let z1 = turned(&d1, cross(&a2, &d0, &a0, &d2), &a1);
    let z2 = turned(&d2, cross(&a0, &d1, &a1, &d0), &a2);
    let (p0, p1) = (z0 / z2.clone(), z1 / z2);
    let q = p0.clone().square() + p1.clone().square();
    let distortion = f * (q.clone() * (k1 + k2 * q)).shift(1.0);
    [
        w.clone() * (distortion.clone() * p0 + u0).shift(-feature[0]),
        w * (distortion * p1 + v0).shift(-feature[1]),
    ]
}

/// The layers of micrograd's demo.
pub const LAYERS: [(usize, usize); 3] = [(2, 16), (16, 16), (16, 1)];

/// The loss of micrograd's demo; the parameters layer by layer, weights before biases.
pub fn network<N: Number>(parameters: &[N], rows: &[([f64; 2], f64)]) -> N {
    let losses = rows.iter().map(|(x, label)| {
        let (w, b, rest) = split(parameters, 0);
        let h1: Vec<N> = (0..16)
            .map(|i| {
                let z = w[2 * i].clone().scale(x[0]) + w[2 * i + 1].clone().scale(x[1]);
                (z + b[i].clone()).relu()
            })
            .collect();
        let (w, b, rest) = split(rest, 1);
        let h2: Vec<N> = (0..16)
            .map(|i| (dot(&w[16 * i..][..16], &h1) + b[i].clone()).relu())
            .collect();
        let (w, b, _) = split(rest, 2);
        (dot(w, &h2) + b[0].clone()).scale(-label).shift(1.0).relu()
    });
    let loss = sum(losses).scale(1.0 / rows.len() as f64);
    loss + sum(parameters.iter().map(|p| p.clone().square())).scale(1e-4)
}

fn dot<N: Number>(w: &[N], x: &[N]) -> N {
    sum(w.iter().zip(x).map(|(w, x)| w.clone() * x.clone()))
}

/// Weights and biases of a layer, and what is left.
pub fn split<T>(parameters: &[T], layer: usize) -> (&[T], &[T], &[T]) {
    let (inputs, outputs) = LAYERS[layer];
    let (w, rest) = parameters.split_at(inputs * outputs);
    let (b, rest) = rest.split_at(outputs);
    (w, b, rest)
}

/// An epidemic by Runge's and Kutta's method, and the squares of its errors.
pub fn sir<N: Number>(v: &[N], (observed, dt): &([f64; 200], f64)) -> N {
    let [beta, gamma, i0]: [N; 3] = std::array::from_fn(|i| v[i].clone());
    let flows = |s: &N, i: &N| {
        let infected = beta.clone() * s.clone() * i.clone();
        (infected.clone(), infected - gamma.clone() * i.clone())
    };
    let after = |x: &N, h: f64, flow: &N| x.clone() + flow.clone().scale(h);
    let (mut s, mut i) = (i0.clone().scale(-1.0).shift(1.0), i0);
    sum(observed.iter().map(|observed| {
        let (f1, g1) = flows(&s, &i);
        let (f2, g2) = flows(&after(&s, -dt / 2.0, &f1), &after(&i, dt / 2.0, &g1));
        let (f3, g3) = flows(&after(&s, -dt / 2.0, &f2), &after(&i, dt / 2.0, &g2));
        let (f4, g4) = flows(&after(&s, -dt, &f3), &after(&i, *dt, &g3));
        s = after(&s, -dt / 6.0, &(f1 + (f2 + f3).scale(2.0) + f4));
        i = after(&i, dt / 6.0, &(g1 + (g2 + g3).scale(2.0) + g4));
        i.clone().shift(-observed).square()
    }))
}

/// The softened potential of bodies, of three coordinates each.
pub fn gravity<N: Number>(x: &[N]) -> N {
    let bodies = x.chunks(3).enumerate();
    let pairs = bodies.flat_map(|(i, a)| x.chunks(3).take(i).map(move |b| (a, b)));
    let of_pairs = pairs.map(|(a, b)| {
        let squares = a
            .iter()
            .zip(b)
            .map(|(a, b)| (a.clone() - b.clone()).square());
        sum(squares).shift(0.01).sqrt().recip()
    });
    sum(of_pairs).scale(-1.0)
}

/// A gated recurrent unit of 12 states; the parameters in the order of the function measured.
pub fn gru<N: Number>(v: &[N], (inputs, y): &([[f64; 4]; 48], f64)) -> N {
    // Of each gate 12 × 12 weights of the states, 12 × 4 of the inputs, and 12 biases.
    let gate = |number: usize, h: &[N], x: &[f64; 4]| -> Vec<N> {
        let (of_states, rest) = v[204 * number..204 * (number + 1)].split_at(144);
        let (of_inputs, biases) = rest.split_at(48);
        let row = |i: usize| {
            let inputs = of_inputs[4 * i..][..4].iter().zip(x);
            let inputs = sum(inputs.map(|(u, x)| u.clone().scale(*x)));
            dot(&of_states[12 * i..][..12], h) + inputs + biases[i].clone()
        };
        (0..12).map(row).collect()
    };
    let zero = v[0].clone().scale(0.0);
    let h = inputs.iter().fold(vec![zero; 12], |h, x| {
        let z = gate(0, &h, x).into_iter().map(N::sigmoid);
        let r = gate(1, &h, x).into_iter().map(N::sigmoid);
        let kept: Vec<N> = r.zip(&h).map(|(r, h)| r * h.clone()).collect();
        let c = gate(2, &kept, x).into_iter().map(N::tanh);
        let next = z.zip(c).zip(h);
        next.map(|((z, c), h)| h.clone() + z * (c - h)).collect()
    });
    dot(&v[612..], &h).shift(-y).square()
}

/// The negative log-likelihood of a mixture of 4 Student-t in 6 dimensions; the parameters in the order of the function
/// measured. No term is so large that it must be scaled.
pub fn student<N: Number>(v: &[N], rows: &[[f64; 6]]) -> N {
    let (logits, rest) = v.split_at(4);
    let (means, rest) = rest.split_at(24);
    let (log_diagonals, lower) = rest.split_at(24);
    let of_all = log_sum_exp(logits);
    let scales: Vec<N> = log_diagonals.iter().map(|x| x.clone().exp()).collect();
    let constants: Vec<N> = (0..4)
        .map(|k| {
            let log_scale = sum(log_diagonals[6 * k..][..6].iter().cloned());
            logits[k].clone() - of_all.clone() + log_scale
        })
        .collect();
    let of_rows = rows.iter().map(|x| {
        let terms: Vec<N> = (0..4)
            .map(|k| {
                let d: Vec<N> = (0..6)
                    .map(|i| means[6 * k + i].clone().shift(-x[i]))
                    .collect();
                let squares = sum((0..6).map(|i| {
                    let on_diagonal = scales[6 * k + i].clone() * d[i].clone();
                    let below = lower[36 * k + 6 * i..][..i].iter().zip(&d);
                    below
                        .fold(on_diagonal, |z, (l, d)| z + l.clone() * d.clone())
                        .square()
                }));
                constants[k].clone() - squares.scale(0.25).shift(1.0).ln().scale(5.0)
            })
            .collect();
        log_sum_exp(&terms)
    });
    sum(of_rows).scale(-1.0)
}
