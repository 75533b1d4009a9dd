//! All third derivatives of the implied volatility of [`sabr`](super::sabr) with respect to its five parameters.

use super::sabr::{DATA, volatility};
use monograd::prelude::*;
use std::ops::{Add, Mul, Sub};

pub const POINT: [f64; 5] = [0.8, 0.6, -0.3, 0.5, 100.0];

/// The derivative of the Hessian with respect to each parameter.
#[inline(never)]
pub fn ours(point: &[f64; 5]) -> [[[f64; 5]; 5]; 5] {
    std::array::from_fn(|along| {
        let point: [Dual<f64>; 5] =
            std::array::from_fn(|i| Dual::new(point[i], if i == along { 1.0 } else { 0.0 }));
        let hessian = volatility.with(&DATA).hessian(&point);
        hessian.map(|row| row.map(|entry| entry.tangent))
    })
}

/// A number with its partial derivatives up to the third order, each once: of `i`, `j` and `k` where k ≤ j ≤ i.
#[derive(Clone, Copy)]
struct Third {
    value: f64,
    first: [f64; 5],
    second: [f64; 15],
    third: [f64; 35],
}

/// Where the derivative with respect to `i` and `j` is, j ≤ i.
const fn pair(i: usize, j: usize) -> usize {
    i * (i + 1) / 2 + j
}

/// Where the derivative with respect to `i`, `j` and `k` is, k ≤ j ≤ i.
const fn triple(i: usize, j: usize, k: usize) -> usize {
    i * (i + 1) * (i + 2) / 6 + pair(j, k)
}

impl Third {
    fn variable(value: f64, number: usize) -> Self {
        let mut first = [0.0; 5];
        first[number] = 1.0;
        Third {
            value,
            first,
            second: [0.0; 15],
            third: [0.0; 35],
        }
    }

    fn plus(mut self, x: f64) -> Self {
        self.value += x;
        self
    }

    fn times(self, x: f64) -> Self {
        Third {
            value: self.value * x,
            first: self.first.map(|a| a * x),
            second: self.second.map(|a| a * x),
            third: self.third.map(|a| a * x),
        }
    }

    /// A function of the number, of which value and derivatives are known.
    #[inline(always)]
    fn chain(&self, [value, first, second, third]: [f64; 4]) -> Self {
        let mut result = Third {
            value,
            first: self.first.map(|a| first * a),
            second: self.second.map(|a| first * a),
            third: self.third.map(|a| first * a),
        };
        let (x, xx) = (&self.first, &self.second);
        for i in 0..5 {
            for j in 0..=i {
                let product = x[i] * x[j];
                result.second[pair(i, j)] += second * product;
                for k in 0..=j {
                    let sum = xx[pair(i, j)] * x[k] + xx[pair(i, k)] * x[j] + xx[pair(j, k)] * x[i];
                    result.third[triple(i, j, k)] += second * sum + third * product * x[k];
                }
            }
        }
        result
    }

    fn ln(self) -> Self {
        let r = 1.0 / self.value;
        self.chain([self.value.ln(), r, -r * r, 2.0 * r * r * r])
    }

    fn exp(self) -> Self {
        let e = self.value.exp();
        self.chain([e, e, e, e])
    }

    fn sqrt(self) -> Self {
        let (root, r) = (self.value.sqrt(), 1.0 / self.value);
        let first = 0.5 * root * r;
        let second = -0.5 * first * r;
        self.chain([root, first, second, -1.5 * second * r])
    }

    fn recip(self) -> Self {
        let r = 1.0 / self.value;
        let square = r * r;
        self.chain([r, -square, 2.0 * square * r, -6.0 * square * square])
    }
}

/// Number by number.
fn zip(a: &Third, b: &Third, f: impl Fn(f64, f64) -> f64) -> Third {
    Third {
        value: f(a.value, b.value),
        first: std::array::from_fn(|i| f(a.first[i], b.first[i])),
        second: std::array::from_fn(|i| f(a.second[i], b.second[i])),
        third: std::array::from_fn(|i| f(a.third[i], b.third[i])),
    }
}

impl Add for Third {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        zip(&self, &other, |a, b| a + b)
    }
}

impl Sub for Third {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        zip(&self, &other, |a, b| a - b)
    }
}

impl Mul for Third {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let (a, b) = (self.value, other.value);
        let mut result = zip(&self, &other, |x, y| x * b + a * y);
        result.value = a * b;
        let (x, xx) = (&self.first, &self.second);
        let (y, yy) = (&other.first, &other.second);
        for i in 0..5 {
            for j in 0..=i {
                let ij = pair(i, j);
                result.second[ij] += x[i] * y[j] + x[j] * y[i];
                for k in 0..=j {
                    let (ik, jk) = (pair(i, k), pair(j, k));
                    result.third[triple(i, j, k)] += (xx[ij] * y[k] + x[k] * yy[ij])
                        + (xx[ik] * y[j] + x[j] * yy[ik])
                        + (xx[jk] * y[i] + x[i] * yy[jk]);
                }
            }
        }
        result
    }
}

#[inline(never)]
pub fn by_hand(point: &[f64; 5]) -> [[[f64; 5]; 5]; 5] {
    let [strike, time] = std::hint::black_box(DATA);
    let [alpha, beta, rho, nu, forward] = std::array::from_fn(|i| Third::variable(point[i], i));
    let log_forward = forward.ln();
    let log_strike = strike.ln();
    let log_moneyness = log_forward.plus(-log_strike);
    let rest = beta.times(-1.0).plus(1.0);
    let middle = (rest * log_forward.plus(log_strike)).times(-0.5).exp();
    let ratio = alpha * middle;
    let z = nu * log_moneyness * ratio.recip();
    let root = (z * (z - rho.times(2.0))).plus(1.0).sqrt();
    let x = ((root + z - rho) * rho.times(-1.0).plus(1.0).recip()).ln();
    let scaled = rest * log_moneyness;
    let squared = scaled * scaled;
    let correction = (squared * squared.times(1.0 / 1920.0).plus(1.0 / 24.0)).plus(1.0);
    let slope = rest * ratio;
    let drift = (slope * slope).times(1.0 / 24.0)
        + (rho * beta * (nu * ratio)).times(0.25)
        + ((rho * rho).times(-3.0).plus(2.0) * (nu * nu)).times(1.0 / 24.0);
    let volatility = ratio * z * (correction * x).recip() * drift.times(time).plus(1.0);
    std::array::from_fn(|i| {
        std::array::from_fn(|j| {
            std::array::from_fn(|k| {
                let mut at = [i, j, k];
                at.sort_unstable();
                let [least, middle, greatest] = at;
                volatility.third[triple(greatest, middle, least)]
            })
        })
    })
}
