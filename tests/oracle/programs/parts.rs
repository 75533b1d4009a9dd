//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn at_in_parts(x: [R; 3], k, y3: [R; 3]) {
        let u1: [R; 6] = (x.at::<1>() * y3).concat::<6, _>(y3 - x.at::<1>());
        let u2 = x.at::<1>();
        let u3: [R; 3] = (u2 + y3) * x.at::<1>().cos();
        let u4 = (u2 * u3).sum() + u2 * u2;
        (stack((x.at::<1>(), k * x.at::<1>(), (x.at::<1>() * y3).sum())) * y3).sum() +
            ((x.at::<1>() * y3).concat::<6, _>(y3 - x.at::<1>()).norm() +
            (u1 * (x.at::<1>() * y3).concat::<6, _>(y3 - x.at::<1>())).sum()) +
            ((x.at::<1>().sin() * y3).window::<1, 2>().sum() + (x.at::<1>().sin() * y3).at::<2>()) + u4
    }

    pub fn row_in_parts(m: [[R; 2]; 3], k, y3: [R; 3], y2: [R; 2]) {
        let u1: [R; 4] = (m.at::<2>() * y2).concat::<4, _>(y2 - m.at::<2>());
        let u2: [R; 2] = m.at::<2>();
        let u3: [R; 2] = (u2 + y2) * m.at::<2>().cos();
        (stack((m.at::<2>().at::<1>(), k * m.at::<2>().at::<1>(), m.at::<2>().sum())) * y3).sum() +
            ((m.at::<2>() * y2).concat::<4, _>(y2 - m.at::<2>()).norm() +
            (u1 * (m.at::<2>() * y2).concat::<4, _>(y2 - m.at::<2>())).sum()) +
            ((m.at::<2>().sin() * y2).window::<1, 1>().sum() + (m.at::<2>().sin() * y2).at::<1>()) +
            ((u2 * u3).sum() + (u2 * u2).at::<1>())
    }

    pub fn level_in_parts(t: [[[R; 2]; 3]; 2], k, y3: [R; 3], y32: [[R; 2]; 3], y23: [[R; 3]; 2]) {
        let u1: [[R; 2]; 6] = (t.at::<1>() * y32).concat::<6, _>(y32 - t.at::<1>());
        let u2 = (t.at::<1>().sin() * y32).window::<1, 2>().sum() +
            (t.at::<1>().sin() * y32).at::<2>().at::<1>() + ((t.at::<1>().sin() * y32).transpose() * y23).sum() +
            ((t.at::<1>().sin() * y32).column::<1>() + 0.3).norm();
        let u3: [[R; 2]; 3] = t.at::<1>();
        let u4: [[R; 2]; 3] = (u3 + y32) * t.at::<1>().cos();
        (stack((t.at::<1>().at::<2>().at::<1>(), k * t.at::<1>().at::<2>().at::<1>(), t.at::<1>().sum())) *
            y3).sum() + ((t.at::<1>() * y32).concat::<6, _>(y32 - t.at::<1>()).norm() +
            (u1 * (t.at::<1>() * y32).concat::<6, _>(y32 - t.at::<1>())).sum()) + u2 +
            ((u3 * u4).sum() + (u3 * u3).at::<2>().at::<1>())
    }

    pub fn window_in_parts(x: [R; 3], k, y3: [R; 3], y2: [R; 2]) {
        let u1 = (stack((x.window::<1, 2>().at::<1>(), k * x.window::<1, 2>().at::<1>(), x.window::<1,
            2>().sum())) * y3).sum();
        let u2: [R; 4] = (x.window::<1, 2>() * y2).concat::<4, _>(y2 - x.window::<1, 2>());
        let u3 = (x.window::<1, 2>().sin() * y2).window::<1, 1>().sum() +
            (x.window::<1, 2>().sin() * y2).at::<1>();
        let u4: [R; 2] = x.window::<1, 2>();
        let u5: [R; 2] = (u4 + y2) * x.window::<1, 2>().cos();
        let u6 = (u4 * u5).sum() + (u4 * u4).at::<1>();
        u1 + ((x.window::<1, 2>() * y2).concat::<4, _>(y2 - x.window::<1, 2>()).norm() +
            (u2 * (x.window::<1, 2>() * y2).concat::<4, _>(y2 - x.window::<1, 2>())).sum()) + u3 + u6
    }

    pub fn rows_in_parts(m: [[R; 2]; 3], k, y3: [R; 3], y22: [[R; 2]; 2]) {
        let u1: [[R; 2]; 4] = (m.window::<1, 2>() * y22).concat::<4, _>(y22 - m.window::<1, 2>());
        let u2: [[R; 2]; 2] = m.window::<1, 2>();
        let u3: [[R; 2]; 2] = (u2 + y22) * m.window::<1, 2>().cos();
        (stack((m.window::<1, 2>().at::<1>().at::<1>(), k * m.window::<1, 2>().at::<1>().at::<1>(), m.window::<1,
            2>().sum())) * y3).sum() + ((m.window::<1, 2>() * y22).concat::<4,
            _>(y22 - m.window::<1, 2>()).norm() +
            (u1 * (m.window::<1, 2>() * y22).concat::<4, _>(y22 - m.window::<1, 2>())).sum()) +
            ((m.window::<1, 2>().sin() * y22).window::<1, 1>().sum() +
            (m.window::<1, 2>().sin() * y22).at::<1>().at::<1>() +
            ((m.window::<1, 2>().sin() * y22).transpose() * y22).sum() +
            ((m.window::<1, 2>().sin() * y22).column::<1>() + 0.3).norm()) +
            ((u2 * u3).sum() + (u2 * u2).at::<1>().at::<1>())
    }

    pub fn column_in_parts(m: [[R; 2]; 3], k, y3: [R; 3]) {
        let u1 = (stack((m.column::<1>().at::<2>(), k * m.column::<1>().at::<2>(), m.column::<1>().sum())) *
            y3).sum();
        let u2: [R; 6] = (m.column::<1>() * y3).concat::<6, _>(y3 - m.column::<1>());
        let u3 = (m.column::<1>() * y3).concat::<6, _>(y3 - m.column::<1>()).norm() +
            (u2 * (m.column::<1>() * y3).concat::<6, _>(y3 - m.column::<1>())).sum();
        let u4 = (m.column::<1>().sin() * y3).window::<1, 2>().sum() + (m.column::<1>().sin() * y3).at::<2>();
        let u5: [R; 3] = m.column::<1>();
        let u6: [R; 3] = (u5 + y3) * m.column::<1>().cos();
        u1 + u3 + u4 + ((u5 * u6).sum() + (u5 * u5).at::<2>())
    }

    pub fn transpose_in_parts(m: [[R; 2]; 3], k, y3: [R; 3], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1: [[R; 3]; 4] = (m.transpose() * y23).concat::<4, _>(y23 - m.transpose());
        let u2: [[R; 3]; 2] = m.transpose();
        let u3: [[R; 3]; 2] = (u2 + y23) * m.transpose().cos();
        (stack((m.transpose().at::<1>().at::<2>(), k * m.transpose().at::<1>().at::<2>(), m.transpose().sum())) *
            y3).sum() + ((m.transpose() * y23).concat::<4, _>(y23 - m.transpose()).norm() +
            (u1 * (m.transpose() * y23).concat::<4, _>(y23 - m.transpose())).sum()) +
            ((m.transpose().sin() * y23).window::<1, 1>().sum() +
            (m.transpose().sin() * y23).at::<1>().at::<2>() +
            ((m.transpose().sin() * y23).transpose() * y32).sum() +
            ((m.transpose().sin() * y23).column::<1>() + 0.3).norm()) +
            ((u2 * u3).sum() + (u2 * u2).at::<1>().at::<2>())
    }

    pub fn at_of_expression_in_parts(x: [R; 3], k, y3: [R; 3]) {
        let u1: [R; 6] = ((x * x.sin()).at::<2>() * y3).concat::<6, _>(y3 - (x * x.sin()).at::<2>());
        let u2 = ((x * x.sin()).at::<2>().sin() * y3).window::<1, 2>().sum() +
            ((x * x.sin()).at::<2>().sin() * y3).at::<2>();
        let u3 = (x * x.sin()).at::<2>();
        let u4: [R; 3] = (u3 + y3) * (x * x.sin()).at::<2>().cos();
        let u5 = (u3 * u4).sum() + u3 * u3;
        (stack(((x * x.sin()).at::<2>(), k * (x * x.sin()).at::<2>(), ((x * x.sin()).at::<2>() * y3).sum())) *
            y3).sum() + (((x * x.sin()).at::<2>() * y3).concat::<6, _>(y3 - (x * x.sin()).at::<2>()).norm() +
            (u1 * ((x * x.sin()).at::<2>() * y3).concat::<6, _>(y3 - (x * x.sin()).at::<2>())).sum()) + u2 + u5
    }

    pub fn window_of_expression_in_parts(k, x: [R; 3], y3: [R; 3], y2: [R; 2]) {
        let u1: [R; 4] = ((k * x).window::<1, 2>() * y2).concat::<4, _>(y2 - (k * x).window::<1, 2>());
        let u2 = ((k * x).window::<1, 2>() * y2).concat::<4, _>(y2 - (k * x).window::<1, 2>()).norm() +
            (u1 * ((k * x).window::<1, 2>() * y2).concat::<4, _>(y2 - (k * x).window::<1, 2>())).sum();
        let u3 = ((k * x).window::<1, 2>().sin() * y2).window::<1, 1>().sum() +
            ((k * x).window::<1, 2>().sin() * y2).at::<1>();
        let u4: [R; 2] = (k * x).window::<1, 2>();
        let u5: [R; 2] = (u4 + y2) * (k * x).window::<1, 2>().cos();
        let u6 = (u4 * u5).sum() + (u4 * u4).at::<1>();
        (stack(((k * x).window::<1, 2>().at::<1>(), k * (k * x).window::<1, 2>().at::<1>(), (k * x).window::<1,
            2>().sum())) * y3).sum() + u2 + u3 + u6
    }

    pub fn transpose_of_expression_in_parts(m: [[R; 2]; 3], k, y3: [R; 3], y23: [[R; 3]; 2], y32: [[R; 2]; 3]) {
        let u1: [[R; 3]; 4] = ((m * k).transpose() * y23).concat::<4, _>(y23 - (m * k).transpose());
        let u2 = ((m * k).transpose() * y23).concat::<4, _>(y23 - (m * k).transpose()).norm() +
            (u1 * ((m * k).transpose() * y23).concat::<4, _>(y23 - (m * k).transpose())).sum();
        let u3: [[R; 3]; 2] = (m * k).transpose();
        let u4: [[R; 3]; 2] = (u3 + y23) * (m * k).transpose().cos();
        (stack(((m * k).transpose().at::<1>().at::<2>(), k * (m * k).transpose().at::<1>().at::<2>(),
            (m * k).transpose().sum())) * y3).sum() + u2 +
            (((m * k).transpose().sin() * y23).window::<1, 1>().sum() +
            ((m * k).transpose().sin() * y23).at::<1>().at::<2>() +
            (((m * k).transpose().sin() * y23).transpose() * y32).sum() +
            (((m * k).transpose().sin() * y23).column::<1>() + 0.3).norm()) +
            ((u3 * u4).sum() + (u3 * u3).at::<1>().at::<2>())
    }

    pub fn at_of_column_in_parts(m: [[R; 2]; 3], k, y3: [R; 3]) {
        let u1: [R; 6] = (m.column::<0>().at::<2>() * y3).concat::<6, _>(y3 - m.column::<0>().at::<2>());
        let u2 = (m.column::<0>().at::<2>().sin() * y3).window::<1, 2>().sum() +
            (m.column::<0>().at::<2>().sin() * y3).at::<2>();
        let u3 = m.column::<0>().at::<2>();
        let u4: [R; 3] = (u3 + y3) * m.column::<0>().at::<2>().cos();
        (stack((m.column::<0>().at::<2>(), k * m.column::<0>().at::<2>(),
            (m.column::<0>().at::<2>() * y3).sum())) * y3).sum() +
            ((m.column::<0>().at::<2>() * y3).concat::<6, _>(y3 - m.column::<0>().at::<2>()).norm() +
            (u1 * (m.column::<0>().at::<2>() * y3).concat::<6, _>(y3 - m.column::<0>().at::<2>())).sum()) + u2 +
            ((u3 * u4).sum() + u3 * u3)
    }

    pub fn stack_in_parts(x: [R; 3], k, y3: [R; 3]) {
        let u1: [R; 6] = (stack((x.at::<2>(), k * x.at::<0>(), k)) * y3).concat::<6,
            _>(y3 - stack((x.at::<2>(), k * x.at::<0>(), k)));
        let u2: [R; 3] = stack((x.at::<2>(), k * x.at::<0>(), k));
        let u3: [R; 3] = (u2 + y3) * stack((x.at::<2>(), k * x.at::<0>(), k)).cos();
        (stack((stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>(), k *
            stack((x.at::<2>(), k * x.at::<0>(), k)).at::<2>(),
            stack((x.at::<2>(), k * x.at::<0>(), k)).sum())) * y3).sum() +
            ((stack((x.at::<2>(), k * x.at::<0>(), k)) * y3).concat::<6,
            _>(y3 - stack((x.at::<2>(), k * x.at::<0>(), k))).norm() +
            (u1 * (stack((x.at::<2>(), k * x.at::<0>(), k)) * y3).concat::<6,
            _>(y3 - stack((x.at::<2>(), k * x.at::<0>(), k)))).sum()) +
            ((stack((x.at::<2>(), k * x.at::<0>(), k)).sin() * y3).window::<1, 2>().sum() +
            (stack((x.at::<2>(), k * x.at::<0>(), k)).sin() * y3).at::<2>()) +
            ((u2 * u3).sum() + (u2 * u2).at::<2>())
    }

    pub fn at_of_stack_in_parts(k, x: [R; 3], y3: [R; 3]) {
        let u1: [R; 6] = (stack((k, x.at::<2>().sin())).at::<1>() * y3).concat::<6,
            _>(y3 - stack((k, x.at::<2>().sin())).at::<1>());
        let u2 = (stack((k, x.at::<2>().sin())).at::<1>() * y3).concat::<6,
            _>(y3 - stack((k, x.at::<2>().sin())).at::<1>()).norm() +
            (u1 * (stack((k, x.at::<2>().sin())).at::<1>() * y3).concat::<6,
            _>(y3 - stack((k, x.at::<2>().sin())).at::<1>())).sum();
        let u3 = (stack((k, x.at::<2>().sin())).at::<1>().sin() * y3).window::<1, 2>().sum() +
            (stack((k, x.at::<2>().sin())).at::<1>().sin() * y3).at::<2>();
        let u4 = stack((k, x.at::<2>().sin())).at::<1>();
        let u5: [R; 3] = (u4 + y3) * stack((k, x.at::<2>().sin())).at::<1>().cos();
        let u6 = (u4 * u5).sum() + u4 * u4;
        (stack((stack((k, x.at::<2>().sin())).at::<1>(), k * stack((k, x.at::<2>().sin())).at::<1>(),
            (stack((k, x.at::<2>().sin())).at::<1>() * y3).sum())) * y3).sum() + u2 + u3 + u6
    }

    pub fn concat_in_parts(x: [R; 3], w: [R; 2], k, y3: [R; 3], y5: [R; 5]) {
        let u1: [R; 10] = (x.concat::<5, _>(w * k) * y5).concat::<10, _>(y5 - x.concat::<5, _>(w * k));
        let u2 = (x.concat::<5, _>(w * k) * y5).concat::<10, _>(y5 - x.concat::<5, _>(w * k)).norm() +
            (u1 * (x.concat::<5, _>(w * k) * y5).concat::<10, _>(y5 - x.concat::<5, _>(w * k))).sum();
        let u3 = (x.concat::<5, _>(w * k).sin() * y5).window::<1, 4>().sum() +
            (x.concat::<5, _>(w * k).sin() * y5).at::<4>();
        let u4: [R; 5] = x.concat::<5, _>(w * k);
        let u5: [R; 5] = (u4 + y5) * x.concat::<5, _>(w * k).cos();
        (stack((x.concat::<5, _>(w * k).at::<4>(), k * x.concat::<5, _>(w * k).at::<4>(), x.concat::<5,
            _>(w * k).sum())) * y3).sum() + u2 + u3 + ((u4 * u5).sum() + (u4 * u4).at::<4>())
    }

    pub fn window_of_concat_in_parts(x: [R; 3], w: [R; 2], k, y3: [R; 3], y2: [R; 2]) {
        let u1 = (stack((x.concat::<5, _>(w).window::<2, 2>().at::<1>(), k * x.concat::<5, _>(w).window::<2,
            2>().at::<1>(), x.concat::<5, _>(w).window::<2, 2>().sum())) * y3).sum();
        let u2: [R; 4] = (x.concat::<5, _>(w).window::<2, 2>() * y2).concat::<4,
            _>(y2 - x.concat::<5, _>(w).window::<2, 2>());
        let u3 = (x.concat::<5, _>(w).window::<2, 2>().sin() * y2).window::<1, 1>().sum() +
            (x.concat::<5, _>(w).window::<2, 2>().sin() * y2).at::<1>();
        let u4: [R; 2] = x.concat::<5, _>(w).window::<2, 2>();
        let u5: [R; 2] = (u4 + y2) * x.concat::<5, _>(w).window::<2, 2>().cos();
        u1 + ((x.concat::<5, _>(w).window::<2, 2>() * y2).concat::<4,
            _>(y2 - x.concat::<5, _>(w).window::<2, 2>()).norm() +
            (u2 * (x.concat::<5, _>(w).window::<2, 2>() * y2).concat::<4,
            _>(y2 - x.concat::<5, _>(w).window::<2, 2>())).sum()) + u3 + ((u4 * u5).sum() + (u4 * u4).at::<1>())
    }

    pub fn concat_of_rows_in_parts(m: [[R; 2]; 3], k, y3: [R; 3], y42: [[R; 2]; 4], y24: [[R; 4]; 2]) {
        let u1: [[R; 2]; 8] = (m.concat::<4, _>(m.window::<0, 1>()) * y42).concat::<8,
            _>(y42 - m.concat::<4, _>(m.window::<0, 1>()));
        let u2: [[R; 2]; 4] = m.concat::<4, _>(m.window::<0, 1>());
        let u3: [[R; 2]; 4] = (u2 + y42) * m.concat::<4, _>(m.window::<0, 1>()).cos();
        let u4 = (u2 * u3).sum() + (u2 * u2).at::<3>().at::<1>();
        (stack((m.concat::<4, _>(m.window::<0, 1>()).at::<3>().at::<1>(), k * m.concat::<4,
            _>(m.window::<0, 1>()).at::<3>().at::<1>(), m.concat::<4, _>(m.window::<0, 1>()).sum())) *
            y3).sum() + ((m.concat::<4, _>(m.window::<0, 1>()) * y42).concat::<8,
            _>(y42 - m.concat::<4, _>(m.window::<0, 1>())).norm() +
            (u1 * (m.concat::<4, _>(m.window::<0, 1>()) * y42).concat::<8,
            _>(y42 - m.concat::<4, _>(m.window::<0, 1>()))).sum()) +
            ((m.concat::<4, _>(m.window::<0, 1>()).sin() * y42).window::<1, 3>().sum() +
            (m.concat::<4, _>(m.window::<0, 1>()).sin() * y42).at::<3>().at::<1>() +
            ((m.concat::<4, _>(m.window::<0, 1>()).sin() * y42).transpose() * y24).sum() +
            ((m.concat::<4, _>(m.window::<0, 1>()).sin() * y42).column::<1>() + 0.3).norm()) + u4
    }

    pub fn outer_in_parts(x: [R; 3], w: [R; 2], k, y3: [R; 3], y32: [[R; 2]; 3], y23: [[R; 3]; 2]) {
        let u1 = (stack((x.outer(w).at::<2>().at::<1>(), k * x.outer(w).at::<2>().at::<1>(), x.outer(w).sum())) *
            y3).sum();
        let u2: [[R; 2]; 6] = (x.outer(w) * y32).concat::<6, _>(y32 - x.outer(w));
        let u3 = (x.outer(w) * y32).concat::<6, _>(y32 - x.outer(w)).norm() +
            (u2 * (x.outer(w) * y32).concat::<6, _>(y32 - x.outer(w))).sum();
        let u4: [[R; 2]; 3] = x.outer(w);
        let u5: [[R; 2]; 3] = (u4 + y32) * x.outer(w).cos();
        u1 + u3 + ((x.outer(w).sin() * y32).window::<1, 2>().sum() +
            (x.outer(w).sin() * y32).at::<2>().at::<1>() + ((x.outer(w).sin() * y32).transpose() * y23).sum() +
            ((x.outer(w).sin() * y32).column::<1>() + 0.3).norm()) +
            ((u4 * u5).sum() + (u4 * u4).at::<2>().at::<1>())
    }

    pub fn at_at_of_outer_in_parts(x: [R; 3], w: [R; 2], k, y3: [R; 3]) {
        let u1 = (stack((x.outer(w).at::<2>().at::<0>(), k * x.outer(w).at::<2>().at::<0>(),
            (x.outer(w).at::<2>().at::<0>() * y3).sum())) * y3).sum();
        let u2: [R; 6] = (x.outer(w).at::<2>().at::<0>() * y3).concat::<6,
            _>(y3 - x.outer(w).at::<2>().at::<0>());
        let u3 = (x.outer(w).at::<2>().at::<0>() * y3).concat::<6,
            _>(y3 - x.outer(w).at::<2>().at::<0>()).norm() +
            (u2 * (x.outer(w).at::<2>().at::<0>() * y3).concat::<6,
            _>(y3 - x.outer(w).at::<2>().at::<0>())).sum();
        let u4 = x.outer(w).at::<2>().at::<0>();
        let u5: [R; 3] = (u4 + y3) * x.outer(w).at::<2>().at::<0>().cos();
        u1 + u3 + ((x.outer(w).at::<2>().at::<0>().sin() * y3).window::<1, 2>().sum() +
            (x.outer(w).at::<2>().at::<0>().sin() * y3).at::<2>()) + ((u4 * u5).sum() + u4 * u4)
    }

    pub fn product_with_vector_in_parts(m: [[R; 2]; 3], w: [R; 2], k, y3: [R; 3]) {
        let u1 = (stack((m.dot(w).at::<2>(), k * m.dot(w).at::<2>(), m.dot(w).sum())) * y3).sum();
        let u2: [R; 6] = (m.dot(w) * y3).concat::<6, _>(y3 - m.dot(w));
        let u3: [R; 3] = m.dot(w);
        let u4: [R; 3] = (u3 + y3) * m.dot(w).cos();
        u1 + ((m.dot(w) * y3).concat::<6, _>(y3 - m.dot(w)).norm() +
            (u2 * (m.dot(w) * y3).concat::<6, _>(y3 - m.dot(w))).sum()) +
            ((m.dot(w).sin() * y3).window::<1, 2>().sum() + (m.dot(w).sin() * y3).at::<2>()) +
            ((u3 * u4).sum() + (u3 * u3).at::<2>())
    }

    pub fn window_of_sums_in_parts(x: [R; 3], k, y3: [R; 3], y2: [R; 2]) {
        let u1: [R; 3] = x.cumulative_sum();
        let u2: [R; 3] = x.cumulative_sum();
        let u3: [R; 4] = (u2.window::<1, 2>() * y2).concat::<4, _>(y2 - u2.window::<1, 2>());
        let u4 = (u2.window::<1, 2>() * y2).concat::<4, _>(y2 - u2.window::<1, 2>()).norm() +
            (u3 * (u2.window::<1, 2>() * y2).concat::<4, _>(y2 - u2.window::<1, 2>())).sum();
        let u5: [R; 3] = x.cumulative_sum();
        let u6 = (u5.window::<1, 2>().sin() * y2).window::<1, 1>().sum() +
            (u5.window::<1, 2>().sin() * y2).at::<1>();
        let u7: [R; 3] = x.cumulative_sum();
        let u8: [R; 2] = u7.window::<1, 2>();
        let u9: [R; 2] = (u8 + y2) * u7.window::<1, 2>().cos();
        let u10 = (u8 * u9).sum() + (u8 * u8).at::<1>();
        (stack((u1.window::<1, 2>().at::<1>(), k * u1.window::<1, 2>().at::<1>(), u1.window::<1, 2>().sum())) *
            y3).sum() + u4 + u6 + u10
    }

    pub fn at_of_softmax_in_parts(x: [R; 3], k, y3: [R; 3]) {
        let u1: [R; 3] = x.softmax();
        let u2: [R; 3] = x.softmax();
        let u3: [R; 6] = (u2.at::<1>() * y3).concat::<6, _>(y3 - u2.at::<1>());
        let u4 = (u2.at::<1>() * y3).concat::<6, _>(y3 - u2.at::<1>()).norm() +
            (u3 * (u2.at::<1>() * y3).concat::<6, _>(y3 - u2.at::<1>())).sum();
        let u5: [R; 3] = x.softmax();
        let u6 = (u5.at::<1>().sin() * y3).window::<1, 2>().sum() + (u5.at::<1>().sin() * y3).at::<2>();
        let u7: [R; 3] = x.softmax();
        let u8 = u7.at::<1>();
        let u9: [R; 3] = (u8 + y3) * u7.at::<1>().cos();
        (stack((u1.at::<1>(), k * u1.at::<1>(), (u1.at::<1>() * y3).sum())) * y3).sum() + u4 + u6 +
            ((u8 * u9).sum() + u8 * u8)
    }

    pub fn mapped_view_in_parts(x: [R; 3], k, y3: [R; 3], y2: [R; 2]) {
        let u1: [R; 4] = (wave(x.at::<1>(), x.window::<0, 2>()) * y2).concat::<4,
            _>(y2 - wave(x.at::<1>(), x.window::<0, 2>()));
        let u2 = (wave(x.at::<1>(), x.window::<0, 2>()) * y2).concat::<4,
            _>(y2 - wave(x.at::<1>(), x.window::<0, 2>())).norm() +
            (u1 * (wave(x.at::<1>(), x.window::<0, 2>()) * y2).concat::<4,
            _>(y2 - wave(x.at::<1>(), x.window::<0, 2>()))).sum();
        let u3: [R; 2] = wave(x.at::<1>(), x.window::<0, 2>());
        let u4: [R; 2] = (u3 + y2) * wave(x.at::<1>(), x.window::<0, 2>()).cos();
        let u5 = (u3 * u4).sum() + (u3 * u3).at::<1>();
        (stack((wave(x.at::<1>(), x.window::<0, 2>()).at::<1>(), k *
            wave(x.at::<1>(), x.window::<0, 2>()).at::<1>(), wave(x.at::<1>(), x.window::<0, 2>()).sum())) *
            y3).sum() + u2 + ((wave(x.at::<1>(), x.window::<0, 2>()).sin() * y2).window::<1, 1>().sum() +
            (wave(x.at::<1>(), x.window::<0, 2>()).sin() * y2).at::<1>()) + u5
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn at_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut u1 = [0.0; 6];
        for i in 0..6 { u1[i] = if i < 3 { x[1] * y3[i] } else { y3[i - 3] - x[1] }; }
        let u2 = x[1];
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = (u2 + y3[i]) * x[1].cos(); }
        let mut r1 = 0.0;
        for i in 0..3 { r1 += u2 * u3[i]; }
        let u4 = r1 + u2 * u2;
        let mut r2 = 0.0;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x[1] * y3[i]; }
        for i in 0..3 { r2 += [x[1], k * x[1], r3][i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..6 { r4 += square(if i < 3 { x[1] * y3[i] } else { y3[i - 3] - x[1] }); }
        let mut r5 = 0.0;
        for i in 0..6 { r5 += u1[i] * (if i < 3 { x[1] * y3[i] } else { y3[i - 3] - x[1] }); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += x[1].sin() * y3[i + 1]; }
        vec![r2 + (r4.sqrt() + r5) + (r6 + x[1].sin() * y3[2]) + u4]
    }

    pub fn row_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3, y2) = (&inputs[0..6], inputs[6], &inputs[7..10], &inputs[10..12]);
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = if i < 2 { m[i + 4] * y2[i] } else { y2[i - 2] - m[i + 2] }; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = m[i + 4]; }
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = (u2[i] + y2[i]) * m[i + 4].cos(); }
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += m[i + 4]; }
        for i in 0..3 { r1 += [m[5], k * m[5], r2][i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += square(if i < 2 { m[i + 4] * y2[i] } else { y2[i - 2] - m[i + 2] }); }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u1[i] * (if i < 2 { m[i + 4] * y2[i] } else { y2[i - 2] - m[i + 2] }); }
        let mut r5 = 0.0;
        for i in 0..1 { r5 += m[i + 5].sin() * y2[i + 1]; }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u2[i] * u3[i]; }
        vec![r1 + (r3.sqrt() + r4) + (r5 + m[5].sin() * y2[1]) + (r6 + u2[1] * u2[1])]
    }

    pub fn level_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (t, k, y3, y32, y23) = (&inputs[0..12], inputs[12], &inputs[13..16], &inputs[16..22], &inputs[22..28]);
        let mut u1 = [0.0; 12];
        for i in 0..6 { for j in 0..2 { u1[i * 2 + j] = if i < 3 { t[i * 2 + j + 6] * y32[i * 2 + j] } else { y32[i * 2 + j - 6] - t[i * 2 + j] }; } }
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..2 { r1 += t[i * 2 + j + 8].sin() * y32[i * 2 + j + 2]; } }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += t[j * 2 + i + 6].sin() * y32[j * 2 + i] * y23[i * 3 + j]; } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += square(t[i * 2 + 7].sin() * y32[i * 2 + 1] + 0.3); }
        let u2 = r1 + t[11].sin() * y32[5] + r2 + r3.sqrt();
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u3[i * 2 + j] = t[i * 2 + j + 6]; } }
        let mut u4 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u4[i * 2 + j] = (u3[i * 2 + j] + y32[i * 2 + j]) * t[i * 2 + j + 6].cos(); } }
        let mut r4 = 0.0;
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += t[i * 2 + j + 6]; } }
        for i in 0..3 { r4 += [t[11], k * t[11], r5][i] * y3[i]; }
        let mut r6 = 0.0;
        for i in 0..6 { for j in 0..2 { r6 += square(if i < 3 { t[i * 2 + j + 6] * y32[i * 2 + j] } else { y32[i * 2 + j - 6] - t[i * 2 + j] }); } }
        let mut r7 = 0.0;
        for i in 0..6 { for j in 0..2 { r7 += u1[i * 2 + j] * (if i < 3 { t[i * 2 + j + 6] * y32[i * 2 + j] } else { y32[i * 2 + j - 6] - t[i * 2 + j] }); } }
        let mut r8 = 0.0;
        for i in 0..3 { for j in 0..2 { r8 += u3[i * 2 + j] * u4[i * 2 + j]; } }
        vec![r4 + (r6.sqrt() + r7) + u2 + (r8 + u3[5] * u3[5])]
    }

    pub fn window_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3, y2) = (&inputs[0..3], inputs[3], &inputs[4..7], &inputs[7..9]);
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += x[i + 1]; }
        for i in 0..3 { r1 += [x[2], k * x[2], r2][i] * y3[i]; }
        let u1 = r1;
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = if i < 2 { x[i + 1] * y2[i] } else { y2[i - 2] - x[i - 1] }; }
        let mut r3 = 0.0;
        for i in 0..1 { r3 += x[i + 2].sin() * y2[i + 1]; }
        let u3 = r3 + x[2].sin() * y2[1];
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = x[i + 1]; }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = (u4[i] + y2[i]) * x[i + 1].cos(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u4[i] * u5[i]; }
        let u6 = r4 + u4[1] * u4[1];
        let mut r5 = 0.0;
        for i in 0..4 { r5 += square(if i < 2 { x[i + 1] * y2[i] } else { y2[i - 2] - x[i - 1] }); }
        let mut r6 = 0.0;
        for i in 0..4 { r6 += u2[i] * (if i < 2 { x[i + 1] * y2[i] } else { y2[i - 2] - x[i - 1] }); }
        vec![u1 + (r5.sqrt() + r6) + u3 + u6]
    }

    pub fn rows_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3, y22) = (&inputs[0..6], inputs[6], &inputs[7..10], &inputs[10..14]);
        let mut u1 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u1[i * 2 + j] = if i < 2 { m[i * 2 + j + 2] * y22[i * 2 + j] } else { y22[i * 2 + j - 4] - m[i * 2 + j - 2] }; } }
        let mut u2 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u2[i * 2 + j] = m[i * 2 + j + 2]; } }
        let mut u3 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u3[i * 2 + j] = (u2[i * 2 + j] + y22[i * 2 + j]) * m[i * 2 + j + 2].cos(); } }
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += m[i * 2 + j + 2]; } }
        for i in 0..3 { r1 += [m[5], k * m[5], r2][i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..2 { r3 += square(if i < 2 { m[i * 2 + j + 2] * y22[i * 2 + j] } else { y22[i * 2 + j - 4] - m[i * 2 + j - 2] }); } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..2 { r4 += u1[i * 2 + j] * (if i < 2 { m[i * 2 + j + 2] * y22[i * 2 + j] } else { y22[i * 2 + j - 4] - m[i * 2 + j - 2] }); } }
        let mut r5 = 0.0;
        for i in 0..1 { for j in 0..2 { r5 += m[i * 2 + j + 4].sin() * y22[i * 2 + j + 2]; } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += m[j * 2 + i + 2].sin() * y22[j * 2 + i] * y22[i * 2 + j]; } }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += square(m[i * 2 + 3].sin() * y22[i * 2 + 1] + 0.3); }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..2 { r8 += u2[i * 2 + j] * u3[i * 2 + j]; } }
        vec![r1 + (r3.sqrt() + r4) + (r5 + m[5].sin() * y22[3] + r6 + r7.sqrt()) + (r8 + u2[3] * u2[3])]
    }

    pub fn column_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3) = (&inputs[0..6], inputs[6], &inputs[7..10]);
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += m[i * 2 + 1]; }
        for i in 0..3 { r1 += [m[5], k * m[5], r2][i] * y3[i]; }
        let u1 = r1;
        let mut u2 = [0.0; 6];
        for i in 0..6 { u2[i] = if i < 3 { m[i * 2 + 1] * y3[i] } else { y3[i - 3] - m[i * 2 - 5] }; }
        let mut r3 = 0.0;
        for i in 0..6 { r3 += square(if i < 3 { m[i * 2 + 1] * y3[i] } else { y3[i - 3] - m[i * 2 - 5] }); }
        let mut r4 = 0.0;
        for i in 0..6 { r4 += u2[i] * (if i < 3 { m[i * 2 + 1] * y3[i] } else { y3[i - 3] - m[i * 2 - 5] }); }
        let u3 = r3.sqrt() + r4;
        let mut r5 = 0.0;
        for i in 0..2 { r5 += m[i * 2 + 3].sin() * y3[i + 1]; }
        let u4 = r5 + m[5].sin() * y3[2];
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = m[i * 2 + 1]; }
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = (u5[i] + y3[i]) * m[i * 2 + 1].cos(); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u5[i] * u6[i]; }
        vec![u1 + u3 + u4 + (r6 + u5[2] * u5[2])]
    }

    pub fn transpose_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3, y23, y32) = (&inputs[0..6], inputs[6], &inputs[7..10], &inputs[10..16], &inputs[16..22]);
        let mut u1 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u1[i * 3 + j] = if i < 2 { m[j * 2 + i] * y23[i * 3 + j] } else { y23[i * 3 + j - 6] - m[j * 2 + i - 2] }; } }
        let mut u2 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u2[i * 3 + j] = m[j * 2 + i]; } }
        let mut u3 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u3[i * 3 + j] = (u2[i * 3 + j] + y23[i * 3 + j]) * m[j * 2 + i].cos(); } }
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..3 { r2 += m[j * 2 + i]; } }
        for i in 0..3 { r1 += [m[5], k * m[5], r2][i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..3 { r3 += square(if i < 2 { m[j * 2 + i] * y23[i * 3 + j] } else { y23[i * 3 + j - 6] - m[j * 2 + i - 2] }); } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..3 { r4 += u1[i * 3 + j] * (if i < 2 { m[j * 2 + i] * y23[i * 3 + j] } else { y23[i * 3 + j - 6] - m[j * 2 + i - 2] }); } }
        let mut r5 = 0.0;
        for i in 0..1 { for j in 0..3 { r5 += m[j * 2 + i + 1].sin() * y23[i * 3 + j + 3]; } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += m[i * 2 + j].sin() * y23[j * 3 + i] * y32[i * 2 + j]; } }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += square(m[i + 2].sin() * y23[i * 3 + 1] + 0.3); }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..3 { r8 += u2[i * 3 + j] * u3[i * 3 + j]; } }
        vec![r1 + (r3.sqrt() + r4) + (r5 + m[5].sin() * y23[5] + r6 + r7.sqrt()) + (r8 + u2[5] * u2[5])]
    }

    pub fn at_of_expression_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut u1 = [0.0; 6];
        for i in 0..6 { u1[i] = if i < 3 { x[2] * x[2].sin() * y3[i] } else { y3[i - 3] - x[2] * x[2].sin() }; }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (x[2] * x[2].sin()).sin() * y3[i + 1]; }
        let u2 = r1 + (x[2] * x[2].sin()).sin() * y3[2];
        let u3 = x[2] * x[2].sin();
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = (u3 + y3[i]) * (x[2] * x[2].sin()).cos(); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u3 * u4[i]; }
        let u5 = r2 + u3 * u3;
        let mut r3 = 0.0;
        let mut r4 = 0.0;
        for i in 0..3 { r4 += x[2] * x[2].sin() * y3[i]; }
        for i in 0..3 { r3 += [x[2] * x[2].sin(), k * (x[2] * x[2].sin()), r4][i] * y3[i]; }
        let mut r5 = 0.0;
        for i in 0..6 { r5 += square(if i < 3 { x[2] * x[2].sin() * y3[i] } else { y3[i - 3] - x[2] * x[2].sin() }); }
        let mut r6 = 0.0;
        for i in 0..6 { r6 += u1[i] * (if i < 3 { x[2] * x[2].sin() * y3[i] } else { y3[i - 3] - x[2] * x[2].sin() }); }
        vec![r3 + (r5.sqrt() + r6) + u2 + u5]
    }

    pub fn window_of_expression_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y3, y2) = (inputs[0], &inputs[1..4], &inputs[4..7], &inputs[7..9]);
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = if i < 2 { k * x[i + 1] * y2[i] } else { y2[i - 2] - k * x[i - 1] }; }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += square(if i < 2 { k * x[i + 1] * y2[i] } else { y2[i - 2] - k * x[i - 1] }); }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += u1[i] * (if i < 2 { k * x[i + 1] * y2[i] } else { y2[i - 2] - k * x[i - 1] }); }
        let u2 = r1.sqrt() + r2;
        let mut r3 = 0.0;
        for i in 0..1 { r3 += (k * x[i + 2]).sin() * y2[i + 1]; }
        let u3 = r3 + (k * x[2]).sin() * y2[1];
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = k * x[i + 1]; }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = (u4[i] + y2[i]) * (k * x[i + 1]).cos(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u4[i] * u5[i]; }
        let u6 = r4 + u4[1] * u4[1];
        let mut r5 = 0.0;
        let mut r6 = 0.0;
        for i in 0..2 { r6 += k * x[i + 1]; }
        for i in 0..3 { r5 += [k * x[2], k * (k * x[2]), r6][i] * y3[i]; }
        vec![r5 + u2 + u3 + u6]
    }

    pub fn transpose_of_expression_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3, y23, y32) = (&inputs[0..6], inputs[6], &inputs[7..10], &inputs[10..16], &inputs[16..22]);
        let mut u1 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u1[i * 3 + j] = if i < 2 { m[j * 2 + i] * k * y23[i * 3 + j] } else { y23[i * 3 + j - 6] - m[j * 2 + i - 2] * k }; } }
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..3 { r1 += square(if i < 2 { m[j * 2 + i] * k * y23[i * 3 + j] } else { y23[i * 3 + j - 6] - m[j * 2 + i - 2] * k }); } }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..3 { r2 += u1[i * 3 + j] * (if i < 2 { m[j * 2 + i] * k * y23[i * 3 + j] } else { y23[i * 3 + j - 6] - m[j * 2 + i - 2] * k }); } }
        let u2 = r1.sqrt() + r2;
        let mut u3 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u3[i * 3 + j] = m[j * 2 + i] * k; } }
        let mut u4 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u4[i * 3 + j] = (u3[i * 3 + j] + y23[i * 3 + j]) * (m[j * 2 + i] * k).cos(); } }
        let mut r3 = 0.0;
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += m[j * 2 + i] * k; } }
        for i in 0..3 { r3 += [m[5] * k, k * (m[5] * k), r4][i] * y3[i]; }
        let mut r5 = 0.0;
        for i in 0..1 { for j in 0..3 { r5 += (m[j * 2 + i + 1] * k).sin() * y23[i * 3 + j + 3]; } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += (m[i * 2 + j] * k).sin() * y23[j * 3 + i] * y32[i * 2 + j]; } }
        let mut r7 = 0.0;
        for i in 0..2 { r7 += square((m[i + 2] * k).sin() * y23[i * 3 + 1] + 0.3); }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..3 { r8 += u3[i * 3 + j] * u4[i * 3 + j]; } }
        vec![r3 + u2 + (r5 + (m[5] * k).sin() * y23[5] + r6 + r7.sqrt()) + (r8 + u3[5] * u3[5])]
    }

    pub fn at_of_column_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3) = (&inputs[0..6], inputs[6], &inputs[7..10]);
        let mut u1 = [0.0; 6];
        for i in 0..6 { u1[i] = if i < 3 { m[4] * y3[i] } else { y3[i - 3] - m[4] }; }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += m[4].sin() * y3[i + 1]; }
        let u2 = r1 + m[4].sin() * y3[2];
        let u3 = m[4];
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = (u3 + y3[i]) * m[4].cos(); }
        let mut r2 = 0.0;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += m[4] * y3[i]; }
        for i in 0..3 { r2 += [m[4], k * m[4], r3][i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..6 { r4 += square(if i < 3 { m[4] * y3[i] } else { y3[i - 3] - m[4] }); }
        let mut r5 = 0.0;
        for i in 0..6 { r5 += u1[i] * (if i < 3 { m[4] * y3[i] } else { y3[i - 3] - m[4] }); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u3 * u4[i]; }
        vec![r2 + (r4.sqrt() + r5) + u2 + (r6 + u3 * u3)]
    }

    pub fn stack_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut u1 = [0.0; 6];
        for i in 0..6 { u1[i] = if i < 3 { [x[2], k * x[0], k][i] * y3[i] } else { y3[i - 3] - [x[2], k * x[0], k][i - 3] }; }
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [x[2], k * x[0], k][i]; }
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = (u2[i] + y3[i]) * [x[2], k * x[0], k][i].cos(); }
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += [x[2], k * x[0], k][i]; }
        for i in 0..3 { r1 += [k, k * k, r2][i] * y3[i]; }
        let mut r3 = 0.0;
        for i in 0..6 { r3 += square(if i < 3 { [x[2], k * x[0], k][i] * y3[i] } else { y3[i - 3] - [x[2], k * x[0], k][i - 3] }); }
        let mut r4 = 0.0;
        for i in 0..6 { r4 += u1[i] * (if i < 3 { [x[2], k * x[0], k][i] * y3[i] } else { y3[i - 3] - [x[2], k * x[0], k][i - 3] }); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += [x[2], k * x[0], k][i + 1].sin() * y3[i + 1]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u2[i] * u3[i]; }
        vec![r1 + (r3.sqrt() + r4) + (r5 + k.sin() * y3[2]) + (r6 + u2[2] * u2[2])]
    }

    pub fn at_of_stack_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (k, x, y3) = (inputs[0], &inputs[1..4], &inputs[4..7]);
        let mut u1 = [0.0; 6];
        for i in 0..6 { u1[i] = if i < 3 { x[2].sin() * y3[i] } else { y3[i - 3] - x[2].sin() }; }
        let mut r1 = 0.0;
        for i in 0..6 { r1 += square(if i < 3 { x[2].sin() * y3[i] } else { y3[i - 3] - x[2].sin() }); }
        let mut r2 = 0.0;
        for i in 0..6 { r2 += u1[i] * (if i < 3 { x[2].sin() * y3[i] } else { y3[i - 3] - x[2].sin() }); }
        let u2 = r1.sqrt() + r2;
        let mut r3 = 0.0;
        for i in 0..2 { r3 += x[2].sin().sin() * y3[i + 1]; }
        let u3 = r3 + x[2].sin().sin() * y3[2];
        let u4 = x[2].sin();
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = (u4 + y3[i]) * x[2].sin().cos(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u4 * u5[i]; }
        let u6 = r4 + u4 * u4;
        let mut r5 = 0.0;
        let mut r6 = 0.0;
        for i in 0..3 { r6 += x[2].sin() * y3[i]; }
        for i in 0..3 { r5 += [x[2].sin(), k * x[2].sin(), r6][i] * y3[i]; }
        vec![r5 + u2 + u3 + u6]
    }

    pub fn concat_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y3, y5) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..9], &inputs[9..14]);
        let mut u1 = [0.0; 10];
        for i in 0..10 { u1[i] = if i < 5 { (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i] } else { y5[i - 5] - (if i - 5 < 3 { x[i - 5] } else { w[i - 8] * k }) }; }
        let mut r1 = 0.0;
        for i in 0..10 { r1 += square(if i < 5 { (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i] } else { y5[i - 5] - (if i - 5 < 3 { x[i - 5] } else { w[i - 8] * k }) }); }
        let mut r2 = 0.0;
        for i in 0..10 { r2 += u1[i] * (if i < 5 { (if i < 3 { x[i] } else { w[i - 3] * k }) * y5[i] } else { y5[i - 5] - (if i - 5 < 3 { x[i - 5] } else { w[i - 8] * k }) }); }
        let u2 = r1.sqrt() + r2;
        let mut r3 = 0.0;
        for i in 0..4 { r3 += (if i + 1 < 3 { x[i + 1] } else { w[i - 2] * k }).sin() * y5[i + 1]; }
        let u3 = r3 + (w[1] * k).sin() * y5[4];
        let mut u4 = [0.0; 5];
        for i in 0..5 { u4[i] = if i < 3 { x[i] } else { w[i - 3] * k }; }
        let mut u5 = [0.0; 5];
        for i in 0..5 { u5[i] = (u4[i] + y5[i]) * (if i < 3 { x[i] } else { w[i - 3] * k }).cos(); }
        let mut r4 = 0.0;
        let mut r5 = 0.0;
        for i in 0..5 { r5 += if i < 3 { x[i] } else { w[i - 3] * k }; }
        for i in 0..3 { r4 += [w[1] * k, k * (w[1] * k), r5][i] * y3[i]; }
        let mut r6 = 0.0;
        for i in 0..5 { r6 += u4[i] * u5[i]; }
        vec![r4 + u2 + u3 + (r6 + u4[4] * u4[4])]
    }

    pub fn window_of_concat_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y3, y2) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..9], &inputs[9..11]);
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..2 { r2 += if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        for i in 0..3 { r1 += [w[0], k * w[0], r2][i] * y3[i]; }
        let u1 = r1;
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = if i < 2 { (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i] } else { y2[i - 2] - (if i < 3 { x[i] } else { w[i - 3] }) }; }
        let mut r3 = 0.0;
        for i in 0..1 { r3 += (if i + 3 < 3 { x[i + 3] } else { w[i] }).sin() * y2[i + 1]; }
        let u3 = r3 + w[0].sin() * y2[1];
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = if i + 2 < 3 { x[i + 2] } else { w[i - 1] }; }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = (u4[i] + y2[i]) * (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }).cos(); }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += square(if i < 2 { (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i] } else { y2[i - 2] - (if i < 3 { x[i] } else { w[i - 3] }) }); }
        let mut r5 = 0.0;
        for i in 0..4 { r5 += u2[i] * (if i < 2 { (if i + 2 < 3 { x[i + 2] } else { w[i - 1] }) * y2[i] } else { y2[i - 2] - (if i < 3 { x[i] } else { w[i - 3] }) }); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u4[i] * u5[i]; }
        vec![u1 + (r4.sqrt() + r5) + u3 + (r6 + u4[1] * u4[1])]
    }

    pub fn concat_of_rows_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, k, y3, y42, y24) = (&inputs[0..6], inputs[6], &inputs[7..10], &inputs[10..18], &inputs[18..26]);
        let mut u1 = [0.0; 16];
        for i in 0..8 { for j in 0..2 { u1[i * 2 + j] = if i < 4 { (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * y42[i * 2 + j] } else { y42[i * 2 + j - 8] - (if i - 4 < 3 { m[i * 2 + j - 8] } else { m[i * 2 + j - 14] }) }; } }
        let mut u2 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u2[i * 2 + j] = if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        let mut u3 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u3[i * 2 + j] = (u2[i * 2 + j] + y42[i * 2 + j]) * (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }).cos(); } }
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..2 { r1 += u2[i * 2 + j] * u3[i * 2 + j]; } }
        let u4 = r1 + u2[7] * u2[7];
        let mut r2 = 0.0;
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..2 { r3 += if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }; } }
        for i in 0..3 { r2 += [m[1], k * m[1], r3][i] * y3[i]; }
        let mut r4 = 0.0;
        for i in 0..8 { for j in 0..2 { r4 += square(if i < 4 { (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * y42[i * 2 + j] } else { y42[i * 2 + j - 8] - (if i - 4 < 3 { m[i * 2 + j - 8] } else { m[i * 2 + j - 14] }) }); } }
        let mut r5 = 0.0;
        for i in 0..8 { for j in 0..2 { r5 += u1[i * 2 + j] * (if i < 4 { (if i < 3 { m[i * 2 + j] } else { m[i * 2 + j - 6] }) * y42[i * 2 + j] } else { y42[i * 2 + j - 8] - (if i - 4 < 3 { m[i * 2 + j - 8] } else { m[i * 2 + j - 14] }) }); } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += (if i + 1 < 3 { m[i * 2 + j + 2] } else { m[i * 2 + j - 4] }).sin() * y42[i * 2 + j + 2]; } }
        let mut r7 = 0.0;
        for i in 0..2 { for j in 0..4 { r7 += (if j < 3 { m[j * 2 + i] } else { m[j * 2 + i - 6] }).sin() * y42[j * 2 + i] * y24[i * 4 + j]; } }
        let mut r8 = 0.0;
        for i in 0..4 { r8 += square((if i < 3 { m[i * 2 + 1] } else { m[i * 2 - 5] }).sin() * y42[i * 2 + 1] + 0.3); }
        vec![r2 + (r4.sqrt() + r5) + (r6 + m[1].sin() * y42[7] + r7 + r8.sqrt()) + u4]
    }

    pub fn outer_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y3, y32, y23) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..9], &inputs[9..15], &inputs[15..21]);
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += x[i] * w[j]; } }
        for i in 0..3 { r1 += [x[2] * w[1], k * (x[2] * w[1]), r2][i] * y3[i]; }
        let u1 = r1;
        let mut u2 = [0.0; 12];
        for i in 0..6 { for j in 0..2 { u2[i * 2 + j] = if i < 3 { x[i] * w[j] * y32[i * 2 + j] } else { y32[i * 2 + j - 6] - x[i - 3] * w[j] }; } }
        let mut r3 = 0.0;
        for i in 0..6 { for j in 0..2 { r3 += square(if i < 3 { x[i] * w[j] * y32[i * 2 + j] } else { y32[i * 2 + j - 6] - x[i - 3] * w[j] }); } }
        let mut r4 = 0.0;
        for i in 0..6 { for j in 0..2 { r4 += u2[i * 2 + j] * (if i < 3 { x[i] * w[j] * y32[i * 2 + j] } else { y32[i * 2 + j - 6] - x[i - 3] * w[j] }); } }
        let u3 = r3.sqrt() + r4;
        let mut u4 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u4[i * 2 + j] = x[i] * w[j]; } }
        let mut u5 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u5[i * 2 + j] = (u4[i * 2 + j] + y32[i * 2 + j]) * (x[i] * w[j]).cos(); } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += (x[i + 1] * w[j]).sin() * y32[i * 2 + j + 2]; } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..3 { r6 += (x[j] * w[i]).sin() * y32[j * 2 + i] * y23[i * 3 + j]; } }
        let mut r7 = 0.0;
        for i in 0..3 { r7 += square((x[i] * w[1]).sin() * y32[i * 2 + 1] + 0.3); }
        let mut r8 = 0.0;
        for i in 0..3 { for j in 0..2 { r8 += u4[i * 2 + j] * u5[i * 2 + j]; } }
        vec![u1 + u3 + (r5 + (x[2] * w[1]).sin() * y32[5] + r6 + r7.sqrt()) + (r8 + u4[5] * u4[5])]
    }

    pub fn at_at_of_outer_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, w, k, y3) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..9]);
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += x[2] * w[0] * y3[i]; }
        for i in 0..3 { r1 += [x[2] * w[0], k * (x[2] * w[0]), r2][i] * y3[i]; }
        let u1 = r1;
        let mut u2 = [0.0; 6];
        for i in 0..6 { u2[i] = if i < 3 { x[2] * w[0] * y3[i] } else { y3[i - 3] - x[2] * w[0] }; }
        let mut r3 = 0.0;
        for i in 0..6 { r3 += square(if i < 3 { x[2] * w[0] * y3[i] } else { y3[i - 3] - x[2] * w[0] }); }
        let mut r4 = 0.0;
        for i in 0..6 { r4 += u2[i] * (if i < 3 { x[2] * w[0] * y3[i] } else { y3[i - 3] - x[2] * w[0] }); }
        let u3 = r3.sqrt() + r4;
        let u4 = x[2] * w[0];
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = (u4 + y3[i]) * (x[2] * w[0]).cos(); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += (x[2] * w[0]).sin() * y3[i + 1]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u4 * u5[i]; }
        vec![u1 + u3 + (r5 + (x[2] * w[0]).sin() * y3[2]) + (r6 + u4 * u4)]
    }

    pub fn product_with_vector_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (m, w, k, y3) = (&inputs[0..6], &inputs[6..8], inputs[8], &inputs[9..12]);
        let mut r1 = 0.0;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        for i in 0..3 { r1 += [(0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(), k * (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>(), r2][i] * y3[i]; }
        let u1 = r1;
        let mut u2 = [0.0; 6];
        for i in 0..6 { u2[i] = if i < 3 { (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i] } else { y3[i - 3] - (0..2).map(|p| m[i * 2 + p - 6] * w[p]).sum::<f64>() }; }
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>(); }
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = (u3[i] + y3[i]) * (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>().cos(); }
        let mut r3 = 0.0;
        for i in 0..6 { r3 += square(if i < 3 { (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i] } else { y3[i - 3] - (0..2).map(|p| m[i * 2 + p - 6] * w[p]).sum::<f64>() }); }
        let mut r4 = 0.0;
        for i in 0..6 { r4 += u2[i] * (if i < 3 { (0..2).map(|p| m[i * 2 + p] * w[p]).sum::<f64>() * y3[i] } else { y3[i - 3] - (0..2).map(|p| m[i * 2 + p - 6] * w[p]).sum::<f64>() }); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += (0..2).map(|p| m[i * 2 + p + 2] * w[p]).sum::<f64>().sin() * y3[i + 1]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u3[i] * u4[i]; }
        vec![u1 + (r3.sqrt() + r4) + (r5 + (0..2).map(|p| m[p + 4] * w[p]).sum::<f64>().sin() * y3[2]) + (r6 + u3[2] * u3[2])]
    }

    pub fn window_of_sums_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3, y2) = (&inputs[0..3], inputs[3], &inputs[4..7], &inputs[7..9]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        cumulative_sum(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        cumulative_sum(&mut u2);
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = if i < 2 { u2[i + 1] * y2[i] } else { y2[i - 2] - u2[i - 1] }; }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += square(if i < 2 { u2[i + 1] * y2[i] } else { y2[i - 2] - u2[i - 1] }); }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += u3[i] * (if i < 2 { u2[i + 1] * y2[i] } else { y2[i - 2] - u2[i - 1] }); }
        let u4 = r1.sqrt() + r2;
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        cumulative_sum(&mut u5);
        let mut r3 = 0.0;
        for i in 0..1 { r3 += u5[i + 2].sin() * y2[i + 1]; }
        let u6 = r3 + u5[2].sin() * y2[1];
        let mut u7 = [0.0; 3];
        for i in 0..3 { u7[i] = x[i]; }
        cumulative_sum(&mut u7);
        let mut u8 = [0.0; 2];
        for i in 0..2 { u8[i] = u7[i + 1]; }
        let mut u9 = [0.0; 2];
        for i in 0..2 { u9[i] = (u8[i] + y2[i]) * u7[i + 1].cos(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u8[i] * u9[i]; }
        let u10 = r4 + u8[1] * u8[1];
        let mut r5 = 0.0;
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u1[i + 1]; }
        for i in 0..3 { r5 += [u1[2], k * u1[2], r6][i] * y3[i]; }
        vec![r5 + u4 + u6 + u10]
    }

    pub fn at_of_softmax_in_parts(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x, k, y3) = (&inputs[0..3], inputs[3], &inputs[4..7]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x[i]; }
        softmax(&mut u2);
        let mut u3 = [0.0; 6];
        for i in 0..6 { u3[i] = if i < 3 { u2[1] * y3[i] } else { y3[i - 3] - u2[1] }; }
        let mut r1 = 0.0;
        for i in 0..6 { r1 += square(if i < 3 { u2[1] * y3[i] } else { y3[i - 3] - u2[1] }); }
        let mut r2 = 0.0;
        for i in 0..6 { r2 += u3[i] * (if i < 3 { u2[1] * y3[i] } else { y3[i - 3] - u2[1] }); }
        let u4 = r1.sqrt() + r2;
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = x[i]; }
        softmax(&mut u5);
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u5[1].sin() * y3[i + 1]; }
        let u6 = r3 + u5[1].sin() * y3[2];
        let mut u7 = [0.0; 3];
        for i in 0..3 { u7[i] = x[i]; }
        softmax(&mut u7);
        let u8 = u7[1];
        let mut u9 = [0.0; 3];
        for i in 0..3 { u9[i] = (u8 + y3[i]) * u7[1].cos(); }
        let mut r4 = 0.0;
        let mut r5 = 0.0;
        for i in 0..3 { r5 += u1[1] * y3[i]; }
        for i in 0..3 { r4 += [u1[1], k * u1[1], r5][i] * y3[i]; }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u8 * u9[i]; }
        vec![r4 + u4 + u6 + (r6 + u8 * u8)]
    }

    pub fn mapped_view_in_parts(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x, k, y3, y2) = (&inputs[0..3], inputs[3], &inputs[4..7], &inputs[7..9]);
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = if i < 2 { wave(x[1], x[i], near) * y2[i] } else { y2[i - 2] - wave(x[1], x[i - 2], near) }; }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += square(if i < 2 { wave(x[1], x[i], near) * y2[i] } else { y2[i - 2] - wave(x[1], x[i - 2], near) }); }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += u1[i] * (if i < 2 { wave(x[1], x[i], near) * y2[i] } else { y2[i - 2] - wave(x[1], x[i - 2], near) }); }
        let u2 = r1.sqrt() + r2;
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = wave(x[1], x[i], near); }
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = (u3[i] + y2[i]) * wave(x[1], x[i], near).cos(); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u3[i] * u4[i]; }
        let u5 = r3 + u3[1] * u3[1];
        let mut r4 = 0.0;
        let mut r5 = 0.0;
        for i in 0..2 { r5 += wave(x[1], x[i], near); }
        for i in 0..3 { r4 += [wave(x[1], x[1], near), k * wave(x[1], x[1], near), r5][i] * y3[i]; }
        let mut r6 = 0.0;
        for i in 0..1 { r6 += wave(x[1], x[i + 1], near).sin() * y2[i + 1]; }
        vec![r4 + u2 + (r6 + wave(x[1], x[1], near).sin() * y2[1]) + u5]
    }
}

crate::programs! {
    Real at_in_parts as at_in_parts with product;
    Real row_in_parts as row_in_parts with sides;
    Real level_in_parts as level_in_parts;
    Real window_in_parts as window_in_parts with tape;
    Real rows_in_parts as rows_in_parts with product;
    Real column_in_parts as column_in_parts with single;
    Real transpose_in_parts as transpose_in_parts;
    Real at_of_expression_in_parts as at_of_expression_in_parts with series;
    Real window_of_expression_in_parts as window_of_expression_in_parts with product;
    Real transpose_of_expression_in_parts as transpose_of_expression_in_parts with sides;
    Real at_of_column_in_parts as at_of_column_in_parts;
    Real stack_in_parts as stack_in_parts with tape;
    Real at_of_stack_in_parts as at_of_stack_in_parts with product;
    Real concat_in_parts as concat_in_parts with single;
    Real window_of_concat_in_parts as window_of_concat_in_parts;
    Real concat_of_rows_in_parts as concat_of_rows_in_parts with series;
    Real outer_in_parts as outer_in_parts with product;
    Real at_at_of_outer_in_parts as at_at_of_outer_in_parts with sides;
    Real product_with_vector_in_parts as product_with_vector_in_parts;
    Real window_of_sums_in_parts as window_of_sums_in_parts with tape;
    Real at_of_softmax_in_parts as at_of_softmax_in_parts with product;
    Real mapped_view_in_parts as mapped_view_in_parts with single;
}
