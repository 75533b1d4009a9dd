//! The implied volatility of the SABR model by Hagan's formula, with its derivatives up to the third along a direction.

use monograd::prelude::*;

func! {
    pub fn volatility(alpha, beta, rho, nu, forward; strike, time) {
        let log_moneyness = (forward / strike).ln();
        let rest = 1 - beta;
        let middle = (rest * 0.5 * (forward * strike).ln()).exp();
        let z = nu / alpha * middle * log_moneyness;
        let x = (((1 - 2 * rho * z + z * z).sqrt() + z - rho) / (1 - rho)).ln();
        let squared = (rest * log_moneyness).square();
        let level = alpha / (middle * (1 + squared / 24 + squared * squared / 1920));
        let ratio = alpha / middle;
        let drift = (rest * ratio).square() / 24
            + 0.25 * rho * beta * nu * ratio
            + (2 - 3 * rho * rho) * nu * nu / 24;
        level * (z / x) * (1 + drift * time)
    }
}

pub const DATA: [f64; 2] = [95.0, 1.5];
pub const POINT: ([f64; 5], [f64; 5]) = ([0.8, 0.6, -0.3, 0.5, 100.0], [0.1, -0.05, 0.2, 0.3, 2.0]);

#[inline(never)]
pub fn ours((point, direction): &([f64; 5], [f64; 5])) -> [f64; 4] {
    let series = volatility.with(&DATA).taylor::<3, _>(point, direction);
    std::array::from_fn(|order| series.derivative(order))
}

/// A series to the third power, whose recurrences are written out.
#[derive(Clone, Copy)]
struct Series([f64; 4]);

impl Series {
    fn line(x: f64, v: f64) -> Self {
        Series([x, v, 0.0, 0.0])
    }
    fn plus(self, x: f64) -> Self {
        let Series([a, b, c, d]) = self;
        Series([a + x, b, c, d])
    }
    fn times(self, x: f64) -> Self {
        Series(self.0.map(|a| a * x))
    }
    fn ln(self) -> Self {
        let Series([a, b, c, d]) = self;
        let r = 1.0 / a;
        let first = b * r;
        let second = (c - 0.5 * first * b) * r;
        let third = (d - (first * c + 2.0 * second * b) / 3.0) * r;
        Series([a.ln(), first, second, third])
    }
    fn exp(self) -> Self {
        let Series([a, b, c, d]) = self;
        let e = a.exp();
        Series([
            e,
            e * b,
            e * (c + 0.5 * b * b),
            e * (d + b * c + b * b * b / 6.0),
        ])
    }
    fn sqrt(self) -> Self {
        let Series([a, b, c, d]) = self;
        let root = a.sqrt();
        let half = 0.5 / root;
        let first = b * half;
        let second = (c - first * first) * half;
        Series([root, first, second, (d - 2.0 * first * second) * half])
    }
}

impl std::ops::Add for Series {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Series(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }
}

impl std::ops::Sub for Series {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Series(std::array::from_fn(|i| self.0[i] - other.0[i]))
    }
}

impl std::ops::Mul for Series {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let (Series([a, b, c, d]), Series([p, q, r, s])) = (self, other);
        Series([
            a * p,
            a * q + b * p,
            a * r + b * q + c * p,
            a * s + b * r + c * q + d * p,
        ])
    }
}

impl std::ops::Div for Series {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let (Series([a, b, c, d]), Series([p, q, r, s])) = (self, other);
        let recip = 1.0 / p;
        let x = a * recip;
        let y = (b - x * q) * recip;
        let z = (c - x * r - y * q) * recip;
        Series([x, y, z, (d - x * s - y * r - z * q) * recip])
    }
}

#[inline(never)]
pub fn by_hand((point, direction): &([f64; 5], [f64; 5])) -> [f64; 4] {
    let [strike, time] = std::hint::black_box(DATA);
    let [alpha, beta, rho, nu, forward] =
        std::array::from_fn(|i| Series::line(point[i], direction[i]));
    let log_forward = forward.ln();
    let log_strike = strike.ln();
    let log_moneyness = log_forward.plus(-log_strike);
    let rest = beta.times(-1.0).plus(1.0);
    let middle = (rest * log_forward.plus(log_strike)).times(0.5).exp();
    let ratio = alpha / middle;
    let z = nu * log_moneyness / ratio;
    let root = (z * (z - rho.times(2.0))).plus(1.0).sqrt();
    let x = ((root + z - rho) / rho.times(-1.0).plus(1.0)).ln();
    let scaled = rest * log_moneyness;
    let squared = scaled * scaled;
    let correction = (squared * squared.times(1.0 / 1920.0).plus(1.0 / 24.0)).plus(1.0);
    let level = ratio / correction;
    let slope = rest * ratio;
    let drift = (slope * slope).times(1.0 / 24.0)
        + (rho * beta * (nu * ratio)).times(0.25)
        + ((rho * rho).times(-3.0).plus(2.0) * (nu * nu)).times(1.0 / 24.0);
    let Series([a, b, c, d]) = level * (z / x) * drift.times(time).plus(1.0);
    [a, b, 2.0 * c, 6.0 * d]
}
