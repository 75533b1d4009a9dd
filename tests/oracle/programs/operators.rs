//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_operators(x: [R; 3], y3: [R; 3], k) {
        let u1 = (x.at::<1>() - y3 * k).sum();
        let u2 = ((2 - x.at::<1>()) * (x.at::<1>() * 0.5 + y3)).sum();
        (x.at::<1>().sin() * y3).sum() + u1 + (y3 / (2 + x.at::<1>().cos())).sum() + u2 +
            (x.at::<1>().mul_add(y3, k) + y3.mul_add(k, x.at::<1>())).sum()
    }

    pub fn row_in_operators(m: [[R; 2]; 3], y2: [R; 2], k) {
        let u1 = (y2 / (2 + m.at::<2>().cos())).sum();
        (m.at::<2>().sin() * y2).sum() + (m.at::<2>() - y2 * k).sum() + u1 +
            ((2 - m.at::<2>()) * (m.at::<2>() * 0.5 + y2)).sum() +
            (m.at::<2>().mul_add(y2, k) + y2.mul_add(k, m.at::<2>())).sum()
    }

    pub fn level_in_operators(t: [[[R; 2]; 3]; 2], y32: [[R; 2]; 3], k) {
        let u1 = (t.at::<1>() - y32 * k).sum();
        let u2 = (t.at::<1>().mul_add(y32, k) + y32.mul_add(k, t.at::<1>())).sum();
        (t.at::<1>().sin() * y32).sum() + u1 + (y32 / (2 + t.at::<1>().cos())).sum() +
            ((2 - t.at::<1>()) * (t.at::<1>() * 0.5 + y32)).sum() + u2
    }

    pub fn at_at_in_operators(m: [[R; 2]; 3], y3: [R; 3], k) {
        let u1 = (m.at::<2>().at::<1>() - y3 * k).sum();
        let u2 = ((2 - m.at::<2>().at::<1>()) * (m.at::<2>().at::<1>() * 0.5 + y3)).sum();
        (m.at::<2>().at::<1>().sin() * y3).sum() + u1 + (y3 / (2 + m.at::<2>().at::<1>().cos())).sum() + u2 +
            (m.at::<2>().at::<1>().mul_add(y3, k) + y3.mul_add(k, m.at::<2>().at::<1>())).sum()
    }

    pub fn window_in_operators(x: [R; 3], y2: [R; 2], k) {
        let u1 = (x.window::<1, 2>().sin() * y2).sum();
        let u2 = (x.window::<1, 2>() - y2 * k).sum();
        let u3 = ((2 - x.window::<1, 2>()) * (x.window::<1, 2>() * 0.5 + y2)).sum();
        let u4 = (x.window::<1, 2>().mul_add(y2, k) + y2.mul_add(k, x.window::<1, 2>())).sum();
        u1 + u2 + (y2 / (2 + x.window::<1, 2>().cos())).sum() + u3 + u4
    }

    pub fn rows_in_operators(m: [[R; 2]; 3], y22: [[R; 2]; 2], k) {
        let u1 = (m.window::<1, 2>() - y22 * k).sum();
        (m.window::<1, 2>().sin() * y22).sum() + u1 + (y22 / (2 + m.window::<1, 2>().cos())).sum() +
            ((2 - m.window::<1, 2>()) * (m.window::<1, 2>() * 0.5 + y22)).sum() +
            (m.window::<1, 2>().mul_add(y22, k) + y22.mul_add(k, m.window::<1, 2>())).sum()
    }

    pub fn column_in_operators(m: [[R; 2]; 3], y3: [R; 3], k) {
        let u1 = (y3 / (2 + m.column::<1>().cos())).sum();
        let u2 = (m.column::<1>().mul_add(y3, k) + y3.mul_add(k, m.column::<1>())).sum();
        (m.column::<1>().sin() * y3).sum() + (m.column::<1>() - y3 * k).sum() + u1 +
            ((2 - m.column::<1>()) * (m.column::<1>() * 0.5 + y3)).sum() + u2
    }

    pub fn transpose_in_operators(m: [[R; 2]; 3], y23: [[R; 3]; 2], k) {
        let u1 = (m.transpose() - y23 * k).sum();
        let u2 = (y23 / (2 + m.transpose().cos())).sum();
        let u3 = (m.transpose().mul_add(y23, k) + y23.mul_add(k, m.transpose())).sum();
        (m.transpose().sin() * y23).sum() + u1 + u2 + ((2 - m.transpose()) * (m.transpose() * 0.5 + y23)).sum() +
            u3
    }

    pub fn at_of_expression_in_operators(x: [R; 3], y3: [R; 3], k) {
        let u1 = (y3 / (2 + (x * x.sin()).at::<2>().cos())).sum();
        ((x * x.sin()).at::<2>().sin() * y3).sum() + ((x * x.sin()).at::<2>() - y3 * k).sum() + u1 +
            ((2 - (x * x.sin()).at::<2>()) * ((x * x.sin()).at::<2>() * 0.5 + y3)).sum() +
            ((x * x.sin()).at::<2>().mul_add(y3, k) + y3.mul_add(k, (x * x.sin()).at::<2>())).sum()
    }

    pub fn window_of_expression_in_operators(k, x: [R; 3], y2: [R; 2]) {
        let u1 = ((2 - (k * x).window::<1, 2>()) * ((k * x).window::<1, 2>() * 0.5 + y2)).sum();
        ((k * x).window::<1, 2>().sin() * y2).sum() + ((k * x).window::<1, 2>() - y2 * k).sum() +
            (y2 / (2 + (k * x).window::<1, 2>().cos())).sum() + u1 +
            ((k * x).window::<1, 2>().mul_add(y2, k) + y2.mul_add(k, (k * x).window::<1, 2>())).sum()
    }

    pub fn row_of_transpose_in_operators(m: [[R; 2]; 3], y3: [R; 3], k) {
        let u1 = (m.transpose().at::<1>() - y3 * k).sum();
        let u2 = (y3 / (2 + m.transpose().at::<1>().cos())).sum();
        (m.transpose().at::<1>().sin() * y3).sum() + u1 + u2 +
            ((2 - m.transpose().at::<1>()) * (m.transpose().at::<1>() * 0.5 + y3)).sum() +
            (m.transpose().at::<1>().mul_add(y3, k) + y3.mul_add(k, m.transpose().at::<1>())).sum()
    }

    pub fn stack_in_operators(x: [R; 3], k, y3: [R; 3]) {
        let u1 = (stack((x.at::<2>(), k * x.at::<0>(), k)) - y3 * k).sum();
        (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() * y3).sum() + u1 +
            (y3 / (2 + stack((x.at::<2>(), k * x.at::<0>(), k)).cos())).sum() +
            ((2 - stack((x.at::<2>(), k * x.at::<0>(), k))) *
            (stack((x.at::<2>(), k * x.at::<0>(), k)) * 0.5 + y3)).sum() +
            (stack((x.at::<2>(), k * x.at::<0>(), k)).mul_add(y3, k) +
            y3.mul_add(k, stack((x.at::<2>(), k * x.at::<0>(), k)))).sum()
    }

    pub fn at_of_stack_in_operators(k, x: [R; 3], y3: [R; 3]) {
        let u1 = (stack((k, x.at::<2>().sin())).at::<1>().sin() * y3).sum();
        let u2 = (y3 / (2 + stack((k, x.at::<2>().sin())).at::<1>().cos())).sum();
        u1 + (stack((k, x.at::<2>().sin())).at::<1>() - y3 * k).sum() + u2 +
            ((2 - stack((k, x.at::<2>().sin())).at::<1>()) *
            (stack((k, x.at::<2>().sin())).at::<1>() * 0.5 + y3)).sum() +
            (stack((k, x.at::<2>().sin())).at::<1>().mul_add(y3, k) +
            y3.mul_add(k, stack((k, x.at::<2>().sin())).at::<1>())).sum()
    }

    pub fn concat_in_operators(x: [R; 3], w: [R; 2], k, y5: [R; 5]) {
        let u1 = (x.concat::<5, _>(w * k).sin() * y5).sum();
        let u2 = (y5 / (2 + x.concat::<5, _>(w * k).cos())).sum();
        let u3 = (x.concat::<5, _>(w * k).mul_add(y5, k) + y5.mul_add(k, x.concat::<5, _>(w * k))).sum();
        u1 + (x.concat::<5, _>(w * k) - y5 * k).sum() + u2 +
            ((2 - x.concat::<5, _>(w * k)) * (x.concat::<5, _>(w * k) * 0.5 + y5)).sum() + u3
    }

    pub fn window_of_concat_in_operators(x: [R; 3], w: [R; 2], y2: [R; 2], k) {
        let u1 = ((2 - x.concat::<5, _>(w).window::<2, 2>()) *
            (x.concat::<5, _>(w).window::<2, 2>() * 0.5 + y2)).sum();
        (x.concat::<5, _>(w).window::<2, 2>().sin() * y2).sum() +
            (x.concat::<5, _>(w).window::<2, 2>() - y2 * k).sum() +
            (y2 / (2 + x.concat::<5, _>(w).window::<2, 2>().cos())).sum() + u1 +
            (x.concat::<5, _>(w).window::<2, 2>().mul_add(y2, k) +
            y2.mul_add(k, x.concat::<5, _>(w).window::<2, 2>())).sum()
    }

    pub fn at_of_concat_in_operators(x: [R; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = (y3 / (2 + x.concat::<5, _>(w).at::<3>().cos())).sum();
        (x.concat::<5, _>(w).at::<3>().sin() * y3).sum() + (x.concat::<5, _>(w).at::<3>() - y3 * k).sum() + u1 +
            ((2 - x.concat::<5, _>(w).at::<3>()) * (x.concat::<5, _>(w).at::<3>() * 0.5 + y3)).sum() +
            (x.concat::<5, _>(w).at::<3>().mul_add(y3, k) + y3.mul_add(k, x.concat::<5, _>(w).at::<3>())).sum()
    }

    pub fn concat_of_rows_in_operators(m: [[R; 2]; 3], y42: [[R; 2]; 4], k) {
        let u1 = (m.concat::<4, _>(m.window::<0, 1>()) - y42 * k).sum();
        let u2 = ((2 - m.concat::<4, _>(m.window::<0, 1>())) *
            (m.concat::<4, _>(m.window::<0, 1>()) * 0.5 + y42)).sum();
        let u3 = (m.concat::<4, _>(m.window::<0, 1>()).mul_add(y42, k) +
            y42.mul_add(k, m.concat::<4, _>(m.window::<0, 1>()))).sum();
        (m.concat::<4, _>(m.window::<0, 1>()).sin() * y42).sum() + u1 +
            (y42 / (2 + m.concat::<4, _>(m.window::<0, 1>()).cos())).sum() + u2 + u3
    }

    pub fn outer_in_operators(x: [R; 3], w: [R; 2], y32: [[R; 2]; 3], k) {
        let u1 = (y32 / (2 + x.outer(w).cos())).sum();
        (x.outer(w).sin() * y32).sum() + (x.outer(w) - y32 * k).sum() + u1 +
            ((2 - x.outer(w)) * (x.outer(w) * 0.5 + y32)).sum() +
            (x.outer(w).mul_add(y32, k) + y32.mul_add(k, x.outer(w))).sum()
    }

    pub fn at_at_of_outer_in_operators(x: [R; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = (x.outer(w).at::<2>().at::<0>().sin() * y3).sum();
        let u2 = ((2 - x.outer(w).at::<2>().at::<0>()) * (x.outer(w).at::<2>().at::<0>() * 0.5 + y3)).sum();
        let u3 = (x.outer(w).at::<2>().at::<0>().mul_add(y3, k) +
            y3.mul_add(k, x.outer(w).at::<2>().at::<0>())).sum();
        u1 + (x.outer(w).at::<2>().at::<0>() - y3 * k).sum() +
            (y3 / (2 + x.outer(w).at::<2>().at::<0>().cos())).sum() + u2 + u3
    }

    pub fn product_with_vector_in_operators(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = ((2 - m.dot(w)) * (m.dot(w) * 0.5 + y3)).sum();
        let u2 = (m.dot(w).mul_add(y3, k) + y3.mul_add(k, m.dot(w))).sum();
        (m.dot(w).sin() * y3).sum() + (m.dot(w) - y3 * k).sum() + (y3 / (2 + m.dot(w).cos())).sum() + u1 + u2
    }

    pub fn window_of_sums_in_operators(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2: [R; 3] = x.cumulative_sum();
        let u3: [R; 3] = x.cumulative_sum();
        let u4: [R; 3] = x.cumulative_sum();
        let u5 = ((2 - u4.window::<1, 2>()) * (u4.window::<1, 2>() * 0.5 + y2)).sum();
        let u6: [R; 3] = x.cumulative_sum();
        (u1.window::<1, 2>().sin() * y2).sum() + (u2.window::<1, 2>() - y2 * k).sum() +
            (y2 / (2 + u3.window::<1, 2>().cos())).sum() + u5 +
            (u6.window::<1, 2>().mul_add(y2, k) + y2.mul_add(k, u6.window::<1, 2>())).sum()
    }

    pub fn at_of_softmax_in_operators(x: [R; 3], y3: [R; 3], k) {
        let u1: [R; 3] = x.softmax();
        let u2: [R; 3] = x.softmax();
        let u3 = (u2.at::<1>() - y3 * k).sum();
        let u4: [R; 3] = x.softmax();
        let u5: [R; 3] = x.softmax();
        let u6: [R; 3] = x.softmax();
        (u1.at::<1>().sin() * y3).sum() + u3 + (y3 / (2 + u4.at::<1>().cos())).sum() +
            ((2 - u5.at::<1>()) * (u5.at::<1>() * 0.5 + y3)).sum() +
            (u6.at::<1>().mul_add(y3, k) + y3.mul_add(k, u6.at::<1>())).sum()
    }

    pub fn mapped_view_in_operators(x: [R; 3], y2: [R; 2], k) {
        let u1 = ((2 - wave(x.at::<1>(), x.window::<0, 2>())) *
            (wave(x.at::<1>(), x.window::<0, 2>()) * 0.5 + y2)).sum();
        let u2 = (wave(x.at::<1>(), x.window::<0, 2>()).mul_add(y2, k) +
            y2.mul_add(k, wave(x.at::<1>(), x.window::<0, 2>()))).sum();
        (wave(x.at::<1>(), x.window::<0, 2>()).sin() * y2).sum() +
            (wave(x.at::<1>(), x.window::<0, 2>()) - y2 * k).sum() +
            (y2 / (2 + wave(x.at::<1>(), x.window::<0, 2>()).cos())).sum() + u1 + u2
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[1] - y3[i] * k; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (2.0 - x[1]) * (x[1] * 0.5 + y3[i]); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x[1].sin() * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] / (2.0 + x[1].cos()); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += x[1] * y3[i] + k + (y3[i] * k + x[1]); }
        vec![r3 + u1 + r4 + u2 + r5]
    }

    pub fn row_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2, k) = (&inputs[0..6], &inputs[6..8], inputs[8]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += y2[i] / (2.0 + m[i + 4].cos()); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += m[i + 4].sin() * y2[i]; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += m[i + 4] - y2[i] * k; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (2.0 - m[i + 4]) * (m[i + 4] * 0.5 + y2[i]); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += m[i + 4] * y2[i] + k + (y2[i] * k + m[i + 4]); }
        vec![r2 + r3 + u1 + r4 + r5]
    }

    pub fn level_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, y32, k) = (&inputs[0..12], &inputs[12..18], inputs[18]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += t[i * 2 + j + 6] - y32[i * 2 + j] * k; } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += t[i * 2 + j + 6] * y32[i * 2 + j] + k + (y32[i * 2 + j] * k + t[i * 2 + j + 6]); } }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += t[i * 2 + j + 6].sin() * y32[i * 2 + j]; } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += y32[i * 2 + j] / (2.0 + t[i * 2 + j + 6].cos()); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += (2.0 - t[i * 2 + j + 6]) * (t[i * 2 + j + 6] * 0.5 + y32[i * 2 + j]); } }
        vec![r3 + u1 + r4 + r5 + u2]
    }

    pub fn at_at_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, k) = (&inputs[0..6], &inputs[6..9], inputs[9]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += m[5] - y3[i] * k; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (2.0 - m[5]) * (m[5] * 0.5 + y3[i]); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += m[5].sin() * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] / (2.0 + m[5].cos()); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += m[5] * y3[i] + k + (y3[i] * k + m[5]); }
        vec![r3 + u1 + r4 + u2 + r5]
    }

    pub fn window_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += x[i + 1].sin() * y2[i]; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += x[i + 1] - y2[i] * k; }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { r3 += (2.0 - x[i + 1]) * (x[i + 1] * 0.5 + y2[i]); }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..2 { r4 += x[i + 1] * y2[i] + k + (y2[i] * k + x[i + 1]); }
        let u4 = r4;
        let mut r5 = 0.0;
        for i in 0..2 { r5 += y2[i] / (2.0 + x[i + 1].cos()); }
        vec![u1 + u2 + r5 + u3 + u4]
    }

    pub fn rows_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y22, k) = (&inputs[0..6], &inputs[6..10], inputs[10]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += m[i * 2 + j + 2] - y22[i * 2 + j] * k; } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += m[i * 2 + j + 2].sin() * y22[i * 2 + j]; } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += y22[i * 2 + j] / (2.0 + m[i * 2 + j + 2].cos()); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += (2.0 - m[i * 2 + j + 2]) * (m[i * 2 + j + 2] * 0.5 + y22[i * 2 + j]); } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += m[i * 2 + j + 2] * y22[i * 2 + j] + k + (y22[i * 2 + j] * k + m[i * 2 + j + 2]); } }
        vec![r2 + u1 + r3 + r4 + r5]
    }

    pub fn column_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, k) = (&inputs[0..6], &inputs[6..9], inputs[9]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += y3[i] / (2.0 + m[i * 2 + 1].cos()); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += m[i * 2 + 1] * y3[i] + k + (y3[i] * k + m[i * 2 + 1]); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += m[i * 2 + 1].sin() * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += m[i * 2 + 1] - y3[i] * k; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += (2.0 - m[i * 2 + 1]) * (m[i * 2 + 1] * 0.5 + y3[i]); }
        vec![r3 + r4 + u1 + r5 + u2]
    }

    pub fn transpose_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y23, k) = (&inputs[0..6], &inputs[6..12], inputs[12]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..3 { r1 += m[j * 2 + i] - y23[i * 3 + j] * k; } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += y23[i * 3 + j] / (2.0 + m[j * 2 + i].cos()); } }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += m[j * 2 + i] * y23[i * 3 + j] + k + (y23[i * 3 + j] * k + m[j * 2 + i]); } }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += m[j * 2 + i].sin() * y23[i * 3 + j]; } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += (2.0 - m[j * 2 + i]) * (m[j * 2 + i] * 0.5 + y23[i * 3 + j]); } }
        vec![r4 + u1 + u2 + r5 + u3]
    }

    pub fn at_of_expression_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += y3[i] / (2.0 + (x[2] * x[2].sin()).cos()); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (x[2] * x[2].sin()).sin() * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x[2] * x[2].sin() - y3[i] * k; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (2.0 - x[2] * x[2].sin()) * (x[2] * x[2].sin() * 0.5 + y3[i]); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += (x[2] * x[2].sin()) * y3[i] + k + (y3[i] * k + (x[2] * x[2].sin())); }
        vec![r2 + r3 + u1 + r4 + r5]
    }

    pub fn window_of_expression_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y2) = (inputs[0], &inputs[1..4], &inputs[4..6]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (2.0 - k * x[i + 1]) * (k * x[i + 1] * 0.5 + y2[i]); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += (k * x[i + 1]).sin() * y2[i]; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += k * x[i + 1] - y2[i] * k; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += y2[i] / (2.0 + (k * x[i + 1]).cos()); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += (k * x[i + 1]) * y2[i] + k + (y2[i] * k + (k * x[i + 1])); }
        vec![r2 + r3 + r4 + u1 + r5]
    }

    pub fn row_of_transpose_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, k) = (&inputs[0..6], &inputs[6..9], inputs[9]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += m[i * 2 + 1] - y3[i] * k; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] / (2.0 + m[i * 2 + 1].cos()); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += m[i * 2 + 1].sin() * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (2.0 - m[i * 2 + 1]) * (m[i * 2 + 1] * 0.5 + y3[i]); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += m[i * 2 + 1] * y3[i] + k + (y3[i] * k + m[i * 2 + 1]); }
        vec![r3 + u1 + u2 + r4 + r5]
    }

    pub fn stack_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += [x[2], k * x[0], k][i] - y3[i] * k; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += [x[2], k * x[0], k][i].sin() * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += y3[i] / (2.0 + [x[2], k * x[0], k][i].cos()); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (2.0 - [x[2], k * x[0], k][i]) * ([x[2], k * x[0], k][i] * 0.5 + y3[i]); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += [x[2], k * x[0], k][i] * y3[i] + k + (y3[i] * k + [x[2], k * x[0], k][i]); }
        vec![r2 + u1 + r3 + r4 + r5]
    }

    pub fn at_of_stack_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y3) = (inputs[0], &inputs[1..4], &inputs[4..7]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[2].sin().sin() * y3[i]; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] / (2.0 + x[2].sin().cos()); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x[2].sin() - y3[i] * k; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (2.0 - x[2].sin()) * (x[2].sin() * 0.5 + y3[i]); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += x[2].sin() * y3[i] + k + (y3[i] * k + x[2].sin()); }
        vec![u1 + r3 + u2 + r4 + r5]
    }

    pub fn concat_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y5) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11]);
        let mut r1 = 0.0;
        for i in 0..5 { r1 += (if i < 3 { x[i] } else { w[i - 3] * k }).sin() * y5[i]; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..5 { r2 += y5[i] / (2.0 + (if i < 3 { x[i] } else { w[i - 3] * k }).cos()); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..5 { r3 += (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i] + k + (y5[i] * k + (if i < 3 { x[i] } else { w[i - 3] * k })); }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..5 { r4 += (if i < 3 { x[i] } else { w[i - 3] * k }) - y5[i] * k; }
        let mut r5 = 0.0;
        for i in 0..5 { r5 += (2.0 - (if i < 3 { x[i] } else { w[i - 3] * k })) * ((if i < 3 { x[i] } else { w[i - 3] * k }) * 0.5 + y5[i]); }
        vec![u1 + r4 + u2 + r5 + u3]
    }

    pub fn window_of_concat_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y2, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..7], inputs[7]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (2.0 - (if i + 2 < 3 { x[i + 2] } else { w[i - 1] })) * ((if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * 0.5 + y2[i]); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() * y2[i]; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) - y2[i] * k; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += y2[i] / (2.0 + (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).cos()); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i] + k + (y2[i] * k + (if i + 2 < 3 { x[i + 2] } else { w[i - 1] })); }
        vec![r2 + r3 + r4 + u1 + r5]
    }

    pub fn at_of_concat_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (_, w, y3, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += y3[i] / (2.0 + w[0].cos()); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += w[0].sin() * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += w[0] - y3[i] * k; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (2.0 - w[0]) * (w[0] * 0.5 + y3[i]); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += w[0] * y3[i] + k + (y3[i] * k + w[0]); }
        vec![r2 + r3 + u1 + r4 + r5]
    }

    pub fn concat_of_rows_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y42, k) = (&inputs[0..6], &inputs[6..14], inputs[14]);
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..2 { r1 += (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) - y42[i * 2 + j] * k; } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..2 { r2 += (2.0 - (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] })) * ((if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * 0.5 + y42[i * 2 + j]); } }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..2 { r3 += (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * y42[i * 2 + j] + k + (y42[i * 2 + j] * k + (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] })); } }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..2 { r4 += (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() * y42[i * 2 + j]; } }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += y42[i * 2 + j] / (2.0 + (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).cos()); } }
        vec![r4 + u1 + r5 + u2 + u3]
    }

    pub fn outer_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y32, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..11], inputs[11]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += y32[i * 2 + j] / (2.0 + (x[i] * w[j]).cos()); } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += (x[i] * w[j]).sin() * y32[i * 2 + j]; } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += x[i] * w[j] - y32[i * 2 + j] * k; } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += (2.0 - x[i] * w[j]) * (x[i] * w[j] * 0.5 + y32[i * 2 + j]); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += (x[i] * w[j]) * y32[i * 2 + j] + k + (y32[i * 2 + j] * k + (x[i] * w[j])); } }
        vec![r2 + r3 + u1 + r4 + r5]
    }

    pub fn at_at_of_outer_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y3, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (x[2] * w[0]).sin() * y3[i]; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (2.0 - x[2] * w[0]) * (x[2] * w[0] * 0.5 + y3[i]); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += (x[2] * w[0]) * y3[i] + k + (y3[i] * k + (x[2] * w[0])); }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..3 { r4 += x[2] * w[0] - y3[i] * k; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += y3[i] / (2.0 + (x[2] * w[0]).cos()); }
        vec![u1 + r4 + r5 + u2 + u3]
    }

    pub fn product_with_vector_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, y3, k) = (&inputs[0..6], &inputs[6..8], &inputs[8..11], inputs[11]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (2.0 - (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>()) * ((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * 0.5 + y3[i]); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i] + k + (y3[i] * k + (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>()); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() - y3[i] * k; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += y3[i] / (2.0 + (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().cos()); }
        vec![r3 + r4 + r5 + u1 + u2]
    }

    pub fn window_of_sums_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        cumulative_sum(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        cumulative_sum(&mut u3);
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        cumulative_sum(&mut u4);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (2.0 - u4[i + 1]) * (u4[i + 1] * 0.5 + y2[i]); }
        let u5 = r1;
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = x[i]; }
        cumulative_sum(&mut u6);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u1[i + 1].sin() * y2[i]; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u2[i + 1] - y2[i] * k; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += y2[i] / (2.0 + u3[i + 1].cos()); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u6[i + 1] * y2[i] + k + (y2[i] * k + u6[i + 1]); }
        vec![r2 + r3 + r4 + u5 + r5]
    }

    pub fn at_of_softmax_in_operators(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        softmax(&mut u2);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u2[1] - y3[i] * k; }
        let u3 = r1;
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        softmax(&mut u4);
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        softmax(&mut u5);
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = x[i]; }
        softmax(&mut u6);
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u1[1].sin() * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += y3[i] / (2.0 + u4[1].cos()); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (2.0 - u5[1]) * (u5[1] * 0.5 + y3[i]); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += u6[1] * y3[i] + k + (y3[i] * k + u6[1]); }
        vec![r2 + u3 + r3 + r4 + r5]
    }

    pub fn mapped_view_in_operators(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (2.0 - wave(x[1], x[i], near)) * (wave(x[1], x[i], near) * 0.5 + y2[i]); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += wave(x[1], x[i], near) * y2[i] + k + (y2[i] * k + wave(x[1], x[i], near)); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { r3 += wave(x[1], x[i], near).sin() * y2[i]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += wave(x[1], x[i], near) - y2[i] * k; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += y2[i] / (2.0 + wave(x[1], x[i], near).cos()); }
        vec![r3 + r4 + r5 + u1 + u2]
    }
}

crate::programs! {
    Real at_in_operators as at_in_operators with product;
    Real row_in_operators as row_in_operators with sides;
    Real level_in_operators as level_in_operators;
    Real at_at_in_operators as at_at_in_operators with tape;
    Real window_in_operators as window_in_operators with product;
    Real rows_in_operators as rows_in_operators with single;
    Real column_in_operators as column_in_operators;
    Real transpose_in_operators as transpose_in_operators with series;
    Real at_of_expression_in_operators as at_of_expression_in_operators with product;
    Real window_of_expression_in_operators as window_of_expression_in_operators with sides;
    Real row_of_transpose_in_operators as row_of_transpose_in_operators;
    Real stack_in_operators as stack_in_operators with tape;
    Real at_of_stack_in_operators as at_of_stack_in_operators with product;
    Real concat_in_operators as concat_in_operators with single;
    Real window_of_concat_in_operators as window_of_concat_in_operators;
    Real at_of_concat_in_operators as at_of_concat_in_operators with series;
    Real concat_of_rows_in_operators as concat_of_rows_in_operators with product;
    Real outer_in_operators as outer_in_operators with sides;
    Real at_at_of_outer_in_operators as at_at_of_outer_in_operators;
    Real product_with_vector_in_operators as product_with_vector_in_operators with tape;
    Real window_of_sums_in_operators as window_of_sums_in_operators with product;
    Real at_of_softmax_in_operators as at_of_softmax_in_operators with single;
    Real mapped_view_in_operators as mapped_view_in_operators;
}
