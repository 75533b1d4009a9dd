//! What the loops are made of beside the standard library's operations.

use std::cell::Cell;

/// How near an evaluation came to where something jumps or has a kink: the least distance between what was
/// compared.
pub struct Near(Cell<f64>);

impl Near {
    pub fn new() -> Self {
        Near(Cell::new(f64::INFINITY))
    }

    pub fn distance(&self) -> f64 {
        self.0.get()
    }

    fn compare(&self, a: f64, b: f64) {
        // What is the same number by construction is on the same side in every evaluation.
        if a != b {
            self.0.set(self.0.get().min((a - b).abs()));
        }
    }

    pub fn less(&self, a: f64, b: f64) -> bool {
        self.compare(a, b);
        a < b
    }

    pub fn max(&self, a: f64, b: f64) -> f64 {
        if self.less(a, b) { b } else { a }
    }

    pub fn min(&self, a: f64, b: f64) -> f64 {
        if self.less(b, a) { b } else { a }
    }

    pub fn abs(&self, a: f64) -> f64 {
        if self.less(a, 0.0) { -a } else { a }
    }
}

pub fn square(x: f64) -> f64 {
    x * x
}

pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

pub fn softplus(x: f64) -> f64 {
    x.exp().ln_1p()
}

pub fn ln_add_exp(x: f64, y: f64) -> f64 {
    (x.exp() + y.exp()).ln()
}

pub fn softmax(x: &mut [f64]) {
    let sum: f64 = x.iter().map(|x| x.exp()).sum();
    for x in x {
        *x = x.exp() / sum;
    }
}

pub fn log_softmax(x: &mut [f64]) {
    let sum: f64 = x.iter().map(|x| x.exp()).sum();
    for x in x {
        *x -= sum.ln();
    }
}

pub fn cumulative_sum(x: &mut [f64]) {
    for i in 1..x.len() {
        x[i] += x[i - 1];
    }
}
