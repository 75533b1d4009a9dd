//! Written by `tests/oracle/generate.py`: change that, and run it.

use monograd::prelude::*;

monograd::func! {
    pub fn wave(x, k) {
        (k * x).sin()
    }

    pub fn huber(r) {
        select(r.abs().at_most(0.8), 0.5 * (r * r), 0.8 * (r.abs() - 0.4))
    }

    pub fn pair(x, y) {
        let c = y.tanh();
        [x * c, (x - c).cos()]
    }

    pub fn step(h, x) {
        (0.6 * h + x).tanh()
    }

    pub fn driven(h, x, k) {
        let c = (h * k).sin();
        c + 0.3 * x
    }

    pub fn energy<const N: usize>(x: [R; N], k) {
        (k * x.sin() * x.at::<0>()).sum()
    }

    pub fn affine<const N: usize, const K: usize>(w: [[R; K]; N], b: [R; N], x: [R; K]) -> [R; N] {
        (w.dot(x) + b).tanh()
    }

    pub fn turned<const M: usize, const N: usize>(m: [[R; N]; M]) -> [[R; M]; N] {
        m.transpose() * m.at::<0>().at::<1>()
    }

    pub fn weighted<const N: usize>(x: [R; N]; w: [R; N], c) {
        let d: [R; N] = (x - c * w).square();
        (d * w.at::<1>()).mean()
    }
}

/// The same by loops.
pub mod by_loops {
    use crate::plain::*;

    pub fn wave(x: f64, k: f64, _: &Near) -> f64 {
        (k * x).sin()
    }

    pub fn huber(r: f64, near: &Near) -> f64 {
        if !near.less(0.8, near.abs(r)) { 0.5 * (r * r) } else { 0.8 * (near.abs(r) - 0.4) }
    }

    pub fn pair(x: f64, y: f64, _: &Near) -> [f64; 2] {
        let c = y.tanh();
        [x * c, (x - c).cos()]
    }

    pub fn step(h: f64, x: f64, _: &Near) -> f64 {
        (0.6 * h + x).tanh()
    }

    pub fn driven(h: f64, x: f64, k: f64, _: &Near) -> f64 {
        let c = (h * k).sin();
        c + 0.3 * x
    }
}
