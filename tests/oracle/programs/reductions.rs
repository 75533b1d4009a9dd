//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_reductions(x: [R; 3], y3: [R; 3]) {
        let u1 = (x.at::<1>() * y3).mean() * (x.at::<1>().sin() + y3).mean().cos();
        let u2 = (x.at::<1>() * y3).norm() * (x.at::<1>().sin() + y3).norm().cos();
        (x.at::<1>() * y3).sum() * (x.at::<1>().sin() + y3).sum().cos() + u1 + (x.at::<1>() * y3).product() *
            (x.at::<1>().sin() + y3).product().cos() + u2
    }

    pub fn row_in_reductions(m: [[R; 2]; 3], y2: [R; 2]) {
        let u1 = m.at::<2>().sum() * (m.at::<2>().sin() + y2).sum().cos();
        let u2 = m.at::<2>().norm() * (m.at::<2>().sin() + y2).norm().cos();
        u1 + m.at::<2>().mean() * (m.at::<2>().sin() + y2).mean().cos() + m.at::<2>().product() *
            (m.at::<2>().sin() + y2).product().cos() + u2
    }

    pub fn level_in_reductions(t: [[[R; 2]; 3]; 2], y32: [[R; 2]; 3]) {
        let u1 = t.at::<1>().product() * (t.at::<1>().sin() + y32).product().cos();
        t.at::<1>().sum() * (t.at::<1>().sin() + y32).sum().cos() + t.at::<1>().mean() *
            (t.at::<1>().sin() + y32).mean().cos() + u1 + t.at::<1>().norm() *
            (t.at::<1>().sin() + y32).norm().cos()
    }

    pub fn window_in_reductions(x: [R; 3], y2: [R; 2]) {
        let u1 = x.window::<1, 2>().sum() * (x.window::<1, 2>().sin() + y2).sum().cos();
        let u2 = x.window::<1, 2>().norm() * (x.window::<1, 2>().sin() + y2).norm().cos();
        u1 + x.window::<1, 2>().mean() * (x.window::<1, 2>().sin() + y2).mean().cos() + x.window::<1,
            2>().product() * (x.window::<1, 2>().sin() + y2).product().cos() + u2
    }

    pub fn rows_in_reductions(m: [[R; 2]; 3], y22: [[R; 2]; 2]) {
        m.window::<1, 2>().sum() * (m.window::<1, 2>().sin() + y22).sum().cos() + m.window::<1, 2>().mean() *
            (m.window::<1, 2>().sin() + y22).mean().cos() + m.window::<1, 2>().product() *
            (m.window::<1, 2>().sin() + y22).product().cos() + m.window::<1, 2>().norm() *
            (m.window::<1, 2>().sin() + y22).norm().cos()
    }

    pub fn column_in_reductions(m: [[R; 2]; 3], y3: [R; 3]) {
        let u1 = m.column::<1>().norm() * (m.column::<1>().sin() + y3).norm().cos();
        m.column::<1>().sum() * (m.column::<1>().sin() + y3).sum().cos() + m.column::<1>().mean() *
            (m.column::<1>().sin() + y3).mean().cos() + m.column::<1>().product() *
            (m.column::<1>().sin() + y3).product().cos() + u1
    }

    pub fn transpose_in_reductions(m: [[R; 2]; 3], y23: [[R; 3]; 2]) {
        let u1 = m.transpose().sum() * (m.transpose().sin() + y23).sum().cos();
        let u2 = m.transpose().mean() * (m.transpose().sin() + y23).mean().cos();
        let u3 = m.transpose().product() * (m.transpose().sin() + y23).product().cos();
        let u4 = m.transpose().norm() * (m.transpose().sin() + y23).norm().cos();
        u1 + u2 + u3 + u4
    }

    pub fn at_of_expression_in_reductions(x: [R; 3], y3: [R; 3]) {
        let u1 = ((x * x.sin()).at::<2>() * y3).product() * ((x * x.sin()).at::<2>().sin() + y3).product().cos();
        let u2 = ((x * x.sin()).at::<2>() * y3).norm() * ((x * x.sin()).at::<2>().sin() + y3).norm().cos();
        ((x * x.sin()).at::<2>() * y3).sum() * ((x * x.sin()).at::<2>().sin() + y3).sum().cos() +
            ((x * x.sin()).at::<2>() * y3).mean() * ((x * x.sin()).at::<2>().sin() + y3).mean().cos() + u1 + u2
    }

    pub fn window_of_expression_in_reductions(k, x: [R; 3], y2: [R; 2]) {
        let u1 = (k * x).window::<1, 2>().sum() * ((k * x).window::<1, 2>().sin() + y2).sum().cos();
        let u2 = (k * x).window::<1, 2>().mean() * ((k * x).window::<1, 2>().sin() + y2).mean().cos();
        let u3 = (k * x).window::<1, 2>().product() * ((k * x).window::<1, 2>().sin() + y2).product().cos();
        u1 + u2 + u3 + (k * x).window::<1, 2>().norm() * ((k * x).window::<1, 2>().sin() + y2).norm().cos()
    }

    pub fn column_of_expression_in_reductions(m: [[R; 2]; 3], k, y3: [R; 3]) {
        let u1 = (m.cos() - k).column::<0>().mean() * ((m.cos() - k).column::<0>().sin() + y3).mean().cos();
        (m.cos() - k).column::<0>().sum() * ((m.cos() - k).column::<0>().sin() + y3).sum().cos() + u1 +
            (m.cos() - k).column::<0>().product() * ((m.cos() - k).column::<0>().sin() + y3).product().cos() +
            (m.cos() - k).column::<0>().norm() * ((m.cos() - k).column::<0>().sin() + y3).norm().cos()
    }

    pub fn at_of_column_in_reductions(m: [[R; 2]; 3], y3: [R; 3]) {
        let u1 = (m.column::<0>().at::<2>() * y3).sum() * (m.column::<0>().at::<2>().sin() + y3).sum().cos();
        let u2 = (m.column::<0>().at::<2>() * y3).mean() * (m.column::<0>().at::<2>().sin() + y3).mean().cos();
        let u3 = (m.column::<0>().at::<2>() * y3).product() *
            (m.column::<0>().at::<2>().sin() + y3).product().cos();
        u1 + u2 + u3 + (m.column::<0>().at::<2>() * y3).norm() *
            (m.column::<0>().at::<2>().sin() + y3).norm().cos()
    }

    pub fn stack_in_reductions(x: [R; 3], k, y3: [R; 3]) {
        let u1 = stack((x.at::<2>(), k * x.at::<0>(), k)).sum() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).sum().cos();
        let u2 = stack((x.at::<2>(), k * x.at::<0>(), k)).mean() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).mean().cos();
        let u3 = stack((x.at::<2>(), k * x.at::<0>(), k)).norm() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).norm().cos();
        u1 + u2 + stack((x.at::<2>(), k * x.at::<0>(), k)).product() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).product().cos() + u3
    }

    pub fn at_of_stack_in_reductions(k, x: [R; 3], y3: [R; 3]) {
        let u1 = (stack((k, x.at::<2>().sin())).at::<1>() * y3).sum() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).sum().cos();
        let u2 = (stack((k, x.at::<2>().sin())).at::<1>() * y3).product() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).product().cos();
        u1 + (stack((k, x.at::<2>().sin())).at::<1>() * y3).mean() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).mean().cos() + u2 +
            (stack((k, x.at::<2>().sin())).at::<1>() * y3).norm() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).norm().cos()
    }

    pub fn concat_in_reductions(x: [R; 3], w: [R; 2], k, y5: [R; 5]) {
        let u1 = x.concat::<5, _>(w * k).sum() * (x.concat::<5, _>(w * k).sin() + y5).sum().cos();
        u1 + x.concat::<5, _>(w * k).mean() * (x.concat::<5, _>(w * k).sin() + y5).mean().cos() + x.concat::<5,
            _>(w * k).product() * (x.concat::<5, _>(w * k).sin() + y5).product().cos() + x.concat::<5,
            _>(w * k).norm() * (x.concat::<5, _>(w * k).sin() + y5).norm().cos()
    }

    pub fn window_of_concat_in_reductions(x: [R; 3], w: [R; 2], y2: [R; 2]) {
        let u1 = x.concat::<5, _>(w).window::<2, 2>().mean() *
            (x.concat::<5, _>(w).window::<2, 2>().sin() + y2).mean().cos();
        let u2 = x.concat::<5, _>(w).window::<2, 2>().product() *
            (x.concat::<5, _>(w).window::<2, 2>().sin() + y2).product().cos();
        x.concat::<5, _>(w).window::<2, 2>().sum() *
            (x.concat::<5, _>(w).window::<2, 2>().sin() + y2).sum().cos() + u1 + u2 + x.concat::<5,
            _>(w).window::<2, 2>().norm() * (x.concat::<5, _>(w).window::<2, 2>().sin() + y2).norm().cos()
    }

    pub fn concat_of_rows_in_reductions(m: [[R; 2]; 3], y42: [[R; 2]; 4]) {
        let u1 = m.concat::<4, _>(m.window::<0, 1>()).sum() *
            (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).sum().cos();
        let u2 = m.concat::<4, _>(m.window::<0, 1>()).product() *
            (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).product().cos();
        u1 + m.concat::<4, _>(m.window::<0, 1>()).mean() *
            (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).mean().cos() + u2 + m.concat::<4,
            _>(m.window::<0, 1>()).norm() * (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).norm().cos()
    }

    pub fn outer_in_reductions(x: [R; 3], w: [R; 2], y32: [[R; 2]; 3]) {
        let u1 = x.outer(w).norm() * (x.outer(w).sin() + y32).norm().cos();
        x.outer(w).sum() * (x.outer(w).sin() + y32).sum().cos() + x.outer(w).mean() *
            (x.outer(w).sin() + y32).mean().cos() + x.outer(w).product() *
            (x.outer(w).sin() + y32).product().cos() + u1
    }

    pub fn at_at_of_outer_in_reductions(x: [R; 3], w: [R; 2], y3: [R; 3]) {
        (x.outer(w).at::<2>().at::<0>() * y3).sum() * (x.outer(w).at::<2>().at::<0>().sin() + y3).sum().cos() +
            (x.outer(w).at::<2>().at::<0>() * y3).mean() *
            (x.outer(w).at::<2>().at::<0>().sin() + y3).mean().cos() +
            (x.outer(w).at::<2>().at::<0>() * y3).product() *
            (x.outer(w).at::<2>().at::<0>().sin() + y3).product().cos() +
            (x.outer(w).at::<2>().at::<0>() * y3).norm() *
            (x.outer(w).at::<2>().at::<0>().sin() + y3).norm().cos()
    }

    pub fn product_with_vector_in_reductions(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3]) {
        let u1 = m.dot(w).norm() * (m.dot(w).sin() + y3).norm().cos();
        m.dot(w).sum() * (m.dot(w).sin() + y3).sum().cos() + m.dot(w).mean() *
            (m.dot(w).sin() + y3).mean().cos() + m.dot(w).product() * (m.dot(w).sin() + y3).product().cos() + u1
    }

    pub fn at_of_product_in_reductions(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3]) {
        (m.dot(w).at::<2>() * y3).sum() * (m.dot(w).at::<2>().sin() + y3).sum().cos() +
            (m.dot(w).at::<2>() * y3).mean() * (m.dot(w).at::<2>().sin() + y3).mean().cos() +
            (m.dot(w).at::<2>() * y3).product() * (m.dot(w).at::<2>().sin() + y3).product().cos() +
            (m.dot(w).at::<2>() * y3).norm() * (m.dot(w).at::<2>().sin() + y3).norm().cos()
    }

    pub fn window_of_sums_in_reductions(x: [R; 3], y2: [R; 2]) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2: [R; 3] = x.cumulative_sum();
        let u3: [R; 3] = x.cumulative_sum();
        let u4 = u3.window::<1, 2>().product() * (u3.window::<1, 2>().sin() + y2).product().cos();
        let u5: [R; 3] = x.cumulative_sum();
        let u6 = u5.window::<1, 2>().norm() * (u5.window::<1, 2>().sin() + y2).norm().cos();
        u1.window::<1, 2>().sum() * (u1.window::<1, 2>().sin() + y2).sum().cos() + u2.window::<1, 2>().mean() *
            (u2.window::<1, 2>().sin() + y2).mean().cos() + u4 + u6
    }

    pub fn at_of_softmax_in_reductions(x: [R; 3], y3: [R; 3]) {
        let u1: [R; 3] = x.softmax();
        let u2: [R; 3] = x.softmax();
        let u3: [R; 3] = x.softmax();
        let u4 = (u3.at::<1>() * y3).product() * (u3.at::<1>().sin() + y3).product().cos();
        let u5: [R; 3] = x.softmax();
        let u6 = (u5.at::<1>() * y3).norm() * (u5.at::<1>().sin() + y3).norm().cos();
        (u1.at::<1>() * y3).sum() * (u1.at::<1>().sin() + y3).sum().cos() + (u2.at::<1>() * y3).mean() *
            (u2.at::<1>().sin() + y3).mean().cos() + u4 + u6
    }

    pub fn mapped_view_in_reductions(x: [R; 3], y2: [R; 2]) {
        wave(x.at::<1>(), x.window::<0, 2>()).sum() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).sum().cos() +
            wave(x.at::<1>(), x.window::<0, 2>()).mean() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).mean().cos() +
            wave(x.at::<1>(), x.window::<0, 2>()).product() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).product().cos() +
            wave(x.at::<1>(), x.window::<0, 2>()).norm() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).norm().cos()
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[1] * y3[i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += x[1].sin() + y3[i]; }
        let u1 = r1 / 3.0 * (r2 / 3.0).cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += square(x[1] * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += square(x[1].sin() + y3[i]); }
        let u2 = r3.sqrt() * r4.sqrt().cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += x[1] * y3[i]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += x[1].sin() + y3[i]; }
        let mut r7 = 1.0;
        for i in 0..3 { r7 *= x[1] * y3[i]; }
        let mut r8 = 1.0;
        for i in 0..3 { r8 *= x[1].sin() + y3[i]; }
        vec![r5 * r6.cos() + u1 + r7 * r8.cos() + u2]
    }

    pub fn row_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2) = (&inputs[0..6], &inputs[6..8]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += m[i + 4]; }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += m[i + 4].sin() + y2[i]; }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..2 { r3 += square(m[i + 4]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += square(m[i + 4].sin() + y2[i]); }
        let u2 = r3.sqrt() * r4.sqrt().cos();
        let mut r5 = 0.0;
        for i in 0..2 { r5 += m[i + 4]; }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += m[i + 4].sin() + y2[i]; }
        let mut r7 = 1.0;
        for i in 0..2 { r7 *= m[i + 4]; }
        let mut r8 = 1.0;
        for i in 0..2 { r8 *= m[i + 4].sin() + y2[i]; }
        vec![u1 + r5 / 2.0 * (r6 / 2.0).cos() + r7 * r8.cos() + u2]
    }

    pub fn level_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, y32) = (&inputs[0..12], &inputs[12..18]);
        let mut r1 = 1.0;
        for i in 0..3 { for j in 0..2 { r1 *= t[i * 2 + j + 6]; } }
        let mut r2 = 1.0;
        for i in 0..3 { for j in 0..2 { r2 *= t[i * 2 + j + 6].sin() + y32[i * 2 + j]; } }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += t[i * 2 + j + 6]; } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += t[i * 2 + j + 6].sin() + y32[i * 2 + j]; } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += t[i * 2 + j + 6]; } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += t[i * 2 + j + 6].sin() + y32[i * 2 + j]; } }
        let mut r7 = 0.0;
        for i in 0..3 { for j in 0..2 { r7 += square(t[i * 2 + j + 6]); } }
        let mut r8 = 0.0;
        for i in 0..3 { for j in 0..2 { r8 += square(t[i * 2 + j + 6].sin() + y32[i * 2 + j]); } }
        vec![r3 * r4.cos() + r5 / 6.0 * (r6 / 6.0).cos() + u1 + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn window_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2) = (&inputs[0..3], &inputs[3..5]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += x[i + 1]; }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += x[i + 1].sin() + y2[i]; }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..2 { r3 += square(x[i + 1]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += square(x[i + 1].sin() + y2[i]); }
        let u2 = r3.sqrt() * r4.sqrt().cos();
        let mut r5 = 0.0;
        for i in 0..2 { r5 += x[i + 1]; }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += x[i + 1].sin() + y2[i]; }
        let mut r7 = 1.0;
        for i in 0..2 { r7 *= x[i + 1]; }
        let mut r8 = 1.0;
        for i in 0..2 { r8 *= x[i + 1].sin() + y2[i]; }
        vec![u1 + r5 / 2.0 * (r6 / 2.0).cos() + r7 * r8.cos() + u2]
    }

    pub fn rows_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y22) = (&inputs[0..6], &inputs[6..10]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += m[i * 2 + j + 2]; } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += m[i * 2 + j + 2].sin() + y22[i * 2 + j]; } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += m[i * 2 + j + 2]; } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += m[i * 2 + j + 2].sin() + y22[i * 2 + j]; } }
        let mut r5 = 1.0;
        for i in 0..2 { for j in 0..2 { r5 *= m[i * 2 + j + 2]; } }
        let mut r6 = 1.0;
        for i in 0..2 { for j in 0..2 { r6 *= m[i * 2 + j + 2].sin() + y22[i * 2 + j]; } }
        let mut r7 = 0.0;
        for i in 0..2 { for j in 0..2 { r7 += square(m[i * 2 + j + 2]); } }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..2 { r8 += square(m[i * 2 + j + 2].sin() + y22[i * 2 + j]); } }
        vec![r1 * r2.cos() + r3 / 4.0 * (r4 / 4.0).cos() + r5 * r6.cos() + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn column_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3) = (&inputs[0..6], &inputs[6..9]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += square(m[i * 2 + 1]); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += square(m[i * 2 + 1].sin() + y3[i]); }
        let u1 = r1.sqrt() * r2.sqrt().cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += m[i * 2 + 1]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += m[i * 2 + 1].sin() + y3[i]; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += m[i * 2 + 1]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += m[i * 2 + 1].sin() + y3[i]; }
        let mut r7 = 1.0;
        for i in 0..3 { r7 *= m[i * 2 + 1]; }
        let mut r8 = 1.0;
        for i in 0..3 { r8 *= m[i * 2 + 1].sin() + y3[i]; }
        vec![r3 * r4.cos() + r5 / 3.0 * (r6 / 3.0).cos() + r7 * r8.cos() + u1]
    }

    pub fn transpose_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y23) = (&inputs[0..6], &inputs[6..12]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..3 { r1 += m[j * 2 + i]; } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += m[j * 2 + i].sin() + y23[i * 3 + j]; } }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += m[j * 2 + i]; } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += m[j * 2 + i].sin() + y23[i * 3 + j]; } }
        let u2 = r3 / 6.0 * (r4 / 6.0).cos();
        let mut r5 = 1.0;
        for i in 0..2 { for j in 0..3 { r5 *= m[j * 2 + i]; } }
        let mut r6 = 1.0;
        for i in 0..2 { for j in 0..3 { r6 *= m[j * 2 + i].sin() + y23[i * 3 + j]; } }
        let u3 = r5 * r6.cos();
        let mut r7 = 0.0;
        for i in 0..2 { for j in 0..3 { r7 += square(m[j * 2 + i]); } }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..3 { r8 += square(m[j * 2 + i].sin() + y23[i * 3 + j]); } }
        let u4 = r7.sqrt() * r8.sqrt().cos();
        vec![u1 + u2 + u3 + u4]
    }

    pub fn at_of_expression_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut r1 = 1.0;
        for i in 0..3 { r1 *= x[2] * x[2].sin() * y3[i]; }
        let mut r2 = 1.0;
        for i in 0..3 { r2 *= (x[2] * x[2].sin()).sin() + y3[i]; }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += square(x[2] * x[2].sin() * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += square((x[2] * x[2].sin()).sin() + y3[i]); }
        let u2 = r3.sqrt() * r4.sqrt().cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += x[2] * x[2].sin() * y3[i]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += (x[2] * x[2].sin()).sin() + y3[i]; }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += x[2] * x[2].sin() * y3[i]; }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += (x[2] * x[2].sin()).sin() + y3[i]; }
        vec![r5 * r6.cos() + r7 / 3.0 * (r8 / 3.0).cos() + u1 + u2]
    }

    pub fn window_of_expression_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y2) = (inputs[0], &inputs[1..4], &inputs[4..6]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += k * x[i + 1]; }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += (k * x[i + 1]).sin() + y2[i]; }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..2 { r3 += k * x[i + 1]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (k * x[i + 1]).sin() + y2[i]; }
        let u2 = r3 / 2.0 * (r4 / 2.0).cos();
        let mut r5 = 1.0;
        for i in 0..2 { r5 *= k * x[i + 1]; }
        let mut r6 = 1.0;
        for i in 0..2 { r6 *= (k * x[i + 1]).sin() + y2[i]; }
        let u3 = r5 * r6.cos();
        let mut r7 = 0.0;
        for i in 0..2 { r7 += square(k * x[i + 1]); }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += square((k * x[i + 1]).sin() + y2[i]); }
        vec![u1 + u2 + u3 + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn column_of_expression_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3) = (&inputs[0..6], inputs[6], &inputs[7..10]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += m[i * 2].cos() - k; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (m[i * 2].cos() - k).sin() + y3[i]; }
        let u1 = r1 / 3.0 * (r2 / 3.0).cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += m[i * 2].cos() - k; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (m[i * 2].cos() - k).sin() + y3[i]; }
        let mut r5 = 1.0;
        for i in 0..3 { r5 *= m[i * 2].cos() - k; }
        let mut r6 = 1.0;
        for i in 0..3 { r6 *= (m[i * 2].cos() - k).sin() + y3[i]; }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += square(m[i * 2].cos() - k); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += square((m[i * 2].cos() - k).sin() + y3[i]); }
        vec![r3 * r4.cos() + u1 + r5 * r6.cos() + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn at_of_column_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3) = (&inputs[0..6], &inputs[6..9]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += m[4] * y3[i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += m[4].sin() + y3[i]; }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += m[4] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += m[4].sin() + y3[i]; }
        let u2 = r3 / 3.0 * (r4 / 3.0).cos();
        let mut r5 = 1.0;
        for i in 0..3 { r5 *= m[4] * y3[i]; }
        let mut r6 = 1.0;
        for i in 0..3 { r6 *= m[4].sin() + y3[i]; }
        let u3 = r5 * r6.cos();
        let mut r7 = 0.0;
        for i in 0..3 { r7 += square(m[4] * y3[i]); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += square(m[4].sin() + y3[i]); }
        vec![u1 + u2 + u3 + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn stack_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += [x[2], k * x[0], k][i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += [x[2], k * x[0], k][i].sin() + y3[i]; }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += [x[2], k * x[0], k][i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += [x[2], k * x[0], k][i].sin() + y3[i]; }
        let u2 = r3 / 3.0 * (r4 / 3.0).cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += square([x[2], k * x[0], k][i]); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += square([x[2], k * x[0], k][i].sin() + y3[i]); }
        let u3 = r5.sqrt() * r6.sqrt().cos();
        let mut r7 = 1.0;
        for i in 0..3 { r7 *= [x[2], k * x[0], k][i]; }
        let mut r8 = 1.0;
        for i in 0..3 { r8 *= [x[2], k * x[0], k][i].sin() + y3[i]; }
        vec![u1 + u2 + r7 * r8.cos() + u3]
    }

    pub fn at_of_stack_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (_, x, y3) = (inputs[0], &inputs[1..4], &inputs[4..7]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[2].sin() * y3[i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += x[2].sin().sin() + y3[i]; }
        let u1 = r1 * r2.cos();
        let mut r3 = 1.0;
        for i in 0..3 { r3 *= x[2].sin() * y3[i]; }
        let mut r4 = 1.0;
        for i in 0..3 { r4 *= x[2].sin().sin() + y3[i]; }
        let u2 = r3 * r4.cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += x[2].sin() * y3[i]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += x[2].sin().sin() + y3[i]; }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += square(x[2].sin() * y3[i]); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += square(x[2].sin().sin() + y3[i]); }
        vec![u1 + r5 / 3.0 * (r6 / 3.0).cos() + u2 + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn concat_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y5) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11]);
        let mut r1 = 0.0;
        for i in 0..5 { r1 += if i < 3 { x[i] } else { w[i - 3] * k }; }
        let mut r2 = 0.0;
        for i in 0..5 { r2 += (if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]; }
        let u1 = r1 * r2.cos();
        let mut r3 = 0.0;
        for i in 0..5 { r3 += if i < 3 { x[i] } else { w[i - 3] * k }; }
        let mut r4 = 0.0;
        for i in 0..5 { r4 += (if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]; }
        let mut r5 = 1.0;
        for i in 0..5 { r5 *= if i < 3 { x[i] } else { w[i - 3] * k }; }
        let mut r6 = 1.0;
        for i in 0..5 { r6 *= (if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]; }
        let mut r7 = 0.0;
        for i in 0..5 { r7 += square(if i < 3 { x[i] } else { w[i - 3] * k }); }
        let mut r8 = 0.0;
        for i in 0..5 { r8 += square((if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]); }
        vec![u1 + r3 / 5.0 * (r4 / 5.0).cos() + r5 * r6.cos() + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn window_of_concat_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y2) = (&inputs[0..3], &inputs[3..5], &inputs[5..7]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() + y2[i]; }
        let u1 = r1 / 2.0 * (r2 / 2.0).cos();
        let mut r3 = 1.0;
        for i in 0..2 { r3 *= if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        let mut r4 = 1.0;
        for i in 0..2 { r4 *= (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() + y2[i]; }
        let u2 = r3 * r4.cos();
        let mut r5 = 0.0;
        for i in 0..2 { r5 += if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() + y2[i]; }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += square(if i + 2 < 3 { x[i + 2] } else { w[i - 1] }); }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += square((if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).sin() + y2[i]); }
        vec![r5 * r6.cos() + u1 + u2 + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn concat_of_rows_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y42) = (&inputs[0..6], &inputs[6..14]);
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..2 { r1 += if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..2 { r2 += (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]; } }
        let u1 = r1 * r2.cos();
        let mut r3 = 1.0;
        for i in 0..4 { for j in 0..2 { r3 *= if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        let mut r4 = 1.0;
        for i in 0..4 { for j in 0..2 { r4 *= (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]; } }
        let u2 = r3 * r4.cos();
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        let mut r6 = 0.0;
        for i in 0..4 { for j in 0..2 { r6 += (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]; } }
        let mut r7 = 0.0;
        for i in 0..4 { for j in 0..2 { r7 += square(if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }); } }
        let mut r8 = 0.0;
        for i in 0..4 { for j in 0..2 { r8 += square((if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]); } }
        vec![u1 + r5 / 8.0 * (r6 / 8.0).cos() + u2 + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn outer_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y32) = (&inputs[0..3], &inputs[3..5], &inputs[5..11]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += square(x[i] * w[j]); } }
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += square((x[i] * w[j]).sin() + y32[i * 2 + j]); } }
        let u1 = r1.sqrt() * r2.sqrt().cos();
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += x[i] * w[j]; } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += (x[i] * w[j]).sin() + y32[i * 2 + j]; } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += x[i] * w[j]; } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += (x[i] * w[j]).sin() + y32[i * 2 + j]; } }
        let mut r7 = 1.0;
        for i in 0..3 { for j in 0..2 { r7 *= x[i] * w[j]; } }
        let mut r8 = 1.0;
        for i in 0..3 { for j in 0..2 { r8 *= (x[i] * w[j]).sin() + y32[i * 2 + j]; } }
        vec![r3 * r4.cos() + r5 / 6.0 * (r6 / 6.0).cos() + r7 * r8.cos() + u1]
    }

    pub fn at_at_of_outer_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y3) = (&inputs[0..3], &inputs[3..5], &inputs[5..8]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[2] * w[0] * y3[i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (x[2] * w[0]).sin() + y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x[2] * w[0] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (x[2] * w[0]).sin() + y3[i]; }
        let mut r5 = 1.0;
        for i in 0..3 { r5 *= x[2] * w[0] * y3[i]; }
        let mut r6 = 1.0;
        for i in 0..3 { r6 *= (x[2] * w[0]).sin() + y3[i]; }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += square(x[2] * w[0] * y3[i]); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += square((x[2] * w[0]).sin() + y3[i]); }
        vec![r1 * r2.cos() + r3 / 3.0 * (r4 / 3.0).cos() + r5 * r6.cos() + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn product_with_vector_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, y3) = (&inputs[0..6], &inputs[6..8], &inputs[8..11]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += square((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>()); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += square((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]); }
        let u1 = r1.sqrt() * r2.sqrt().cos();
        let mut r3 = 0.0;
        for i in 0..3 { r3 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]; }
        let mut r7 = 1.0;
        for i in 0..3 { r7 *= (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        let mut r8 = 1.0;
        for i in 0..3 { r8 *= (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]; }
        vec![r3 * r4.cos() + r5 / 3.0 * (r6 / 3.0).cos() + r7 * r8.cos() + u1]
    }

    pub fn at_of_product_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, y3) = (&inputs[0..6], &inputs[6..8], &inputs[8..11]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>().sin() + y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>().sin() + y3[i]; }
        let mut r5 = 1.0;
        for i in 0..3 { r5 *= (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i]; }
        let mut r6 = 1.0;
        for i in 0..3 { r6 *= (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>().sin() + y3[i]; }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += square((0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i]); }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += square((0..2).map(|p| m[p + 4] * w[p]).sum::<f64>().sin() + y3[i]); }
        vec![r1 * r2.cos() + r3 / 3.0 * (r4 / 3.0).cos() + r5 * r6.cos() + r7.sqrt() * r8.sqrt().cos()]
    }

    pub fn window_of_sums_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2) = (&inputs[0..3], &inputs[3..5]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        cumulative_sum(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        cumulative_sum(&mut u3);
        let mut r1 = 1.0;
        for i in 0..2 { r1 *= u3[i + 1]; }
        let mut r2 = 1.0;
        for i in 0..2 { r2 *= u3[i + 1].sin() + y2[i]; }
        let u4 = r1 * r2.cos();
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        cumulative_sum(&mut u5);
        let mut r3 = 0.0;
        for i in 0..2 { r3 += square(u5[i + 1]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += square(u5[i + 1].sin() + y2[i]); }
        let u6 = r3.sqrt() * r4.sqrt().cos();
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u1[i + 1]; }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u1[i + 1].sin() + y2[i]; }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += u2[i + 1]; }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += u2[i + 1].sin() + y2[i]; }
        vec![r5 * r6.cos() + r7 / 2.0 * (r8 / 2.0).cos() + u4 + u6]
    }

    pub fn at_of_softmax_in_reductions(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        softmax(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        softmax(&mut u3);
        let mut r1 = 1.0;
        for i in 0..3 { r1 *= u3[1] * y3[i]; }
        let mut r2 = 1.0;
        for i in 0..3 { r2 *= u3[1].sin() + y3[i]; }
        let u4 = r1 * r2.cos();
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        softmax(&mut u5);
        let mut r3 = 0.0;
        for i in 0..3 { r3 += square(u5[1] * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += square(u5[1].sin() + y3[i]); }
        let u6 = r3.sqrt() * r4.sqrt().cos();
        let mut r5 = 0.0;
        for i in 0..3 { r5 += u1[1] * y3[i]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u1[1].sin() + y3[i]; }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += u2[1] * y3[i]; }
        let mut r8 = 0.0;
        for i in 0..3 { r8 += u2[1].sin() + y3[i]; }
        vec![r5 * r6.cos() + r7 / 3.0 * (r8 / 3.0).cos() + u4 + u6]
    }

    pub fn mapped_view_in_reductions(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2) = (&inputs[0..3], &inputs[3..5]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += wave(x[1], x[i], near); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += wave(x[1], x[i], near).sin() + y2[i]; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += wave(x[1], x[i], near); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += wave(x[1], x[i], near).sin() + y2[i]; }
        let mut r5 = 1.0;
        for i in 0..2 { r5 *= wave(x[1], x[i], near); }
        let mut r6 = 1.0;
        for i in 0..2 { r6 *= wave(x[1], x[i], near).sin() + y2[i]; }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += square(wave(x[1], x[i], near)); }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += square(wave(x[1], x[i], near).sin() + y2[i]); }
        vec![r1 * r2.cos() + r3 / 2.0 * (r4 / 2.0).cos() + r5 * r6.cos() + r7.sqrt() * r8.sqrt().cos()]
    }
}

crate::programs! {
    Real at_in_reductions as at_in_reductions with product;
    Real row_in_reductions as row_in_reductions with sides;
    Real level_in_reductions as level_in_reductions;
    Real window_in_reductions as window_in_reductions with tape;
    Real rows_in_reductions as rows_in_reductions with product;
    Real column_in_reductions as column_in_reductions with single;
    Real transpose_in_reductions as transpose_in_reductions;
    Real at_of_expression_in_reductions as at_of_expression_in_reductions with series;
    Real window_of_expression_in_reductions as window_of_expression_in_reductions with product;
    Real column_of_expression_in_reductions as column_of_expression_in_reductions with sides;
    Real at_of_column_in_reductions as at_of_column_in_reductions;
    Real stack_in_reductions as stack_in_reductions with tape;
    Real at_of_stack_in_reductions as at_of_stack_in_reductions with product;
    Real concat_in_reductions as concat_in_reductions with single;
    Real window_of_concat_in_reductions as window_of_concat_in_reductions;
    Real concat_of_rows_in_reductions as concat_of_rows_in_reductions with series;
    Real outer_in_reductions as outer_in_reductions with product;
    Real at_at_of_outer_in_reductions as at_at_of_outer_in_reductions with sides;
    Real product_with_vector_in_reductions as product_with_vector_in_reductions;
    Real at_of_product_in_reductions as at_of_product_in_reductions with tape;
    Real window_of_sums_in_reductions as window_of_sums_in_reductions with product;
    Real at_of_softmax_in_reductions as at_of_softmax_in_reductions with single;
    Real mapped_view_in_reductions as mapped_view_in_reductions;
}
