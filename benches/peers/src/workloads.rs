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
    /// max(self, 0)
    fn relu(self) -> Self;
    fn square(self) -> Self {
        self.clone() * self
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
