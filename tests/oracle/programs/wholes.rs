//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_wholes(x: [R; 3], y3: [R; 3], k) {
        let u1: [R; 3] = (x.at::<1>() * y3).softmax();
        let u2: [R; 3] = (x.at::<1>() * y3).log_softmax();
        let u3: [R; 3] = (x.at::<1>() * y3).cumulative_sum();
        let u4 = (u3 * y3).sum();
        let u5 = x.at::<1>().tanh() * k + (1.5 - x.at::<1>() * x.at::<1>());
        (u1 * y3).sum() + (u2 * y3).sum() + u4 + u5
    }

    pub fn row_in_wholes(m: [[R; 2]; 3], y2: [R; 2], k) {
        let u1: [R; 2] = m.at::<2>().softmax();
        let u2: [R; 2] = m.at::<2>().log_softmax();
        let u3: [R; 2] = m.at::<2>().cumulative_sum();
        let u4 = (u3 * y2).sum();
        let u5 = m.at::<2>().at::<1>().tanh() * k + (1.5 - m.at::<2>().at::<1>() * m.at::<2>().sum());
        (u1 * y2).sum() + (u2 * y2).sum() + u4 + u5
    }

    pub fn level_in_wholes(t: [[[R; 2]; 3]; 2], y32: [[R; 2]; 3], k) {
        let u1: [[R; 2]; 3] = t.at::<1>().softmax();
        let u2 = (u1 * y32).sum();
        let u3: [[R; 2]; 3] = t.at::<1>().log_softmax();
        let u4 = (u3 * y32).sum();
        let u5: [[R; 2]; 3] = t.at::<1>().cumulative_sum();
        u2 + u4 + (u5 * y32).sum() + (t.at::<1>().at::<2>().at::<1>().tanh() * k +
            (1.5 - t.at::<1>().at::<2>().at::<1>() * t.at::<1>().sum()))
    }

    pub fn window_in_wholes(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 2] = x.window::<1, 2>().softmax();
        let u2 = (u1 * y2).sum();
        let u3: [R; 2] = x.window::<1, 2>().log_softmax();
        let u4: [R; 2] = x.window::<1, 2>().cumulative_sum();
        let u5 = x.window::<1, 2>().at::<1>().tanh() * k +
            (1.5 - x.window::<1, 2>().at::<1>() * x.window::<1, 2>().sum());
        u2 + (u3 * y2).sum() + (u4 * y2).sum() + u5
    }

    pub fn rows_in_wholes(m: [[R; 2]; 3], y22: [[R; 2]; 2], k) {
        let u1: [[R; 2]; 2] = m.window::<1, 2>().softmax();
        let u2: [[R; 2]; 2] = m.window::<1, 2>().log_softmax();
        let u3: [[R; 2]; 2] = m.window::<1, 2>().cumulative_sum();
        (u1 * y22).sum() + (u2 * y22).sum() + (u3 * y22).sum() +
            (m.window::<1, 2>().at::<1>().at::<1>().tanh() * k +
            (1.5 - m.window::<1, 2>().at::<1>().at::<1>() * m.window::<1, 2>().sum()))
    }

    pub fn column_in_wholes(m: [[R; 2]; 3], y3: [R; 3], k) {
        let u1: [R; 3] = m.column::<1>().softmax();
        let u2: [R; 3] = m.column::<1>().log_softmax();
        let u3 = (u2 * y3).sum();
        let u4: [R; 3] = m.column::<1>().cumulative_sum();
        let u5 = m.column::<1>().at::<2>().tanh() * k + (1.5 - m.column::<1>().at::<2>() * m.column::<1>().sum());
        (u1 * y3).sum() + u3 + (u4 * y3).sum() + u5
    }

    pub fn transpose_in_wholes(m: [[R; 2]; 3], y23: [[R; 3]; 2], k) {
        let u1: [[R; 3]; 2] = m.transpose().softmax();
        let u2 = (u1 * y23).sum();
        let u3: [[R; 3]; 2] = m.transpose().log_softmax();
        let u4 = (u3 * y23).sum();
        let u5: [[R; 3]; 2] = m.transpose().cumulative_sum();
        u2 + u4 + (u5 * y23).sum() + (m.transpose().at::<1>().at::<2>().tanh() * k +
            (1.5 - m.transpose().at::<1>().at::<2>() * m.transpose().sum()))
    }

    pub fn at_of_expression_in_wholes(x: [R; 3], y3: [R; 3], k) {
        let u1: [R; 3] = ((x * x.sin()).at::<2>() * y3).softmax();
        let u2: [R; 3] = ((x * x.sin()).at::<2>() * y3).log_softmax();
        let u3 = (u2 * y3).sum();
        let u4: [R; 3] = ((x * x.sin()).at::<2>() * y3).cumulative_sum();
        let u5 = (x * x.sin()).at::<2>().tanh() * k + (1.5 - (x * x.sin()).at::<2>() * (x * x.sin()).at::<2>());
        (u1 * y3).sum() + u3 + (u4 * y3).sum() + u5
    }

    pub fn row_of_expression_in_wholes(m: [[R; 2]; 3], k, y2: [R; 2]) {
        let u1: [R; 2] = (m.sin() + k).at::<1>().softmax();
        let u2 = (u1 * y2).sum();
        let u3: [R; 2] = (m.sin() + k).at::<1>().log_softmax();
        let u4: [R; 2] = (m.sin() + k).at::<1>().cumulative_sum();
        u2 + (u3 * y2).sum() + (u4 * y2).sum() +
            ((m.sin() + k).at::<1>().at::<1>().tanh() * k +
            (1.5 - (m.sin() + k).at::<1>().at::<1>() * (m.sin() + k).at::<1>().sum()))
    }

    pub fn window_of_expression_in_wholes(k, x: [R; 3], y2: [R; 2]) {
        let u1: [R; 2] = (k * x).window::<1, 2>().softmax();
        let u2 = (u1 * y2).sum();
        let u3: [R; 2] = (k * x).window::<1, 2>().log_softmax();
        let u4: [R; 2] = (k * x).window::<1, 2>().cumulative_sum();
        u2 + (u3 * y2).sum() + (u4 * y2).sum() +
            ((k * x).window::<1, 2>().at::<1>().tanh() * k +
            (1.5 - (k * x).window::<1, 2>().at::<1>() * (k * x).window::<1, 2>().sum()))
    }

    pub fn row_of_transpose_in_wholes(m: [[R; 2]; 3], y3: [R; 3], k) {
        let u1: [R; 3] = m.transpose().at::<1>().softmax();
        let u2: [R; 3] = m.transpose().at::<1>().log_softmax();
        let u3 = (u2 * y3).sum();
        let u4: [R; 3] = m.transpose().at::<1>().cumulative_sum();
        let u5 = (u4 * y3).sum();
        (u1 * y3).sum() + u3 + u5 + (m.transpose().at::<1>().at::<2>().tanh() * k +
            (1.5 - m.transpose().at::<1>().at::<2>() * m.transpose().at::<1>().sum()))
    }

    pub fn stack_in_wholes(x: [R; 3], k, y3: [R; 3]) {
        let u1: [R; 3] = stack((x.at::<2>(), k * x.at::<0>(), k)).softmax();
        let u2: [R; 3] = stack((x.at::<2>(), k * x.at::<0>(), k)).log_softmax();
        let u3: [R; 3] = stack((x.at::<2>(), k * x.at::<0>(), k)).cumulative_sum();
        let u4 = (u3 * y3).sum();
        (u1 * y3).sum() + (u2 * y3).sum() + u4 +
            (stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>().tanh() * k +
            (1.5 - stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>() *
            stack((x.at::<2>(), k * x.at::<0>(), k)).sum()))
    }

    pub fn at_of_stack_in_wholes(k, x: [R; 3], y3: [R; 3]) {
        let u1: [R; 3] = (stack((k, x.at::<2>().sin())).at::<1>() * y3).softmax();
        let u2: [R; 3] = (stack((k, x.at::<2>().sin())).at::<1>() * y3).log_softmax();
        let u3 = (u2 * y3).sum();
        let u4: [R; 3] = (stack((k, x.at::<2>().sin())).at::<1>() * y3).cumulative_sum();
        let u5 = (u4 * y3).sum();
        let u6 = stack((k, x.at::<2>().sin())).at::<1>().tanh() * k +
            (1.5 - stack((k, x.at::<2>().sin())).at::<1>() * stack((k, x.at::<2>().sin())).at::<1>());
        (u1 * y3).sum() + u3 + u5 + u6
    }

    pub fn concat_in_wholes(x: [R; 3], w: [R; 2], k, y5: [R; 5]) {
        let u1: [R; 5] = x.concat::<5, _>(w * k).softmax();
        let u2: [R; 5] = x.concat::<5, _>(w * k).log_softmax();
        let u3 = (u2 * y5).sum();
        let u4: [R; 5] = x.concat::<5, _>(w * k).cumulative_sum();
        let u5 = x.concat::<5, _>(w * k).at::<4>().tanh() * k +
            (1.5 - x.concat::<5, _>(w * k).at::<4>() * x.concat::<5, _>(w * k).sum());
        (u1 * y5).sum() + u3 + (u4 * y5).sum() + u5
    }

    pub fn window_of_concat_in_wholes(x: [R; 3], w: [R; 2], y2: [R; 2], k) {
        let u1: [R; 2] = x.concat::<5, _>(w).window::<2, 2>().softmax();
        let u2 = (u1 * y2).sum();
        let u3: [R; 2] = x.concat::<5, _>(w).window::<2, 2>().log_softmax();
        let u4: [R; 2] = x.concat::<5, _>(w).window::<2, 2>().cumulative_sum();
        let u5 = (u4 * y2).sum();
        let u6 = x.concat::<5, _>(w).window::<2, 2>().at::<1>().tanh() * k +
            (1.5 - x.concat::<5, _>(w).window::<2, 2>().at::<1>() * x.concat::<5, _>(w).window::<2, 2>().sum());
        u2 + (u3 * y2).sum() + u5 + u6
    }

    pub fn concat_of_rows_in_wholes(m: [[R; 2]; 3], y42: [[R; 2]; 4], k) {
        let u1: [[R; 2]; 4] = m.concat::<4, _>(m.window::<0, 1>()).softmax();
        let u2 = (u1 * y42).sum();
        let u3: [[R; 2]; 4] = m.concat::<4, _>(m.window::<0, 1>()).log_softmax();
        let u4 = (u3 * y42).sum();
        let u5: [[R; 2]; 4] = m.concat::<4, _>(m.window::<0, 1>()).cumulative_sum();
        u2 + u4 + (u5 * y42).sum() + (m.concat::<4, _>(m.window::<0, 1>()).at::<3>().at::<1>().tanh() * k +
            (1.5 - m.concat::<4, _>(m.window::<0, 1>()).at::<3>().at::<1>() * m.concat::<4,
            _>(m.window::<0, 1>()).sum()))
    }

    pub fn outer_in_wholes(x: [R; 3], w: [R; 2], y32: [[R; 2]; 3], k) {
        let u1: [[R; 2]; 3] = x.outer(w).softmax();
        let u2 = (u1 * y32).sum();
        let u3: [[R; 2]; 3] = x.outer(w).log_softmax();
        let u4: [[R; 2]; 3] = x.outer(w).cumulative_sum();
        u2 + (u3 * y32).sum() + (u4 * y32).sum() +
            (x.outer(w).at::<2>().at::<1>().tanh() * k +
            (1.5 - x.outer(w).at::<2>().at::<1>() * x.outer(w).sum()))
    }

    pub fn column_of_outer_in_wholes(x: [R; 3], w: [R; 2], y3: [R; 3], k) {
        let u1: [R; 3] = x.outer(w).column::<1>().softmax();
        let u2: [R; 3] = x.outer(w).column::<1>().log_softmax();
        let u3: [R; 3] = x.outer(w).column::<1>().cumulative_sum();
        let u4 = (u3 * y3).sum();
        (u1 * y3).sum() + (u2 * y3).sum() + u4 +
            (x.outer(w).column::<1>().at::<2>().tanh() * k +
            (1.5 - x.outer(w).column::<1>().at::<2>() * x.outer(w).column::<1>().sum()))
    }

    pub fn at_at_of_outer_in_wholes(x: [R; 3], w: [R; 2], y3: [R; 3], k) {
        let u1: [R; 3] = (x.outer(w).at::<2>().at::<0>() * y3).softmax();
        let u2: [R; 3] = (x.outer(w).at::<2>().at::<0>() * y3).log_softmax();
        let u3: [R; 3] = (x.outer(w).at::<2>().at::<0>() * y3).cumulative_sum();
        let u4 = x.outer(w).at::<2>().at::<0>().tanh() * k +
            (1.5 - x.outer(w).at::<2>().at::<0>() * x.outer(w).at::<2>().at::<0>());
        (u1 * y3).sum() + (u2 * y3).sum() + (u3 * y3).sum() + u4
    }

    pub fn product_with_vector_in_wholes(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3], k) {
        let u1: [R; 3] = m.dot(w).softmax();
        let u2 = (u1 * y3).sum();
        let u3: [R; 3] = m.dot(w).log_softmax();
        let u4: [R; 3] = m.dot(w).cumulative_sum();
        let u5 = (u4 * y3).sum();
        u2 + (u3 * y3).sum() + u5 + (m.dot(w).at::<2>().tanh() * k + (1.5 - m.dot(w).at::<2>() * m.dot(w).sum()))
    }

    pub fn window_of_sums_in_wholes(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2: [R; 2] = u1.window::<1, 2>().softmax();
        let u3 = (u2 * y2).sum();
        let u4: [R; 3] = x.cumulative_sum();
        let u5: [R; 2] = u4.window::<1, 2>().log_softmax();
        let u6 = (u5 * y2).sum();
        let u7: [R; 3] = x.cumulative_sum();
        let u8: [R; 2] = u7.window::<1, 2>().cumulative_sum();
        let u9 = (u8 * y2).sum();
        let u10: [R; 3] = x.cumulative_sum();
        let u11 = u10.window::<1, 2>().at::<1>().tanh() * k +
            (1.5 - u10.window::<1, 2>().at::<1>() * u10.window::<1, 2>().sum());
        u3 + u6 + u9 + u11
    }

    pub fn at_of_softmax_in_wholes(x: [R; 3], y3: [R; 3], k) {
        let u1: [R; 3] = x.softmax();
        let u2: [R; 3] = (u1.at::<1>() * y3).softmax();
        let u3: [R; 3] = x.softmax();
        let u4: [R; 3] = (u3.at::<1>() * y3).log_softmax();
        let u5 = (u4 * y3).sum();
        let u6: [R; 3] = x.softmax();
        let u7: [R; 3] = (u6.at::<1>() * y3).cumulative_sum();
        let u8 = (u7 * y3).sum();
        let u9: [R; 3] = x.softmax();
        (u2 * y3).sum() + u5 + u8 + (u9.at::<1>().tanh() * k + (1.5 - u9.at::<1>() * u9.at::<1>()))
    }

    pub fn mapped_view_in_wholes(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 2] = wave(x.at::<1>(), x.window::<0, 2>()).softmax();
        let u2 = (u1 * y2).sum();
        let u3: [R; 2] = wave(x.at::<1>(), x.window::<0, 2>()).log_softmax();
        let u4 = (u3 * y2).sum();
        let u5: [R; 2] = wave(x.at::<1>(), x.window::<0, 2>()).cumulative_sum();
        let u6 = (u5 * y2).sum();
        u2 + u4 + u6 + (wave(x.at::<1>(), x.window::<0, 2>()).at::<1>().tanh() * k +
            (1.5 - wave(x.at::<1>(), x.window::<0, 2>()).at::<1>() * wave(x.at::<1>(), x.window::<0, 2>()).sum()))
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[1] * y3[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[1] * y3[i]; }
        log_softmax(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[1] * y3[i]; }
        cumulative_sum(&mut u3);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u3[i] * y3[i]; }
        let u4 = r1;
        let u5 = x[1].tanh() * k + (1.5 - x[1] * x[1]);
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u1[i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i] * y3[i]; }
        vec![r2 + r3 + u4 + u5]
    }

    pub fn row_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2, k) = (&inputs[0..6], &inputs[6..8], inputs[8]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = m[i + 4]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = m[i + 4]; }
        log_softmax(&mut u2);
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = m[i + 4]; }
        cumulative_sum(&mut u3);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u3[i] * y2[i]; }
        let u4 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += m[i + 4]; }
        let u5 = m[5].tanh() * k + (1.5 - m[5] * r2);
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u1[i] * y2[i]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u2[i] * y2[i]; }
        vec![r3 + r4 + u4 + u5]
    }

    pub fn level_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, y32, k) = (&inputs[0..12], &inputs[12..18], inputs[18]);
        let mut u1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u1[i * 2 + j] = t[i * 2 + j + 6]; } }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += u1[i * 2 + j] * y32[i * 2 + j]; } }
        let u2 = r1;
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u3[i * 2 + j] = t[i * 2 + j + 6]; } }
        log_softmax(&mut u3);
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += u3[i * 2 + j] * y32[i * 2 + j]; } }
        let u4 = r2;
        let mut u5 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u5[i * 2 + j] = t[i * 2 + j + 6]; } }
        cumulative_sum(&mut u5);
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += u5[i * 2 + j] * y32[i * 2 + j]; } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += t[i * 2 + j + 6]; } }
        vec![u2 + u4 + r3 + (t[11].tanh() * k + (1.5 - t[11] * r4))]
    }

    pub fn window_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = x[i + 1]; }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u1[i] * y2[i]; }
        let u2 = r1;
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = x[i + 1]; }
        log_softmax(&mut u3);
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = x[i + 1]; }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += x[i + 1]; }
        let u5 = x[2].tanh() * k + (1.5 - x[2] * r2);
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u3[i] * y2[i]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u4[i] * y2[i]; }
        vec![u2 + r3 + r4 + u5]
    }

    pub fn rows_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y22, k) = (&inputs[0..6], &inputs[6..10], inputs[10]);
        let mut u1 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u1[i * 2 + j] = m[i * 2 + j + 2]; } }
        softmax(&mut u1);
        let mut u2 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u2[i * 2 + j] = m[i * 2 + j + 2]; } }
        log_softmax(&mut u2);
        let mut u3 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u3[i * 2 + j] = m[i * 2 + j + 2]; } }
        cumulative_sum(&mut u3);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += u1[i * 2 + j] * y22[i * 2 + j]; } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += u2[i * 2 + j] * y22[i * 2 + j]; } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += u3[i * 2 + j] * y22[i * 2 + j]; } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += m[i * 2 + j + 2]; } }
        vec![r1 + r2 + r3 + (m[5].tanh() * k + (1.5 - m[5] * r4))]
    }

    pub fn column_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, k) = (&inputs[0..6], &inputs[6..9], inputs[9]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = m[i * 2 + 1]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = m[i * 2 + 1]; }
        log_softmax(&mut u2);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u2[i] * y3[i]; }
        let u3 = r1;
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = m[i * 2 + 1]; }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..3 { r2 += m[i * 2 + 1]; }
        let u5 = m[5].tanh() * k + (1.5 - m[5] * r2);
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u1[i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u4[i] * y3[i]; }
        vec![r3 + u3 + r4 + u5]
    }

    pub fn transpose_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y23, k) = (&inputs[0..6], &inputs[6..12], inputs[12]);
        let mut u1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u1[i * 3 + j] = m[j * 2 + i]; } }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..3 { r1 += u1[i * 3 + j] * y23[i * 3 + j]; } }
        let u2 = r1;
        let mut u3 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u3[i * 3 + j] = m[j * 2 + i]; } }
        log_softmax(&mut u3);
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += u3[i * 3 + j] * y23[i * 3 + j]; } }
        let u4 = r2;
        let mut u5 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u5[i * 3 + j] = m[j * 2 + i]; } }
        cumulative_sum(&mut u5);
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += u5[i * 3 + j] * y23[i * 3 + j]; } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += m[j * 2 + i]; } }
        vec![u2 + u4 + r3 + (m[5].tanh() * k + (1.5 - m[5] * r4))]
    }

    pub fn at_of_expression_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2] * x[2].sin() * y3[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[2] * x[2].sin() * y3[i]; }
        log_softmax(&mut u2);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u2[i] * y3[i]; }
        let u3 = r1;
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[2] * x[2].sin() * y3[i]; }
        cumulative_sum(&mut u4);
        let u5 = (x[2] * x[2].sin()).tanh() * k + (1.5 - x[2] * x[2].sin() * (x[2] * x[2].sin()));
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u1[i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u4[i] * y3[i]; }
        vec![r2 + u3 + r3 + u5]
    }

    pub fn row_of_expression_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y2) = (&inputs[0..6], inputs[6], &inputs[7..9]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = m[i + 2].sin() + k; }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u1[i] * y2[i]; }
        let u2 = r1;
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = m[i + 2].sin() + k; }
        log_softmax(&mut u3);
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = m[i + 2].sin() + k; }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u3[i] * y2[i]; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u4[i] * y2[i]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += m[i + 2].sin() + k; }
        vec![u2 + r2 + r3 + ((m[3].sin() + k).tanh() * k + (1.5 - (m[3].sin() + k) * r4))]
    }

    pub fn window_of_expression_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y2) = (inputs[0], &inputs[1..4], &inputs[4..6]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = k * x[i + 1]; }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u1[i] * y2[i]; }
        let u2 = r1;
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = k * x[i + 1]; }
        log_softmax(&mut u3);
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = k * x[i + 1]; }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u3[i] * y2[i]; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u4[i] * y2[i]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += k * x[i + 1]; }
        vec![u2 + r2 + r3 + ((k * x[2]).tanh() * k + (1.5 - k * x[2] * r4))]
    }

    pub fn row_of_transpose_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, k) = (&inputs[0..6], &inputs[6..9], inputs[9]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = m[i * 2 + 1]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = m[i * 2 + 1]; }
        log_softmax(&mut u2);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u2[i] * y3[i]; }
        let u3 = r1;
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = m[i * 2 + 1]; }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u4[i] * y3[i]; }
        let u5 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u1[i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += m[i * 2 + 1]; }
        vec![r3 + u3 + u5 + (m[5].tanh() * k + (1.5 - m[5] * r4))]
    }

    pub fn stack_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x[2], k * x[0], k][i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [x[2], k * x[0], k][i]; }
        log_softmax(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = [x[2], k * x[0], k][i]; }
        cumulative_sum(&mut u3);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u3[i] * y3[i]; }
        let u4 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u1[i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += [x[2], k * x[0], k][i]; }
        vec![r2 + r3 + u4 + (k.tanh() * k + (1.5 - k * r4))]
    }

    pub fn at_of_stack_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y3) = (inputs[0], &inputs[1..4], &inputs[4..7]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2].sin() * y3[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[2].sin() * y3[i]; }
        log_softmax(&mut u2);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u2[i] * y3[i]; }
        let u3 = r1;
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[2].sin() * y3[i]; }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u4[i] * y3[i]; }
        let u5 = r2;
        let u6 = x[2].sin().tanh() * k + (1.5 - x[2].sin() * x[2].sin());
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u1[i] * y3[i]; }
        vec![r3 + u3 + u5 + u6]
    }

    pub fn concat_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y5) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11]);
        let mut u1 = [0.0; 5];
        for i in 0..5 { u1[i] = if i < 3 { x[i] } else { w[i - 3] * k }; }
        softmax(&mut u1);
        let mut u2 = [0.0; 5];
        for i in 0..5 { u2[i] = if i < 3 { x[i] } else { w[i - 3] * k }; }
        log_softmax(&mut u2);
        let mut r1 = 0.0;
        for i in 0..5 { r1 += u2[i] * y5[i]; }
        let u3 = r1;
        let mut u4 = [0.0; 5];
        for i in 0..5 { u4[i] = if i < 3 { x[i] } else { w[i - 3] * k }; }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..5 { r2 += if i < 3 { x[i] } else { w[i - 3] * k }; }
        let u5 = (w[1] * k).tanh() * k + (1.5 - w[1] * k * r2);
        let mut r3 = 0.0;
        for i in 0..5 { r3 += u1[i] * y5[i]; }
        let mut r4 = 0.0;
        for i in 0..5 { r4 += u4[i] * y5[i]; }
        vec![r3 + u3 + r4 + u5]
    }

    pub fn window_of_concat_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y2, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..7], inputs[7]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u1[i] * y2[i]; }
        let u2 = r1;
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        log_softmax(&mut u3);
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u4[i] * y2[i]; }
        let u5 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { r3 += if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        let u6 = w[0].tanh() * k + (1.5 - w[0] * r3);
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u3[i] * y2[i]; }
        vec![u2 + r4 + u5 + u6]
    }

    pub fn concat_of_rows_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y42, k) = (&inputs[0..6], &inputs[6..14], inputs[14]);
        let mut u1 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u1[i * 2 + j] = if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..2 { r1 += u1[i * 2 + j] * y42[i * 2 + j]; } }
        let u2 = r1;
        let mut u3 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u3[i * 2 + j] = if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        log_softmax(&mut u3);
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..2 { r2 += u3[i * 2 + j] * y42[i * 2 + j]; } }
        let u4 = r2;
        let mut u5 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u5[i * 2 + j] = if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        cumulative_sum(&mut u5);
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..2 { r3 += u5[i * 2 + j] * y42[i * 2 + j]; } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..2 { r4 += if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        vec![u2 + u4 + r3 + (m[1].tanh() * k + (1.5 - m[1] * r4))]
    }

    pub fn outer_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y32, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..11], inputs[11]);
        let mut u1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u1[i * 2 + j] = x[i] * w[j]; } }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += u1[i * 2 + j] * y32[i * 2 + j]; } }
        let u2 = r1;
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u3[i * 2 + j] = x[i] * w[j]; } }
        log_softmax(&mut u3);
        let mut u4 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u4[i * 2 + j] = x[i] * w[j]; } }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += u3[i * 2 + j] * y32[i * 2 + j]; } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += u4[i * 2 + j] * y32[i * 2 + j]; } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += x[i] * w[j]; } }
        vec![u2 + r2 + r3 + ((x[2] * w[1]).tanh() * k + (1.5 - x[2] * w[1] * r4))]
    }

    pub fn column_of_outer_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y3, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i] * w[1]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i] * w[1]; }
        log_softmax(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i] * w[1]; }
        cumulative_sum(&mut u3);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u3[i] * y3[i]; }
        let u4 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u1[i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += x[i] * w[1]; }
        vec![r2 + r3 + u4 + ((x[2] * w[1]).tanh() * k + (1.5 - x[2] * w[1] * r4))]
    }

    pub fn at_at_of_outer_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y3, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2] * w[0] * y3[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[2] * w[0] * y3[i]; }
        log_softmax(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[2] * w[0] * y3[i]; }
        cumulative_sum(&mut u3);
        let u4 = (x[2] * w[0]).tanh() * k + (1.5 - x[2] * w[0] * (x[2] * w[0]));
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u1[i] * y3[i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u2[i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u3[i] * y3[i]; }
        vec![r1 + r2 + r3 + u4]
    }

    pub fn product_with_vector_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, y3, k) = (&inputs[0..6], &inputs[6..8], &inputs[8..11], inputs[11]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u1[i] * y3[i]; }
        let u2 = r1;
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        log_softmax(&mut u3);
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        cumulative_sum(&mut u4);
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u4[i] * y3[i]; }
        let u5 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u3[i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        vec![u2 + r3 + u5 + ((0..2).map(|p| m[p + 4] * w[p]).sum::<f64>().tanh() * k + (1.5 - (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * r4))]
    }

    pub fn window_of_sums_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = u1[i + 1]; }
        softmax(&mut u2);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u2[i] * y2[i]; }
        let u3 = r1;
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        cumulative_sum(&mut u4);
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = u4[i + 1]; }
        log_softmax(&mut u5);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u5[i] * y2[i]; }
        let u6 = r2;
        let mut u7 = [0.0; 3];
        for i in 0..3 { u7[i] = x[i]; }
        cumulative_sum(&mut u7);
        let mut u8 = [0.0; 2];
        for i in 0..2 { u8[i] = u7[i + 1]; }
        cumulative_sum(&mut u8);
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u8[i] * y2[i]; }
        let u9 = r3;
        let mut u10 = [0.0; 3];
        for i in 0..3 { u10[i] = x[i]; }
        cumulative_sum(&mut u10);
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u10[i + 1]; }
        let u11 = u10[2].tanh() * k + (1.5 - u10[2] * r4);
        vec![u3 + u6 + u9 + u11]
    }

    pub fn at_of_softmax_in_wholes(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = u1[1] * y3[i]; }
        softmax(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        softmax(&mut u3);
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = u3[1] * y3[i]; }
        log_softmax(&mut u4);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u4[i] * y3[i]; }
        let u5 = r1;
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = x[i]; }
        softmax(&mut u6);
        let mut u7 = [0.0; 3];
        for i in 0..3 { u7[i] = u6[1] * y3[i]; }
        cumulative_sum(&mut u7);
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u7[i] * y3[i]; }
        let u8 = r2;
        let mut u9 = [0.0; 3];
        for i in 0..3 { u9[i] = x[i]; }
        softmax(&mut u9);
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i] * y3[i]; }
        vec![r3 + u5 + u8 + (u9[1].tanh() * k + (1.5 - u9[1] * u9[1]))]
    }

    pub fn mapped_view_in_wholes(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = wave(x[1], x[i], near); }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u1[i] * y2[i]; }
        let u2 = r1;
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = wave(x[1], x[i], near); }
        log_softmax(&mut u3);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u3[i] * y2[i]; }
        let u4 = r2;
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = wave(x[1], x[i], near); }
        cumulative_sum(&mut u5);
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u5[i] * y2[i]; }
        let u6 = r3;
        let mut r4 = 0.0;
        for i in 0..2 { r4 += wave(x[1], x[i], near); }
        vec![u2 + u4 + u6 + (wave(x[1], x[1], near).tanh() * k + (1.5 - wave(x[1], x[1], near) * r4))]
    }
}

crate::programs! {
    Real at_in_wholes as at_in_wholes with product;
    Real row_in_wholes as row_in_wholes with sides;
    Real level_in_wholes as level_in_wholes;
    Real window_in_wholes as window_in_wholes with tape;
    Real rows_in_wholes as rows_in_wholes with product;
    Real column_in_wholes as column_in_wholes with single;
    Real transpose_in_wholes as transpose_in_wholes;
    Real at_of_expression_in_wholes as at_of_expression_in_wholes with series;
    Real row_of_expression_in_wholes as row_of_expression_in_wholes with product;
    Real window_of_expression_in_wholes as window_of_expression_in_wholes with sides;
    Real row_of_transpose_in_wholes as row_of_transpose_in_wholes;
    Real stack_in_wholes as stack_in_wholes with tape;
    Real at_of_stack_in_wholes as at_of_stack_in_wholes with product;
    Real concat_in_wholes as concat_in_wholes with single;
    Real window_of_concat_in_wholes as window_of_concat_in_wholes;
    Real concat_of_rows_in_wholes as concat_of_rows_in_wholes with series;
    Real outer_in_wholes as outer_in_wholes with product;
    Real column_of_outer_in_wholes as column_of_outer_in_wholes with sides;
    Real at_at_of_outer_in_wholes as at_at_of_outer_in_wholes;
    Real product_with_vector_in_wholes as product_with_vector_in_wholes with tape;
    Real window_of_sums_in_wholes as window_of_sums_in_wholes with product;
    Real at_of_softmax_in_wholes as at_of_softmax_in_wholes with single;
    Real mapped_view_in_wholes as mapped_view_in_wholes;
}
