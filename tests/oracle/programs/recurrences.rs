//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_recurrences(x: [R; 3], y3: [R; 3], k) {
        let u1 = fold(step, 0.3, (x.at::<1>() * y3,)) * k + fold(driven, x.at::<1>(), (y3, x.at::<1>()));
        let u2: [R; 3] = scan(driven, x.at::<1>() * 0.5, (y3, x.at::<1>()));
        let u3 = (u2.sin() * y3).sum();
        u1 + (fold(step, 0.3, (x.at::<1>() * y3,)).checkpointed() * k +
            fold(driven, x.at::<1>(), (y3, x.at::<1>())).checkpointed()) + u3
    }

    pub fn row_in_recurrences(m: [[R; 2]; 3], y2: [R; 2], k) {
        let u1 = fold(step, 0.3, (m.at::<2>() * y2,)) * k +
            fold(driven, m.at::<2>().at::<1>(), (y2, m.at::<2>()));
        let u2 = fold(step, 0.3, (m.at::<2>() * y2,)).checkpointed() * k +
            fold(driven, m.at::<2>().at::<1>(), (y2, m.at::<2>())).checkpointed();
        let u3: [R; 2] = scan(driven, m.at::<2>().at::<1>() * 0.5, (y2, m.at::<2>()));
        u1 + u2 + (u3.sin() * y2).sum()
    }

    pub fn level_in_recurrences(t: [[[R; 2]; 3]; 2], y32: [[R; 2]; 3], k) {
        let u1 = fold(step, 0.3, (t.at::<1>() * y32,)).checkpointed() * k +
            fold(driven, t.at::<1>().at::<2>().at::<1>(), (y32, t.at::<1>())).checkpointed();
        let u2: [[R; 2]; 3] = scan(driven, t.at::<1>().at::<2>().at::<1>() * 0.5, (y32, t.at::<1>()));
        fold(step, 0.3, (t.at::<1>() * y32,)) * k +
            fold(driven, t.at::<1>().at::<2>().at::<1>(), (y32, t.at::<1>())) + u1 + (u2.sin() * y32).sum()
    }

    pub fn window_in_recurrences(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 2] = scan(driven, x.window::<1, 2>().at::<1>() * 0.5, (y2, x.window::<1, 2>()));
        fold(step, 0.3, (x.window::<1, 2>() * y2,)) * k +
            fold(driven, x.window::<1, 2>().at::<1>(), (y2, x.window::<1, 2>())) +
            (fold(step, 0.3, (x.window::<1, 2>() * y2,)).checkpointed() * k +
            fold(driven, x.window::<1, 2>().at::<1>(), (y2, x.window::<1, 2>())).checkpointed()) +
            (u1.sin() * y2).sum()
    }

    pub fn rows_in_recurrences(m: [[R; 2]; 3], y22: [[R; 2]; 2], k) {
        let u1: [[R; 2]; 2] = scan(driven, m.window::<1, 2>().at::<1>().at::<1>() * 0.5,
            (y22, m.window::<1, 2>()));
        fold(step, 0.3, (m.window::<1, 2>() * y22,)) * k +
            fold(driven, m.window::<1, 2>().at::<1>().at::<1>(), (y22, m.window::<1, 2>())) +
            (fold(step, 0.3, (m.window::<1, 2>() * y22,)).checkpointed() * k +
            fold(driven, m.window::<1, 2>().at::<1>().at::<1>(), (y22, m.window::<1, 2>())).checkpointed()) +
            (u1.sin() * y22).sum()
    }

    pub fn column_in_recurrences(m: [[R; 2]; 3], y3: [R; 3], k) {
        let u1 = fold(step, 0.3, (m.column::<1>() * y3,)).checkpointed() * k +
            fold(driven, m.column::<1>().at::<2>(), (y3, m.column::<1>())).checkpointed();
        let u2: [R; 3] = scan(driven, m.column::<1>().at::<2>() * 0.5, (y3, m.column::<1>()));
        let u3 = (u2.sin() * y3).sum();
        fold(step, 0.3, (m.column::<1>() * y3,)) * k +
            fold(driven, m.column::<1>().at::<2>(), (y3, m.column::<1>())) + u1 + u3
    }

    pub fn transpose_in_recurrences(m: [[R; 2]; 3], y23: [[R; 3]; 2], k) {
        let u1: [[R; 3]; 2] = scan(driven, m.transpose().at::<1>().at::<2>() * 0.5, (y23, m.transpose()));
        let u2 = (u1.sin() * y23).sum();
        fold(step, 0.3, (m.transpose() * y23,)) * k +
            fold(driven, m.transpose().at::<1>().at::<2>(), (y23, m.transpose())) +
            (fold(step, 0.3, (m.transpose() * y23,)).checkpointed() * k +
            fold(driven, m.transpose().at::<1>().at::<2>(), (y23, m.transpose())).checkpointed()) + u2
    }

    pub fn at_of_expression_in_recurrences(x: [R; 3], y3: [R; 3], k) {
        let u1 = fold(step, 0.3, ((x * x.sin()).at::<2>() * y3,)) * k +
            fold(driven, (x * x.sin()).at::<2>(), (y3, (x * x.sin()).at::<2>()));
        let u2: [R; 3] = scan(driven, (x * x.sin()).at::<2>() * 0.5, (y3, (x * x.sin()).at::<2>()));
        let u3 = (u2.sin() * y3).sum();
        u1 + (fold(step, 0.3, ((x * x.sin()).at::<2>() * y3,)).checkpointed() * k +
            fold(driven, (x * x.sin()).at::<2>(), (y3, (x * x.sin()).at::<2>())).checkpointed()) + u3
    }

    pub fn window_of_expression_in_recurrences(k, x: [R; 3], y2: [R; 2]) {
        let u1: [R; 2] = scan(driven, (k * x).window::<1, 2>().at::<1>() * 0.5, (y2, (k * x).window::<1, 2>()));
        fold(step, 0.3, ((k * x).window::<1, 2>() * y2,)) * k +
            fold(driven, (k * x).window::<1, 2>().at::<1>(), (y2, (k * x).window::<1, 2>())) +
            (fold(step, 0.3, ((k * x).window::<1, 2>() * y2,)).checkpointed() * k +
            fold(driven, (k * x).window::<1, 2>().at::<1>(), (y2, (k * x).window::<1, 2>())).checkpointed()) +
            (u1.sin() * y2).sum()
    }

    pub fn column_of_expression_in_recurrences(m: [[R; 2]; 3], k, y3: [R; 3]) {
        let u1 = fold(step, 0.3, ((m.cos() - k).column::<0>() * y3,)).checkpointed() * k +
            fold(driven, (m.cos() - k).column::<0>().at::<2>(), (y3, (m.cos() - k).column::<0>())).checkpointed();
        let u2: [R; 3] = scan(driven, (m.cos() - k).column::<0>().at::<2>() * 0.5,
            (y3, (m.cos() - k).column::<0>()));
        let u3 = (u2.sin() * y3).sum();
        fold(step, 0.3, ((m.cos() - k).column::<0>() * y3,)) * k +
            fold(driven, (m.cos() - k).column::<0>().at::<2>(), (y3, (m.cos() - k).column::<0>())) + u1 + u3
    }

    pub fn transpose_of_window_in_recurrences(m: [[R; 2]; 3], y22: [[R; 2]; 2], k) {
        let u1 = fold(step, 0.3, (m.window::<1, 2>().transpose() * y22,)) * k +
            fold(driven, m.window::<1, 2>().transpose().at::<1>().at::<1>(),
            (y22, m.window::<1, 2>().transpose()));
        let u2: [[R; 2]; 2] = scan(driven, m.window::<1, 2>().transpose().at::<1>().at::<1>() * 0.5,
            (y22, m.window::<1, 2>().transpose()));
        u1 + (fold(step, 0.3, (m.window::<1, 2>().transpose() * y22,)).checkpointed() * k +
            fold(driven, m.window::<1, 2>().transpose().at::<1>().at::<1>(),
            (y22, m.window::<1, 2>().transpose())).checkpointed()) + (u2.sin() * y22).sum()
    }

    pub fn stack_in_recurrences(x: [R; 3], k, y3: [R; 3]) {
        let u1 = fold(step, 0.3, (stack((x.at::<2>(), k * x.at::<0>(), k)) * y3,)) * k +
            fold(driven, stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>(),
            (y3, stack((x.at::<2>(), k * x.at::<0>(), k))));
        let u2 = fold(step, 0.3, (stack((x.at::<2>(), k * x.at::<0>(), k)) * y3,)).checkpointed() * k +
            fold(driven, stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>(),
            (y3, stack((x.at::<2>(), k * x.at::<0>(), k)))).checkpointed();
        let u3: [R; 3] = scan(driven, stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>() * 0.5,
            (y3, stack((x.at::<2>(), k * x.at::<0>(), k))));
        u1 + u2 + (u3.sin() * y3).sum()
    }

    pub fn at_of_stack_in_recurrences(k, x: [R; 3], y3: [R; 3]) {
        let u1: [R; 3] = scan(driven, stack((k, x.at::<2>().sin())).at::<1>() * 0.5,
            (y3, stack((k, x.at::<2>().sin())).at::<1>()));
        fold(step, 0.3, (stack((k, x.at::<2>().sin())).at::<1>() * y3,)) * k +
            fold(driven, stack((k, x.at::<2>().sin())).at::<1>(),
            (y3, stack((k, x.at::<2>().sin())).at::<1>())) +
            (fold(step, 0.3, (stack((k, x.at::<2>().sin())).at::<1>() * y3,)).checkpointed() * k +
            fold(driven, stack((k, x.at::<2>().sin())).at::<1>(),
            (y3, stack((k, x.at::<2>().sin())).at::<1>())).checkpointed()) + (u1.sin() * y3).sum()
    }

    pub fn concat_in_recurrences(x: [R; 3], w: [R; 2], k, y5: [R; 5]) {
        let u1: [R; 5] = scan(driven, x.concat::<5, _>(w * k).at::<4>() * 0.5, (y5, x.concat::<5, _>(w * k)));
        fold(step, 0.3, (x.concat::<5, _>(w * k) * y5,)) * k +
            fold(driven, x.concat::<5, _>(w * k).at::<4>(), (y5, x.concat::<5, _>(w * k))) +
            (fold(step, 0.3, (x.concat::<5, _>(w * k) * y5,)).checkpointed() * k +
            fold(driven, x.concat::<5, _>(w * k).at::<4>(), (y5, x.concat::<5, _>(w * k))).checkpointed()) +
            (u1.sin() * y5).sum()
    }

    pub fn window_of_concat_in_recurrences(x: [R; 3], w: [R; 2], y2: [R; 2], k) {
        let u1 = fold(step, 0.3, (x.concat::<5, _>(w).window::<2, 2>() * y2,)).checkpointed() * k +
            fold(driven, x.concat::<5, _>(w).window::<2, 2>().at::<1>(),
            (y2, x.concat::<5, _>(w).window::<2, 2>())).checkpointed();
        let u2: [R; 2] = scan(driven, x.concat::<5, _>(w).window::<2, 2>().at::<1>() * 0.5,
            (y2, x.concat::<5, _>(w).window::<2, 2>()));
        fold(step, 0.3, (x.concat::<5, _>(w).window::<2, 2>() * y2,)) * k +
            fold(driven, x.concat::<5, _>(w).window::<2, 2>().at::<1>(),
            (y2, x.concat::<5, _>(w).window::<2, 2>())) + u1 + (u2.sin() * y2).sum()
    }

    pub fn concat_of_rows_in_recurrences(m: [[R; 2]; 3], y42: [[R; 2]; 4], k) {
        let u1: [[R; 2]; 4] = scan(driven, m.concat::<4, _>(m.window::<0, 1>()).at::<3>().at::<1>() * 0.5,
            (y42, m.concat::<4, _>(m.window::<0, 1>())));
        fold(step, 0.3, (m.concat::<4, _>(m.window::<0, 1>()) * y42,)) * k +
            fold(driven, m.concat::<4, _>(m.window::<0, 1>()).at::<3>().at::<1>(),
            (y42, m.concat::<4, _>(m.window::<0, 1>()))) +
            (fold(step, 0.3, (m.concat::<4, _>(m.window::<0, 1>()) * y42,)).checkpointed() * k +
            fold(driven, m.concat::<4, _>(m.window::<0, 1>()).at::<3>().at::<1>(),
            (y42, m.concat::<4, _>(m.window::<0, 1>()))).checkpointed()) + (u1.sin() * y42).sum()
    }

    pub fn outer_in_recurrences(x: [R; 3], w: [R; 2], y32: [[R; 2]; 3], k) {
        let u1 = fold(step, 0.3, (x.outer(w) * y32,)) * k +
            fold(driven, x.outer(w).at::<2>().at::<1>(), (y32, x.outer(w)));
        let u2: [[R; 2]; 3] = scan(driven, x.outer(w).at::<2>().at::<1>() * 0.5, (y32, x.outer(w)));
        u1 + (fold(step, 0.3, (x.outer(w) * y32,)).checkpointed() * k +
            fold(driven, x.outer(w).at::<2>().at::<1>(), (y32, x.outer(w))).checkpointed()) +
            (u2.sin() * y32).sum()
    }

    pub fn at_at_of_outer_in_recurrences(x: [R; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = fold(step, 0.3, (x.outer(w).at::<2>().at::<0>() * y3,)) * k +
            fold(driven, x.outer(w).at::<2>().at::<0>(), (y3, x.outer(w).at::<2>().at::<0>()));
        let u2 = fold(step, 0.3, (x.outer(w).at::<2>().at::<0>() * y3,)).checkpointed() * k +
            fold(driven, x.outer(w).at::<2>().at::<0>(), (y3, x.outer(w).at::<2>().at::<0>())).checkpointed();
        let u3: [R; 3] = scan(driven, x.outer(w).at::<2>().at::<0>() * 0.5, (y3, x.outer(w).at::<2>().at::<0>()));
        let u4 = (u3.sin() * y3).sum();
        u1 + u2 + u4
    }

    pub fn product_with_vector_in_recurrences(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3], k) {
        let u1: [R; 3] = scan(driven, m.dot(w).at::<2>() * 0.5, (y3, m.dot(w)));
        fold(step, 0.3, (m.dot(w) * y3,)) * k + fold(driven, m.dot(w).at::<2>(), (y3, m.dot(w))) +
            (fold(step, 0.3, (m.dot(w) * y3,)).checkpointed() * k +
            fold(driven, m.dot(w).at::<2>(), (y3, m.dot(w))).checkpointed()) + (u1.sin() * y3).sum()
    }

    pub fn at_of_product_in_recurrences(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = fold(step, 0.3, (m.dot(w).at::<2>() * y3,)) * k +
            fold(driven, m.dot(w).at::<2>(), (y3, m.dot(w).at::<2>()));
        let u2: [R; 3] = scan(driven, m.dot(w).at::<2>() * 0.5, (y3, m.dot(w).at::<2>()));
        let u3 = (u2.sin() * y3).sum();
        u1 + (fold(step, 0.3, (m.dot(w).at::<2>() * y3,)).checkpointed() * k +
            fold(driven, m.dot(w).at::<2>(), (y3, m.dot(w).at::<2>())).checkpointed()) + u3
    }

    pub fn window_of_sums_in_recurrences(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2 = fold(step, 0.3, (u1.window::<1, 2>() * y2,)) * k +
            fold(driven, u1.window::<1, 2>().at::<1>(), (y2, u1.window::<1, 2>()));
        let u3: [R; 3] = x.cumulative_sum();
        let u4: [R; 3] = x.cumulative_sum();
        let u5: [R; 2] = scan(driven, u4.window::<1, 2>().at::<1>() * 0.5, (y2, u4.window::<1, 2>()));
        let u6 = (u5.sin() * y2).sum();
        u2 + (fold(step, 0.3, (u3.window::<1, 2>() * y2,)).checkpointed() * k +
            fold(driven, u3.window::<1, 2>().at::<1>(), (y2, u3.window::<1, 2>())).checkpointed()) + u6
    }

    pub fn at_of_softmax_in_recurrences(x: [R; 3], y3: [R; 3], k) {
        let u1: [R; 3] = x.softmax();
        let u2: [R; 3] = x.softmax();
        let u3 = fold(step, 0.3, (u2.at::<1>() * y3,)).checkpointed() * k +
            fold(driven, u2.at::<1>(), (y3, u2.at::<1>())).checkpointed();
        let u4: [R; 3] = x.softmax();
        let u5: [R; 3] = scan(driven, u4.at::<1>() * 0.5, (y3, u4.at::<1>()));
        let u6 = (u5.sin() * y3).sum();
        fold(step, 0.3, (u1.at::<1>() * y3,)) * k + fold(driven, u1.at::<1>(), (y3, u1.at::<1>())) + u3 + u6
    }

    pub fn mapped_view_in_recurrences(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 2] = scan(driven, wave(x.at::<1>(), x.window::<0, 2>()).at::<1>() * 0.5,
            (y2, wave(x.at::<1>(), x.window::<0, 2>())));
        fold(step, 0.3, (wave(x.at::<1>(), x.window::<0, 2>()) * y2,)) * k +
            fold(driven, wave(x.at::<1>(), x.window::<0, 2>()).at::<1>(),
            (y2, wave(x.at::<1>(), x.window::<0, 2>()))) +
            (fold(step, 0.3, (wave(x.at::<1>(), x.window::<0, 2>()) * y2,)).checkpointed() * k +
            fold(driven, wave(x.at::<1>(), x.window::<0, 2>()).at::<1>(),
            (y2, wave(x.at::<1>(), x.window::<0, 2>()))).checkpointed()) + (u1.sin() * y2).sum()
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, x[1] * y3[i], near); }
        let mut h2 = x[1];
        for i in 0..3 { h2 = driven(h2, y3[i], x[1], near); }
        let u1 = h1 * k + h2;
        let mut h3 = x[1] * 0.5;
        let mut u2 = [0.0; 3];
        for i in 0..3 { h3 = driven(h3, y3[i], x[1], near); u2[i] = h3; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u2[i].sin() * y3[i]; }
        let u3 = r4;
        let mut h5 = 0.3;
        for i in 0..3 { h5 = step(h5, x[1] * y3[i], near); }
        let mut h6 = x[1];
        for i in 0..3 { h6 = driven(h6, y3[i], x[1], near); }
        vec![u1 + (h5 * k + h6) + u3]
    }

    pub fn row_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y2, k) = (&inputs[0..6], &inputs[6..8], inputs[8]);
        let mut h1 = 0.3;
        for i in 0..2 { h1 = step(h1, m[i + 4] * y2[i], near); }
        let mut h2 = m[5];
        for i in 0..2 { h2 = driven(h2, y2[i], m[i + 4], near); }
        let u1 = h1 * k + h2;
        let mut h3 = 0.3;
        for i in 0..2 { h3 = step(h3, m[i + 4] * y2[i], near); }
        let mut h4 = m[5];
        for i in 0..2 { h4 = driven(h4, y2[i], m[i + 4], near); }
        let u2 = h3 * k + h4;
        let mut h5 = m[5] * 0.5;
        let mut u3 = [0.0; 2];
        for i in 0..2 { h5 = driven(h5, y2[i], m[i + 4], near); u3[i] = h5; }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u3[i].sin() * y2[i]; }
        vec![u1 + u2 + r6]
    }

    pub fn level_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (t, y32, k) = (&inputs[0..12], &inputs[12..18], inputs[18]);
        let mut h1 = 0.3;
        for i in 0..3 { for j in 0..2 { h1 = step(h1, t[i * 2 + j + 6] * y32[i * 2 + j], near); } }
        let mut h2 = t[11];
        for i in 0..3 { for j in 0..2 { h2 = driven(h2, y32[i * 2 + j], t[i * 2 + j + 6], near); } }
        let u1 = h1 * k + h2;
        let mut h3 = t[11] * 0.5;
        let mut u2 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { h3 = driven(h3, y32[i * 2 + j], t[i * 2 + j + 6], near); u2[i * 2 + j] = h3; } }
        let mut h4 = 0.3;
        for i in 0..3 { for j in 0..2 { h4 = step(h4, t[i * 2 + j + 6] * y32[i * 2 + j], near); } }
        let mut h5 = t[11];
        for i in 0..3 { for j in 0..2 { h5 = driven(h5, y32[i * 2 + j], t[i * 2 + j + 6], near); } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += u2[i * 2 + j].sin() * y32[i * 2 + j]; } }
        vec![h4 * k + h5 + u1 + r6]
    }

    pub fn window_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut h1 = x[2] * 0.5;
        let mut u1 = [0.0; 2];
        for i in 0..2 { h1 = driven(h1, y2[i], x[i + 1], near); u1[i] = h1; }
        let mut h2 = 0.3;
        for i in 0..2 { h2 = step(h2, x[i + 1] * y2[i], near); }
        let mut h3 = x[2];
        for i in 0..2 { h3 = driven(h3, y2[i], x[i + 1], near); }
        let mut h4 = 0.3;
        for i in 0..2 { h4 = step(h4, x[i + 1] * y2[i], near); }
        let mut h5 = x[2];
        for i in 0..2 { h5 = driven(h5, y2[i], x[i + 1], near); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u1[i].sin() * y2[i]; }
        vec![h2 * k + h3 + (h4 * k + h5) + r6]
    }

    pub fn rows_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y22, k) = (&inputs[0..6], &inputs[6..10], inputs[10]);
        let mut h1 = m[5] * 0.5;
        let mut u1 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { h1 = driven(h1, y22[i * 2 + j], m[i * 2 + j + 2], near); u1[i * 2 + j] = h1; } }
        let mut h2 = 0.3;
        for i in 0..2 { for j in 0..2 { h2 = step(h2, m[i * 2 + j + 2] * y22[i * 2 + j], near); } }
        let mut h3 = m[5];
        for i in 0..2 { for j in 0..2 { h3 = driven(h3, y22[i * 2 + j], m[i * 2 + j + 2], near); } }
        let mut h4 = 0.3;
        for i in 0..2 { for j in 0..2 { h4 = step(h4, m[i * 2 + j + 2] * y22[i * 2 + j], near); } }
        let mut h5 = m[5];
        for i in 0..2 { for j in 0..2 { h5 = driven(h5, y22[i * 2 + j], m[i * 2 + j + 2], near); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += u1[i * 2 + j].sin() * y22[i * 2 + j]; } }
        vec![h2 * k + h3 + (h4 * k + h5) + r6]
    }

    pub fn column_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y3, k) = (&inputs[0..6], &inputs[6..9], inputs[9]);
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, m[i * 2 + 1] * y3[i], near); }
        let mut h2 = m[5];
        for i in 0..3 { h2 = driven(h2, y3[i], m[i * 2 + 1], near); }
        let u1 = h1 * k + h2;
        let mut h3 = m[5] * 0.5;
        let mut u2 = [0.0; 3];
        for i in 0..3 { h3 = driven(h3, y3[i], m[i * 2 + 1], near); u2[i] = h3; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u2[i].sin() * y3[i]; }
        let u3 = r4;
        let mut h5 = 0.3;
        for i in 0..3 { h5 = step(h5, m[i * 2 + 1] * y3[i], near); }
        let mut h6 = m[5];
        for i in 0..3 { h6 = driven(h6, y3[i], m[i * 2 + 1], near); }
        vec![h5 * k + h6 + u1 + u3]
    }

    pub fn transpose_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y23, k) = (&inputs[0..6], &inputs[6..12], inputs[12]);
        let mut h1 = m[5] * 0.5;
        let mut u1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { h1 = driven(h1, y23[i * 3 + j], m[j * 2 + i], near); u1[i * 3 + j] = h1; } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += u1[i * 3 + j].sin() * y23[i * 3 + j]; } }
        let u2 = r2;
        let mut h3 = 0.3;
        for i in 0..2 { for j in 0..3 { h3 = step(h3, m[j * 2 + i] * y23[i * 3 + j], near); } }
        let mut h4 = m[5];
        for i in 0..2 { for j in 0..3 { h4 = driven(h4, y23[i * 3 + j], m[j * 2 + i], near); } }
        let mut h5 = 0.3;
        for i in 0..2 { for j in 0..3 { h5 = step(h5, m[j * 2 + i] * y23[i * 3 + j], near); } }
        let mut h6 = m[5];
        for i in 0..2 { for j in 0..3 { h6 = driven(h6, y23[i * 3 + j], m[j * 2 + i], near); } }
        vec![h3 * k + h4 + (h5 * k + h6) + u2]
    }

    pub fn at_of_expression_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, x[2] * x[2].sin() * y3[i], near); }
        let mut h2 = x[2] * x[2].sin();
        for i in 0..3 { h2 = driven(h2, y3[i], x[2] * x[2].sin(), near); }
        let u1 = h1 * k + h2;
        let mut h3 = x[2] * x[2].sin() * 0.5;
        let mut u2 = [0.0; 3];
        for i in 0..3 { h3 = driven(h3, y3[i], x[2] * x[2].sin(), near); u2[i] = h3; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u2[i].sin() * y3[i]; }
        let u3 = r4;
        let mut h5 = 0.3;
        for i in 0..3 { h5 = step(h5, x[2] * x[2].sin() * y3[i], near); }
        let mut h6 = x[2] * x[2].sin();
        for i in 0..3 { h6 = driven(h6, y3[i], x[2] * x[2].sin(), near); }
        vec![u1 + (h5 * k + h6) + u3]
    }

    pub fn window_of_expression_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (k, x, y2) = (inputs[0], &inputs[1..4], &inputs[4..6]);
        let mut h1 = k * x[2] * 0.5;
        let mut u1 = [0.0; 2];
        for i in 0..2 { h1 = driven(h1, y2[i], k * x[i + 1], near); u1[i] = h1; }
        let mut h2 = 0.3;
        for i in 0..2 { h2 = step(h2, k * x[i + 1] * y2[i], near); }
        let mut h3 = k * x[2];
        for i in 0..2 { h3 = driven(h3, y2[i], k * x[i + 1], near); }
        let mut h4 = 0.3;
        for i in 0..2 { h4 = step(h4, k * x[i + 1] * y2[i], near); }
        let mut h5 = k * x[2];
        for i in 0..2 { h5 = driven(h5, y2[i], k * x[i + 1], near); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u1[i].sin() * y2[i]; }
        vec![h2 * k + h3 + (h4 * k + h5) + r6]
    }

    pub fn column_of_expression_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, k, y3) = (&inputs[0..6], inputs[6], &inputs[7..10]);
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, (m[i * 2].cos() - k) * y3[i], near); }
        let mut h2 = m[4].cos() - k;
        for i in 0..3 { h2 = driven(h2, y3[i], m[i * 2].cos() - k, near); }
        let u1 = h1 * k + h2;
        let mut h3 = (m[4].cos() - k) * 0.5;
        let mut u2 = [0.0; 3];
        for i in 0..3 { h3 = driven(h3, y3[i], m[i * 2].cos() - k, near); u2[i] = h3; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u2[i].sin() * y3[i]; }
        let u3 = r4;
        let mut h5 = 0.3;
        for i in 0..3 { h5 = step(h5, (m[i * 2].cos() - k) * y3[i], near); }
        let mut h6 = m[4].cos() - k;
        for i in 0..3 { h6 = driven(h6, y3[i], m[i * 2].cos() - k, near); }
        vec![h5 * k + h6 + u1 + u3]
    }

    pub fn transpose_of_window_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y22, k) = (&inputs[0..6], &inputs[6..10], inputs[10]);
        let mut h1 = 0.3;
        for i in 0..2 { for j in 0..2 { h1 = step(h1, m[j * 2 + i + 2] * y22[i * 2 + j], near); } }
        let mut h2 = m[5];
        for i in 0..2 { for j in 0..2 { h2 = driven(h2, y22[i * 2 + j], m[j * 2 + i + 2], near); } }
        let u1 = h1 * k + h2;
        let mut h3 = m[5] * 0.5;
        let mut u2 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { h3 = driven(h3, y22[i * 2 + j], m[j * 2 + i + 2], near); u2[i * 2 + j] = h3; } }
        let mut h4 = 0.3;
        for i in 0..2 { for j in 0..2 { h4 = step(h4, m[j * 2 + i + 2] * y22[i * 2 + j], near); } }
        let mut h5 = m[5];
        for i in 0..2 { for j in 0..2 { h5 = driven(h5, y22[i * 2 + j], m[j * 2 + i + 2], near); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += u2[i * 2 + j].sin() * y22[i * 2 + j]; } }
        vec![u1 + (h4 * k + h5) + r6]
    }

    pub fn stack_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, [x[2], k * x[0], k][i] * y3[i], near); }
        let mut h2 = k;
        for i in 0..3 { h2 = driven(h2, y3[i], [x[2], k * x[0], k][i], near); }
        let u1 = h1 * k + h2;
        let mut h3 = 0.3;
        for i in 0..3 { h3 = step(h3, [x[2], k * x[0], k][i] * y3[i], near); }
        let mut h4 = k;
        for i in 0..3 { h4 = driven(h4, y3[i], [x[2], k * x[0], k][i], near); }
        let u2 = h3 * k + h4;
        let mut h5 = k * 0.5;
        let mut u3 = [0.0; 3];
        for i in 0..3 { h5 = driven(h5, y3[i], [x[2], k * x[0], k][i], near); u3[i] = h5; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u3[i].sin() * y3[i]; }
        vec![u1 + u2 + r6]
    }

    pub fn at_of_stack_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (k, x, y3) = (inputs[0], &inputs[1..4], &inputs[4..7]);
        let mut h1 = x[2].sin() * 0.5;
        let mut u1 = [0.0; 3];
        for i in 0..3 { h1 = driven(h1, y3[i], x[2].sin(), near); u1[i] = h1; }
        let mut h2 = 0.3;
        for i in 0..3 { h2 = step(h2, x[2].sin() * y3[i], near); }
        let mut h3 = x[2].sin();
        for i in 0..3 { h3 = driven(h3, y3[i], x[2].sin(), near); }
        let mut h4 = 0.3;
        for i in 0..3 { h4 = step(h4, x[2].sin() * y3[i], near); }
        let mut h5 = x[2].sin();
        for i in 0..3 { h5 = driven(h5, y3[i], x[2].sin(), near); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u1[i].sin() * y3[i]; }
        vec![h2 * k + h3 + (h4 * k + h5) + r6]
    }

    pub fn concat_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, k, y5) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11]);
        let mut h1 = w[1] * k * 0.5;
        let mut u1 = [0.0; 5];
        for i in 0..5 { h1 = driven(h1, y5[i], if i < 3 { x[i] } else { w[i - 3] * k }, near); u1[i] = h1; }
        let mut h2 = 0.3;
        for i in 0..5 { h2 = step(h2, (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i], near); }
        let mut h3 = w[1] * k;
        for i in 0..5 { h3 = driven(h3, y5[i], if i < 3 { x[i] } else { w[i - 3] * k }, near); }
        let mut h4 = 0.3;
        for i in 0..5 { h4 = step(h4, (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i], near); }
        let mut h5 = w[1] * k;
        for i in 0..5 { h5 = driven(h5, y5[i], if i < 3 { x[i] } else { w[i - 3] * k }, near); }
        let mut r6 = 0.0;
        for i in 0..5 { r6 += u1[i].sin() * y5[i]; }
        vec![h2 * k + h3 + (h4 * k + h5) + r6]
    }

    pub fn window_of_concat_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y2, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..7], inputs[7]);
        let mut h1 = 0.3;
        for i in 0..2 { h1 = step(h1, (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i], near); }
        let mut h2 = w[0];
        for i in 0..2 { h2 = driven(h2, y2[i], if i + 2 < 3 { x[i + 2] } else { w[i - 1] }, near); }
        let u1 = h1 * k + h2;
        let mut h3 = w[0] * 0.5;
        let mut u2 = [0.0; 2];
        for i in 0..2 { h3 = driven(h3, y2[i], if i + 2 < 3 { x[i + 2] } else { w[i - 1] }, near); u2[i] = h3; }
        let mut h4 = 0.3;
        for i in 0..2 { h4 = step(h4, (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i], near); }
        let mut h5 = w[0];
        for i in 0..2 { h5 = driven(h5, y2[i], if i + 2 < 3 { x[i + 2] } else { w[i - 1] }, near); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u2[i].sin() * y2[i]; }
        vec![h4 * k + h5 + u1 + r6]
    }

    pub fn concat_of_rows_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y42, k) = (&inputs[0..6], &inputs[6..14], inputs[14]);
        let mut h1 = m[1] * 0.5;
        let mut u1 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { h1 = driven(h1, y42[i * 2 + j], if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }, near); u1[i * 2 + j] = h1; } }
        let mut h2 = 0.3;
        for i in 0..4 { for j in 0..2 { h2 = step(h2, (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * y42[i * 2 + j], near); } }
        let mut h3 = m[1];
        for i in 0..4 { for j in 0..2 { h3 = driven(h3, y42[i * 2 + j], if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }, near); } }
        let mut h4 = 0.3;
        for i in 0..4 { for j in 0..2 { h4 = step(h4, (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * y42[i * 2 + j], near); } }
        let mut h5 = m[1];
        for i in 0..4 { for j in 0..2 { h5 = driven(h5, y42[i * 2 + j], if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }, near); } }
        let mut r6 = 0.0;
        for i in 0..4 { for j in 0..2 { r6 += u1[i * 2 + j].sin() * y42[i * 2 + j]; } }
        vec![h2 * k + h3 + (h4 * k + h5) + r6]
    }

    pub fn outer_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y32, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..11], inputs[11]);
        let mut h1 = 0.3;
        for i in 0..3 { for j in 0..2 { h1 = step(h1, x[i] * w[j] * y32[i * 2 + j], near); } }
        let mut h2 = x[2] * w[1];
        for i in 0..3 { for j in 0..2 { h2 = driven(h2, y32[i * 2 + j], x[i] * w[j], near); } }
        let u1 = h1 * k + h2;
        let mut h3 = x[2] * w[1] * 0.5;
        let mut u2 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { h3 = driven(h3, y32[i * 2 + j], x[i] * w[j], near); u2[i * 2 + j] = h3; } }
        let mut h4 = 0.3;
        for i in 0..3 { for j in 0..2 { h4 = step(h4, x[i] * w[j] * y32[i * 2 + j], near); } }
        let mut h5 = x[2] * w[1];
        for i in 0..3 { for j in 0..2 { h5 = driven(h5, y32[i * 2 + j], x[i] * w[j], near); } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += u2[i * 2 + j].sin() * y32[i * 2 + j]; } }
        vec![u1 + (h4 * k + h5) + r6]
    }

    pub fn at_at_of_outer_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y3, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8]);
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, x[2] * w[0] * y3[i], near); }
        let mut h2 = x[2] * w[0];
        for i in 0..3 { h2 = driven(h2, y3[i], x[2] * w[0], near); }
        let u1 = h1 * k + h2;
        let mut h3 = 0.3;
        for i in 0..3 { h3 = step(h3, x[2] * w[0] * y3[i], near); }
        let mut h4 = x[2] * w[0];
        for i in 0..3 { h4 = driven(h4, y3[i], x[2] * w[0], near); }
        let u2 = h3 * k + h4;
        let mut h5 = x[2] * w[0] * 0.5;
        let mut u3 = [0.0; 3];
        for i in 0..3 { h5 = driven(h5, y3[i], x[2] * w[0], near); u3[i] = h5; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u3[i].sin() * y3[i]; }
        let u4 = r6;
        vec![u1 + u2 + u4]
    }

    pub fn product_with_vector_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, w, y3, k) = (&inputs[0..6], &inputs[6..8], &inputs[8..11], inputs[11]);
        let mut h1 = (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * 0.5;
        let mut u1 = [0.0; 3];
        for i in 0..3 { h1 = driven(h1, y3[i], (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), near); u1[i] = h1; }
        let mut h2 = 0.3;
        for i in 0..3 { h2 = step(h2, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i], near); }
        let mut h3 = (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>();
        for i in 0..3 { h3 = driven(h3, y3[i], (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), near); }
        let mut h4 = 0.3;
        for i in 0..3 { h4 = step(h4, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i], near); }
        let mut h5 = (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>();
        for i in 0..3 { h5 = driven(h5, y3[i], (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), near); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u1[i].sin() * y3[i]; }
        vec![h2 * k + h3 + (h4 * k + h5) + r6]
    }

    pub fn at_of_product_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, w, y3, k) = (&inputs[0..6], &inputs[6..8], &inputs[8..11], inputs[11]);
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i], near); }
        let mut h2 = (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>();
        for i in 0..3 { h2 = driven(h2, y3[i], (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(), near); }
        let u1 = h1 * k + h2;
        let mut h3 = (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * 0.5;
        let mut u2 = [0.0; 3];
        for i in 0..3 { h3 = driven(h3, y3[i], (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(), near); u2[i] = h3; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u2[i].sin() * y3[i]; }
        let u3 = r4;
        let mut h5 = 0.3;
        for i in 0..3 { h5 = step(h5, (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i], near); }
        let mut h6 = (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>();
        for i in 0..3 { h6 = driven(h6, y3[i], (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(), near); }
        vec![u1 + (h5 * k + h6) + u3]
    }

    pub fn window_of_sums_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut h1 = 0.3;
        for i in 0..2 { h1 = step(h1, u1[i + 1] * y2[i], near); }
        let mut h2 = u1[2];
        for i in 0..2 { h2 = driven(h2, y2[i], u1[i + 1], near); }
        let u2 = h1 * k + h2;
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        cumulative_sum(&mut u3);
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        cumulative_sum(&mut u4);
        let mut h3 = u4[2] * 0.5;
        let mut u5 = [0.0; 2];
        for i in 0..2 { h3 = driven(h3, y2[i], u4[i + 1], near); u5[i] = h3; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u5[i].sin() * y2[i]; }
        let u6 = r4;
        let mut h5 = 0.3;
        for i in 0..2 { h5 = step(h5, u3[i + 1] * y2[i], near); }
        let mut h6 = u3[2];
        for i in 0..2 { h6 = driven(h6, y2[i], u3[i + 1], near); }
        vec![u2 + (h5 * k + h6) + u6]
    }

    pub fn at_of_softmax_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        softmax(&mut u2);
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, u2[1] * y3[i], near); }
        let mut h2 = u2[1];
        for i in 0..3 { h2 = driven(h2, y3[i], u2[1], near); }
        let u3 = h1 * k + h2;
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        softmax(&mut u4);
        let mut h3 = u4[1] * 0.5;
        let mut u5 = [0.0; 3];
        for i in 0..3 { h3 = driven(h3, y3[i], u4[1], near); u5[i] = h3; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u5[i].sin() * y3[i]; }
        let u6 = r4;
        let mut h5 = 0.3;
        for i in 0..3 { h5 = step(h5, u1[1] * y3[i], near); }
        let mut h6 = u1[1];
        for i in 0..3 { h6 = driven(h6, y3[i], u1[1], near); }
        vec![h5 * k + h6 + u3 + u6]
    }

    pub fn mapped_view_in_recurrences(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut h1 = wave(x[1], x[1], near) * 0.5;
        let mut u1 = [0.0; 2];
        for i in 0..2 { h1 = driven(h1, y2[i], wave(x[1], x[i], near), near); u1[i] = h1; }
        let mut h2 = 0.3;
        for i in 0..2 { h2 = step(h2, wave(x[1], x[i], near) * y2[i], near); }
        let mut h3 = wave(x[1], x[1], near);
        for i in 0..2 { h3 = driven(h3, y2[i], wave(x[1], x[i], near), near); }
        let mut h4 = 0.3;
        for i in 0..2 { h4 = step(h4, wave(x[1], x[i], near) * y2[i], near); }
        let mut h5 = wave(x[1], x[1], near);
        for i in 0..2 { h5 = driven(h5, y2[i], wave(x[1], x[i], near), near); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u1[i].sin() * y2[i]; }
        vec![h2 * k + h3 + (h4 * k + h5) + r6]
    }
}

crate::programs! {
    Real at_in_recurrences as at_in_recurrences with product;
    Real row_in_recurrences as row_in_recurrences with sides;
    Real level_in_recurrences as level_in_recurrences;
    Real window_in_recurrences as window_in_recurrences with tape;
    Real rows_in_recurrences as rows_in_recurrences with product;
    Real column_in_recurrences as column_in_recurrences with single;
    Real transpose_in_recurrences as transpose_in_recurrences;
    Real at_of_expression_in_recurrences as at_of_expression_in_recurrences with series;
    Real window_of_expression_in_recurrences as window_of_expression_in_recurrences with product;
    Real column_of_expression_in_recurrences as column_of_expression_in_recurrences with sides;
    Real transpose_of_window_in_recurrences as transpose_of_window_in_recurrences;
    Real stack_in_recurrences as stack_in_recurrences with tape;
    Real at_of_stack_in_recurrences as at_of_stack_in_recurrences with product;
    Real concat_in_recurrences as concat_in_recurrences with single;
    Real window_of_concat_in_recurrences as window_of_concat_in_recurrences;
    Real concat_of_rows_in_recurrences as concat_of_rows_in_recurrences with series;
    Real outer_in_recurrences as outer_in_recurrences with product;
    Real at_at_of_outer_in_recurrences as at_at_of_outer_in_recurrences with sides;
    Real product_with_vector_in_recurrences as product_with_vector_in_recurrences;
    Real at_of_product_in_recurrences as at_of_product_in_recurrences with tape;
    Real window_of_sums_in_recurrences as window_of_sums_in_recurrences with product;
    Real at_of_softmax_in_recurrences as at_of_softmax_in_recurrences with single;
    Real mapped_view_in_recurrences as mapped_view_in_recurrences;
}
