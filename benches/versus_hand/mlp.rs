//! micrograd's demo: a network of 2, 16, 16 and 1 neurons with the hinge loss, on one of its 100 points and
//! as the mean over all with a penalty on its 337 parameters.

use monograd::prelude::*;
use serde_json::Value as Json;

#[allow(dead_code, reason = "its `main` and its training")]
#[path = "../../examples/moons_static.rs"]
mod example;

pub use example::Row;
use example::{hinge, penalty};

pub type Parameters = (
    [[f64; 2]; 16],
    [f64; 16],
    [[f64; 16]; 16],
    [f64; 16],
    [f64; 16],
    f64,
);

const ZERO: Parameters = (
    [[0.0; 2]; 16],
    [0.0; 16],
    [[0.0; 16]; 16],
    [0.0; 16],
    [0.0; 16],
    0.0,
);

/// The demo's data and initial parameters, in which the weights of a neuron stand before its bias.
pub struct Moons {
    pub rows: Vec<Row>,
    pub parameters: Parameters,
    pub first_gradient: Parameters,
}

impl Moons {
    pub fn load() -> Self {
        let text = include_str!("../../tests/data/micrograd_moons.json");
        let json: Json = serde_json::from_str(text).expect("the file is JSON");
        let numbers = |json: &Json| -> Vec<f64> {
            let numbers = json.as_array().expect("an array").iter();
            numbers.map(|x| x.as_f64().expect("a number")).collect()
        };
        let points = json["x"].as_array().expect("an array").iter().map(numbers);
        let rows = points.zip(numbers(&json["y"]));
        Moons {
            rows: rows
                .map(|(point, label)| ([point[0], point[1]], label))
                .collect(),
            parameters: by_layer(&numbers(&json["initial_parameters"])),
            first_gradient: by_layer(&numbers(&json["first_gradient"])),
        }
    }
}

/// Parameters neuron by neuron as those of layers.
fn by_layer(numbers: &[f64]) -> Parameters {
    let mut next = numbers.iter().copied();
    let mut next = || next.next().expect("337 parameters");
    let mut parameters = ZERO;
    let (w1, b1, w2, b2, w3, b3) = &mut parameters;
    for (w, b) in w1.iter_mut().zip(b1) {
        w.fill_with(&mut next);
        *b = next();
    }
    for (w, b) in w2.iter_mut().zip(b2) {
        w.fill_with(&mut next);
        *b = next();
    }
    w3.fill_with(&mut next);
    *b3 = next();
    parameters
}

#[inline(never)]
pub fn ours_of_row((parameters, row): &(Parameters, Row)) -> (f64, Parameters) {
    hinge.with(row).value_and_gradient(parameters)
}

#[inline(never)]
pub fn by_hand_of_row((parameters, row): &(Parameters, Row)) -> (f64, Parameters) {
    let mut gradient = ZERO;
    let value = add_row(parameters, row, &mut gradient);
    (value, gradient)
}

#[inline(never)]
pub fn ours((parameters, rows): &(Parameters, Vec<Row>)) -> (f64, Parameters) {
    hinge
        .over(rows)
        .mean()
        .plus(penalty)
        .value_and_gradient(parameters)
}

#[inline(never)]
pub fn by_hand((parameters, rows): &(Parameters, Vec<Row>)) -> (f64, Parameters) {
    let mut gradient = ZERO;
    let mut value = 0.0;
    for row in rows {
        value += add_row(parameters, row, &mut gradient);
    }
    let scale = 1.0 / rows.len() as f64;
    let mut squares = 0.0;
    let mut finish = |parameter: &f64, slope: &mut f64| {
        squares += parameter * parameter;
        *slope = *slope * scale + 2e-4 * parameter;
    };
    let (w1, b1, w2, b2, w3, b3) = parameters;
    let (g1, c1, g2, c2, g3, c3) = &mut gradient;
    for (p, g) in w1.as_flattened().iter().zip(g1.as_flattened_mut()) {
        finish(p, g);
    }
    for (p, g) in b1.iter().zip(c1) {
        finish(p, g);
    }
    for (p, g) in w2.as_flattened().iter().zip(g2.as_flattened_mut()) {
        finish(p, g);
    }
    for (p, g) in b2.iter().zip(c2) {
        finish(p, g);
    }
    for (p, g) in w3.iter().zip(g3) {
        finish(p, g);
    }
    finish(b3, c3);
    (value * scale + 1e-4 * squares, gradient)
}

/// The loss of a row, its gradient added.
#[inline(always)]
fn add_row(parameters: &Parameters, (x, label): &Row, gradient: &mut Parameters) -> f64 {
    let (w1, b1, w2, b2, w3, b3) = parameters;
    let mut h1 = [0.0; 16];
    for i in 0..16 {
        h1[i] = (w1[i][0] * x[0] + w1[i][1] * x[1] + b1[i]).max(0.0);
    }
    let mut h2 = [0.0; 16];
    for i in 0..16 {
        h2[i] = (dot(&w2[i], &h1) + b2[i]).max(0.0);
    }
    let margin = 1.0 - label * (dot(w3, &h2) + b3);
    if margin <= 0.0 {
        return 0.0;
    }

    let d = -label;
    let (g1, c1, g2, c2, g3, c3) = gradient;
    *c3 += d;
    let mut d1 = [0.0; 16];
    for i in 0..16 {
        g3[i] += d * h2[i];
        let d2 = if h2[i] > 0.0 { d * w3[i] } else { 0.0 };
        c2[i] += d2;
        for j in 0..16 {
            g2[i][j] += d2 * h1[j];
            d1[j] += d2 * w2[i][j];
        }
    }
    for i in 0..16 {
        let d1 = if h1[i] > 0.0 { d1[i] } else { 0.0 };
        c1[i] += d1;
        g1[i][0] += d1 * x[0];
        g1[i][1] += d1 * x[1];
    }
    margin
}

#[inline(always)]
fn dot(x: &[f64; 16], y: &[f64; 16]) -> f64 {
    let mut sums = [0.0; 8];
    for i in 0..8 {
        sums[i] = x[i] * y[i] + x[i + 8] * y[i + 8];
    }
    let [s0, s1, s2, s3, s4, s5, s6, s7] = sums;
    ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))
}
