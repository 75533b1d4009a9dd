//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_choices(x: [R; 3], y3: [R; 3], k) {
        let u1 = (y3 * x.at::<1>().clamp(-0.6, 0.8)).sum();
        let u2 = pair(y3, pair(x.at::<1>(), k).component::<0>()).component::<1>().sum();
        u1 + select(x.at::<1>().less_than(y3), y3.sin(), k * y3).sum() +
            select(y3.at_least(k), x.at::<1>() * y3, x.at::<1>().cos()).sum() +
            (wave(x.at::<1>(), y3) + huber(y3 * x.at::<1>())).sum() + u2
    }

    pub fn row_in_choices(m: [[R; 2]; 3], y2: [R; 2], k) {
        let u1 = pair(y2, pair(m.at::<2>(), k).component::<0>()).component::<1>().sum();
        (y2 * m.at::<2>().clamp(-0.6, 0.8)).sum() + select(m.at::<2>().less_than(y2), y2.sin(), k * y2).sum() +
            select(y2.at_least(k), m.at::<2>() * y2, m.at::<2>().cos()).sum() +
            (wave(m.at::<2>(), y2) + huber(y2 * m.at::<2>())).sum() + u1
    }

    pub fn level_in_choices(t: [[[R; 2]; 3]; 2], y32: [[R; 2]; 3], k) {
        let u1 = (wave(t.at::<1>(), y32) + huber(y32 * t.at::<1>())).sum();
        (y32 * t.at::<1>().clamp(-0.6, 0.8)).sum() +
            select(t.at::<1>().less_than(y32), y32.sin(), k * y32).sum() +
            select(y32.at_least(k), t.at::<1>() * y32, t.at::<1>().cos()).sum() + u1 +
            pair(y32, pair(t.at::<1>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn window_in_choices(x: [R; 3], y2: [R; 2], k) {
        let u1 = (y2 * x.window::<1, 2>().clamp(-0.6, 0.8)).sum();
        let u2 = select(x.window::<1, 2>().less_than(y2), y2.sin(), k * y2).sum();
        let u3 = select(y2.at_least(k), x.window::<1, 2>() * y2, x.window::<1, 2>().cos()).sum();
        let u4 = (wave(x.window::<1, 2>(), y2) + huber(y2 * x.window::<1, 2>())).sum();
        u1 + u2 + u3 + u4 + pair(y2, pair(x.window::<1, 2>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn rows_in_choices(m: [[R; 2]; 3], y22: [[R; 2]; 2], k) {
        let u1 = (y22 * m.window::<1, 2>().clamp(-0.6, 0.8)).sum();
        let u2 = select(m.window::<1, 2>().less_than(y22), y22.sin(), k * y22).sum();
        let u3 = (wave(m.window::<1, 2>(), y22) + huber(y22 * m.window::<1, 2>())).sum();
        u1 + u2 + select(y22.at_least(k), m.window::<1, 2>() * y22, m.window::<1, 2>().cos()).sum() + u3 +
            pair(y22, pair(m.window::<1, 2>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn column_in_choices(m: [[R; 2]; 3], y3: [R; 3], k) {
        let u1 = select(y3.at_least(k), m.column::<1>() * y3, m.column::<1>().cos()).sum();
        let u2 = (wave(m.column::<1>(), y3) + huber(y3 * m.column::<1>())).sum();
        let u3 = pair(y3, pair(m.column::<1>(), k).component::<0>()).component::<1>().sum();
        (y3 * m.column::<1>().clamp(-0.6, 0.8)).sum() +
            select(m.column::<1>().less_than(y3), y3.sin(), k * y3).sum() + u1 + u2 + u3
    }

    pub fn transpose_in_choices(m: [[R; 2]; 3], y23: [[R; 3]; 2], k) {
        let u1 = (y23 * m.transpose().clamp(-0.6, 0.8)).sum();
        let u2 = pair(y23, pair(m.transpose(), k).component::<0>()).component::<1>().sum();
        u1 + select(m.transpose().less_than(y23), y23.sin(), k * y23).sum() +
            select(y23.at_least(k), m.transpose() * y23, m.transpose().cos()).sum() +
            (wave(m.transpose(), y23) + huber(y23 * m.transpose())).sum() + u2
    }

    pub fn at_of_expression_in_choices(x: [R; 3], y3: [R; 3], k) {
        let u1 = (wave((x * x.sin()).at::<2>(), y3) + huber(y3 * (x * x.sin()).at::<2>())).sum();
        (y3 * (x * x.sin()).at::<2>().clamp(-0.6, 0.8)).sum() +
            select((x * x.sin()).at::<2>().less_than(y3), y3.sin(), k * y3).sum() +
            select(y3.at_least(k), (x * x.sin()).at::<2>() * y3, (x * x.sin()).at::<2>().cos()).sum() + u1 +
            pair(y3, pair((x * x.sin()).at::<2>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn row_of_expression_in_choices(m: [[R; 2]; 3], k, y2: [R; 2]) {
        let u1 = select((m.sin() + k).at::<1>().less_than(y2), y2.sin(), k * y2).sum();
        (y2 * (m.sin() + k).at::<1>().clamp(-0.6, 0.8)).sum() + u1 +
            select(y2.at_least(k), (m.sin() + k).at::<1>() * y2, (m.sin() + k).at::<1>().cos()).sum() +
            (wave((m.sin() + k).at::<1>(), y2) + huber(y2 * (m.sin() + k).at::<1>())).sum() +
            pair(y2, pair((m.sin() + k).at::<1>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn window_of_expression_in_choices(k, x: [R; 3], y2: [R; 2]) {
        let u1 = select(y2.at_least(k), (k * x).window::<1, 2>() * y2, (k * x).window::<1, 2>().cos()).sum();
        let u2 = (wave((k * x).window::<1, 2>(), y2) + huber(y2 * (k * x).window::<1, 2>())).sum();
        (y2 * (k * x).window::<1, 2>().clamp(-0.6, 0.8)).sum() +
            select((k * x).window::<1, 2>().less_than(y2), y2.sin(), k * y2).sum() + u1 + u2 +
            pair(y2, pair((k * x).window::<1, 2>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn transpose_of_window_in_choices(m: [[R; 2]; 3], y22: [[R; 2]; 2], k) {
        let u1 = select(m.window::<1, 2>().transpose().less_than(y22), y22.sin(), k * y22).sum();
        let u2 = select(y22.at_least(k), m.window::<1, 2>().transpose() * y22, m.window::<1,
            2>().transpose().cos()).sum();
        (y22 * m.window::<1, 2>().transpose().clamp(-0.6, 0.8)).sum() + u1 + u2 +
            (wave(m.window::<1, 2>().transpose(), y22) + huber(y22 * m.window::<1, 2>().transpose())).sum() +
            pair(y22, pair(m.window::<1, 2>().transpose(), k).component::<0>()).component::<1>().sum()
    }

    pub fn stack_in_choices(x: [R; 3], k, y3: [R; 3]) {
        let u1 = (y3 * stack((x.at::<2>(), k * x.at::<0>(), k)).clamp(-0.6, 0.8)).sum();
        let u2 = select(y3.at_least(k), stack((x.at::<2>(), k * x.at::<0>(), k)) * y3,
            stack((x.at::<2>(), k * x.at::<0>(), k)).cos()).sum();
        let u3 = pair(y3, pair(stack((x.at::<2>(), k * x.at::<0>(), k)),
            k).component::<0>()).component::<1>().sum();
        u1 + select(stack((x.at::<2>(), k * x.at::<0>(), k)).less_than(y3), y3.sin(), k * y3).sum() + u2 +
            (wave(stack((x.at::<2>(), k * x.at::<0>(), k)), y3) +
            huber(y3 * stack((x.at::<2>(), k * x.at::<0>(), k)))).sum() + u3
    }

    pub fn at_of_stack_in_choices(k, x: [R; 3], y3: [R; 3]) {
        let u1 = (wave(stack((k, x.at::<2>().sin())).at::<1>(), y3) +
            huber(y3 * stack((k, x.at::<2>().sin())).at::<1>())).sum();
        (y3 * stack((k, x.at::<2>().sin())).at::<1>().clamp(-0.6, 0.8)).sum() +
            select(stack((k, x.at::<2>().sin())).at::<1>().less_than(y3), y3.sin(), k * y3).sum() +
            select(y3.at_least(k), stack((k, x.at::<2>().sin())).at::<1>() * y3,
            stack((k, x.at::<2>().sin())).at::<1>().cos()).sum() + u1 +
            pair(y3, pair(stack((k, x.at::<2>().sin())).at::<1>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn concat_in_choices(x: [R; 3], w: [R; 2], k, y5: [R; 5]) {
        let u1 = select(x.concat::<5, _>(w * k).less_than(y5), y5.sin(), k * y5).sum();
        (y5 * x.concat::<5, _>(w * k).clamp(-0.6, 0.8)).sum() + u1 +
            select(y5.at_least(k), x.concat::<5, _>(w * k) * y5, x.concat::<5, _>(w * k).cos()).sum() +
            (wave(x.concat::<5, _>(w * k), y5) + huber(y5 * x.concat::<5, _>(w * k))).sum() +
            pair(y5, pair(x.concat::<5, _>(w * k), k).component::<0>()).component::<1>().sum()
    }

    pub fn window_of_concat_in_choices(x: [R; 3], w: [R; 2], y2: [R; 2], k) {
        let u1 = (y2 * x.concat::<5, _>(w).window::<2, 2>().clamp(-0.6, 0.8)).sum();
        let u2 = select(x.concat::<5, _>(w).window::<2, 2>().less_than(y2), y2.sin(), k * y2).sum();
        u1 + u2 + select(y2.at_least(k), x.concat::<5, _>(w).window::<2, 2>() * y2, x.concat::<5,
            _>(w).window::<2, 2>().cos()).sum() +
            (wave(x.concat::<5, _>(w).window::<2, 2>(), y2) +
            huber(y2 * x.concat::<5, _>(w).window::<2, 2>())).sum() +
            pair(y2, pair(x.concat::<5, _>(w).window::<2, 2>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn concat_of_rows_in_choices(m: [[R; 2]; 3], y42: [[R; 2]; 4], k) {
        let u1 = select(m.concat::<4, _>(m.window::<0, 1>()).less_than(y42), y42.sin(), k * y42).sum();
        let u2 = select(y42.at_least(k), m.concat::<4, _>(m.window::<0, 1>()) * y42, m.concat::<4,
            _>(m.window::<0, 1>()).cos()).sum();
        (y42 * m.concat::<4, _>(m.window::<0, 1>()).clamp(-0.6, 0.8)).sum() + u1 + u2 +
            (wave(m.concat::<4, _>(m.window::<0, 1>()), y42) +
            huber(y42 * m.concat::<4, _>(m.window::<0, 1>()))).sum() +
            pair(y42, pair(m.concat::<4, _>(m.window::<0, 1>()), k).component::<0>()).component::<1>().sum()
    }

    pub fn outer_in_choices(x: [R; 3], w: [R; 2], y32: [[R; 2]; 3], k) {
        let u1 = select(x.outer(w).less_than(y32), y32.sin(), k * y32).sum();
        let u2 = select(y32.at_least(k), x.outer(w) * y32, x.outer(w).cos()).sum();
        (y32 * x.outer(w).clamp(-0.6, 0.8)).sum() + u1 + u2 +
            (wave(x.outer(w), y32) + huber(y32 * x.outer(w))).sum() +
            pair(y32, pair(x.outer(w), k).component::<0>()).component::<1>().sum()
    }

    pub fn column_of_outer_in_choices(x: [R; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = select(x.outer(w).column::<1>().less_than(y3), y3.sin(), k * y3).sum();
        (y3 * x.outer(w).column::<1>().clamp(-0.6, 0.8)).sum() + u1 +
            select(y3.at_least(k), x.outer(w).column::<1>() * y3, x.outer(w).column::<1>().cos()).sum() +
            (wave(x.outer(w).column::<1>(), y3) + huber(y3 * x.outer(w).column::<1>())).sum() +
            pair(y3, pair(x.outer(w).column::<1>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn at_at_of_outer_in_choices(x: [R; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = (y3 * x.outer(w).at::<2>().at::<0>().clamp(-0.6, 0.8)).sum();
        let u2 = select(x.outer(w).at::<2>().at::<0>().less_than(y3), y3.sin(), k * y3).sum();
        u1 + u2 + select(y3.at_least(k), x.outer(w).at::<2>().at::<0>() * y3,
            x.outer(w).at::<2>().at::<0>().cos()).sum() +
            (wave(x.outer(w).at::<2>().at::<0>(), y3) + huber(y3 * x.outer(w).at::<2>().at::<0>())).sum() +
            pair(y3, pair(x.outer(w).at::<2>().at::<0>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn product_with_vector_in_choices(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3], k) {
        let u1 = pair(y3, pair(m.dot(w), k).component::<0>()).component::<1>().sum();
        (y3 * m.dot(w).clamp(-0.6, 0.8)).sum() + select(m.dot(w).less_than(y3), y3.sin(), k * y3).sum() +
            select(y3.at_least(k), m.dot(w) * y3, m.dot(w).cos()).sum() +
            (wave(m.dot(w), y3) + huber(y3 * m.dot(w))).sum() + u1
    }

    pub fn window_of_sums_in_choices(x: [R; 3], y2: [R; 2], k) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2: [R; 3] = x.cumulative_sum();
        let u3: [R; 3] = x.cumulative_sum();
        let u4: [R; 3] = x.cumulative_sum();
        let u5: [R; 3] = x.cumulative_sum();
        (y2 * u1.window::<1, 2>().clamp(-0.6, 0.8)).sum() +
            select(u2.window::<1, 2>().less_than(y2), y2.sin(), k * y2).sum() +
            select(y2.at_least(k), u3.window::<1, 2>() * y2, u3.window::<1, 2>().cos()).sum() +
            (wave(u4.window::<1, 2>(), y2) + huber(y2 * u4.window::<1, 2>())).sum() +
            pair(y2, pair(u5.window::<1, 2>(), k).component::<0>()).component::<1>().sum()
    }

    pub fn at_of_softmax_in_choices(x: [R; 3], y3: [R; 3], k) {
        let u1: [R; 3] = x.softmax();
        let u2 = (y3 * u1.at::<1>().clamp(-0.6, 0.8)).sum();
        let u3: [R; 3] = x.softmax();
        let u4 = select(u3.at::<1>().less_than(y3), y3.sin(), k * y3).sum();
        let u5: [R; 3] = x.softmax();
        let u6: [R; 3] = x.softmax();
        let u7 = (wave(u6.at::<1>(), y3) + huber(y3 * u6.at::<1>())).sum();
        let u8: [R; 3] = x.softmax();
        let u9 = pair(y3, pair(u8.at::<1>(), k).component::<0>()).component::<1>().sum();
        u2 + u4 + select(y3.at_least(k), u5.at::<1>() * y3, u5.at::<1>().cos()).sum() + u7 + u9
    }

    pub fn mapped_view_in_choices(x: [R; 3], y2: [R; 2], k) {
        let u1 = select(y2.at_least(k), wave(x.at::<1>(), x.window::<0, 2>()) * y2,
            wave(x.at::<1>(), x.window::<0, 2>()).cos()).sum();
        (y2 * wave(x.at::<1>(), x.window::<0, 2>()).clamp(-0.6, 0.8)).sum() +
            select(wave(x.at::<1>(), x.window::<0, 2>()).less_than(y2), y2.sin(), k * y2).sum() + u1 +
            (wave(wave(x.at::<1>(), x.window::<0, 2>()), y2) +
            huber(y2 * wave(x.at::<1>(), x.window::<0, 2>()))).sum() +
            pair(y2, pair(wave(x.at::<1>(), x.window::<0, 2>()), k).component::<0>()).component::<1>().sum()
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += y3[i] * near.min(near.max(x[1], -0.6), 0.8); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += pair(y3[i], pair(x[1], k, near)[0], near)[1]; }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if near.less(x[1], y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += if !near.less(y3[i], k) { x[1] * y3[i] } else { x[1].cos() }; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += wave(x[1], y3[i], near) + huber(y3[i] * x[1], near); }
        vec![u1 + r3 + r4 + r5 + u2]
    }

    pub fn row_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y2, k) = (&inputs[0..6], &inputs[6..8], inputs[8]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += pair(y2[i], pair(m[i + 4], k, near)[0], near)[1]; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * near.min(near.max(m[i + 4], -0.6), 0.8); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += if near.less(m[i + 4], y2[i]) { y2[i].sin() } else { k * y2[i] }; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += if !near.less(y2[i], k) { m[i + 4] * y2[i] } else { m[i + 4].cos() }; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += wave(m[i + 4], y2[i], near) + huber(y2[i] * m[i + 4], near); }
        vec![r2 + r3 + r4 + r5 + u1]
    }

    pub fn level_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (t, y32, k) = (&inputs[0..12], &inputs[12..18], inputs[18]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += wave(t[i * 2 + j + 6], y32[i * 2 + j], near) + huber(y32[i * 2 + j] * t[i * 2 + j + 6], near); } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += y32[i * 2 + j] * near.min(near.max(t[i * 2 + j + 6], -0.6), 0.8); } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += if near.less(t[i * 2 + j + 6], y32[i * 2 + j]) { y32[i * 2 + j].sin() } else { k * y32[i * 2 + j] }; } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += if !near.less(y32[i * 2 + j], k) { t[i * 2 + j + 6] * y32[i * 2 + j] } else { t[i * 2 + j + 6].cos() }; } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += pair(y32[i * 2 + j], pair(t[i * 2 + j + 6], k, near)[0], near)[1]; } }
        vec![r2 + r3 + r4 + u1 + r5]
    }

    pub fn window_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += y2[i] * near.min(near.max(x[i + 1], -0.6), 0.8); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += if near.less(x[i + 1], y2[i]) { y2[i].sin() } else { k * y2[i] }; }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { r3 += if !near.less(y2[i], k) { x[i + 1] * y2[i] } else { x[i + 1].cos() }; }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..2 { r4 += wave(x[i + 1], y2[i], near) + huber(y2[i] * x[i + 1], near); }
        let u4 = r4;
        let mut r5 = 0.0;
        for i in 0..2 { r5 += pair(y2[i], pair(x[i + 1], k, near)[0], near)[1]; }
        vec![u1 + u2 + u3 + u4 + r5]
    }

    pub fn rows_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y22, k) = (&inputs[0..6], &inputs[6..10], inputs[10]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += y22[i * 2 + j] * near.min(near.max(m[i * 2 + j + 2], -0.6), 0.8); } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += if near.less(m[i * 2 + j + 2], y22[i * 2 + j]) { y22[i * 2 + j].sin() } else { k * y22[i * 2 + j] }; } }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += wave(m[i * 2 + j + 2], y22[i * 2 + j], near) + huber(y22[i * 2 + j] * m[i * 2 + j + 2], near); } }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += if !near.less(y22[i * 2 + j], k) { m[i * 2 + j + 2] * y22[i * 2 + j] } else { m[i * 2 + j + 2].cos() }; } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += pair(y22[i * 2 + j], pair(m[i * 2 + j + 2], k, near)[0], near)[1]; } }
        vec![u1 + u2 + r4 + u3 + r5]
    }

    pub fn column_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y3, k) = (&inputs[0..6], &inputs[6..9], inputs[9]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += if !near.less(y3[i], k) { m[i * 2 + 1] * y3[i] } else { m[i * 2 + 1].cos() }; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += wave(m[i * 2 + 1], y3[i], near) + huber(y3[i] * m[i * 2 + 1], near); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += pair(y3[i], pair(m[i * 2 + 1], k, near)[0], near)[1]; }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] * near.min(near.max(m[i * 2 + 1], -0.6), 0.8); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += if near.less(m[i * 2 + 1], y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        vec![r4 + r5 + u1 + u2 + u3]
    }

    pub fn transpose_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y23, k) = (&inputs[0..6], &inputs[6..12], inputs[12]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..3 { r1 += y23[i * 3 + j] * near.min(near.max(m[j * 2 + i], -0.6), 0.8); } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += pair(y23[i * 3 + j], pair(m[j * 2 + i], k, near)[0], near)[1]; } }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += if near.less(m[j * 2 + i], y23[i * 3 + j]) { y23[i * 3 + j].sin() } else { k * y23[i * 3 + j] }; } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += if !near.less(y23[i * 3 + j], k) { m[j * 2 + i] * y23[i * 3 + j] } else { m[j * 2 + i].cos() }; } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += wave(m[j * 2 + i], y23[i * 3 + j], near) + huber(y23[i * 3 + j] * m[j * 2 + i], near); } }
        vec![u1 + r3 + r4 + r5 + u2]
    }

    pub fn at_of_expression_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += wave(x[2] * x[2].sin(), y3[i], near) + huber(y3[i] * (x[2] * x[2].sin()), near); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * near.min(near.max(x[2] * x[2].sin(), -0.6), 0.8); }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if near.less(x[2] * x[2].sin(), y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += if !near.less(y3[i], k) { x[2] * x[2].sin() * y3[i] } else { (x[2] * x[2].sin()).cos() }; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += pair(y3[i], pair(x[2] * x[2].sin(), k, near)[0], near)[1]; }
        vec![r2 + r3 + r4 + u1 + r5]
    }

    pub fn row_of_expression_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, k, y2) = (&inputs[0..6], inputs[6], &inputs[7..9]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += if near.less(m[i + 2].sin() + k, y2[i]) { y2[i].sin() } else { k * y2[i] }; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * near.min(near.max(m[i + 2].sin() + k, -0.6), 0.8); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += if !near.less(y2[i], k) { (m[i + 2].sin() + k) * y2[i] } else { (m[i + 2].sin() + k).cos() }; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += wave(m[i + 2].sin() + k, y2[i], near) + huber(y2[i] * (m[i + 2].sin() + k), near); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += pair(y2[i], pair(m[i + 2].sin() + k, k, near)[0], near)[1]; }
        vec![r2 + u1 + r3 + r4 + r5]
    }

    pub fn window_of_expression_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (k, x, y2) = (inputs[0], &inputs[1..4], &inputs[4..6]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += if !near.less(y2[i], k) { k * x[i + 1] * y2[i] } else { (k * x[i + 1]).cos() }; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += wave(k * x[i + 1], y2[i], near) + huber(y2[i] * (k * x[i + 1]), near); }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { r3 += y2[i] * near.min(near.max(k * x[i + 1], -0.6), 0.8); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += if near.less(k * x[i + 1], y2[i]) { y2[i].sin() } else { k * y2[i] }; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += pair(y2[i], pair(k * x[i + 1], k, near)[0], near)[1]; }
        vec![r3 + r4 + u1 + u2 + r5]
    }

    pub fn transpose_of_window_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y22, k) = (&inputs[0..6], &inputs[6..10], inputs[10]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += if near.less(m[j * 2 + i + 2], y22[i * 2 + j]) { y22[i * 2 + j].sin() } else { k * y22[i * 2 + j] }; } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += if !near.less(y22[i * 2 + j], k) { m[j * 2 + i + 2] * y22[i * 2 + j] } else { m[j * 2 + i + 2].cos() }; } }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += y22[i * 2 + j] * near.min(near.max(m[j * 2 + i + 2], -0.6), 0.8); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += wave(m[j * 2 + i + 2], y22[i * 2 + j], near) + huber(y22[i * 2 + j] * m[j * 2 + i + 2], near); } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += pair(y22[i * 2 + j], pair(m[j * 2 + i + 2], k, near)[0], near)[1]; } }
        vec![r3 + u1 + u2 + r4 + r5]
    }

    pub fn stack_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += y3[i] * near.min(near.max([x[2], k * x[0], k][i], -0.6), 0.8); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += if !near.less(y3[i], k) { [x[2], k * x[0], k][i] * y3[i] } else { [x[2], k * x[0], k][i].cos() }; }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += pair(y3[i], pair([x[2], k * x[0], k][i], k, near)[0], near)[1]; }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..3 { r4 += if near.less([x[2], k * x[0], k][i], y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += wave([x[2], k * x[0], k][i], y3[i], near) + huber(y3[i] * [x[2], k * x[0], k][i], near); }
        vec![u1 + r4 + u2 + r5 + u3]
    }

    pub fn at_of_stack_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (k, x, y3) = (inputs[0], &inputs[1..4], &inputs[4..7]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += wave(x[2].sin(), y3[i], near) + huber(y3[i] * x[2].sin(), near); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * near.min(near.max(x[2].sin(), -0.6), 0.8); }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if near.less(x[2].sin(), y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += if !near.less(y3[i], k) { x[2].sin() * y3[i] } else { x[2].sin().cos() }; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += pair(y3[i], pair(x[2].sin(), k, near)[0], near)[1]; }
        vec![r2 + r3 + r4 + u1 + r5]
    }

    pub fn concat_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, k, y5) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11]);
        let mut r1 = 0.0;
        for i in 0..5 { r1 += if near.less(if i < 3 { x[i] } else { w[i - 3] * k }, y5[i]) { y5[i].sin() } else { k * y5[i] }; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..5 { r2 += y5[i] * near.min(near.max(if i < 3 { x[i] } else { w[i - 3] * k }, -0.6), 0.8); }
        let mut r3 = 0.0;
        for i in 0..5 { r3 += if !near.less(y5[i], k) { (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i] } else { (if i < 3 { x[i] } else { w[i - 3] * k }).cos() }; }
        let mut r4 = 0.0;
        for i in 0..5 { r4 += wave(if i < 3 { x[i] } else { w[i - 3] * k }, y5[i], near) + huber(y5[i] * (if i < 3 { x[i] } else { w[i - 3] * k }), near); }
        let mut r5 = 0.0;
        for i in 0..5 { r5 += pair(y5[i], pair(if i < 3 { x[i] } else { w[i - 3] * k }, k, near)[0], near)[1]; }
        vec![r2 + u1 + r3 + r4 + r5]
    }

    pub fn window_of_concat_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y2, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..7], inputs[7]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += y2[i] * near.min(near.max(if i + 2 < 3 { x[i + 2] } else { w[i - 1] }, -0.6), 0.8); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += if near.less(if i + 2 < 3 { x[i + 2] } else { w[i - 1] }, y2[i]) { y2[i].sin() } else { k * y2[i] }; }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..2 { r3 += if !near.less(y2[i], k) { (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i] } else { (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).cos() }; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += wave(if i + 2 < 3 { x[i + 2] } else { w[i - 1] }, y2[i], near) + huber(y2[i] * (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }), near); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += pair(y2[i], pair(if i + 2 < 3 { x[i + 2] } else { w[i - 1] }, k, near)[0], near)[1]; }
        vec![u1 + u2 + r3 + r4 + r5]
    }

    pub fn concat_of_rows_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, y42, k) = (&inputs[0..6], &inputs[6..14], inputs[14]);
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..2 { r1 += if near.less(if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }, y42[i * 2 + j]) { y42[i * 2 + j].sin() } else { k * y42[i * 2 + j] }; } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..2 { r2 += if !near.less(y42[i * 2 + j], k) { (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * y42[i * 2 + j] } else { (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).cos() }; } }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..2 { r3 += y42[i * 2 + j] * near.min(near.max(if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }, -0.6), 0.8); } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..2 { r4 += wave(if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }, y42[i * 2 + j], near) + huber(y42[i * 2 + j] * (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }), near); } }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += pair(y42[i * 2 + j], pair(if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }, k, near)[0], near)[1]; } }
        vec![r3 + u1 + u2 + r4 + r5]
    }

    pub fn outer_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y32, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..11], inputs[11]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += if near.less(x[i] * w[j], y32[i * 2 + j]) { y32[i * 2 + j].sin() } else { k * y32[i * 2 + j] }; } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += if !near.less(y32[i * 2 + j], k) { x[i] * w[j] * y32[i * 2 + j] } else { (x[i] * w[j]).cos() }; } }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += y32[i * 2 + j] * near.min(near.max(x[i] * w[j], -0.6), 0.8); } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += wave(x[i] * w[j], y32[i * 2 + j], near) + huber(y32[i * 2 + j] * (x[i] * w[j]), near); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += pair(y32[i * 2 + j], pair(x[i] * w[j], k, near)[0], near)[1]; } }
        vec![r3 + u1 + u2 + r4 + r5]
    }

    pub fn column_of_outer_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y3, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += if near.less(x[i] * w[1], y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * near.min(near.max(x[i] * w[1], -0.6), 0.8); }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if !near.less(y3[i], k) { x[i] * w[1] * y3[i] } else { (x[i] * w[1]).cos() }; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += wave(x[i] * w[1], y3[i], near) + huber(y3[i] * (x[i] * w[1]), near); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += pair(y3[i], pair(x[i] * w[1], k, near)[0], near)[1]; }
        vec![r2 + u1 + r3 + r4 + r5]
    }

    pub fn at_at_of_outer_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, y3, k) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], inputs[8]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += y3[i] * near.min(near.max(x[2] * w[0], -0.6), 0.8); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += if near.less(x[2] * w[0], y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        let u2 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if !near.less(y3[i], k) { x[2] * w[0] * y3[i] } else { (x[2] * w[0]).cos() }; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += wave(x[2] * w[0], y3[i], near) + huber(y3[i] * (x[2] * w[0]), near); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += pair(y3[i], pair(x[2] * w[0], k, near)[0], near)[1]; }
        vec![u1 + u2 + r3 + r4 + r5]
    }

    pub fn product_with_vector_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (m, w, y3, k) = (&inputs[0..6], &inputs[6..8], &inputs[8..11], inputs[11]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += pair(y3[i], pair((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), k, near)[0], near)[1]; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * near.min(near.max((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), -0.6), 0.8); }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if near.less((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += if !near.less(y3[i], k) { (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i] } else { (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().cos() }; }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += wave((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), y3[i], near) + huber(y3[i] * (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), near); }
        vec![r2 + r3 + r4 + r5 + u1]
    }

    pub fn window_of_sums_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
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
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        cumulative_sum(&mut u5);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += y2[i] * near.min(near.max(u1[i + 1], -0.6), 0.8); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += if near.less(u2[i + 1], y2[i]) { y2[i].sin() } else { k * y2[i] }; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += if !near.less(y2[i], k) { u3[i + 1] * y2[i] } else { u3[i + 1].cos() }; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += wave(u4[i + 1], y2[i], near) + huber(y2[i] * u4[i + 1], near); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += pair(y2[i], pair(u5[i + 1], k, near)[0], near)[1]; }
        vec![r1 + r2 + r3 + r4 + r5]
    }

    pub fn at_of_softmax_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y3, k) = (&inputs[0..3], &inputs[3..6], inputs[6]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += y3[i] * near.min(near.max(u1[1], -0.6), 0.8); }
        let u2 = r1;
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        softmax(&mut u3);
        let mut r2 = 0.0;
        for i in 0..3 { r2 += if near.less(u3[1], y3[i]) { y3[i].sin() } else { k * y3[i] }; }
        let u4 = r2;
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        softmax(&mut u5);
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = x[i]; }
        softmax(&mut u6);
        let mut r3 = 0.0;
        for i in 0..3 { r3 += wave(u6[1], y3[i], near) + huber(y3[i] * u6[1], near); }
        let u7 = r3;
        let mut u8 = [0.0; 3];
        for i in 0..3 { u8[i] = x[i]; }
        softmax(&mut u8);
        let mut r4 = 0.0;
        for i in 0..3 { r4 += pair(y3[i], pair(u8[1], k, near)[0], near)[1]; }
        let u9 = r4;
        let mut r5 = 0.0;
        for i in 0..3 { r5 += if !near.less(y3[i], k) { u5[1] * y3[i] } else { u5[1].cos() }; }
        vec![u2 + u4 + r5 + u7 + u9]
    }

    pub fn mapped_view_in_choices(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += if !near.less(y2[i], k) { wave(x[1], x[i], near) * y2[i] } else { wave(x[1], x[i], near).cos() }; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * near.min(near.max(wave(x[1], x[i], near), -0.6), 0.8); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += if near.less(wave(x[1], x[i], near), y2[i]) { y2[i].sin() } else { k * y2[i] }; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += wave(wave(x[1], x[i], near), y2[i], near) + huber(y2[i] * wave(x[1], x[i], near), near); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += pair(y2[i], pair(wave(x[1], x[i], near), k, near)[0], near)[1]; }
        vec![r2 + r3 + u1 + r4 + r5]
    }
}

crate::programs! {
    Real at_in_choices as at_in_choices with product;
    Real row_in_choices as row_in_choices with sides;
    Real level_in_choices as level_in_choices;
    Real window_in_choices as window_in_choices with tape;
    Real rows_in_choices as rows_in_choices with product;
    Real column_in_choices as column_in_choices with single;
    Real transpose_in_choices as transpose_in_choices;
    Real at_of_expression_in_choices as at_of_expression_in_choices with series;
    Real row_of_expression_in_choices as row_of_expression_in_choices with product;
    Real window_of_expression_in_choices as window_of_expression_in_choices with sides;
    Real transpose_of_window_in_choices as transpose_of_window_in_choices;
    Real stack_in_choices as stack_in_choices with tape;
    Real at_of_stack_in_choices as at_of_stack_in_choices with product;
    Real concat_in_choices as concat_in_choices with single;
    Real window_of_concat_in_choices as window_of_concat_in_choices;
    Real concat_of_rows_in_choices as concat_of_rows_in_choices with series;
    Real outer_in_choices as outer_in_choices with product;
    Real column_of_outer_in_choices as column_of_outer_in_choices with sides;
    Real at_at_of_outer_in_choices as at_at_of_outer_in_choices;
    Real product_with_vector_in_choices as product_with_vector_in_choices with tape;
    Real window_of_sums_in_choices as window_of_sums_in_choices with product;
    Real at_of_softmax_in_choices as at_of_softmax_in_choices with single;
    Real mapped_view_in_choices as mapped_view_in_choices;
}
