//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_products(x: [R; 3], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1 = (x.at::<1>() * y3).dot(y3.sin()) + (y3 * y3).dot((x.at::<1>() * y3).cos());
        let u2 = (x.at::<1>() * y3).outer(y2).sin().sum() + (y23 * y2.cos().outer(x.at::<1>() * y3)).sum();
        let u3: [R; 3] = x.at::<1>() * y3;
        let u4: [R; 2] = u3.dot(y32);
        let u5 = u4.sin().sum() + (y23.dot(u3) * y2).sum();
        u1 + u2 + u5
    }

    pub fn row_in_products(m: [[R; 2]; 3], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 2] = m.at::<2>();
        let u2: [R; 2] = u1.dot(y22);
        m.at::<2>().dot(y2.sin()) + (y2 * y2).dot(m.at::<2>().cos()) +
            (m.at::<2>().outer(y2).sin().sum() + (y22 * y2.cos().outer(m.at::<2>())).sum()) +
            (u2.sin().sum() + (y22.dot(u1) * y2).sum())
    }

    pub fn level_in_products(t: [[[R; 2]; 3]; 2], y2: [R; 2], y22: [[R; 2]; 2], y23: [[R; 3]; 2]) {
        let u1: [[R; 2]; 3] = t.at::<1>();
        let u2: [[R; 2]; 3] = u1.dot(y22);
        let u3: [[R; 2]; 2] = y23.dot(u1);
        let u4 = u2.sin().sum() + u3.sin().sum() + u1.dot(y2).sin().sum();
        t.at::<1>().at::<0>().dot(y2.sin()) + (y2 * y2).dot(t.at::<1>().at::<0>().cos()) +
            (t.at::<1>().at::<0>().outer(y2).sin().sum() + (y22 * y2.cos().outer(t.at::<1>().at::<0>())).sum()) +
            u4
    }

    pub fn at_at_in_products(m: [[R; 2]; 3], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1 = (m.at::<2>().at::<1>() * y3).outer(y2).sin().sum() +
            (y23 * y2.cos().outer(m.at::<2>().at::<1>() * y3)).sum();
        let u2: [R; 3] = m.at::<2>().at::<1>() * y3;
        let u3: [R; 2] = u2.dot(y32);
        let u4 = u3.sin().sum() + (y23.dot(u2) * y2).sum();
        (m.at::<2>().at::<1>() * y3).dot(y3.sin()) + (y3 * y3).dot((m.at::<2>().at::<1>() * y3).cos()) + u1 + u4
    }

    pub fn window_in_products(x: [R; 3], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1 = x.window::<1, 2>().dot(y2.sin()) + (y2 * y2).dot(x.window::<1, 2>().cos());
        let u2: [R; 2] = x.window::<1, 2>();
        let u3: [R; 2] = u2.dot(y22);
        u1 + (x.window::<1, 2>().outer(y2).sin().sum() + (y22 * y2.cos().outer(x.window::<1, 2>())).sum()) +
            (u3.sin().sum() + (y22.dot(u2) * y2).sum())
    }

    pub fn rows_in_products(m: [[R; 2]; 3], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1 = m.window::<1, 2>().at::<0>().outer(y2).sin().sum() +
            (y22 * y2.cos().outer(m.window::<1, 2>().at::<0>())).sum();
        let u2: [[R; 2]; 2] = m.window::<1, 2>();
        let u3: [[R; 2]; 2] = u2.dot(y22);
        let u4: [[R; 2]; 2] = y22.dot(u2);
        let u5 = u3.sin().sum() + u4.sin().sum() + u2.dot(y2).sin().sum();
        m.window::<1, 2>().at::<0>().dot(y2.sin()) + (y2 * y2).dot(m.window::<1, 2>().at::<0>().cos()) + u1 + u5
    }

    pub fn column_in_products(m: [[R; 2]; 3], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1 = m.column::<1>().dot(y3.sin()) + (y3 * y3).dot(m.column::<1>().cos());
        let u2 = m.column::<1>().outer(y2).sin().sum() + (y23 * y2.cos().outer(m.column::<1>())).sum();
        let u3: [R; 3] = m.column::<1>();
        let u4: [R; 2] = u3.dot(y32);
        let u5 = u4.sin().sum() + (y23.dot(u3) * y2).sum();
        u1 + u2 + u5
    }

    pub fn transpose_in_products(m: [[R; 2]; 3], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2], y32: [[R; 2]; 3],
            y22: [[R; 2]; 2]) {
        let u1: [[R; 3]; 2] = m.transpose();
        let u2: [[R; 2]; 2] = u1.dot(y32);
        let u3: [[R; 3]; 2] = y22.dot(u1);
        m.transpose().at::<0>().dot(y3.sin()) + (y3 * y3).dot(m.transpose().at::<0>().cos()) +
            (m.transpose().at::<0>().outer(y2).sin().sum() +
            (y23 * y2.cos().outer(m.transpose().at::<0>())).sum()) +
            (u2.sin().sum() + u3.sin().sum() + u1.dot(y3).sin().sum())
    }

    pub fn at_of_expression_in_products(x: [R; 3], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1: [R; 3] = (x * x.sin()).at::<2>() * y3;
        let u2: [R; 2] = u1.dot(y32);
        ((x * x.sin()).at::<2>() * y3).dot(y3.sin()) + (y3 * y3).dot(((x * x.sin()).at::<2>() * y3).cos()) +
            (((x * x.sin()).at::<2>() * y3).outer(y2).sin().sum() +
            (y23 * y2.cos().outer((x * x.sin()).at::<2>() * y3)).sum()) +
            (u2.sin().sum() + (y23.dot(u1) * y2).sum())
    }

    pub fn window_of_expression_in_products(k, x: [R; 3], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1 = (k * x).window::<1, 2>().dot(y2.sin()) + (y2 * y2).dot((k * x).window::<1, 2>().cos());
        let u2: [R; 2] = (k * x).window::<1, 2>();
        let u3: [R; 2] = u2.dot(y22);
        let u4 = u3.sin().sum() + (y22.dot(u2) * y2).sum();
        u1 + ((k * x).window::<1, 2>().outer(y2).sin().sum() +
            (y22 * y2.cos().outer((k * x).window::<1, 2>())).sum()) + u4
    }

    pub fn column_of_transpose_in_products(m: [[R; 2]; 3], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1 = m.transpose().column::<2>().outer(y2).sin().sum() +
            (y22 * y2.cos().outer(m.transpose().column::<2>())).sum();
        let u2: [R; 2] = m.transpose().column::<2>();
        let u3: [R; 2] = u2.dot(y22);
        let u4 = u3.sin().sum() + (y22.dot(u2) * y2).sum();
        m.transpose().column::<2>().dot(y2.sin()) + (y2 * y2).dot(m.transpose().column::<2>().cos()) + u1 + u4
    }

    pub fn stack_in_products(x: [R; 3], k, y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1 = stack((x.at::<2>(), k * x.at::<0>(), k)).outer(y2).sin().sum() +
            (y23 * y2.cos().outer(stack((x.at::<2>(), k * x.at::<0>(), k)))).sum();
        let u2: [R; 3] = stack((x.at::<2>(), k * x.at::<0>(), k));
        let u3: [R; 2] = u2.dot(y32);
        stack((x.at::<2>(), k * x.at::<0>(), k)).dot(y3.sin()) +
            (y3 * y3).dot(stack((x.at::<2>(), k * x.at::<0>(), k)).cos()) + u1 +
            (u3.sin().sum() + (y23.dot(u2) * y2).sum())
    }

    pub fn at_of_stack_in_products(k, x: [R; 3], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1: [R; 3] = stack((k, x.at::<2>().sin())).at::<1>() * y3;
        let u2: [R; 2] = u1.dot(y32);
        let u3 = u2.sin().sum() + (y23.dot(u1) * y2).sum();
        (stack((k, x.at::<2>().sin())).at::<1>() * y3).dot(y3.sin()) +
            (y3 * y3).dot((stack((k, x.at::<2>().sin())).at::<1>() * y3).cos()) +
            ((stack((k, x.at::<2>().sin())).at::<1>() * y3).outer(y2).sin().sum() +
            (y23 * y2.cos().outer(stack((k, x.at::<2>().sin())).at::<1>() * y3)).sum()) + u3
    }

    pub fn concat_in_products(x: [R; 3], w: [R; 2], k, y5: [R; 5], y2: [R; 2], y25: [[R; 5]; 2],
            y52: [[R; 2]; 5]) {
        let u1: [R; 5] = x.concat::<5, _>(w * k);
        let u2: [R; 2] = u1.dot(y52);
        x.concat::<5, _>(w * k).dot(y5.sin()) + (y5 * y5).dot(x.concat::<5, _>(w * k).cos()) +
            (x.concat::<5, _>(w * k).outer(y2).sin().sum() +
            (y25 * y2.cos().outer(x.concat::<5, _>(w * k))).sum()) + (u2.sin().sum() + (y25.dot(u1) * y2).sum())
    }

    pub fn window_of_concat_in_products(x: [R; 3], w: [R; 2], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 2] = x.concat::<5, _>(w).window::<2, 2>();
        let u2: [R; 2] = u1.dot(y22);
        x.concat::<5, _>(w).window::<2, 2>().dot(y2.sin()) +
            (y2 * y2).dot(x.concat::<5, _>(w).window::<2, 2>().cos()) +
            (x.concat::<5, _>(w).window::<2, 2>().outer(y2).sin().sum() +
            (y22 * y2.cos().outer(x.concat::<5, _>(w).window::<2, 2>())).sum()) +
            (u2.sin().sum() + (y22.dot(u1) * y2).sum())
    }

    pub fn at_of_concat_in_products(x: [R; 3], w: [R; 2], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2],
            y32: [[R; 2]; 3]) {
        let u1 = (x.concat::<5, _>(w).at::<3>() * y3).dot(y3.sin()) +
            (y3 * y3).dot((x.concat::<5, _>(w).at::<3>() * y3).cos());
        let u2 = (x.concat::<5, _>(w).at::<3>() * y3).outer(y2).sin().sum() +
            (y23 * y2.cos().outer(x.concat::<5, _>(w).at::<3>() * y3)).sum();
        let u3: [R; 3] = x.concat::<5, _>(w).at::<3>() * y3;
        let u4: [R; 2] = u3.dot(y32);
        let u5 = u4.sin().sum() + (y23.dot(u3) * y2).sum();
        u1 + u2 + u5
    }

    pub fn concat_of_rows_in_products(m: [[R; 2]; 3], y2: [R; 2], y22: [[R; 2]; 2], y24: [[R; 4]; 2]) {
        let u1 = m.concat::<4, _>(m.window::<0, 1>()).at::<0>().dot(y2.sin()) +
            (y2 * y2).dot(m.concat::<4, _>(m.window::<0, 1>()).at::<0>().cos());
        let u2: [[R; 2]; 4] = m.concat::<4, _>(m.window::<0, 1>());
        let u3: [[R; 2]; 4] = u2.dot(y22);
        let u4: [[R; 2]; 2] = y24.dot(u2);
        u1 + (m.concat::<4, _>(m.window::<0, 1>()).at::<0>().outer(y2).sin().sum() +
            (y22 * y2.cos().outer(m.concat::<4, _>(m.window::<0, 1>()).at::<0>())).sum()) +
            (u3.sin().sum() + u4.sin().sum() + u2.dot(y2).sin().sum())
    }

    pub fn outer_in_products(x: [R; 3], w: [R; 2], y2: [R; 2], y22: [[R; 2]; 2], y23: [[R; 3]; 2]) {
        let u1 = x.outer(w).at::<0>().outer(y2).sin().sum() + (y22 * y2.cos().outer(x.outer(w).at::<0>())).sum();
        let u2: [[R; 2]; 3] = x.outer(w);
        let u3: [[R; 2]; 3] = u2.dot(y22);
        let u4: [[R; 2]; 2] = y23.dot(u2);
        x.outer(w).at::<0>().dot(y2.sin()) + (y2 * y2).dot(x.outer(w).at::<0>().cos()) + u1 +
            (u3.sin().sum() + u4.sin().sum() + u2.dot(y2).sin().sum())
    }

    pub fn at_at_of_outer_in_products(x: [R; 3], w: [R; 2], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2],
            y32: [[R; 2]; 3]) {
        let u1: [R; 3] = x.outer(w).at::<2>().at::<0>() * y3;
        let u2: [R; 2] = u1.dot(y32);
        let u3 = u2.sin().sum() + (y23.dot(u1) * y2).sum();
        (x.outer(w).at::<2>().at::<0>() * y3).dot(y3.sin()) +
            (y3 * y3).dot((x.outer(w).at::<2>().at::<0>() * y3).cos()) +
            ((x.outer(w).at::<2>().at::<0>() * y3).outer(y2).sin().sum() +
            (y23 * y2.cos().outer(x.outer(w).at::<2>().at::<0>() * y3)).sum()) + u3
    }

    pub fn product_with_vector_in_products(m: [[R; 2]; 3], w: [R; 2], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2],
            y32: [[R; 2]; 3]) {
        let u1: [R; 3] = m.dot(w);
        let u2: [R; 2] = u1.dot(y32);
        m.dot(w).dot(y3.sin()) + (y3 * y3).dot(m.dot(w).cos()) +
            (m.dot(w).outer(y2).sin().sum() + (y23 * y2.cos().outer(m.dot(w))).sum()) +
            (u2.sin().sum() + (y23.dot(u1) * y2).sum())
    }

    pub fn window_of_sums_in_products(x: [R; 3], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2 = u1.window::<1, 2>().dot(y2.sin()) + (y2 * y2).dot(u1.window::<1, 2>().cos());
        let u3: [R; 3] = x.cumulative_sum();
        let u4: [R; 3] = x.cumulative_sum();
        let u5: [R; 2] = u4.window::<1, 2>();
        let u6: [R; 2] = u5.dot(y22);
        u2 + (u3.window::<1, 2>().outer(y2).sin().sum() + (y22 * y2.cos().outer(u3.window::<1, 2>())).sum()) +
            (u6.sin().sum() + (y22.dot(u5) * y2).sum())
    }

    pub fn at_of_softmax_in_products(x: [R; 3], y3: [R; 3], y2: [R; 2], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1: [R; 3] = x.softmax();
        let u2: [R; 3] = x.softmax();
        let u3 = (u2.at::<1>() * y3).outer(y2).sin().sum() + (y23 * y2.cos().outer(u2.at::<1>() * y3)).sum();
        let u4: [R; 3] = x.softmax();
        let u5: [R; 3] = u4.at::<1>() * y3;
        let u6: [R; 2] = u5.dot(y32);
        let u7 = u6.sin().sum() + (y23.dot(u5) * y2).sum();
        (u1.at::<1>() * y3).dot(y3.sin()) + (y3 * y3).dot((u1.at::<1>() * y3).cos()) + u3 + u7
    }

    pub fn mapped_view_in_products(x: [R; 3], y2: [R; 2], y22: [[R; 2]; 2]) {
        let u1 = wave(x.at::<1>(), x.window::<0, 2>()).dot(y2.sin()) +
            (y2 * y2).dot(wave(x.at::<1>(), x.window::<0, 2>()).cos());
        let u2: [R; 2] = wave(x.at::<1>(), x.window::<0, 2>());
        let u3: [R; 2] = u2.dot(y22);
        let u4 = u3.sin().sum() + (y22.dot(u2) * y2).sum();
        u1 + (wave(x.at::<1>(), x.window::<0, 2>()).outer(y2).sin().sum() +
            (y22 * y2.cos().outer(wave(x.at::<1>(), x.window::<0, 2>()))).sum()) + u4
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, y2, y23, y32) = (&inputs[0..3], &inputs[3..6], &inputs[6..8], &inputs[8..14], &inputs[14..20]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[1] * y3[i] * y3[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * y3[i] * (x[1] * y3[i]).cos(); }
        let u1 = r1 + r2;
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += ((x[1] * y3[i]) * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += y23[i * 3 + j] * (y2[i].cos() * (x[1] * y3[j])); } }
        let u2 = r3 + r4;
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[1] * y3[i]; }
        let mut u4 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u4[i] += u3[p] * y32[p * 2 + i]; } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u4[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..3).map(|p| y23[i * 3 + p] * u3[p]).sum::<f64>() * y2[i]; }
        let u5 = r5 + r6;
        vec![u1 + u2 + u5]
    }

    pub fn row_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2, y22) = (&inputs[0..6], &inputs[6..8], &inputs[8..12]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = m[i + 4]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u2[i] += u1[p] * y22[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += m[i + 4] * y2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * y2[i] * m[i + 4].cos(); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += (m[i + 4] * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += y22[i * 2 + j] * (y2[i].cos() * m[j + 4]); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() * y2[i]; }
        vec![r1 + r2 + (r3 + r4) + (r5 + r6)]
    }

    pub fn level_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, y2, y22, y23) = (&inputs[0..12], &inputs[12..14], &inputs[14..18], &inputs[18..24]);
        let mut u1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u1[i * 2 + j] = t[i * 2 + j + 6]; } }
        let mut u2 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { for p in 0..2 { u2[i * 2 + j] += u1[i * 2 + p] * y22[p * 2 + j]; } } }
        let mut u3 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { for p in 0..3 { u3[i * 2 + j] += y23[i * 3 + p] * u1[p * 2 + j]; } } }
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += u2[i * 2 + j].sin(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += u3[i * 2 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += (0..2).map(|p| u1[i * 2 + p] * y2[p]).sum::<f64>().sin(); }
        let u4 = r1 + r2 + r3;
        let mut r4 = 0.0;
        for i in 0..2 { r4 += t[i + 6] * y2[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += y2[i] * y2[i] * t[i + 6].cos(); }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += (t[i + 6] * y2[j]).sin(); } }
        let mut r7 = 0.0;
        for i in 0..2 { for j in 0..2 { r7 += y22[i * 2 + j] * (y2[i].cos() * t[j + 6]); } }
        vec![r4 + r5 + (r6 + r7) + u4]
    }

    pub fn at_at_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, y2, y23, y32) = (&inputs[0..6], &inputs[6..9], &inputs[9..11], &inputs[11..17], &inputs[17..23]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += ((m[5] * y3[i]) * y2[j]).sin(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += y23[i * 3 + j] * (y2[i].cos() * (m[5] * y3[j])); } }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = m[5] * y3[i]; }
        let mut u3 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u3[i] += u2[p] * y32[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u3[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (0..3).map(|p| y23[i * 3 + p] * u2[p]).sum::<f64>() * y2[i]; }
        let u4 = r3 + r4;
        let mut r5 = 0.0;
        for i in 0..3 { r5 += m[5] * y3[i] * y3[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += y3[i] * y3[i] * (m[5] * y3[i]).cos(); }
        vec![r5 + r6 + u1 + u4]
    }

    pub fn window_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2, y22) = (&inputs[0..3], &inputs[3..5], &inputs[5..9]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += x[i + 1] * y2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * y2[i] * x[i + 1].cos(); }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = x[i + 1]; }
        let mut u3 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u3[i] += u2[p] * y22[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += (x[i + 1] * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += y22[i * 2 + j] * (y2[i].cos() * x[j + 1]); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u3[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..2).map(|p| y22[i * 2 + p] * u2[p]).sum::<f64>() * y2[i]; }
        vec![u1 + (r3 + r4) + (r5 + r6)]
    }

    pub fn rows_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2, y22) = (&inputs[0..6], &inputs[6..8], &inputs[8..12]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += (m[i + 2] * y2[j]).sin(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += y22[i * 2 + j] * (y2[i].cos() * m[j + 2]); } }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u2[i * 2 + j] = m[i * 2 + j + 2]; } }
        let mut u3 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { for p in 0..2 { u3[i * 2 + j] += u2[i * 2 + p] * y22[p * 2 + j]; } } }
        let mut u4 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { for p in 0..2 { u4[i * 2 + j] += y22[i * 2 + p] * u2[p * 2 + j]; } } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += u3[i * 2 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += u4[i * 2 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += (0..2).map(|p| u2[i * 2 + p] * y2[p]).sum::<f64>().sin(); }
        let u5 = r3 + r4 + r5;
        let mut r6 = 0.0;
        for i in 0..2 { r6 += m[i + 2] * y2[i].sin(); }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += y2[i] * y2[i] * m[i + 2].cos(); }
        vec![r6 + r7 + u1 + u5]
    }

    pub fn column_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, y2, y23, y32) = (&inputs[0..6], &inputs[6..9], &inputs[9..11], &inputs[11..17], &inputs[17..23]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += m[i * 2 + 1] * y3[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * y3[i] * m[i * 2 + 1].cos(); }
        let u1 = r1 + r2;
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += (m[i * 2 + 1] * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += y23[i * 3 + j] * (y2[i].cos() * m[j * 2 + 1]); } }
        let u2 = r3 + r4;
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = m[i * 2 + 1]; }
        let mut u4 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u4[i] += u3[p] * y32[p * 2 + i]; } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u4[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..3).map(|p| y23[i * 3 + p] * u3[p]).sum::<f64>() * y2[i]; }
        let u5 = r5 + r6;
        vec![u1 + u2 + u5]
    }

    pub fn transpose_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y3, y2, y23, y32, y22) = (&inputs[0..6], &inputs[6..9], &inputs[9..11], &inputs[11..17], &inputs[17..23], &inputs[23..27]);
        let mut u1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u1[i * 3 + j] = m[j * 2 + i]; } }
        let mut u2 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { for p in 0..3 { u2[i * 2 + j] += u1[i * 3 + p] * y32[p * 2 + j]; } } }
        let mut u3 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { for p in 0..2 { u3[i * 3 + j] += y22[i * 2 + p] * u1[p * 3 + j]; } } }
        let mut r1 = 0.0;
        for i in 0..3 { r1 += m[i * 2] * y3[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * y3[i] * m[i * 2].cos(); }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += (m[i * 2] * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += y23[i * 3 + j] * (y2[i].cos() * m[j * 2]); } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += u2[i * 2 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..3 { r6 += u3[i * 3 + j].sin(); } }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += (0..3).map(|p| u1[i * 3 + p] * y3[p]).sum::<f64>().sin(); }
        vec![r1 + r2 + (r3 + r4) + (r5 + r6 + r7)]
    }

    pub fn at_of_expression_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, y2, y23, y32) = (&inputs[0..3], &inputs[3..6], &inputs[6..8], &inputs[8..14], &inputs[14..20]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2] * x[2].sin() * y3[i]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u2[i] += u1[p] * y32[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..3 { r1 += x[2] * x[2].sin() * y3[i] * y3[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * y3[i] * (x[2] * x[2].sin() * y3[i]).cos(); }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += ((x[2] * x[2].sin() * y3[i]) * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += y23[i * 3 + j] * (y2[i].cos() * (x[2] * x[2].sin() * y3[j])); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() * y2[i]; }
        vec![r1 + r2 + (r3 + r4) + (r5 + r6)]
    }

    pub fn window_of_expression_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y2, y22) = (inputs[0], &inputs[1..4], &inputs[4..6], &inputs[6..10]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += k * x[i + 1] * y2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * y2[i] * (k * x[i + 1]).cos(); }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = k * x[i + 1]; }
        let mut u3 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u3[i] += u2[p] * y22[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u3[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (0..2).map(|p| y22[i * 2 + p] * u2[p]).sum::<f64>() * y2[i]; }
        let u4 = r3 + r4;
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += ((k * x[i + 1]) * y2[j]).sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += y22[i * 2 + j] * (y2[i].cos() * (k * x[j + 1])); } }
        vec![u1 + (r5 + r6) + u4]
    }

    pub fn column_of_transpose_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2, y22) = (&inputs[0..6], &inputs[6..8], &inputs[8..12]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += (m[i + 4] * y2[j]).sin(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += y22[i * 2 + j] * (y2[i].cos() * m[j + 4]); } }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = m[i + 4]; }
        let mut u3 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u3[i] += u2[p] * y22[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u3[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (0..2).map(|p| y22[i * 2 + p] * u2[p]).sum::<f64>() * y2[i]; }
        let u4 = r3 + r4;
        let mut r5 = 0.0;
        for i in 0..2 { r5 += m[i + 4] * y2[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += y2[i] * y2[i] * m[i + 4].cos(); }
        vec![r5 + r6 + u1 + u4]
    }

    pub fn stack_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3, y2, y23, y32) = (&inputs[0..3], inputs[3], &inputs[4..7], &inputs[7..9], &inputs[9..15], &inputs[15..21]);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += ([x[2], k * x[0], k][i] * y2[j]).sin(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += y23[i * 3 + j] * (y2[i].cos() * [x[2], k * x[0], k][j]); } }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [x[2], k * x[0], k][i]; }
        let mut u3 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u3[i] += u2[p] * y32[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += [x[2], k * x[0], k][i] * y3[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] * y3[i] * [x[2], k * x[0], k][i].cos(); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u3[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..3).map(|p| y23[i * 3 + p] * u2[p]).sum::<f64>() * y2[i]; }
        vec![r3 + r4 + u1 + (r5 + r6)]
    }

    pub fn at_of_stack_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (_, x, y3, y2, y23, y32) = (inputs[0], &inputs[1..4], &inputs[4..7], &inputs[7..9], &inputs[9..15], &inputs[15..21]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2].sin() * y3[i]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u2[i] += u1[p] * y32[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += (0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() * y2[i]; }
        let u3 = r1 + r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x[2].sin() * y3[i] * y3[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] * y3[i] * (x[2].sin() * y3[i]).cos(); }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += ((x[2].sin() * y3[i]) * y2[j]).sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..3 { r6 += y23[i * 3 + j] * (y2[i].cos() * (x[2].sin() * y3[j])); } }
        vec![r3 + r4 + (r5 + r6) + u3]
    }

    pub fn concat_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y5, y2, y25, y52) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..11], &inputs[11..13], &inputs[13..23], &inputs[23..33]);
        let mut u1 = [0.0; 5];
        for i in 0..5 { u1[i] = if i < 3 { x[i] } else { w[i - 3] * k }; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { for p in 0..5 { u2[i] += u1[p] * y52[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..5 { r1 += (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..5 { r2 += y5[i] * y5[i] * (if i < 3 { x[i] } else { w[i - 3] * k }).cos(); }
        let mut r3 = 0.0;
        for i in 0..5 { for j in 0..2 { r3 += ((if i < 3 { x[i] } else { w[i - 3] * k }) * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..5 { r4 += y25[i * 5 + j] * (y2[i].cos() * (if j < 3 { x[j] } else { w[j - 3] * k })); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..5).map(|p| y25[i * 5 + p] * u1[p]).sum::<f64>() * y2[i]; }
        vec![r1 + r2 + (r3 + r4) + (r5 + r6)]
    }

    pub fn window_of_concat_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y2, y22) = (&inputs[0..3], &inputs[3..5], &inputs[5..7], &inputs[7..11]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u2[i] += u1[p] * y22[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * y2[i] * (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).cos(); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += ((if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += y22[i * 2 + j] * (y2[i].cos() * (if j + 2 < 3 { x[j + 2] } else { w[j - 1] })); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..2).map(|p| y22[i * 2 + p] * u1[p]).sum::<f64>() * y2[i]; }
        vec![r1 + r2 + (r3 + r4) + (r5 + r6)]
    }

    pub fn at_of_concat_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (_, w, y3, y2, y23, y32) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], &inputs[8..10], &inputs[10..16], &inputs[16..22]);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += w[0] * y3[i] * y3[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * y3[i] * (w[0] * y3[i]).cos(); }
        let u1 = r1 + r2;
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += ((w[0] * y3[i]) * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += y23[i * 3 + j] * (y2[i].cos() * (w[0] * y3[j])); } }
        let u2 = r3 + r4;
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = w[0] * y3[i]; }
        let mut u4 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u4[i] += u3[p] * y32[p * 2 + i]; } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u4[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..3).map(|p| y23[i * 3 + p] * u3[p]).sum::<f64>() * y2[i]; }
        let u5 = r5 + r6;
        vec![u1 + u2 + u5]
    }

    pub fn concat_of_rows_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, y2, y22, y24) = (&inputs[0..6], &inputs[6..8], &inputs[8..12], &inputs[12..20]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += m[i] * y2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * y2[i] * m[i].cos(); }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u2[i * 2 + j] = if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        let mut u3 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { for p in 0..2 { u3[i * 2 + j] += u2[i * 2 + p] * y22[p * 2 + j]; } } }
        let mut u4 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { for p in 0..4 { u4[i * 2 + j] += y24[i * 4 + p] * u2[p * 2 + j]; } } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += (m[i] * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += y22[i * 2 + j] * (y2[i].cos() * m[j]); } }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += u3[i * 2 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += u4[i * 2 + j].sin(); } }
        let mut r7 = 0.0;
        for i in 0..4 { r7 += (0..2).map(|p| u2[i * 2 + p] * y2[p]).sum::<f64>().sin(); }
        vec![u1 + (r3 + r4) + (r5 + r6 + r7)]
    }

    pub fn outer_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y2, y22, y23) = (&inputs[0..3], &inputs[3..5], &inputs[5..7], &inputs[7..11], &inputs[11..17]);
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += ((x[0] * w[i]) * y2[j]).sin(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += y22[i * 2 + j] * (y2[i].cos() * (x[0] * w[j])); } }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u2[i * 2 + j] = x[i] * w[j]; } }
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { for p in 0..2 { u3[i * 2 + j] += u2[i * 2 + p] * y22[p * 2 + j]; } } }
        let mut u4 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { for p in 0..3 { u4[i * 2 + j] += y23[i * 3 + p] * u2[p * 2 + j]; } } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += x[0] * w[i] * y2[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += y2[i] * y2[i] * (x[0] * w[i]).cos(); }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += u3[i * 2 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += u4[i * 2 + j].sin(); } }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += (0..2).map(|p| u2[i * 2 + p] * y2[p]).sum::<f64>().sin(); }
        vec![r3 + r4 + u1 + (r5 + r6 + r7)]
    }

    pub fn at_at_of_outer_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, y3, y2, y23, y32) = (&inputs[0..3], &inputs[3..5], &inputs[5..8], &inputs[8..10], &inputs[10..16], &inputs[16..22]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[2] * w[0] * y3[i]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u2[i] += u1[p] * y32[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += (0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() * y2[i]; }
        let u3 = r1 + r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x[2] * w[0] * y3[i] * y3[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += y3[i] * y3[i] * (x[2] * w[0] * y3[i]).cos(); }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += ((x[2] * w[0] * y3[i]) * y2[j]).sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..3 { r6 += y23[i * 3 + j] * (y2[i].cos() * (x[2] * w[0] * y3[j])); } }
        vec![r3 + r4 + (r5 + r6) + u3]
    }

    pub fn product_with_vector_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, y3, y2, y23, y32) = (&inputs[0..6], &inputs[6..8], &inputs[8..11], &inputs[11..13], &inputs[13..19], &inputs[19..25]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        let mut u2 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u2[i] += u1[p] * y32[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += y3[i] * y3[i] * (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().cos(); }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += ((0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += y23[i * 3 + j] * (y2[i].cos() * (0..2).map(|p| m[j * 2 + p] * w[p]).sum::<f64>()); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u2[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..3).map(|p| y23[i * 3 + p] * u1[p]).sum::<f64>() * y2[i]; }
        vec![r1 + r2 + (r3 + r4) + (r5 + r6)]
    }

    pub fn window_of_sums_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y2, y22) = (&inputs[0..3], &inputs[3..5], &inputs[5..9]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += u1[i + 1] * y2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * y2[i] * u1[i + 1].cos(); }
        let u2 = r1 + r2;
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = x[i]; }
        cumulative_sum(&mut u3);
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        cumulative_sum(&mut u4);
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = u4[i + 1]; }
        let mut u6 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u6[i] += u5[p] * y22[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += (u3[i + 1] * y2[j]).sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += y22[i * 2 + j] * (y2[i].cos() * u3[j + 1]); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u6[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += (0..2).map(|p| y22[i * 2 + p] * u5[p]).sum::<f64>() * y2[i]; }
        vec![u2 + (r3 + r4) + (r5 + r6)]
    }

    pub fn at_of_softmax_in_products(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, y3, y2, y23, y32) = (&inputs[0..3], &inputs[3..6], &inputs[6..8], &inputs[8..14], &inputs[14..20]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        softmax(&mut u2);
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += ((u2[1] * y3[i]) * y2[j]).sin(); } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += y23[i * 3 + j] * (y2[i].cos() * (u2[1] * y3[j])); } }
        let u3 = r1 + r2;
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x[i]; }
        softmax(&mut u4);
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = u4[1] * y3[i]; }
        let mut u6 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u6[i] += u5[p] * y32[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u6[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (0..3).map(|p| y23[i * 3 + p] * u5[p]).sum::<f64>() * y2[i]; }
        let u7 = r3 + r4;
        let mut r5 = 0.0;
        for i in 0..3 { r5 += u1[1] * y3[i] * y3[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += y3[i] * y3[i] * (u1[1] * y3[i]).cos(); }
        vec![r5 + r6 + u3 + u7]
    }

    pub fn mapped_view_in_products(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, y2, y22) = (&inputs[0..3], &inputs[3..5], &inputs[5..9]);
        let mut r1 = 0.0;
        for i in 0..2 { r1 += wave(x[1], x[i], near) * y2[i].sin(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += y2[i] * y2[i] * wave(x[1], x[i], near).cos(); }
        let u1 = r1 + r2;
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = wave(x[1], x[i], near); }
        let mut u3 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u3[i] += u2[p] * y22[p * 2 + i]; } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u3[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (0..2).map(|p| y22[i * 2 + p] * u2[p]).sum::<f64>() * y2[i]; }
        let u4 = r3 + r4;
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += (wave(x[1], x[i], near) * y2[j]).sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += y22[i * 2 + j] * (y2[i].cos() * wave(x[1], x[j], near)); } }
        vec![u1 + (r5 + r6) + u4]
    }
}

crate::programs! {
    Real at_in_products as at_in_products with product;
    Real row_in_products as row_in_products with sides;
    Real level_in_products as level_in_products;
    Real at_at_in_products as at_at_in_products with tape;
    Real window_in_products as window_in_products with product;
    Real rows_in_products as rows_in_products with single;
    Real column_in_products as column_in_products;
    Real transpose_in_products as transpose_in_products with series;
    Real at_of_expression_in_products as at_of_expression_in_products with product;
    Real window_of_expression_in_products as window_of_expression_in_products with sides;
    Real column_of_transpose_in_products as column_of_transpose_in_products;
    Real stack_in_products as stack_in_products with tape;
    Real at_of_stack_in_products as at_of_stack_in_products with product;
    Real concat_in_products as concat_in_products with single;
    Real window_of_concat_in_products as window_of_concat_in_products;
    Real at_of_concat_in_products as at_of_concat_in_products with series;
    Real concat_of_rows_in_products as concat_of_rows_in_products with product;
    Real outer_in_products as outer_in_products with sides;
    Real at_at_of_outer_in_products as at_at_of_outer_in_products;
    Real product_with_vector_in_products as product_with_vector_in_products with tape;
    Real window_of_sums_in_products as window_of_sums_in_products with product;
    Real at_of_softmax_in_products as at_of_softmax_in_products with single;
    Real mapped_view_in_products as mapped_view_in_products;
}
