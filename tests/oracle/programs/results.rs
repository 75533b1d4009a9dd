//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_as_result(x: [R; 3], y3: [R; 3]) -> [R; 3] {
        y3 * x.at::<1>()
    }

    pub fn row_as_result(m: [[R; 2]; 3], y2: [R; 2], k) {
        let u1 = m.at::<2>().at::<1>();
        [(m.at::<2>() * y2).sum(), m.at::<2>().at::<1>(), u1 * k]
    }

    pub fn level_as_result(t: [[[R; 2]; 3]; 2], y32: [[R; 2]; 3]) -> [[R; 2]; 3] {
        (t.at::<1>() + y32).sin() * t.at::<1>()
    }

    pub fn at_at_as_result(m: [[R; 2]; 3], y3: [R; 3], k) {
        let u1 = m.at::<2>().at::<1>();
        [(m.at::<2>().at::<1>() * y3).sum(), m.at::<2>().at::<1>(), u1 * k]
    }

    pub fn window_as_result(x: [R; 3], y2: [R; 2]) -> [R; 2] {
        x.window::<1, 2>()
    }

    pub fn rows_as_result(m: [[R; 2]; 3], y22: [[R; 2]; 2], k) {
        let u1 = m.window::<1, 2>().at::<1>().at::<1>();
        [(m.window::<1, 2>() * y22).sum(), m.window::<1, 2>().at::<1>().at::<1>(), u1 * k]
    }

    pub fn column_as_result(m: [[R; 2]; 3], y3: [R; 3]) -> [R; 3] {
        (m.column::<1>() + y3).sin() * m.column::<1>()
    }

    pub fn transpose_as_result(m: [[R; 2]; 3], y23: [[R; 3]; 2], k) {
        let u1 = m.transpose().at::<1>().at::<2>();
        [(m.transpose() * y23).sum(), m.transpose().at::<1>().at::<2>(), u1 * k]
    }

    pub fn at_of_expression_as_result(x: [R; 3], y3: [R; 3]) -> [R; 3] {
        y3 * (x * x.sin()).at::<2>()
    }

    pub fn row_of_expression_as_result(m: [[R; 2]; 3], k, y2: [R; 2]) {
        let u1 = (m.sin() + k).at::<1>().at::<1>();
        [((m.sin() + k).at::<1>() * y2).sum(), (m.sin() + k).at::<1>().at::<1>(), u1 * k]
    }

    pub fn window_of_expression_as_result(k, x: [R; 3], y2: [R; 2]) -> [R; 2] {
        ((k * x).window::<1, 2>() + y2).sin() * (k * x).window::<1, 2>()
    }

    pub fn column_of_expression_as_result(m: [[R; 2]; 3], k, y3: [R; 3]) {
        let u1 = (m.cos() - k).column::<0>().at::<2>();
        [((m.cos() - k).column::<0>() * y3).sum(), (m.cos() - k).column::<0>().at::<2>(), u1 * k]
    }

    pub fn transpose_of_expression_as_result(m: [[R; 2]; 3], k, y23: [[R; 3]; 2]) -> [[R; 3]; 2] {
        (m * k).transpose()
    }

    pub fn column_of_transpose_as_result(m: [[R; 2]; 3], y2: [R; 2], k) {
        let u1 = m.transpose().column::<2>().at::<1>();
        [(m.transpose().column::<2>() * y2).sum(), m.transpose().column::<2>().at::<1>(), u1 * k]
    }

    pub fn row_of_transpose_as_result(m: [[R; 2]; 3], y3: [R; 3]) -> [R; 3] {
        (m.transpose().at::<1>() + y3).sin() * m.transpose().at::<1>()
    }

    pub fn transpose_of_window_as_result(m: [[R; 2]; 3], y22: [[R; 2]; 2], k) {
        let u1 = m.window::<1, 2>().transpose().at::<1>().at::<1>();
        [(m.window::<1, 2>().transpose() * y22).sum(), m.window::<1, 2>().transpose().at::<1>().at::<1>(), u1 * k]
    }

    pub fn at_of_column_as_result(m: [[R; 2]; 3], y3: [R; 3]) -> [R; 3] {
        y3 * m.column::<0>().at::<2>()
    }

    pub fn column_of_level_as_result(t: [[[R; 2]; 3]; 2], y3: [R; 3], k) {
        let u1 = t.at::<1>().column::<1>().at::<2>();
        [(t.at::<1>().column::<1>() * y3).sum(), t.at::<1>().column::<1>().at::<2>(), u1 * k]
    }

    pub fn stack_as_result(x: [R; 3], k, y3: [R; 3]) -> [R; 3] {
        (stack((x.at::<2>(), k * x.at::<0>(), k)) + y3).sin() * stack((x.at::<2>(), k * x.at::<0>(), k))
    }

    pub fn at_of_stack_as_result(k, x: [R; 3], y3: [R; 3]) {
        let u1 = stack((k, x.at::<2>().sin())).at::<1>();
        [(stack((k, x.at::<2>().sin())).at::<1>() * y3).sum(), stack((k, x.at::<2>().sin())).at::<1>(), u1 * k]
    }

    pub fn concat_as_result(x: [R; 3], w: [R; 2], k, y5: [R; 5]) -> [R; 5] {
        x.concat::<5, _>(w * k)
    }

    pub fn window_of_concat_as_result(x: [R; 3], w: [R; 2], y2: [R; 2], k) {
        let u1 = x.concat::<5, _>(w).window::<2, 2>().at::<1>();
        [(x.concat::<5, _>(w).window::<2, 2>() * y2).sum(), x.concat::<5, _>(w).window::<2, 2>().at::<1>(), u1 *
            k]
    }

    pub fn at_of_concat_as_result(x: [R; 3], w: [R; 2], y3: [R; 3]) -> [R; 3] {
        (x.concat::<5, _>(w).at::<3>() + y3).sin() * x.concat::<5, _>(w).at::<3>()
    }

    pub fn concat_of_rows_as_result(m: [[R; 2]; 3], y42: [[R; 2]; 4], k) {
        let u1 = m.concat::<4, _>(m.window::<0, 1>()).at::<3>().at::<1>();
        [(m.concat::<4, _>(m.window::<0, 1>()) * y42).sum(), m.concat::<4,
            _>(m.window::<0, 1>()).at::<3>().at::<1>(), u1 * k]
    }

    pub fn outer_as_result(x: [R; 3], w: [R; 2], y32: [[R; 2]; 3]) -> [[R; 2]; 3] {
        x.outer(w)
    }

    pub fn column_of_outer_as_result(x: [R; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = x.outer(w).column::<1>().at::<2>();
        [(x.outer(w).column::<1>() * y3).sum(), x.outer(w).column::<1>().at::<2>(), u1 * k]
    }

    pub fn at_at_of_outer_as_result(x: [R; 3], w: [R; 2], y3: [R; 3]) -> [R; 3] {
        (x.outer(w).at::<2>().at::<0>() + y3).sin() * x.outer(w).at::<2>().at::<0>()
    }

    pub fn product_with_vector_as_result(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = m.dot(w).at::<2>();
        [(m.dot(w) * y3).sum(), m.dot(w).at::<2>(), u1 * k]
    }

    pub fn at_of_product_as_result(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3]) -> [R; 3] {
        y3 * m.dot(w).at::<2>()
    }

    pub fn window_of_sums_as_result(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2 = u1.window::<1, 2>().at::<1>();
        [(u1.window::<1, 2>() * y2).sum(), u1.window::<1, 2>().at::<1>(), u2 * k]
    }

    pub fn at_of_softmax_as_result(x: [R; 3], y3: [R; 3]) -> [R; 3] {
        let u1: [R; 3] = x.softmax();
        (u1.at::<1>() + y3).sin() * u1.at::<1>()
    }

    pub fn mapped_view_as_result(x: [R; 3], y2: [R; 2], k) {
        let u1 = wave(x.at::<1>(), x.window::<0, 2>()).at::<1>();
        [(wave(x.at::<1>(), x.window::<0, 2>()) * y2).sum(), wave(x.at::<1>(), x.window::<0, 2>()).at::<1>(),
            u1 * k]
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = y3[i] * x[1]; }
        a1.to_vec()
    }

    pub fn row_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2, k) = (&inputs[0..6], &inputs[6..8], inputs[8]);
        let u1 = m[5];
        let mut r1 = 0.0;
        for i in 0..2 { r1 += m[i + 4] * y2[i]; }
        vec![r1, m[5], u1 * k]
    }

    pub fn level_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, y32) = (&inputs[0..12], &inputs[12..18]);
        let mut a1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { a1[i * 2 + j] = (t[i * 2 + j + 6] + y32[i * 2 + j]).sin() * t[i * 2 + j + 6]; } }
        a1.to_vec()
    }

    pub fn at_at_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, k) = (&inputs[0..6], &inputs[6..9], inputs[9]);
        let u1 = m[5];
        let mut r1 = 0.0;
        for i in 0..3 { r1 += m[5] * y3[i]; }
        vec![r1, m[5], u1 * k]
    }

    pub fn window_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, _) = (&inputs[0..3], &inputs[3..5]);
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = x[i + 1]; }
        a1.to_vec()
    }

    pub fn rows_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y22, k) = (&inputs[0..6], &inputs[6..10], inputs[10]);
        let u1 = m[5];
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += m[i * 2 + j + 2] * y22[i * 2 + j]; } }
        vec![r1, m[5], u1 * k]
    }

    pub fn column_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3) = (&inputs[0..6], &inputs[6..9]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = (m[i * 2 + 1] + y3[i]).sin() * m[i * 2 + 1]; }
        a1.to_vec()
    }

    pub fn transpose_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y23, k) = (&inputs[0..6], &inputs[6..12], inputs[12]);
        let u1 = m[5];
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..3 { r1 += m[j * 2 + i] * y23[i * 3 + j]; } }
        vec![r1, m[5], u1 * k]
    }

    pub fn at_of_expression_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = y3[i] * (x[2] * x[2].sin()); }
        a1.to_vec()
    }

    pub fn row_of_expression_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y2) = (&inputs[0..6], inputs[6], &inputs[7..9]);
        let u1 = m[3].sin() + k;
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (m[i + 2].sin() + k) * y2[i]; }
        vec![r1, m[3].sin() + k, u1 * k]
    }

    pub fn window_of_expression_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y2) = (inputs[0], &inputs[1..4], &inputs[4..6]);
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = (k * x[i + 1] + y2[i]).sin() * (k * x[i + 1]); }
        a1.to_vec()
    }

    pub fn column_of_expression_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3) = (&inputs[0..6], inputs[6], &inputs[7..10]);
        let u1 = m[4].cos() - k;
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (m[i * 2].cos() - k) * y3[i]; }
        vec![r1, m[4].cos() - k, u1 * k]
    }

    pub fn transpose_of_expression_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, _) = (&inputs[0..6], inputs[6], &inputs[7..13]);
        let mut a1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a1[i * 3 + j] = m[j * 2 + i] * k; } }
        a1.to_vec()
    }

    pub fn column_of_transpose_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2, k) = (&inputs[0..6], &inputs[6..8], inputs[8]);
        let u1 = m[5];
        let mut r1 = 0.0;
        for i in 0..2 { r1 += m[i + 4] * y2[i]; }
        vec![r1, m[5], u1 * k]
    }

    pub fn row_of_transpose_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3) = (&inputs[0..6], &inputs[6..9]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = (m[i * 2 + 1] + y3[i]).sin() * m[i * 2 + 1]; }
        a1.to_vec()
    }

    pub fn transpose_of_window_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y22, k) = (&inputs[0..6], &inputs[6..10], inputs[10]);
        let u1 = m[5];
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += m[j * 2 + i + 2] * y22[i * 2 + j]; } }
        vec![r1, m[5], u1 * k]
    }

    pub fn at_of_column_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3) = (&inputs[0..6], &inputs[6..9]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = y3[i] * m[4]; }
        a1.to_vec()
    }

    pub fn column_of_level_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, y3, k) = (&inputs[0..12], &inputs[12..15], inputs[15]);
        let u1 = t[11];
        let mut r1 = 0.0;
        for i in 0..3 { r1 += t[i * 2 + 7] * y3[i]; }
        vec![r1, t[11], u1 * k]
    }

    pub fn stack_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = ([x[2], k * x[0], k][i] + y3[i]).sin() * [x[2], k * x[0], k][i]; }
        a1.to_vec()
    }

    pub fn at_of_stack_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y3) = (inputs[0], &inputs[1..4], &inputs[4..7]);
        let u1 = x[2].sin();
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[2].sin() * y3[i]; }
        vec![r1, x[2].sin(), u1 * k]
    }

    pub fn concat_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, _) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11]);
        let mut a1 = [0.0; 5];
        for i in 0..5 { a1[i] = if i < 3 { x[i] } else { w[i - 3] * k }; }
        a1.to_vec()
    }

    pub fn window_of_concat_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y2, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..7], inputs[7]);
        let u1 = w[0];
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i]; }
        vec![r1, w[0], u1 * k]
    }

    pub fn at_of_concat_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (_, w, y3) = (&inputs[0..3], &inputs[3..5], &inputs[5..8]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = (w[0] + y3[i]).sin() * w[0]; }
        a1.to_vec()
    }

    pub fn concat_of_rows_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y42, k) = (&inputs[0..6], &inputs[6..14], inputs[14]);
        let u1 = m[1];
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..2 { r1 += (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * y42[i * 2 + j]; } }
        vec![r1, m[1], u1 * k]
    }

    pub fn outer_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, _) = (&inputs[0..3], &inputs[3..5], &inputs[5..11]);
        let mut a1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { a1[i * 2 + j] = x[i] * w[j]; } }
        a1.to_vec()
    }

    pub fn column_of_outer_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y3, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8]);
        let u1 = x[2] * w[1];
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[i] * w[1] * y3[i]; }
        vec![r1, x[2] * w[1], u1 * k]
    }

    pub fn at_at_of_outer_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y3) = (&inputs[0..3], &inputs[3..5], &inputs[5..8]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = (x[2] * w[0] + y3[i]).sin() * (x[2] * w[0]); }
        a1.to_vec()
    }

    pub fn product_with_vector_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, y3, k) = (&inputs[0..6], &inputs[6..8], &inputs[8..11], inputs[11]);
        let u1 = (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>();
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i]; }
        vec![r1, (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(), u1 * k]
    }

    pub fn at_of_product_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, y3) = (&inputs[0..6], &inputs[6..8], &inputs[8..11]);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = y3[i] * (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(); }
        a1.to_vec()
    }

    pub fn window_of_sums_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let u2 = u1[2];
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u1[i + 1] * y2[i]; }
        vec![r1, u1[2], u2 * k]
    }

    pub fn at_of_softmax_as_result(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3) = (&inputs[0..3], &inputs[3..6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = (u1[1] + y3[i]).sin() * u1[1]; }
        a1.to_vec()
    }

    pub fn mapped_view_as_result(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let u1 = wave(x[1], x[1], near);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += wave(x[1], x[i], near) * y2[i]; }
        vec![r1, wave(x[1], x[1], near), u1 * k]
    }
}

crate::programs! {
    Vector at_as_result as at_as_result with sides;
    Vector row_as_result as row_as_result with sides;
    Matrix level_as_result as level_as_result with sides;
    Vector at_at_as_result as at_at_as_result with sides;
    Vector window_as_result as window_as_result with sides;
    Vector rows_as_result as rows_as_result with sides;
    Vector column_as_result as column_as_result with sides;
    Vector transpose_as_result as transpose_as_result with sides;
    Vector at_of_expression_as_result as at_of_expression_as_result with sides;
    Vector row_of_expression_as_result as row_of_expression_as_result with sides;
    Vector window_of_expression_as_result as window_of_expression_as_result with sides;
    Vector column_of_expression_as_result as column_of_expression_as_result with sides;
    Matrix transpose_of_expression_as_result as transpose_of_expression_as_result with sides;
    Vector column_of_transpose_as_result as column_of_transpose_as_result with sides;
    Vector row_of_transpose_as_result as row_of_transpose_as_result with sides;
    Vector transpose_of_window_as_result as transpose_of_window_as_result with sides;
    Vector at_of_column_as_result as at_of_column_as_result with sides;
    Vector column_of_level_as_result as column_of_level_as_result with sides;
    Vector stack_as_result as stack_as_result with sides;
    Vector at_of_stack_as_result as at_of_stack_as_result with sides;
    Vector concat_as_result as concat_as_result with sides;
    Vector window_of_concat_as_result as window_of_concat_as_result with sides;
    Vector at_of_concat_as_result as at_of_concat_as_result with sides;
    Vector concat_of_rows_as_result as concat_of_rows_as_result with sides;
    Matrix outer_as_result as outer_as_result with sides;
    Vector column_of_outer_as_result as column_of_outer_as_result with sides;
    Vector at_at_of_outer_as_result as at_at_of_outer_as_result with sides;
    Vector product_with_vector_as_result as product_with_vector_as_result with sides;
    Vector at_of_product_as_result as at_of_product_as_result with sides;
    Vector window_of_sums_as_result as window_of_sums_as_result with sides;
    Vector at_of_softmax_as_result as at_of_softmax_as_result with sides;
    Vector mapped_view_as_result as mapped_view_as_result with sides;
}
