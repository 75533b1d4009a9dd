//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_calls(x: [R; 3], y3: [R; 3], k, y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = x.at::<1>() * y3;
        let u2: [R; 2] = affine(y23, y2, u1);
        energy(u1, k) + weighted(u1, y3, k) + u2.sum()
    }

    pub fn row_in_calls(m: [[R; 2]; 3], k, y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 2] = m.at::<2>();
        let u2: [R; 2] = affine(y22, y2, u1);
        energy(u1, k) + weighted(u1, y2, k) + u2.sum()
    }

    pub fn level_in_calls(t: [[[R; 2]; 3]; 2], k, y2: [R; 2], y23: [[R; 3]; 2]) {
        let u1: [[R; 2]; 3] = t.at::<1>();
        let u2: [R; 2] = u1.at::<1>();
        let u3: [[R; 3]; 2] = turned(u1);
        let u4 = energy(u2, k) + weighted(u2, y2, k) + (u3 * y23).sum();
        u4
    }

    pub fn window_in_calls(x: [R; 3], k, y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 2] = x.window::<1, 2>();
        let u2: [R; 2] = affine(y22, y2, u1);
        energy(u1, k) + weighted(u1, y2, k) + u2.sum()
    }

    pub fn rows_in_calls(m: [[R; 2]; 3], k, y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [[R; 2]; 2] = m.window::<1, 2>();
        let u2: [R; 2] = u1.at::<1>();
        let u3: [[R; 2]; 2] = turned(u1);
        energy(u2, k) + weighted(u2, y2, k) + (u3 * y22).sum()
    }

    pub fn column_in_calls(m: [[R; 2]; 3], k, y3: [R; 3], y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = m.column::<1>();
        let u2: [R; 2] = affine(y23, y2, u1);
        let u3 = energy(u1, k) + weighted(u1, y3, k) + u2.sum();
        u3
    }

    pub fn transpose_in_calls(m: [[R; 2]; 3], k, y3: [R; 3], y32: [[R; 2]; 3]) {
        let u1: [[R; 3]; 2] = m.transpose();
        let u2: [R; 3] = u1.at::<1>();
        let u3: [[R; 2]; 3] = turned(u1);
        energy(u2, k) + weighted(u2, y3, k) + (u3 * y32).sum()
    }

    pub fn at_of_expression_in_calls(x: [R; 3], y3: [R; 3], k, y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = (x * x.sin()).at::<2>() * y3;
        let u2: [R; 2] = affine(y23, y2, u1);
        let u3 = energy(u1, k) + weighted(u1, y3, k) + u2.sum();
        u3
    }

    pub fn window_of_expression_in_calls(k, x: [R; 3], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 2] = (k * x).window::<1, 2>();
        let u2: [R; 2] = affine(y22, y2, u1);
        let u3 = energy(u1, k) + weighted(u1, y2, k) + u2.sum();
        u3
    }

    pub fn column_of_transpose_in_calls(m: [[R; 2]; 3], k, y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 2] = m.transpose().column::<2>();
        let u2: [R; 2] = affine(y22, y2, u1);
        let u3 = energy(u1, k) + weighted(u1, y2, k) + u2.sum();
        u3
    }

    pub fn column_of_level_in_calls(t: [[[R; 2]; 3]; 2], k, y3: [R; 3], y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = t.at::<1>().column::<1>();
        let u2: [R; 2] = affine(y23, y2, u1);
        energy(u1, k) + weighted(u1, y3, k) + u2.sum()
    }

    pub fn stack_in_calls(x: [R; 3], k, y3: [R; 3], y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = stack((x.at::<2>(), k * x.at::<0>(), k));
        let u2: [R; 2] = affine(y23, y2, u1);
        let u3 = energy(u1, k) + weighted(u1, y3, k) + u2.sum();
        u3
    }

    pub fn at_of_stack_in_calls(k, x: [R; 3], y3: [R; 3], y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = stack((k, x.at::<2>().sin())).at::<1>() * y3;
        let u2: [R; 2] = affine(y23, y2, u1);
        energy(u1, k) + weighted(u1, y3, k) + u2.sum()
    }

    pub fn concat_in_calls(x: [R; 3], w: [R; 2], k, y5: [R; 5], y25: [[R; 5]; 2], y2: [R; 2]) {
        let u1: [R; 5] = x.concat::<5, _>(w * k);
        let u2: [R; 2] = affine(y25, y2, u1);
        energy(u1, k) + weighted(u1, y5, k) + u2.sum()
    }

    pub fn window_of_concat_in_calls(x: [R; 3], w: [R; 2], k, y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 2] = x.concat::<5, _>(w).window::<2, 2>();
        let u2: [R; 2] = affine(y22, y2, u1);
        energy(u1, k) + weighted(u1, y2, k) + u2.sum()
    }

    pub fn concat_of_rows_in_calls(m: [[R; 2]; 3], k, y2: [R; 2], y24: [[R; 4]; 2]) {
        let u1: [[R; 2]; 4] = m.concat::<4, _>(m.window::<0, 1>());
        let u2: [R; 2] = u1.at::<1>();
        let u3: [[R; 4]; 2] = turned(u1);
        let u4 = energy(u2, k) + weighted(u2, y2, k) + (u3 * y24).sum();
        u4
    }

    pub fn outer_in_calls(x: [R; 3], w: [R; 2], k, y2: [R; 2], y23: [[R; 3]; 2]) {
        let u1: [[R; 2]; 3] = x.outer(w);
        let u2: [R; 2] = u1.at::<1>();
        let u3: [[R; 3]; 2] = turned(u1);
        let u4 = energy(u2, k) + weighted(u2, y2, k) + (u3 * y23).sum();
        u4
    }

    pub fn at_at_of_outer_in_calls(x: [R; 3], w: [R; 2], y3: [R; 3], k, y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = x.outer(w).at::<2>().at::<0>() * y3;
        let u2: [R; 2] = affine(y23, y2, u1);
        energy(u1, k) + weighted(u1, y3, k) + u2.sum()
    }

    pub fn product_with_vector_in_calls(m: [[R; 2]; 3], w: [R; 2], k, y3: [R; 3], y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = m.dot(w);
        let u2: [R; 2] = affine(y23, y2, u1);
        let u3 = energy(u1, k) + weighted(u1, y3, k) + u2.sum();
        u3
    }

    pub fn window_of_sums_in_calls(x: [R; 3], k, y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2: [R; 2] = u1.window::<1, 2>();
        let u3: [R; 2] = affine(y22, y2, u2);
        energy(u2, k) + weighted(u2, y2, k) + u3.sum()
    }

    pub fn at_of_softmax_in_calls(x: [R; 3], y3: [R; 3], k, y23: [[R; 3]; 2], y2: [R; 2]) {
        let u1: [R; 3] = x.softmax();
        let u2: [R; 3] = u1.at::<1>() * y3;
        let u3: [R; 2] = affine(y23, y2, u2);
        energy(u2, k) + weighted(u2, y3, k) + u3.sum()
    }

    pub fn mapped_view_in_calls(x: [R; 3], k, y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 2] = wave(x.at::<1>(), x.window::<0, 2>());
        let u2: [R; 2] = affine(y22, y2, u1);
        energy(u1, k) + weighted(u1, y2, k) + u2.sum()
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k, y23, y2) = (&inputs[0..3], &inputs[3..6], inputs[6], &inputs[7..13], &inputs[13..15]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[1] * y3[i]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u1[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 3.0 + r5]
    }

    pub fn row_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y2, y22) = (&inputs[0..6], inputs[6], &inputs[7..9], &inputs[9..13]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = m[i + 4]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u1[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 2.0 + r5]
    }

    pub fn level_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, k, y2, y23) = (&inputs[0..12], inputs[12], &inputs[13..15], &inputs[15..21]);
        let mut u1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u1[i * 2 + j] = t[i * 2 + j + 6]; } }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = u1[i + 2]; }
        let mut a1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a1[i * 3 + j] = u1[j * 2 + i] * u1[1]; } }
        let u3 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u2[i].sin() * u2[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u2[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += u3[i * 3 + j] * y23[i * 3 + j]; } }
        let u4 = r2 + r4 / 2.0 + r5;
        vec![u4]
    }

    pub fn window_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y2, y22) = (&inputs[0..3], inputs[3], &inputs[4..6], &inputs[6..10]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = x[i + 1]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u1[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 2.0 + r5]
    }

    pub fn rows_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y2, y22) = (&inputs[0..6], inputs[6], &inputs[7..9], &inputs[9..13]);
        let mut u1 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u1[i * 2 + j] = m[i * 2 + j + 2]; } }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = u1[i + 2]; }
        let mut a1 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { a1[i * 2 + j] = u1[j * 2 + i] * u1[1]; } }
        let u3 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u2[i].sin() * u2[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u2[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += u3[i * 2 + j] * y22[i * 2 + j]; } }
        vec![r2 + r4 / 2.0 + r5]
    }

    pub fn column_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3, y23, y2) = (&inputs[0..6], inputs[6], &inputs[7..10], &inputs[10..16], &inputs[16..18]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = m[i * 2 + 1]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u1[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        let u3 = r2 + r4 / 3.0 + r5;
        vec![u3]
    }

    pub fn transpose_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3, y32) = (&inputs[0..6], inputs[6], &inputs[7..10], &inputs[10..16]);
        let mut u1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u1[i * 3 + j] = m[j * 2 + i]; } }
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = u1[i + 3]; }
        let mut a1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { a1[i * 2 + j] = u1[j * 3 + i] * u1[1]; } }
        let u3 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u2[i].sin() * u2[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u2[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += u3[i * 2 + j] * y32[i * 2 + j]; } }
        vec![r2 + r4 / 3.0 + r5]
    }

    pub fn at_of_expression_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k, y23, y2) = (&inputs[0..3], &inputs[3..6], inputs[6], &inputs[7..13], &inputs[13..15]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2] * x[2].sin() * y3[i]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u1[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        let u3 = r2 + r4 / 3.0 + r5;
        vec![u3]
    }

    pub fn window_of_expression_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y2, y22) = (inputs[0], &inputs[1..4], &inputs[4..6], &inputs[6..10]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = k * x[i + 1]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u1[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        let u3 = r2 + r4 / 2.0 + r5;
        vec![u3]
    }

    pub fn column_of_transpose_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y2, y22) = (&inputs[0..6], inputs[6], &inputs[7..9], &inputs[9..13]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = m[i + 4]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u1[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        let u3 = r2 + r4 / 2.0 + r5;
        vec![u3]
    }

    pub fn column_of_level_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, k, y3, y23, y2) = (&inputs[0..12], inputs[12], &inputs[13..16], &inputs[16..22], &inputs[22..24]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = t[i * 2 + 7]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u1[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 3.0 + r5]
    }

    pub fn stack_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3, y23, y2) = (&inputs[0..3], inputs[3], &inputs[4..7], &inputs[7..13], &inputs[13..15]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x[2], k * x[0], k][i]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u1[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        let u3 = r2 + r4 / 3.0 + r5;
        vec![u3]
    }

    pub fn at_of_stack_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y3, y23, y2) = (inputs[0], &inputs[1..4], &inputs[4..7], &inputs[7..13], &inputs[13..15]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2].sin() * y3[i]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u1[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 3.0 + r5]
    }

    pub fn concat_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y5, y25, y2) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11], &inputs[11..21], &inputs[21..23]);
        let mut u1 = [0.0; 5];
        for i in 0..5 { u1[i] = if i < 3 { x[i] } else { w[i - 3] * k }; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..5).map(|p| y25[i * 5 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..5 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 5];
        for i in 0..5 { s3[i] = square(u1[i] - k * y5[i]); }
        let mut r4 = 0.0;
        for i in 0..5 { r4 += s3[i] * y5[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 5.0 + r5]
    }

    pub fn window_of_concat_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y2, y22) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..8], &inputs[8..12]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u1[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 2.0 + r5]
    }

    pub fn concat_of_rows_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y2, y24) = (&inputs[0..6], inputs[6], &inputs[7..9], &inputs[9..17]);
        let mut u1 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u1[i * 2 + j] = if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = u1[i + 2]; }
        let mut a1 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { a1[i * 4 + j] = u1[j * 2 + i] * u1[1]; } }
        let u3 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u2[i].sin() * u2[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u2[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..4 { r5 += u3[i * 4 + j] * y24[i * 4 + j]; } }
        let u4 = r2 + r4 / 2.0 + r5;
        vec![u4]
    }

    pub fn outer_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y2, y23) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..8], &inputs[8..14]);
        let mut u1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u1[i * 2 + j] = x[i] * w[j]; } }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = u1[i + 2]; }
        let mut a1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a1[i * 3 + j] = u1[j * 2 + i] * u1[1]; } }
        let u3 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u2[i].sin() * u2[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u2[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += u3[i * 3 + j] * y23[i * 3 + j]; } }
        let u4 = r2 + r4 / 2.0 + r5;
        vec![u4]
    }

    pub fn at_at_of_outer_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y3, k, y23, y2) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8], &inputs[9..15], &inputs[15..17]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2] * w[0] * y3[i]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u1[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 3.0 + r5]
    }

    pub fn product_with_vector_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, k, y3, y23, y2) = (&inputs[0..6], &inputs[6..8], inputs[8], &inputs[9..12], &inputs[12..18], &inputs[18..20]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u1[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        let u3 = r2 + r4 / 3.0 + r5;
        vec![u3]
    }

    pub fn window_of_sums_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y2, y22) = (&inputs[0..3], inputs[3], &inputs[4..6], &inputs[6..10]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = u1[i + 1]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| y22[i * 2 + p] * u2[p]).sum::<f64>() + y2[i]).tanh(); }
        let u3 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u2[i].sin() * u2[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u2[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u3[i]; }
        vec![r2 + r4 / 2.0 + r5]
    }

    pub fn at_of_softmax_in_calls(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, k, y23, y2) = (&inputs[0..3], &inputs[3..6], inputs[6], &inputs[7..13], &inputs[13..15]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = u1[1] * y3[i]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| y23[i * 3 + p] * u2[p]).sum::<f64>() + y2[i]).tanh(); }
        let u3 = a1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += k * u2[i].sin() * u2[0]; }
        let mut s3 = [0.0; 3];
        for i in 0..3 { s3[i] = square(u2[i] - k * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += s3[i] * y3[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u3[i]; }
        vec![r2 + r4 / 3.0 + r5]
    }

    pub fn mapped_view_in_calls(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, k, y2, y22) = (&inputs[0..3], inputs[3], &inputs[4..6], &inputs[6..10]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = wave(x[1], x[i], near); }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += k * u1[i].sin() * u1[0]; }
        let mut s3 = [0.0; 2];
        for i in 0..2 { s3[i] = square(u1[i] - k * y2[i]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += s3[i] * y2[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i]; }
        vec![r2 + r4 / 2.0 + r5]
    }
}

crate::programs! {
    Real at_in_calls as at_in_calls with product;
    Real row_in_calls as row_in_calls with sides;
    Real level_in_calls as level_in_calls;
    Real window_in_calls as window_in_calls with tape;
    Real rows_in_calls as rows_in_calls with product;
    Real column_in_calls as column_in_calls with single;
    Real transpose_in_calls as transpose_in_calls;
    Real at_of_expression_in_calls as at_of_expression_in_calls with series;
    Real window_of_expression_in_calls as window_of_expression_in_calls with product;
    Real column_of_transpose_in_calls as column_of_transpose_in_calls with sides;
    Real column_of_level_in_calls as column_of_level_in_calls;
    Real stack_in_calls as stack_in_calls with tape;
    Real at_of_stack_in_calls as at_of_stack_in_calls with product;
    Real concat_in_calls as concat_in_calls with single;
    Real window_of_concat_in_calls as window_of_concat_in_calls;
    Real concat_of_rows_in_calls as concat_of_rows_in_calls with series;
    Real outer_in_calls as outer_in_calls with product;
    Real at_at_of_outer_in_calls as at_at_of_outer_in_calls with sides;
    Real product_with_vector_in_calls as product_with_vector_in_calls;
    Real window_of_sums_in_calls as window_of_sums_in_calls with tape;
    Real at_of_softmax_in_calls as at_of_softmax_in_calls with product;
    Real mapped_view_in_calls as mapped_view_in_calls with single;
}
