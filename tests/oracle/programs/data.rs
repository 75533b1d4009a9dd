//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_of_data(y3: [R; 3], k; x: [R; 3]) {
        let u1: [R; 3] = (x.at::<1>() * y3).log_softmax();
        (x.at::<1>().sin() * y3).sum() + (x.at::<1>() * y3).mean() * (x.at::<1>().sin() + y3).mean().cos() +
            (u1 * y3).sum()
    }

    pub fn row_of_data(y2: [R; 2], k, y22: [[R; 2]; 2]; m: [[R; 2]; 3]) {
        let u1: [R; 2] = m.at::<2>();
        let u2: [R; 2] = affine(y22, y2, u1);
        ((2 - m.at::<2>()) * (m.at::<2>() * 0.5 + y2)).sum() + m.at::<2>().norm_squared() *
            (m.at::<2>().sin() + y2).norm_squared().cos() + (energy(u1, k) + weighted(u1, y2, k) + u2.sum())
    }

    pub fn level_beside_data(t: [[[R; 2]; 3]; 2], k; d, y32: [[R; 2]; 3]) {
        let u1 = select(t.at::<1>().less_than(y32), y32.sin(), k * y32).sum();
        let u2 = t.at::<1>().log_sum_exp() * (t.at::<1>().sin() + y32).log_sum_exp().cos();
        let u3: [[R; 2]; 3] = scan(driven, t.at::<1>().at::<2>().at::<1>() * 0.5, (y32, t.at::<1>()));
        (u1 + u2 + (u3.sin() * y32).sum()) * d
    }

    pub fn at_at_of_data(y3: [R; 3], k, y2: [R; 2], y23: [[R; 3]; 2]; m: [[R; 2]; 3]) {
        let u1 = pair(y3, pair(m.at::<2>().at::<1>(), k).component::<0>()).component::<1>().sum();
        let u2 = m.at::<2>().at::<1>();
        let u3: [R; 3] = (u2 + y3) * m.at::<2>().at::<1>().cos();
        let u4 = (u2 * u3).sum() + u2 * u2;
        u1 + ((m.at::<2>().at::<1>() * y3).outer(y2).sin().sum() +
            (y23 * y2.cos().outer(m.at::<2>().at::<1>() * y3)).sum()) + u4
    }

    pub fn window_of_data(y2: [R; 2], k; x: [R; 3]) {
        let u1: [R; 2] = x.window::<1, 2>().cumulative_sum();
        let u2 = (x.window::<1, 2>() - y2 * k).sum();
        x.window::<1, 2>().product() * (x.window::<1, 2>().sin() + y2).product().cos() + (u1 * y2).sum() + u2
    }

    pub fn rows_beside_data(m: [[R; 2]; 3], k; d, y22: [[R; 2]; 2]) {
        let u1 = m.window::<1, 2>().minimum() * (m.window::<1, 2>().sin() + y22).minimum().cos();
        let u2 = fold(step, 0.3, (m.window::<1, 2>() * y22,)) * k +
            fold(driven, m.window::<1, 2>().at::<1>().at::<1>(), (y22, m.window::<1, 2>()));
        let u3 = (m.window::<1, 2>().mul_add(y22, k) + y22.mul_add(k, m.window::<1, 2>())).sum();
        (u1 + u2 + u3) * d
    }

    pub fn column_of_data(y3: [R; 3], k; m: [[R; 2]; 3]) {
        let u1 = (stack((m.column::<1>().at::<2>(), k * m.column::<1>().at::<2>(), m.column::<1>().sum())) *
            y3).sum();
        let u2 = select(y3.at_least(k), m.column::<1>() * y3, m.column::<1>().cos()).sum();
        m.column::<1>().dot(y3.sin()) + (y3 * y3).dot(m.column::<1>().cos()) + u1 + u2
    }

    pub fn transpose_of_data(y23: [[R; 3]; 2], k; m: [[R; 2]; 3]) {
        let u1: [[R; 3]; 2] = m.transpose().softmax();
        (u1 * y23).sum() + (m.transpose().at::<1>().at::<2>().tanh() * k +
            (1.5 - m.transpose().at::<1>().at::<2>() * m.transpose().sum())) + m.transpose().sum() *
            (m.transpose().sin() + y23).sum().cos()
    }

    pub fn at_of_expression_beside_data(x: [R; 3], k; d, y3: [R; 3]) {
        let u1 = ((x * x.sin()).at::<2>() * y3).norm() * ((x * x.sin()).at::<2>().sin() + y3).norm().cos();
        (((x * x.sin()).at::<2>().sin() * y3).window::<1, 2>().sum() +
            ((x * x.sin()).at::<2>().sin() * y3).at::<2>() + (y3 / (2 + (x * x.sin()).at::<2>().cos())).sum() +
            u1) * d
    }

    pub fn row_of_expression_of_data(k, y2: [R; 2]; m: [[R; 2]; 3]) {
        let u1 = fold(step, 0.3, ((m.sin() + k).at::<1>() * y2,)).checkpointed() * k +
            fold(driven, (m.sin() + k).at::<1>().at::<1>(), (y2, (m.sin() + k).at::<1>())).checkpointed();
        let u2 = (y2 * (m.sin() + k).at::<1>().clamp(-0.6, 0.8)).sum();
        let u3 = (m.sin() + k).at::<1>().maximum() * ((m.sin() + k).at::<1>().sin() + y2).maximum().cos();
        u1 + u2 + u3
    }

    pub fn window_of_expression_of_data(k, y2: [R; 2], y22: [[R; 2]; 2]; x: [R; 3]) {
        let u1: [R; 4] = ((k * x).window::<1, 2>() * y2).concat::<4, _>(y2 - (k * x).window::<1, 2>());
        let u2 = ((k * x).window::<1, 2>() * y2).concat::<4, _>(y2 - (k * x).window::<1, 2>()).norm() +
            (u1 * ((k * x).window::<1, 2>() * y2).concat::<4, _>(y2 - (k * x).window::<1, 2>())).sum();
        let u3: [R; 2] = (k * x).window::<1, 2>();
        let u4: [R; 2] = u3.dot(y22);
        let u5 = u4.sin().sum() + (y22.dot(u3) * y2).sum();
        u2 + (wave((k * x).window::<1, 2>(), y2) + huber(y2 * (k * x).window::<1, 2>())).sum() + u5
    }

    pub fn column_of_expression_beside_data(m: [[R; 2]; 3], k; d, y3: [R; 3]) {
        let u1 = ((m.cos() - k).column::<0>().sin() * y3).sum();
        let u2 = (m.cos() - k).column::<0>().mean() * ((m.cos() - k).column::<0>().sin() + y3).mean().cos();
        let u3: [R; 3] = (m.cos() - k).column::<0>().log_softmax();
        (u1 + u2 + (u3 * y3).sum()) * d
    }

    pub fn transpose_of_expression_of_data(k, y23: [[R; 3]; 2], y3: [R; 3], y32: [[R; 2]; 3]; m: [[R; 2]; 3]) {
        let u1: [[R; 3]; 2] = (m * k).transpose();
        let u2: [R; 3] = u1.at::<1>();
        let u3: [[R; 2]; 3] = turned(u1);
        ((2 - (m * k).transpose()) * ((m * k).transpose() * 0.5 + y23)).sum() +
            (m * k).transpose().norm_squared() * ((m * k).transpose().sin() + y23).norm_squared().cos() +
            (energy(u2, k) + weighted(u2, y3, k) + (u3 * y32).sum())
    }

    pub fn column_of_transpose_of_data(y2: [R; 2], k; m: [[R; 2]; 3]) {
        let u1: [R; 2] = scan(driven, m.transpose().column::<2>().at::<1>() * 0.5,
            (y2, m.transpose().column::<2>()));
        select(m.transpose().column::<2>().less_than(y2), y2.sin(), k * y2).sum() +
            m.transpose().column::<2>().log_sum_exp() *
            (m.transpose().column::<2>().sin() + y2).log_sum_exp().cos() + (u1.sin() * y2).sum()
    }

    pub fn row_of_transpose_beside_data(m: [[R; 2]; 3], k, y23: [[R; 3]; 2]; d, y3: [R; 3], y2: [R; 2]) {
        let u1 = m.transpose().at::<1>().outer(y2).sin().sum() +
            (y23 * y2.cos().outer(m.transpose().at::<1>())).sum();
        let u2: [R; 3] = m.transpose().at::<1>();
        let u3: [R; 3] = (u2 + y3) * m.transpose().at::<1>().cos();
        let u4 = (u2 * u3).sum() + (u2 * u2).at::<2>();
        (pair(y3, pair(m.transpose().at::<1>(), k).component::<0>()).component::<1>().sum() + u1 + u4) * d
    }

    pub fn transpose_of_window_of_data(y22: [[R; 2]; 2], k; m: [[R; 2]; 3]) {
        let u1 = m.window::<1, 2>().transpose().product() *
            (m.window::<1, 2>().transpose().sin() + y22).product().cos();
        let u2: [[R; 2]; 2] = m.window::<1, 2>().transpose().cumulative_sum();
        let u3 = (u2 * y22).sum();
        u1 + u3 + (m.window::<1, 2>().transpose() - y22 * k).sum()
    }

    pub fn at_of_column_of_data(y3: [R; 3], k; m: [[R; 2]; 3]) {
        let u1 = fold(step, 0.3, (m.column::<0>().at::<2>() * y3,)) * k +
            fold(driven, m.column::<0>().at::<2>(), (y3, m.column::<0>().at::<2>()));
        let u2 = (m.column::<0>().at::<2>().mul_add(y3, k) + y3.mul_add(k, m.column::<0>().at::<2>())).sum();
        (m.column::<0>().at::<2>() * y3).minimum() * (m.column::<0>().at::<2>().sin() + y3).minimum().cos() +
            u1 + u2
    }

    pub fn column_of_level_beside_data(t: [[[R; 2]; 3]; 2], k; d, y3: [R; 3]) {
        let u1 = t.at::<1>().column::<1>().dot(y3.sin()) + (y3 * y3).dot(t.at::<1>().column::<1>().cos());
        let u2 = (stack((t.at::<1>().column::<1>().at::<2>(), k * t.at::<1>().column::<1>().at::<2>(),
            t.at::<1>().column::<1>().sum())) * y3).sum();
        (u1 + u2 + select(y3.at_least(k), t.at::<1>().column::<1>() * y3,
            t.at::<1>().column::<1>().cos()).sum()) * d
    }

    pub fn stack_of_data(k, y3: [R; 3]; x: [R; 3]) {
        let u1: [R; 3] = stack((x.at::<2>(), k * x.at::<0>(), k)).softmax();
        let u2 = (u1 * y3).sum();
        let u3 = stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>().tanh() * k +
            (1.5 - stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>() *
            stack((x.at::<2>(), k * x.at::<0>(), k)).sum());
        u2 + u3 + stack((x.at::<2>(), k * x.at::<0>(), k)).sum() *
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() + y3).sum().cos()
    }

    pub fn at_of_stack_of_data(k, y3: [R; 3]; x: [R; 3]) {
        let u1 = (y3 / (2 + stack((k, x.at::<2>().sin())).at::<1>().cos())).sum();
        (stack((k, x.at::<2>().sin())).at::<1>().sin() * y3).window::<1, 2>().sum() +
            (stack((k, x.at::<2>().sin())).at::<1>().sin() * y3).at::<2>() + u1 +
            (stack((k, x.at::<2>().sin())).at::<1>() * y3).norm() *
            (stack((k, x.at::<2>().sin())).at::<1>().sin() + y3).norm().cos()
    }

    pub fn concat_beside_data(x: [R; 3], w: [R; 2], k; d, y5: [R; 5]) {
        (fold(step, 0.3, (x.concat::<5, _>(w * k) * y5,)).checkpointed() * k +
            fold(driven, x.concat::<5, _>(w * k).at::<4>(), (y5, x.concat::<5, _>(w * k))).checkpointed() +
            (y5 * x.concat::<5, _>(w * k).clamp(-0.6, 0.8)).sum() + x.concat::<5, _>(w * k).maximum() *
            (x.concat::<5, _>(w * k).sin() + y5).maximum().cos()) * d
    }

    pub fn window_of_concat_of_data(y2: [R; 2], k, y22: [[R; 2]; 2]; x: [R; 3], w: [R; 2]) {
        let u1: [R; 4] = (x.concat::<5, _>(w).window::<2, 2>() * y2).concat::<4,
            _>(y2 - x.concat::<5, _>(w).window::<2, 2>());
        let u2: [R; 2] = x.concat::<5, _>(w).window::<2, 2>();
        let u3: [R; 2] = u2.dot(y22);
        (x.concat::<5, _>(w).window::<2, 2>() * y2).concat::<4,
            _>(y2 - x.concat::<5, _>(w).window::<2, 2>()).norm() +
            (u1 * (x.concat::<5, _>(w).window::<2, 2>() * y2).concat::<4,
            _>(y2 - x.concat::<5, _>(w).window::<2, 2>())).sum() +
            (wave(x.concat::<5, _>(w).window::<2, 2>(), y2) +
            huber(y2 * x.concat::<5, _>(w).window::<2, 2>())).sum() + (u3.sin().sum() + (y22.dot(u2) * y2).sum())
    }

    pub fn at_of_concat_of_data(y3: [R; 3], k; x: [R; 3], w: [R; 2]) {
        let u1: [R; 3] = (x.concat::<5, _>(w).at::<3>() * y3).log_softmax();
        (x.concat::<5, _>(w).at::<3>().sin() * y3).sum() + (x.concat::<5, _>(w).at::<3>() * y3).mean() *
            (x.concat::<5, _>(w).at::<3>().sin() + y3).mean().cos() + (u1 * y3).sum()
    }

    pub fn concat_of_rows_beside_data(m: [[R; 2]; 3], y42: [[R; 2]; 4], k, y24: [[R; 4]; 2]; d, y2: [R; 2]) {
        let u1 = ((2 - m.concat::<4, _>(m.window::<0, 1>())) *
            (m.concat::<4, _>(m.window::<0, 1>()) * 0.5 + y42)).sum();
        let u2: [[R; 2]; 4] = m.concat::<4, _>(m.window::<0, 1>());
        let u3: [R; 2] = u2.at::<1>();
        let u4: [[R; 4]; 2] = turned(u2);
        (u1 + m.concat::<4, _>(m.window::<0, 1>()).norm_squared() *
            (m.concat::<4, _>(m.window::<0, 1>()).sin() + y42).norm_squared().cos() +
            (energy(u3, k) + weighted(u3, y2, k) + (u4 * y24).sum())) * d
    }

    pub fn outer_of_data(y32: [[R; 2]; 3], k; x: [R; 3], w: [R; 2]) {
        let u1 = select(x.outer(w).less_than(y32), y32.sin(), k * y32).sum();
        let u2: [[R; 2]; 3] = scan(driven, x.outer(w).at::<2>().at::<1>() * 0.5, (y32, x.outer(w)));
        u1 + x.outer(w).log_sum_exp() * (x.outer(w).sin() + y32).log_sum_exp().cos() + (u2.sin() * y32).sum()
    }

    pub fn column_of_outer_of_data(y3: [R; 3], k, y2: [R; 2], y23: [[R; 3]; 2]; x: [R; 3], w: [R; 2]) {
        let u1 = pair(y3, pair(x.outer(w).column::<1>(), k).component::<0>()).component::<1>().sum();
        let u2: [R; 3] = x.outer(w).column::<1>();
        let u3: [R; 3] = (u2 + y3) * x.outer(w).column::<1>().cos();
        u1 + (x.outer(w).column::<1>().outer(y2).sin().sum() +
            (y23 * y2.cos().outer(x.outer(w).column::<1>())).sum()) + ((u2 * u3).sum() + (u2 * u2).at::<2>())
    }

    pub fn at_at_of_outer_beside_data(x: [R; 3], w: [R; 2], k; d, y3: [R; 3]) {
        let u1 = (x.outer(w).at::<2>().at::<0>() * y3).product() *
            (x.outer(w).at::<2>().at::<0>().sin() + y3).product().cos();
        let u2: [R; 3] = (x.outer(w).at::<2>().at::<0>() * y3).cumulative_sum();
        (u1 + (u2 * y3).sum() + (x.outer(w).at::<2>().at::<0>() - y3 * k).sum()) * d
    }

    pub fn product_with_vector_of_data(y3: [R; 3], k; m: [[R; 2]; 3], w: [R; 2]) {
        let u1 = (m.dot(w).mul_add(y3, k) + y3.mul_add(k, m.dot(w))).sum();
        m.dot(w).minimum() * (m.dot(w).sin() + y3).minimum().cos() +
            (fold(step, 0.3, (m.dot(w) * y3,)) * k + fold(driven, m.dot(w).at::<2>(), (y3, m.dot(w)))) + u1
    }

    pub fn at_of_product_of_data(y3: [R; 3], k; m: [[R; 2]; 3], w: [R; 2]) {
        let u1 = (stack((m.dot(w).at::<2>(), k * m.dot(w).at::<2>(), (m.dot(w).at::<2>() * y3).sum())) *
            y3).sum();
        (m.dot(w).at::<2>() * y3).dot(y3.sin()) + (y3 * y3).dot((m.dot(w).at::<2>() * y3).cos()) + u1 +
            select(y3.at_least(k), m.dot(w).at::<2>() * y3, m.dot(w).at::<2>().cos()).sum()
    }

    pub fn window_of_sums_beside_data(x: [R; 3], k; d, y2: [R; 2]) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2: [R; 2] = u1.window::<1, 2>().softmax();
        let u3: [R; 3] = x.cumulative_sum();
        let u4: [R; 3] = x.cumulative_sum();
        ((u2 * y2).sum() + (u3.window::<1, 2>().at::<1>().tanh() * k +
            (1.5 - u3.window::<1, 2>().at::<1>() * u3.window::<1, 2>().sum())) + u4.window::<1, 2>().sum() *
            (u4.window::<1, 2>().sin() + y2).sum().cos()) * d
    }

    pub fn at_of_softmax_of_data(y3: [R; 3], k; x: [R; 3]) {
        let u1: [R; 3] = x.softmax();
        let u2: [R; 3] = x.softmax();
        let u3: [R; 3] = x.softmax();
        let u4 = (u3.at::<1>() * y3).norm() * (u3.at::<1>().sin() + y3).norm().cos();
        (u1.at::<1>().sin() * y3).window::<1, 2>().sum() + (u1.at::<1>().sin() * y3).at::<2>() +
            (y3 / (2 + u2.at::<1>().cos())).sum() + u4
    }

    pub fn mapped_view_of_data(y2: [R; 2], k; x: [R; 3]) {
        let u1 = (y2 * wave(x.at::<1>(), x.window::<0, 2>()).clamp(-0.6, 0.8)).sum();
        fold(step, 0.3, (wave(x.at::<1>(), x.window::<0, 2>()) * y2,)).checkpointed() * k +
            fold(driven, wave(x.at::<1>(), x.window::<0, 2>()).at::<1>(),
            (y2, wave(x.at::<1>(), x.window::<0, 2>()))).checkpointed() + u1 +
            wave(x.at::<1>(), x.window::<0, 2>()).maximum() *
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() + y2).maximum().cos()
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (y3, _) = (&inputs[0..3], inputs[3]);
        let x = &data[0..3];
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[1] * y3[i]; }
        log_softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[1].sin() * y3[i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += x[1] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x[1].sin() + y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u1[i] * y3[i]; }
        vec![r1 + r2 / 3.0 * (r3 / 3.0).cos() + r4]
    }

    pub fn row_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (y2, k, y22) = (&inputs[0..2], inputs[2], &inputs[3..7]);
        let m = &data[0..6];
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = m[i + 4]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() + y2[i]).tanh(); }
        let u2 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += (2.0 - m[i + 4]) * (m[i + 4] * 0.5 + y2[i]); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += square(m[i + 4]); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += square(m[i + 4].sin() + y2[i]); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += k * u1[i].sin() * u1[0]; }
        let mut s6 = [0.0; 2];
        for i in 0..2 { s6[i] = square(u1[i] - k * y2[i]); }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += s6[i] * y2[1]; }
        let mut r8 = 0.0;
        for i in 0..2 { r8 += u2[i]; }
        vec![r2 + r3 * r4.cos() + (r5 + r7 / 2.0 + r8)]
    }

    pub fn level_beside_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (t, k) = (&inputs[0..12], inputs[12]);
        let (d, y32) = (data[0], &data[1..7]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += if near.less(t[i * 2 + j + 6], y32[i * 2 + j]) { y32[i * 2 + j].sin() } else { k * y32[i * 2 + j] }; } }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += t[i * 2 + j + 6].exp(); } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += (t[i * 2 + j + 6].sin() + y32[i * 2 + j]).exp(); } }
        let u2 = r2.ln() * r3.ln().cos();
        let mut h4 = t[11] * 0.5;
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { h4 = driven(h4, y32[i * 2 + j], t[i * 2 + j + 6], near); u3[i * 2 + j] = h4; } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += u3[i * 2 + j].sin() * y32[i * 2 + j]; } }
        vec![(u1 + u2 + r5) * d]
    }

    pub fn at_at_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y3, k, y2, y23) = (&inputs[0..3], inputs[3], &inputs[4..6], &inputs[6..12]);
        let m = &data[0..6];
        let mut r1 = 0.0;
        for i in 0..3 { r1 += pair(y3[i], pair(m[5], k, near)[0], near)[1]; }
        let u1 = r1;
        let u2 = m[5];
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = (u2 + y3[i]) * m[5].cos(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u2 * u3[i]; }
        let u4 = r2 + u2 * u2;
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += ((m[5] * y3[i]) * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += y23[i * 3 + j] * (y2[i].cos() * (m[5] * y3[j])); } }
        vec![u1 + (r3 + r4) + u4]
    }

    pub fn window_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (y2, k) = (&inputs[0..2], inputs[2]);
        let x = &data[0..3];
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = x[i + 1]; }
        cumulative_sum(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += x[i + 1] - y2[i] * k; }
        let u2 = r1;
        let mut r2 = 1.0;
        for i in 0..2 { r2 *= x[i + 1]; }
        let mut r3 = 1.0;
        for i in 0..2 { r3 *= x[i + 1].sin() + y2[i]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u1[i] * y2[i]; }
        vec![r2 * r3.cos() + r4 + u2]
    }

    pub fn rows_beside_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (m, k) = (&inputs[0..6], inputs[6]);
        let (d, y22) = (data[0], &data[1..5]);
        let mut r1 = f64::INFINITY;
        for i in 0..2 { for j in 0..2 { r1 = near.min(r1, m[i * 2 + j + 2]); } }
        let mut r2 = f64::INFINITY;
        for i in 0..2 { for j in 0..2 { r2 = near.min(r2, m[i * 2 + j + 2].sin() + y22[i * 2 + j]); } }
        let u1 = r1 * r2.cos();
        let mut h3 = 0.3;
        for i in 0..2 { for j in 0..2 { h3 = step(h3, m[i * 2 + j + 2] * y22[i * 2 + j], near); } }
        let mut h4 = m[5];
        for i in 0..2 { for j in 0..2 { h4 = driven(h4, y22[i * 2 + j], m[i * 2 + j + 2], near); } }
        let u2 = h3 * k + h4;
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += m[i * 2 + j + 2] * y22[i * 2 + j] + k + (y22[i * 2 + j] * k + m[i * 2 + j + 2]); } }
        let u3 = r5;
        vec![(u1 + u2 + u3) * d]
    }

    pub fn column_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y3, k) = (&inputs[0..3], inputs[3]);
        let m = &data[0..6];
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += m[i * 2 + 1]; }
        for i in 0..3 { r1 += [m[5], k * m[5], r2][i] * y3[i]; }
        let u1 = r1;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if !near.less(y3[i], k) { m[i * 2 + 1] * y3[i] } else { m[i * 2 + 1].cos() }; }
        let u2 = r3;
        let mut r4 = 0.0;
        for i in 0..3 { r4 += m[i * 2 + 1] * y3[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += y3[i] * y3[i] * m[i * 2 + 1].cos(); }
        vec![r4 + r5 + u1 + u2]
    }

    pub fn transpose_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (y23, k) = (&inputs[0..6], inputs[6]);
        let m = &data[0..6];
        let mut u1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u1[i * 3 + j] = m[j * 2 + i]; } }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..3 { r1 += u1[i * 3 + j] * y23[i * 3 + j]; } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += m[j * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += m[j * 2 + i]; } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += m[j * 2 + i].sin() + y23[i * 3 + j]; } }
        vec![r1 + (m[5].tanh() * k + (1.5 - m[5] * r2)) + r3 * r4.cos()]
    }

    pub fn at_of_expression_beside_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (x, _) = (&inputs[0..3], inputs[3]);
        let (d, y3) = (data[0], &data[1..4]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += square(x[2] * x[2].sin() * y3[i]); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += square((x[2] * x[2].sin()).sin() + y3[i]); }
        let u1 = r1.sqrt() * r2.sqrt().cos();
        let mut r3 = 0.0;
        for i in 0..2 { r3 += (x[2] * x[2].sin()).sin() * y3[i + 1]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] / (2.0 + (x[2] * x[2].sin()).cos()); }
        vec![(r3 + (x[2] * x[2].sin()).sin() * y3[2] + r4 + u1) * d]
    }

    pub fn row_of_expression_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (k, y2) = (inputs[0], &inputs[1..3]);
        let m = &data[0..6];
        let mut h1 = 0.3;
        for i in 0..2 { h1 = step(h1, (m[i + 2].sin() + k) * y2[i], near); }
        let mut h2 = m[3].sin() + k;
        for i in 0..2 { h2 = driven(h2, y2[i], m[i + 2].sin() + k, near); }
        let u1 = h1 * k + h2;
        let mut r3 = 0.0;
        for i in 0..2 { r3 += y2[i] * near.min(near.max(m[i + 2].sin() + k, -0.6), 0.8); }
        let u2 = r3;
        let mut r4 = f64::NEG_INFINITY;
        for i in 0..2 { r4 = near.max(r4, m[i + 2].sin() + k); }
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..2 { r5 = near.max(r5, (m[i + 2].sin() + k).sin() + y2[i]); }
        let u3 = r4 * r5.cos();
        vec![u1 + u2 + u3]
    }

    pub fn window_of_expression_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (k, y2, y22) = (inputs[0], &inputs[1..3], &inputs[3..7]);
        let x = &data[0..3];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = if i < 2 { k * x[i + 1] * y2[i] } else { y2[i - 2] - k * x[i - 1] }; }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += square(if i < 2 { k * x[i + 1] * y2[i] } else { y2[i - 2] - k * x[i - 1] }); }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += u1[i] * (if i < 2 { k * x[i + 1] * y2[i] } else { y2[i - 2] - k * x[i - 1] }); }
        let u2 = r1.sqrt() + r2;
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = k * x[i + 1]; }
        let mut u4 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u4[i] += u3[p] * y22[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u4[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (0..2).map(|p| y22[i * 2 + p] * u3[p]).sum::<f64>() * y2[i]; }
        let u5 = r3 + r4;
        let mut r5 = 0.0;
        for i in 0..2 { r5 += wave(k * x[i + 1], y2[i], near) + huber(y2[i] * (k * x[i + 1]), near); }
        vec![u2 + r5 + u5]
    }

    pub fn column_of_expression_beside_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (m, k) = (&inputs[0..6], inputs[6]);
        let (d, y3) = (data[0], &data[1..4]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (m[i * 2].cos() - k).sin() * y3[i]; }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += m[i * 2].cos() - k; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += (m[i * 2].cos() - k).sin() + y3[i]; }
        let u2 = r2 / 3.0 * (r3 / 3.0).cos();
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = m[i * 2].cos() - k; }
        log_softmax(&mut u3);
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u3[i] * y3[i]; }
        vec![(u1 + u2 + r4) * d]
    }

    pub fn transpose_of_expression_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (k, y23, y3, y32) = (inputs[0], &inputs[1..7], &inputs[7..10], &inputs[10..16]);
        let m = &data[0..6];
        let mut u1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u1[i * 3 + j] = m[j * 2 + i] * k; } }
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = u1[i + 3]; }
        let mut a1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { a1[i * 2 + j] = u1[j * 3 + i] * u1[1]; } }
        let u3 = a1;
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += (2.0 - m[j * 2 + i] * k) * (m[j * 2 + i] * k * 0.5 + y23[i * 3 + j]); } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += square(m[j * 2 + i] * k); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += square((m[j * 2 + i] * k).sin() + y23[i * 3 + j]); } }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += k * u2[i].sin() * u2[0]; }
        let mut s6 = [0.0; 3];
        for i in 0..3 { s6[i] = square(u2[i] - k * y3[i]); }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += s6[i] * y3[1]; }
        let mut r8 = 0.0;
        for i in 0..3 { for j in 0..2 { r8 += u3[i * 2 + j] * y32[i * 2 + j]; } }
        vec![r2 + r3 * r4.cos() + (r5 + r7 / 3.0 + r8)]
    }

    pub fn column_of_transpose_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y2, k) = (&inputs[0..2], inputs[2]);
        let m = &data[0..6];
        let mut h1 = m[5] * 0.5;
        let mut u1 = [0.0; 2];
        for i in 0..2 { h1 = driven(h1, y2[i], m[i + 4], near); u1[i] = h1; }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += if near.less(m[i + 4], y2[i]) { y2[i].sin() } else { k * y2[i] }; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += m[i + 4].exp(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (m[i + 4].sin() + y2[i]).exp(); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u1[i].sin() * y2[i]; }
        vec![r2 + r3.ln() * r4.ln().cos() + r5]
    }

    pub fn row_of_transpose_beside_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (m, k, y23) = (&inputs[0..6], inputs[6], &inputs[7..13]);
        let (d, y3, y2) = (data[0], &data[1..4], &data[4..6]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += (m[i * 2 + 1] * y2[j]).sin(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += y23[i * 3 + j] * (y2[i].cos() * m[j * 2 + 1]); } }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = m[i * 2 + 1]; }
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = (u2[i] + y3[i]) * m[i * 2 + 1].cos(); }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i] * u3[i]; }
        let u4 = r3 + u2[2] * u2[2];
        let mut r4 = 0.0;
        for i in 0..3 { r4 += pair(y3[i], pair(m[i * 2 + 1], k, near)[0], near)[1]; }
        vec![(r4 + u1 + u4) * d]
    }

    pub fn transpose_of_window_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (y22, k) = (&inputs[0..4], inputs[4]);
        let m = &data[0..6];
        let mut r1 = 1.0;
        for i in 0..2 { for j in 0..2 { r1 *= m[j * 2 + i + 2]; } }
        let mut r2 = 1.0;
        for i in 0..2 { for j in 0..2 { r2 *= m[j * 2 + i + 2].sin() + y22[i * 2 + j]; } }
        let u1 = r1 * r2.cos();
        let mut u2 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u2[i * 2 + j] = m[j * 2 + i + 2]; } }
        cumulative_sum(&mut u2);
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += u2[i * 2 + j] * y22[i * 2 + j]; } }
        let u3 = r3;
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += m[j * 2 + i + 2] - y22[i * 2 + j] * k; } }
        vec![u1 + u3 + r4]
    }

    pub fn at_of_column_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y3, k) = (&inputs[0..3], inputs[3]);
        let m = &data[0..6];
        let mut h1 = 0.3;
        for i in 0..3 { h1 = step(h1, m[4] * y3[i], near); }
        let mut h2 = m[4];
        for i in 0..3 { h2 = driven(h2, y3[i], m[4], near); }
        let u1 = h1 * k + h2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += m[4] * y3[i] + k + (y3[i] * k + m[4]); }
        let u2 = r3;
        let mut r4 = f64::INFINITY;
        for i in 0..3 { r4 = near.min(r4, m[4] * y3[i]); }
        let mut r5 = f64::INFINITY;
        for i in 0..3 { r5 = near.min(r5, m[4].sin() + y3[i]); }
        vec![r4 * r5.cos() + u1 + u2]
    }

    pub fn column_of_level_beside_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (t, k) = (&inputs[0..12], inputs[12]);
        let (d, y3) = (data[0], &data[1..4]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += t[i * 2 + 7] * y3[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * y3[i] * t[i * 2 + 7].cos(); }
        let u1 = r1 + r2;
        let mut r3 = 0.0;
        let mut r4 = 0.0;
        for i in 0..3 { r4 += t[i * 2 + 7]; }
        for i in 0..3 { r3 += [t[11], k * t[11], r4][i] * y3[i]; }
        let u2 = r3;
        let mut r5 = 0.0;
        for i in 0..3 { r5 += if !near.less(y3[i], k) { t[i * 2 + 7] * y3[i] } else { t[i * 2 + 7].cos() }; }
        vec![(u1 + u2 + r5) * d]
    }

    pub fn stack_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (k, y3) = (inputs[0], &inputs[1..4]);
        let x = &data[0..3];
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x[2], k * x[0], k][i]; }
        softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u1[i] * y3[i]; }
        let u2 = r1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += [x[2], k * x[0], k][i]; }
        let u3 = k.tanh() * k + (1.5 - k * r2);
        let mut r3 = 0.0;
        for i in 0..3 { r3 += [x[2], k * x[0], k][i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += [x[2], k * x[0], k][i].sin() + y3[i]; }
        vec![u2 + u3 + r3 * r4.cos()]
    }

    pub fn at_of_stack_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (_, y3) = (inputs[0], &inputs[1..4]);
        let x = &data[0..3];
        let mut r1 = 0.0;
        for i in 0..3 { r1 += y3[i] / (2.0 + x[2].sin().cos()); }
        let u1 = r1;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += x[2].sin().sin() * y3[i + 1]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += square(x[2].sin() * y3[i]); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += square(x[2].sin().sin() + y3[i]); }
        vec![r2 + x[2].sin().sin() * y3[2] + u1 + r3.sqrt() * r4.sqrt().cos()]
    }

    pub fn concat_beside_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x, w, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let (d, y5) = (data[0], &data[1..6]);
        let mut h1 = 0.3;
        for i in 0..5 { h1 = step(h1, (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i], near); }
        let mut h2 = w[1] * k;
        for i in 0..5 { h2 = driven(h2, y5[i], if i < 3 { x[i] } else { w[i - 3] * k }, near); }
        let mut r3 = 0.0;
        for i in 0..5 { r3 += y5[i] * near.min(near.max(if i < 3 { x[i] } else { w[i - 3] * k }, -0.6), 0.8); }
        let mut r4 = f64::NEG_INFINITY;
        for i in 0..5 { r4 = near.max(r4, if i < 3 { x[i] } else { w[i - 3] * k }); }
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..5 { r5 = near.max(r5, (if i < 3 { x[i] } else { w[i - 3] * k }).sin() + y5[i]); }
        vec![(h1 * k + h2 + r3 + r4 * r5.cos()) * d]
    }

    pub fn window_of_concat_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y2, _, y22) = (&inputs[0..2], inputs[2], &inputs[3..7]);
        let (x, w) = (&data[0..3], &data[3..5]);
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = if i < 2 { (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i] } else { y2[i - 2] - (if i < 3 { x[i] } else { w[i - 3] }) }; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        let mut u3 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u3[i] += u2[p] * y22[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += square(if i < 2 { (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i] } else { y2[i - 2] - (if i < 3 { x[i] } else { w[i - 3] }) }); }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += u1[i] * (if i < 2 { (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i] } else { y2[i - 2] - (if i < 3 { x[i] } else { w[i - 3] }) }); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += wave(if i + 2 < 3 { x[i + 2] } else { w[i - 1] }, y2[i], near) + huber(y2[i] * (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }), near); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u3[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += (0..2).map(|p| y22[i * 2 + p] * u2[p]).sum::<f64>() * y2[i]; }
        vec![r1.sqrt() + r2 + r3 + (r4 + r5)]
    }

    pub fn at_of_concat_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (y3, _) = (&inputs[0..3], inputs[3]);
        let (_, w) = (&data[0..3], &data[3..5]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = w[0] * y3[i]; }
        log_softmax(&mut u1);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += w[0].sin() * y3[i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += w[0] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += w[0].sin() + y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u1[i] * y3[i]; }
        vec![r1 + r2 / 3.0 * (r3 / 3.0).cos() + r4]
    }

    pub fn concat_of_rows_beside_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (m, y42, k, y24) = (&inputs[0..6], &inputs[6..14], inputs[14], &inputs[15..23]);
        let (d, y2) = (data[0], &data[1..3]);
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..2 { r1 += (2.0 - (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] })) * ((if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * 0.5 + y42[i * 2 + j]); } }
        let u1 = r1;
        let mut u2 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u2[i * 2 + j] = if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = u2[i + 2]; }
        let mut a2 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { a2[i * 4 + j] = u2[j * 2 + i] * u2[1]; } }
        let u4 = a2;
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..2 { r3 += square(if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }); } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..2 { r4 += square((if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).sin() + y42[i * 2 + j]); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += k * u3[i].sin() * u3[0]; }
        let mut s6 = [0.0; 2];
        for i in 0..2 { s6[i] = square(u3[i] - k * y2[i]); }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += s6[i] * y2[1]; }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..4 { r8 += u4[i * 4 + j] * y24[i * 4 + j]; } }
        vec![(u1 + r3 * r4.cos() + (r5 + r7 / 2.0 + r8)) * d]
    }

    pub fn outer_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y32, k) = (&inputs[0..6], inputs[6]);
        let (x, w) = (&data[0..3], &data[3..5]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += if near.less(x[i] * w[j], y32[i * 2 + j]) { y32[i * 2 + j].sin() } else { k * y32[i * 2 + j] }; } }
        let u1 = r1;
        let mut h2 = x[2] * w[1] * 0.5;
        let mut u2 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { h2 = driven(h2, y32[i * 2 + j], x[i] * w[j], near); u2[i * 2 + j] = h2; } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += (x[i] * w[j]).exp(); } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += ((x[i] * w[j]).sin() + y32[i * 2 + j]).exp(); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += u2[i * 2 + j].sin() * y32[i * 2 + j]; } }
        vec![u1 + r3.ln() * r4.ln().cos() + r5]
    }

    pub fn column_of_outer_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y3, k, y2, y23) = (&inputs[0..3], inputs[3], &inputs[4..6], &inputs[6..12]);
        let (x, w) = (&data[0..3], &data[3..5]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += pair(y3[i], pair(x[i] * w[1], k, near)[0], near)[1]; }
        let u1 = r1;
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i] * w[1]; }
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = (u2[i] + y3[i]) * (x[i] * w[1]).cos(); }
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += ((x[i] * w[1]) * y2[j]).sin(); } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += y23[i * 3 + j] * (y2[i].cos() * (x[j] * w[1])); } }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u2[i] * u3[i]; }
        vec![u1 + (r2 + r3) + (r4 + u2[2] * u2[2])]
    }

    pub fn at_at_of_outer_beside_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k) = (&inputs[0..3], &inputs[3..5], inputs[5]);
        let (d, y3) = (data[0], &data[1..4]);
        let mut r1 = 1.0;
        for i in 0..3 { r1 *= x[2] * w[0] * y3[i]; }
        let mut r2 = 1.0;
        for i in 0..3 { r2 *= (x[2] * w[0]).sin() + y3[i]; }
        let u1 = r1 * r2.cos();
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[2] * w[0] * y3[i]; }
        cumulative_sum(&mut u2);
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += x[2] * w[0] - y3[i] * k; }
        vec![(u1 + r3 + r4) * d]
    }

    pub fn product_with_vector_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y3, k) = (&inputs[0..3], inputs[3]);
        let (m, w) = (&data[0..6], &data[6..8]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i] + k + (y3[i] * k + (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>()); }
        let u1 = r1;
        let mut r2 = f64::INFINITY;
        for i in 0..3 { r2 = near.min(r2, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>()); }
        let mut r3 = f64::INFINITY;
        for i in 0..3 { r3 = near.min(r3, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().sin() + y3[i]); }
        let mut h4 = 0.3;
        for i in 0..3 { h4 = step(h4, (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i], near); }
        let mut h5 = (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>();
        for i in 0..3 { h5 = driven(h5, y3[i], (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(), near); }
        vec![r2 * r3.cos() + (h4 * k + h5) + u1]
    }

    pub fn at_of_product_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y3, k) = (&inputs[0..3], inputs[3]);
        let (m, w) = (&data[0..6], &data[6..8]);
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i]; }
        for i in 0..3 { r1 += [(0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(), k * (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(), r2][i] * y3[i]; }
        let u1 = r1;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i] * y3[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] * y3[i] * ((0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i]).cos(); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += if !near.less(y3[i], k) { (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>() * y3[i] } else { (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>().cos() }; }
        vec![r3 + r4 + u1 + r5]
    }

    pub fn window_of_sums_beside_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (x, k) = (&inputs[0..3], inputs[3]);
        let (d, y2) = (data[0], &data[1..3]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = u1[i + 1]; }
        softmax(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        cumulative_sum(&mut u3);
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        cumulative_sum(&mut u4);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u2[i] * y2[i]; }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u3[i + 1]; }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u4[i + 1]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u4[i + 1].sin() + y2[i]; }
        vec![(r1 + (u3[2].tanh() * k + (1.5 - u3[2] * r2)) + r3 * r4.cos()) * d]
    }

    pub fn at_of_softmax_of_data(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (y3, _) = (&inputs[0..3], inputs[3]);
        let x = &data[0..3];
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        softmax(&mut u2);
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        softmax(&mut u3);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += square(u3[1] * y3[i]); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += square(u3[1].sin() + y3[i]); }
        let u4 = r1.sqrt() * r2.sqrt().cos();
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u1[1].sin() * y3[i + 1]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] / (2.0 + u2[1].cos()); }
        vec![r3 + u1[1].sin() * y3[2] + r4 + u4]
    }

    pub fn mapped_view_of_data(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (y2, k) = (&inputs[0..2], inputs[2]);
        let x = &data[0..3];
        let mut r1 = 0.0;
        for i in 0..2 { r1 += y2[i] * near.min(near.max(wave(x[1], x[i], near), -0.6), 0.8); }
        let u1 = r1;
        let mut h2 = 0.3;
        for i in 0..2 { h2 = step(h2, wave(x[1], x[i], near) * y2[i], near); }
        let mut h3 = wave(x[1], x[1], near);
        for i in 0..2 { h3 = driven(h3, y2[i], wave(x[1], x[i], near), near); }
        let mut r4 = f64::NEG_INFINITY;
        for i in 0..2 { r4 = near.max(r4, wave(x[1], x[i], near)); }
        let mut r5 = f64::NEG_INFINITY;
        for i in 0..2 { r5 = near.max(r5, wave(x[1], x[i], near).sin() + y2[i]); }
        vec![h2 * k + h3 + u1 + r4 * r5.cos()]
    }
}

crate::programs! {
    Real at_of_data as at_of_data with product;
    Real row_of_data as row_of_data with sides rows parallel;
    Real level_beside_data as level_beside_data;
    Real at_at_of_data as at_at_of_data with tape rows parallel;
    Real window_of_data as window_of_data with product;
    Real rows_beside_data as rows_beside_data with single rows parallel;
    Real column_of_data as column_of_data;
    Real transpose_of_data as transpose_of_data with series rows parallel;
    Real at_of_expression_beside_data as at_of_expression_beside_data with product;
    Real row_of_expression_of_data as row_of_expression_of_data with sides rows parallel;
    Real window_of_expression_of_data as window_of_expression_of_data;
    Real column_of_expression_beside_data as column_of_expression_beside_data with tape rows parallel;
    Real transpose_of_expression_of_data as transpose_of_expression_of_data with product;
    Real column_of_transpose_of_data as column_of_transpose_of_data with single rows parallel;
    Real row_of_transpose_beside_data as row_of_transpose_beside_data;
    Real transpose_of_window_of_data as transpose_of_window_of_data with series rows parallel;
    Real at_of_column_of_data as at_of_column_of_data with product;
    Real column_of_level_beside_data as column_of_level_beside_data with sides rows parallel;
    Real stack_of_data as stack_of_data;
    Real at_of_stack_of_data as at_of_stack_of_data with tape rows parallel;
    Real concat_beside_data as concat_beside_data with product;
    Real window_of_concat_of_data as window_of_concat_of_data with single rows parallel;
    Real at_of_concat_of_data as at_of_concat_of_data;
    Real concat_of_rows_beside_data as concat_of_rows_beside_data with series rows parallel;
    Real outer_of_data as outer_of_data with product;
    Real column_of_outer_of_data as column_of_outer_of_data with sides rows parallel;
    Real at_at_of_outer_beside_data as at_at_of_outer_beside_data;
    Real product_with_vector_of_data as product_with_vector_of_data with tape rows parallel;
    Real at_of_product_of_data as at_of_product_of_data with product;
    Real window_of_sums_beside_data as window_of_sums_beside_data with single rows parallel;
    Real at_of_softmax_of_data as at_of_softmax_of_data;
    Real mapped_view_of_data as mapped_view_of_data with series rows parallel;
}
