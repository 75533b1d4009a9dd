//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_extremes(x: [R; 3], y3: [R; 3]) {
        let u1 = (x.at::<1>() * y3).norm_squared() * (x.at::<1>().sin() + y3).norm_squared().cos();
        u1 + (x.at::<1>() * y3).minimum() * (x.at::<1>().sin() + y3).minimum().cos() +
            (x.at::<1>() * y3).maximum() * (x.at::<1>().sin() + y3).maximum().cos() +
            (x.at::<1>() * y3).log_sum_exp() * (x.at::<1>().sin() + y3).log_sum_exp().cos()
    }

    pub fn row_in_extremes(m: [[R; 2]; 3], y2: [R; 2]) {
        let u1 = m.at::<2>().norm_squared() * (m.at::<2>().sin() + y2).norm_squared().cos();
        let u2 = m.at::<2>().minimum() * (m.at::<2>().sin() + y2).minimum().cos();
        u1 + u2 + m.at::<2>().maximum() * (m.at::<2>().sin() + y2).maximum().cos() + m.at::<2>().log_sum_exp() *
            (m.at::<2>().sin() + y2).log_sum_exp().cos()
    }

    pub fn level_in_extremes(t: [[[R; 2]; 3]; 2], y32: [[R; 2]; 3]) {
        let u1 = t.at::<1>().minimum() * (t.at::<1>().sin() + y32).minimum().cos();
        t.at::<1>().norm_squared() * (t.at::<1>().sin() + y32).norm_squared().cos() + u1 +
            t.at::<1>().maximum() * (t.at::<1>().sin() + y32).maximum().cos() + t.at::<1>().log_sum_exp() *
            (t.at::<1>().sin() + y32).log_sum_exp().cos()
    }

    pub fn window_in_extremes(x: [R; 3], y2: [R; 2]) {
        x.window::<1, 2>().norm_squared() * (x.window::<1, 2>().sin() + y2).norm_squared().cos() + x.window::<1,
            2>().minimum() * (x.window::<1, 2>().sin() + y2).minimum().cos() + x.window::<1, 2>().maximum() *
            (x.window::<1, 2>().sin() + y2).maximum().cos() + x.window::<1, 2>().log_sum_exp() *
            (x.window::<1, 2>().sin() + y2).log_sum_exp().cos()
    }

    pub fn rows_in_extremes(m: [[R; 2]; 3], y22: [[R; 2]; 2]) {
        let u1 = m.window::<1, 2>().log_sum_exp() * (m.window::<1, 2>().sin() + y22).log_sum_exp().cos();
        m.window::<1, 2>().norm_squared() * (m.window::<1, 2>().sin() + y22).norm_squared().cos() + m.window::<1,
            2>().minimum() * (m.window::<1, 2>().sin() + y22).minimum().cos() + m.window::<1, 2>().maximum() *
            (m.window::<1, 2>().sin() + y22).maximum().cos() + u1
    }

    pub fn column_in_extremes(m: [[R; 2]; 3], y3: [R; 3]) {
        let u1 = m.column::<1>().norm_squared() * (m.column::<1>().sin() + y3).norm_squared().cos();
        let u2 = m.column::<1>().minimum() * (m.column::<1>().sin() + y3).minimum().cos();
        u1 + u2 + m.column::<1>().maximum() * (m.column::<1>().sin() + y3).maximum().cos() +
            m.column::<1>().log_sum_exp() * (m.column::<1>().sin() + y3).log_sum_exp().cos()
    }

    pub fn transpose_in_extremes(m: [[R; 2]; 3], y23: [[R; 3]; 2]) {
        let u1 = m.transpose().norm_squared() * (m.transpose().sin() + y23).norm_squared().cos();
        let u2 = m.transpose().maximum() * (m.transpose().sin() + y23).maximum().cos();
        u1 + m.transpose().minimum() * (m.transpose().sin() + y23).minimum().cos() + u2 +
            m.transpose().log_sum_exp() * (m.transpose().sin() + y23).log_sum_exp().cos()
    }

    pub fn at_of_expression_in_extremes(x: [R; 3], y3: [R; 3]) {
        let u1 = ((x * x.sin()).at::<2>() * y3).maximum() * ((x * x.sin()).at::<2>().sin() + y3).maximum().cos();
        ((x * x.sin()).at::<2>() * y3).norm_squared() *
            ((x * x.sin()).at::<2>().sin() + y3).norm_squared().cos() +
            ((x * x.sin()).at::<2>() * y3).minimum() * ((x * x.sin()).at::<2>().sin() + y3).minimum().cos() +
            u1 + ((x * x.sin()).at::<2>() * y3).log_sum_exp() *
            ((x * x.sin()).at::<2>().sin() + y3).log_sum_exp().cos()
    }

    pub fn window_of_expression_in_extremes(k, x: [R; 3], y2: [R; 2]) {
        let u1 = (k * x).window::<1, 2>().norm_squared() *
            ((k * x).window::<1, 2>().sin() + y2).norm_squared().cos();
        let u2 = (k * x).window::<1, 2>().minimum() * ((k * x).window::<1, 2>().sin() + y2).minimum().cos();
        u1 + u2 + (k * x).window::<1, 2>().maximum() * ((k * x).window::<1, 2>().sin() + y2).maximum().cos() +
            (k * x).window::<1, 2>().log_sum_exp() * ((k * x).window::<1, 2>().sin() + y2).log_sum_exp().cos()
    }

    pub fn transpose_of_expression_in_extremes(m: [[R; 2]; 3], k, y23: [[R; 3]; 2]) {
        let u1 = (m * k).transpose().minimum() * ((m * k).transpose().sin() + y23).minimum().cos();
        (m * k).transpose().norm_squared() * ((m * k).transpose().sin() + y23).norm_squared().cos() + u1 +
            (m * k).transpose().maximum() * ((m * k).transpose().sin() + y23).maximum().cos() +
            (m * k).transpose().log_sum_exp() * ((m * k).transpose().sin() + y23).log_sum_exp().cos()
    }

    pub fn column_of_level_in_extremes(t: [[[R; 2]; 3]; 2], y3: [R; 3]) {
        let u1 = t.at::<1>().column::<1>().maximum() * (t.at::<1>().column::<1>().sin() + y3).maximum().cos();
        t.at::<1>().column::<1>().norm_squared() * (t.at::<1>().column::<1>().sin() + y3).norm_squared().cos() +
            t.at::<1>().column::<1>().minimum() * (t.at::<1>().column::<1>().sin() + y3).minimum().cos() + u1 +
            t.at::<1>().column::<1>().log_sum_exp() * (t.at::<1>().column::<1>().sin() + y3).log_sum_exp().cos()
    }

    pub fn stack_in_extremes(x: [R; 3], k, y3: [R; 3]) {
        let u1 = stack((x.at::<2>(), k * x.at::<0>(), k)).maximum() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).maximum().cos();
        let u2 = stack((x.at::<2>(), k * x.at::<0>(), k)).log_sum_exp() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).log_sum_exp().cos();
        stack((x.at::<2>(), k * x.at::<0>(), k)).norm_squared() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).norm_squared().cos() +
            stack((x.at::<2>(), k * x.at::<0>(), k)).minimum() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).minimum().cos() + u1 + u2
    }

    pub fn at_of_stack_in_extremes(k, x: [R; 3], y3: [R; 3]) {
        let u1 = (stack((k, x.at::<2>().sin())).at::<1>() * y3).minimum() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).minimum().cos();
        let u2 = (stack((k, x.at::<2>().sin())).at::<1>() * y3).log_sum_exp() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).log_sum_exp().cos();
        (stack((k, x.at::<2>().sin())).at::<1>() * y3).norm_squared() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).norm_squared().cos() + u1 +
            (stack((k, x.at::<2>().sin())).at::<1>() * y3).maximum() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).maximum().cos() + u2
    }

    pub fn concat_in_extremes(x: [R; 3], w: [R; 2], k, y5: [R; 5]) {
        let u1 = x.concat::<5, _>(w * k).norm_squared() *
            (x.concat::<5, _>(w * k).sin() + y5).norm_squared().cos();
        let u2 = x.concat::<5, _>(w * k).minimum() * (x.concat::<5, _>(w * k).sin() + y5).minimum().cos();
        u1 + u2 + x.concat::<5, _>(w * k).maximum() * (x.concat::<5, _>(w * k).sin() + y5).maximum().cos() +
            x.concat::<5, _>(w * k).log_sum_exp() * (x.concat::<5, _>(w * k).sin() + y5).log_sum_exp().cos()
    }

    pub fn window_of_concat_in_extremes(x: [R; 3], w: [R; 2], y2: [R; 2]) {
        let u1 = x.concat::<5, _>(w).window::<2, 2>().norm_squared() *
            (x.concat::<5, _>(w).window::<2, 2>().sin() + y2).norm_squared().cos();
        let u2 = x.concat::<5, _>(w).window::<2, 2>().maximum() *
            (x.concat::<5, _>(w).window::<2, 2>().sin() + y2).maximum().cos();
        u1 + x.concat::<5, _>(w).window::<2, 2>().minimum() *
            (x.concat::<5, _>(w).window::<2, 2>().sin() + y2).minimum().cos() + u2 + x.concat::<5,
            _>(w).window::<2, 2>().log_sum_exp() *
            (x.concat::<5, _>(w).window::<2, 2>().sin() + y2).log_sum_exp().cos()
    }

    pub fn concat_of_rows_in_extremes(m: [[R; 2]; 3], y42: [[R; 2]; 4]) {
        let u1 = m.concat::<4, _>(m.window::<0, 1>()).maximum() *
            (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).maximum().cos();
        let u2 = m.concat::<4, _>(m.window::<0, 1>()).log_sum_exp() *
            (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).log_sum_exp().cos();
        m.concat::<4, _>(m.window::<0, 1>()).norm_squared() *
            (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).norm_squared().cos() + m.concat::<4,
            _>(m.window::<0, 1>()).minimum() *
            (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).minimum().cos() + u1 + u2
    }

    pub fn outer_in_extremes(x: [R; 3], w: [R; 2], y32: [[R; 2]; 3]) {
        let u1 = x.outer(w).minimum() * (x.outer(w).sin() + y32).minimum().cos();
        let u2 = x.outer(w).log_sum_exp() * (x.outer(w).sin() + y32).log_sum_exp().cos();
        x.outer(w).norm_squared() * (x.outer(w).sin() + y32).norm_squared().cos() + u1 + x.outer(w).maximum() *
            (x.outer(w).sin() + y32).maximum().cos() + u2
    }

    pub fn at_at_of_outer_in_extremes(x: [R; 3], w: [R; 2], y3: [R; 3]) {
        let u1 = (x.outer(w).at::<2>().at::<0>() * y3).norm_squared() *
            (x.outer(w).at::<2>().at::<0>().sin() + y3).norm_squared().cos();
        let u2 = (x.outer(w).at::<2>().at::<0>() * y3).minimum() *
            (x.outer(w).at::<2>().at::<0>().sin() + y3).minimum().cos();
        let u3 = (x.outer(w).at::<2>().at::<0>() * y3).log_sum_exp() *
            (x.outer(w).at::<2>().at::<0>().sin() + y3).log_sum_exp().cos();
        u1 + u2 + (x.outer(w).at::<2>().at::<0>() * y3).maximum() *
            (x.outer(w).at::<2>().at::<0>().sin() + y3).maximum().cos() + u3
    }

    pub fn product_with_vector_in_extremes(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3]) {
        let u1 = m.dot(w).minimum() * (m.dot(w).sin() + y3).minimum().cos();
        let u2 = m.dot(w).maximum() * (m.dot(w).sin() + y3).maximum().cos();
        let u3 = m.dot(w).log_sum_exp() * (m.dot(w).sin() + y3).log_sum_exp().cos();
        m.dot(w).norm_squared() * (m.dot(w).sin() + y3).norm_squared().cos() + u1 + u2 + u3
    }

    pub fn window_of_sums_in_extremes(x: [R; 3], y2: [R; 2]) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2 = u1.window::<1, 2>().norm_squared() * (u1.window::<1, 2>().sin() + y2).norm_squared().cos();
        let u3: [R; 3] = x.cumulative_sum();
        let u4: [R; 3] = x.cumulative_sum();
        let u5: [R; 3] = x.cumulative_sum();
        let u6 = u5.window::<1, 2>().log_sum_exp() * (u5.window::<1, 2>().sin() + y2).log_sum_exp().cos();
        u2 + u3.window::<1, 2>().minimum() * (u3.window::<1, 2>().sin() + y2).minimum().cos() + u4.window::<1,
            2>().maximum() * (u4.window::<1, 2>().sin() + y2).maximum().cos() + u6
    }

    pub fn at_of_softmax_in_extremes(x: [R; 3], y3: [R; 3]) {
        let u1: [R; 3] = x.softmax();
        let u2 = (u1.at::<1>() * y3).norm_squared() * (u1.at::<1>().sin() + y3).norm_squared().cos();
        let u3: [R; 3] = x.softmax();
        let u4 = (u3.at::<1>() * y3).minimum() * (u3.at::<1>().sin() + y3).minimum().cos();
        let u5: [R; 3] = x.softmax();
        let u6: [R; 3] = x.softmax();
        let u7 = (u6.at::<1>() * y3).log_sum_exp() * (u6.at::<1>().sin() + y3).log_sum_exp().cos();
        u2 + u4 + (u5.at::<1>() * y3).maximum() * (u5.at::<1>().sin() + y3).maximum().cos() + u7
    }

    pub fn mapped_view_in_extremes(x: [R; 3], y2: [R; 2]) {
        let u1 = wave(x.at::<1>(), x.window::<0, 2>()).maximum() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).maximum().cos();
        let u2 = wave(x.at::<1>(), x.window::<0, 2>()).log_sum_exp() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).log_sum_exp().cos();
        wave(x.at::<1>(), x.window::<0, 2>()).norm_squared() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).norm_squared().cos() +
            wave(x.at::<1>(), x.window::<0, 2>()).minimum() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).minimum().cos() + u1 + u2
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += square(x[1] * y3[i]); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += square(x[1].sin() + y3[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::INFINITY;
        for i in 0..3 { r3 = near.min(r3, x[1] * y3[i]); }
        let mut r4 = f64::INFINITY;
        for i in 0..3 { r4 = near.min(r4, x[1].sin() + y3[i]); }
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..3 { r5 = near.max(r5, x[1] * y3[i]); }
        let mut r6 = f64::NEG_INFINITY;
        for i in 0..3 { r6 = near.max(r6, x[1].sin() + y3[i]); }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += (x[1] * y3[i]).exp(); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += (x[1].sin() + y3[i]).exp(); }
        vec![u1 + r3 * r4.cos() + r5 * r6.cos() + r7.ln() * r8.ln().cos()]
    }

    pub fn row_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y2) = (&inputs[0..6], &inputs[6..8]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += square(m[i + 4]); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += square(m[i + 4].sin() + y2[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::INFINITY;
        for i in 0..2 { r3 = near.min(r3, m[i + 4]); }
        let mut r4 = f64::INFINITY;
        for i in 0..2 { r4 = near.min(r4, m[i + 4].sin() + y2[i]); }
        let u2 = r3 * r4.cos();
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..2 { r5 = near.max(r5, m[i + 4]); }
        let mut r6 = f64::NEG_INFINITY;
        for i in 0..2 { r6 = near.max(r6, m[i + 4].sin() + y2[i]); }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += m[i + 4].exp(); }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += (m[i + 4].sin() + y2[i]).exp(); }
        vec![u1 + u2 + r5 * r6.cos() + r7.ln() * r8.ln().cos()]
    }

    pub fn level_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (t, y32) = (&inputs[0..12], &inputs[12..18]);
        let mut r1 = f64::INFINITY;
        for i in 0..3 { for j in 0..2 { r1 = near.min(r1, t[i * 2 + j + 6]); } }
        let mut r2 = f64::INFINITY;
        for i in 0..3 { for j in 0..2 { r2 = near.min(r2, t[i * 2 + j + 6].sin() + y32[i * 2 + j]); } }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += square(t[i * 2 + j + 6]); } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += square(t[i * 2 + j + 6].sin() + y32[i * 2 + j]); } }
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..3 { for j in 0..2 { r5 = near.max(r5, t[i * 2 + j + 6]); } }
        let mut r6 = f64::NEG_INFINITY;
        for i in 0..3 { for j in 0..2 { r6 = near.max(r6, t[i * 2 + j + 6].sin() + y32[i * 2 + j]); } }
        let mut r7 = 0.0;
        for i in 0..3 { for j in 0..2 { r7 += t[i * 2 + j + 6].exp(); } }
        let mut r8 = 0.0;
        for i in 0..3 { for j in 0..2 { r8 += (t[i * 2 + j + 6].sin() + y32[i * 2 + j]).exp(); } }
        vec![r3 * r4.cos() + u1 + r5 * r6.cos() + r7.ln() * r8.ln().cos()]
    }

    pub fn window_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2) = (&inputs[0..3], &inputs[3..5]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += square(x[i + 1]); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += square(x[i + 1].sin() + y2[i]); }
        let mut r3 = f64::INFINITY;
        for i in 0..2 { r3 = near.min(r3, x[i + 1]); }
        let mut r4 = f64::INFINITY;
        for i in 0..2 { r4 = near.min(r4, x[i + 1].sin() + y2[i]); }
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..2 { r5 = near.max(r5, x[i + 1]); }
        let mut r6 = f64::NEG_INFINITY;
        for i in 0..2 { r6 = near.max(r6, x[i + 1].sin() + y2[i]); }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += x[i + 1].exp(); }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += (x[i + 1].sin() + y2[i]).exp(); }
        vec![r1 * r2.cos() + r3 * r4.cos() + r5 * r6.cos() + r7.ln() * r8.ln().cos()]
    }

    pub fn rows_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y22) = (&inputs[0..6], &inputs[6..10]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += m[i * 2 + j + 2].exp(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += (m[i * 2 + j + 2].sin() + y22[i * 2 + j]).exp(); } }
        let u1 = r1.ln() * r2.ln().cos();
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += square(m[i * 2 + j + 2]); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += square(m[i * 2 + j + 2].sin() + y22[i * 2 + j]); } }
        let mut r5 = f64::INFINITY;
        for i in 0..2 { for j in 0..2 { r5 = near.min(r5, m[i * 2 + j + 2]); } }
        let mut r6 = f64::INFINITY;
        for i in 0..2 { for j in 0..2 { r6 = near.min(r6, m[i * 2 + j + 2].sin() + y22[i * 2 + j]); } }
        let mut r7 = f64::NEG_INFINITY;
        for i in 0..2 { for j in 0..2 { r7 = near.max(r7, m[i * 2 + j + 2]); } }
        let mut r8 = f64::NEG_INFINITY;
        for i in 0..2 { for j in 0..2 { r8 = near.max(r8, m[i * 2 + j + 2].sin() + y22[i * 2 + j]); } }
        vec![r3 * r4.cos() + r5 * r6.cos() + r7 * r8.cos() + u1]
    }

    pub fn column_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y3) = (&inputs[0..6], &inputs[6..9]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += square(m[i * 2 + 1]); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += square(m[i * 2 + 1].sin() + y3[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::INFINITY;
        for i in 0..3 { r3 = near.min(r3, m[i * 2 + 1]); }
        let mut r4 = f64::INFINITY;
        for i in 0..3 { r4 = near.min(r4, m[i * 2 + 1].sin() + y3[i]); }
        let u2 = r3 * r4.cos();
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..3 { r5 = near.max(r5, m[i * 2 + 1]); }
        let mut r6 = f64::NEG_INFINITY;
        for i in 0..3 { r6 = near.max(r6, m[i * 2 + 1].sin() + y3[i]); }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += m[i * 2 + 1].exp(); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += (m[i * 2 + 1].sin() + y3[i]).exp(); }
        vec![u1 + u2 + r5 * r6.cos() + r7.ln() * r8.ln().cos()]
    }

    pub fn transpose_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y23) = (&inputs[0..6], &inputs[6..12]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..3 { r1 += square(m[j * 2 + i]); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += square(m[j * 2 + i].sin() + y23[i * 3 + j]); } }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::NEG_INFINITY;
        for i in 0..2 { for j in 0..3 { r3 = near.max(r3, m[j * 2 + i]); } }
        let mut r4 = f64::NEG_INFINITY;
        for i in 0..2 { for j in 0..3 { r4 = near.max(r4, m[j * 2 + i].sin() + y23[i * 3 + j]); } }
        let u2 = r3 * r4.cos();
        let mut r5 = f64::INFINITY;
        for i in 0..2 { for j in 0..3 { r5 = near.min(r5, m[j * 2 + i]); } }
        let mut r6 = f64::INFINITY;
        for i in 0..2 { for j in 0..3 { r6 = near.min(r6, m[j * 2 + i].sin() + y23[i * 3 + j]); } }
        let mut r7 = 0.0;
        for i in 0..2 { for j in 0..3 { r7 += m[j * 2 + i].exp(); } }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..3 { r8 += (m[j * 2 + i].sin() + y23[i * 3 + j]).exp(); } }
        vec![u1 + r5 * r6.cos() + u2 + r7.ln() * r8.ln().cos()]
    }

    pub fn at_of_expression_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut r1 = f64::NEG_INFINITY;
        for i in 0..3 { r1 = near.max(r1, x[2] * x[2].sin() * y3[i]); }
        let mut r2 = f64::NEG_INFINITY;
        for i in 0..3 { r2 = near.max(r2, (x[2] * x[2].sin()).sin() + y3[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += square(x[2] * x[2].sin() * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += square((x[2] * x[2].sin()).sin() + y3[i]); }
        let mut r5 = f64::INFINITY;
        for i in 0..3 { r5 = near.min(r5, x[2] * x[2].sin() * y3[i]); }
        let mut r6 = f64::INFINITY;
        for i in 0..3 { r6 = near.min(r6, (x[2] * x[2].sin()).sin() + y3[i]); }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += (x[2] * x[2].sin() * y3[i]).exp(); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += ((x[2] * x[2].sin()).sin() + y3[i]).exp(); }
        vec![r3 * r4.cos() + r5 * r6.cos() + u1 + r7.ln() * r8.ln().cos()]
    }

    pub fn window_of_expression_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (k, x, y2) = (inputs[0], &inputs[1..4], &inputs[4..6]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += square(k * x[i + 1]); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += square((k * x[i + 1]).sin() + y2[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::INFINITY;
        for i in 0..2 { r3 = near.min(r3, k * x[i + 1]); }
        let mut r4 = f64::INFINITY;
        for i in 0..2 { r4 = near.min(r4, (k * x[i + 1]).sin() + y2[i]); }
        let u2 = r3 * r4.cos();
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..2 { r5 = near.max(r5, k * x[i + 1]); }
        let mut r6 = f64::NEG_INFINITY;
        for i in 0..2 { r6 = near.max(r6, (k * x[i + 1]).sin() + y2[i]); }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += (k * x[i + 1]).exp(); }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += ((k * x[i + 1]).sin() + y2[i]).exp(); }
        vec![u1 + u2 + r5 * r6.cos() + r7.ln() * r8.ln().cos()]
    }

    pub fn transpose_of_expression_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, k, y23) = (&inputs[0..6], inputs[6], &inputs[7..13]);
        let mut r1 = f64::INFINITY;
        for i in 0..2 { for j in 0..3 { r1 = near.min(r1, m[j * 2 + i] * k); } }
        let mut r2 = f64::INFINITY;
        for i in 0..2 { for j in 0..3 { r2 = near.min(r2, (m[j * 2 + i] * k).sin() + y23[i * 3 + j]); } }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += square(m[j * 2 + i] * k); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += square((m[j * 2 + i] * k).sin() + y23[i * 3 + j]); } }
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..2 { for j in 0..3 { r5 = near.max(r5, m[j * 2 + i] * k); } }
        let mut r6 = f64::NEG_INFINITY;
        for i in 0..2 { for j in 0..3 { r6 = near.max(r6, (m[j * 2 + i] * k).sin() + y23[i * 3 + j]); } }
        let mut r7 = 0.0;
        for i in 0..2 { for j in 0..3 { r7 += (m[j * 2 + i] * k).exp(); } }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..3 { r8 += ((m[j * 2 + i] * k).sin() + y23[i * 3 + j]).exp(); } }
        vec![r3 * r4.cos() + u1 + r5 * r6.cos() + r7.ln() * r8.ln().cos()]
    }

    pub fn column_of_level_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (t, y3) = (&inputs[0..12], &inputs[12..15]);
        let mut r1 = f64::NEG_INFINITY;
        for i in 0..3 { r1 = near.max(r1, t[i * 2 + 7]); }
        let mut r2 = f64::NEG_INFINITY;
        for i in 0..3 { r2 = near.max(r2, t[i * 2 + 7].sin() + y3[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += square(t[i * 2 + 7]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += square(t[i * 2 + 7].sin() + y3[i]); }
        let mut r5 = f64::INFINITY;
        for i in 0..3 { r5 = near.min(r5, t[i * 2 + 7]); }
        let mut r6 = f64::INFINITY;
        for i in 0..3 { r6 = near.min(r6, t[i * 2 + 7].sin() + y3[i]); }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += t[i * 2 + 7].exp(); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += (t[i * 2 + 7].sin() + y3[i]).exp(); }
        vec![r3 * r4.cos() + r5 * r6.cos() + u1 + r7.ln() * r8.ln().cos()]
    }

    pub fn stack_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut r1 = f64::NEG_INFINITY;
        for i in 0..3 { r1 = near.max(r1, [x[2], k * x[0], k][i]); }
        let mut r2 = f64::NEG_INFINITY;
        for i in 0..3 { r2 = near.max(r2, [x[2], k * x[0], k][i].sin() + y3[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += [x[2], k * x[0], k][i].exp(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += ([x[2], k * x[0], k][i].sin() + y3[i]).exp(); }
        let u2 = r3.ln() * r4.ln().cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += square([x[2], k * x[0], k][i]); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += square([x[2], k * x[0], k][i].sin() + y3[i]); }
        let mut r7 = f64::INFINITY;
        for i in 0..3 { r7 = near.min(r7, [x[2], k * x[0], k][i]); }
        let mut r8 = f64::INFINITY;
        for i in 0..3 { r8 = near.min(r8, [x[2], k * x[0], k][i].sin() + y3[i]); }
        vec![r5 * r6.cos() + r7 * r8.cos() + u1 + u2]
    }

    pub fn at_of_stack_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (_, x, y3) = (inputs[0], &inputs[1..4], &inputs[4..7]);
        let mut r1 = f64::INFINITY;
        for i in 0..3 { r1 = near.min(r1, x[2].sin() * y3[i]); }
        let mut r2 = f64::INFINITY;
        for i in 0..3 { r2 = near.min(r2, x[2].sin().sin() + y3[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += (x[2].sin() * y3[i]).exp(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (x[2].sin().sin() + y3[i]).exp(); }
        let u2 = r3.ln() * r4.ln().cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += square(x[2].sin() * y3[i]); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += square(x[2].sin().sin() + y3[i]); }
        let mut r7 = f64::NEG_INFINITY;
        for i in 0..3 { r7 = near.max(r7, x[2].sin() * y3[i]); }
        let mut r8 = f64::NEG_INFINITY;
        for i in 0..3 { r8 = near.max(r8, x[2].sin().sin() + y3[i]); }
        vec![r5 * r6.cos() + u1 + r7 * r8.cos() + u2]
    }

    pub fn concat_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, k, y5) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11]);
        let mut r1 = 0.0;
        for i in 0..5 { r1 += square(if i < 3 { x[i] } else { w[i - 3] * k }); }
        let mut r2 = 0.0;
        for i in 0..5 { r2 += square((if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::INFINITY;
        for i in 0..5 { r3 = near.min(r3, if i < 3 { x[i] } else { w[i - 3] * k }); }
        let mut r4 = f64::INFINITY;
        for i in 0..5 { r4 = near.min(r4, (if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]); }
        let u2 = r3 * r4.cos();
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..5 { r5 = near.max(r5, if i < 3 { x[i] } else { w[i - 3] * k }); }
        let mut r6 = f64::NEG_INFINITY;
        for i in 0..5 { r6 = near.max(r6, (if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]); }
        let mut r7 = 0.0;
        for i in 0..5 { r7 += (if i < 3 { x[i] } else { w[i - 3] * k }).exp(); }
        let mut r8 = 0.0;
        for i in 0..5 { r8 += ((if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]).exp(); }
        vec![u1 + u2 + r5 * r6.cos() + r7.ln() * r8.ln().cos()]
    }

    pub fn window_of_concat_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y2) = (&inputs[0..3], &inputs[3..5], &inputs[5..7]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += square(if i + 2 < 3 { x[i + 2] } else { w[i - 1] }); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += square((if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() + y2[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::NEG_INFINITY;
        for i in 0..2 { r3 = near.max(r3, if i + 2 < 3 { x[i + 2] } else { w[i - 1] }); }
        let mut r4 = f64::NEG_INFINITY;
        for i in 0..2 { r4 = near.max(r4, (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() + y2[i]); }
        let u2 = r3 * r4.cos();
        let mut r5 = f64::INFINITY;
        for i in 0..2 { r5 = near.min(r5, if i + 2 < 3 { x[i + 2] } else { w[i - 1] }); }
        let mut r6 = f64::INFINITY;
        for i in 0..2 { r6 = near.min(r6, (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() + y2[i]); }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).exp(); }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += ((if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() + y2[i]).exp(); }
        vec![u1 + r5 * r6.cos() + u2 + r7.ln() * r8.ln().cos()]
    }

    pub fn concat_of_rows_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y42) = (&inputs[0..6], &inputs[6..14]);
        let mut r1 = f64::NEG_INFINITY;
        for i in 0..4 { for j in 0..2 { r1 = near.max(r1, if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }); } }
        let mut r2 = f64::NEG_INFINITY;
        for i in 0..4 { for j in 0..2 { r2 = near.max(r2, (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]); } }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..2 { r3 += (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).exp(); } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..2 { r4 += ((if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]).exp(); } }
        let u2 = r3.ln() * r4.ln().cos();
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += square(if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }); } }
        let mut r6 = 0.0;
        for i in 0..4 { for j in 0..2 { r6 += square((if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]); } }
        let mut r7 = f64::INFINITY;
        for i in 0..4 { for j in 0..2 { r7 = near.min(r7, if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }); } }
        let mut r8 = f64::INFINITY;
        for i in 0..4 { for j in 0..2 { r8 = near.min(r8, (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]); } }
        vec![r5 * r6.cos() + r7 * r8.cos() + u1 + u2]
    }

    pub fn outer_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y32) = (&inputs[0..3], &inputs[3..5], &inputs[5..11]);
        let mut r1 = f64::INFINITY;
        for i in 0..3 { for j in 0..2 { r1 = near.min(r1, x[i] * w[j]); } }
        let mut r2 = f64::INFINITY;
        for i in 0..3 { for j in 0..2 { r2 = near.min(r2, (x[i] * w[j]).sin() + y32[i * 2 + j]); } }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += (x[i] * w[j]).exp(); } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += ((x[i] * w[j]).sin() + y32[i * 2 + j]).exp(); } }
        let u2 = r3.ln() * r4.ln().cos();
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += square(x[i] * w[j]); } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += square((x[i] * w[j]).sin() + y32[i * 2 + j]); } }
        let mut r7 = f64::NEG_INFINITY;
        for i in 0..3 { for j in 0..2 { r7 = near.max(r7, x[i] * w[j]); } }
        let mut r8 = f64::NEG_INFINITY;
        for i in 0..3 { for j in 0..2 { r8 = near.max(r8, (x[i] * w[j]).sin() + y32[i * 2 + j]); } }
        vec![r5 * r6.cos() + u1 + r7 * r8.cos() + u2]
    }

    pub fn at_at_of_outer_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y3) = (&inputs[0..3], &inputs[3..5], &inputs[5..8]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += square(x[2] * w[0] * y3[i]); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += square((x[2] * w[0]).sin() + y3[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::INFINITY;
        for i in 0..3 { r3 = near.min(r3, x[2] * w[0] * y3[i]); }
        let mut r4 = f64::INFINITY;
        for i in 0..3 { r4 = near.min(r4, (x[2] * w[0]).sin() + y3[i]); }
        let u2 = r3 * r4.cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += (x[2] * w[0] * y3[i]).exp(); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += ((x[2] * w[0]).sin() + y3[i]).exp(); }
        let u3 = r5.ln() * r6.ln().cos();
        let mut r7 = f64::NEG_INFINITY;
        for i in 0..3 { r7 = near.max(r7, x[2] * w[0] * y3[i]); }
        let mut r8 = f64::NEG_INFINITY;
        for i in 0..3 { r8 = near.max(r8, (x[2] * w[0]).sin() + y3[i]); }
        vec![u1 + u2 + r7 * r8.cos() + u3]
    }

    pub fn product_with_vector_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, w, y3) = (&inputs[0..6], &inputs[6..8], &inputs[8..11]);
        let mut r1 = f64::INFINITY;
        for i in 0..3 { r1 = near.min(r1, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>()); }
        let mut r2 = f64::INFINITY;
        for i in 0..3 { r2 = near.min(r2, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = f64::NEG_INFINITY;
        for i in 0..3 { r3 = near.max(r3, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>()); }
        let mut r4 = f64::NEG_INFINITY;
        for i in 0..3 { r4 = near.max(r4, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]); }
        let u2 = r3 * r4.cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().exp(); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += ((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]).exp(); }
        let u3 = r5.ln() * r6.ln().cos();
        let mut r7 = 0.0;
        for i in 0..3 { r7 += square((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>()); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += square((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]); }
        vec![r7 * r8.cos() + u1 + u2 + u3]
    }

    pub fn window_of_sums_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2) = (&inputs[0..3], &inputs[3..5]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += square(u1[i + 1]); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += square(u1[i + 1].sin() + y2[i]); }
        let u2 = r1 * r2.cos();
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        cumulative_sum(&mut u3);
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        cumulative_sum(&mut u4);
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        cumulative_sum(&mut u5);
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u5[i + 1].exp(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (u5[i + 1].sin() + y2[i]).exp(); }
        let u6 = r3.ln() * r4.ln().cos();
        let mut r5 = f64::INFINITY;
        for i in 0..2 { r5 = near.min(r5, u3[i + 1]); }
        let mut r6 = f64::INFINITY;
        for i in 0..2 { r6 = near.min(r6, u3[i + 1].sin() + y2[i]); }
        let mut r7 = f64::NEG_INFINITY;
        for i in 0..2 { r7 = near.max(r7, u4[i + 1]); }
        let mut r8 = f64::NEG_INFINITY;
        for i in 0..2 { r8 = near.max(r8, u4[i + 1].sin() + y2[i]); }
        vec![u2 + r5 * r6.cos() + r7 * r8.cos() + u6]
    }

    pub fn at_of_softmax_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += square(u1[1] * y3[i]); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += square(u1[1].sin() + y3[i]); }
        let u2 = r1 * r2.cos();
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        softmax(&mut u3);
        let mut r3 = f64::INFINITY;
        for i in 0..3 { r3 = near.min(r3, u3[1] * y3[i]); }
        let mut r4 = f64::INFINITY;
        for i in 0..3 { r4 = near.min(r4, u3[1].sin() + y3[i]); }
        let u4 = r3 * r4.cos();
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        softmax(&mut u5);
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = x[i]; }
        softmax(&mut u6);
        let mut r5 = 0.0;
        for i in 0..3 { r5 += (u6[1] * y3[i]).exp(); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += (u6[1].sin() + y3[i]).exp(); }
        let u7 = r5.ln() * r6.ln().cos();
        let mut r7 = f64::NEG_INFINITY;
        for i in 0..3 { r7 = near.max(r7, u5[1] * y3[i]); }
        let mut r8 = f64::NEG_INFINITY;
        for i in 0..3 { r8 = near.max(r8, u5[1].sin() + y3[i]); }
        vec![u2 + u4 + r7 * r8.cos() + u7]
    }

    pub fn mapped_view_in_extremes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2) = (&inputs[0..3], &inputs[3..5]);
        let mut r1 = f64::NEG_INFINITY;
        for i in 0..2 { r1 = near.max(r1, wave(x[1], x[i], near)); }
        let mut r2 = f64::NEG_INFINITY;
        for i in 0..2 { r2 = near.max(r2, wave(x[1], x[i], near).sin() + y2[i]); }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..2 { r3 += wave(x[1], x[i], near).exp(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (wave(x[1], x[i], near).sin() + y2[i]).exp(); }
        let u2 = r3.ln() * r4.ln().cos();
        let mut r5 = 0.0;
        for i in 0..2 { r5 += square(wave(x[1], x[i], near)); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += square(wave(x[1], x[i], near).sin() + y2[i]); }
        let mut r7 = f64::INFINITY;
        for i in 0..2 { r7 = near.min(r7, wave(x[1], x[i], near)); }
        let mut r8 = f64::INFINITY;
        for i in 0..2 { r8 = near.min(r8, wave(x[1], x[i], near).sin() + y2[i]); }
        vec![r5 * r6.cos() + r7 * r8.cos() + u1 + u2]
    }
}

crate::programs! {
    Real at_in_extremes as at_in_extremes with product;
    Real row_in_extremes as row_in_extremes with sides;
    Real level_in_extremes as level_in_extremes;
    Real window_in_extremes as window_in_extremes with tape;
    Real rows_in_extremes as rows_in_extremes with product;
    Real column_in_extremes as column_in_extremes with single;
    Real transpose_in_extremes as transpose_in_extremes;
    Real at_of_expression_in_extremes as at_of_expression_in_extremes with series;
    Real window_of_expression_in_extremes as window_of_expression_in_extremes with product;
    Real transpose_of_expression_in_extremes as transpose_of_expression_in_extremes with sides;
    Real column_of_level_in_extremes as column_of_level_in_extremes;
    Real stack_in_extremes as stack_in_extremes with tape;
    Real at_of_stack_in_extremes as at_of_stack_in_extremes with product;
    Real concat_in_extremes as concat_in_extremes with single;
    Real window_of_concat_in_extremes as window_of_concat_in_extremes;
    Real concat_of_rows_in_extremes as concat_of_rows_in_extremes with series;
    Real outer_in_extremes as outer_in_extremes with product;
    Real at_at_of_outer_in_extremes as at_at_of_outer_in_extremes with sides;
    Real product_with_vector_in_extremes as product_with_vector_in_extremes;
    Real window_of_sums_in_extremes as window_of_sums_in_extremes with tape;
    Real at_of_softmax_in_extremes as at_of_softmax_in_extremes with product;
    Real mapped_view_in_extremes as mapped_view_in_extremes with single;
}
