//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn random_14(x1: [R; 4], x2: [R; 2], x3, x4: [[R; 3]; 3], x5: [R; 3]; d1: [[R; 4]; 2]) {
        let u1: [[R; 3]; 3] = scan(driven, x3.mul_add(x3, x3), (x5.outer(x5).min(x4), x3.atan()));
        let u2 = x3;
        let u3: [R; 2] = scan(driven, (-x3.square()).exp(),
            ((-x2.square()).exp(), select(u2.greater_than(u2), u2, u2)));
        let u4: [[R; 2]; 3] = x5.outer(u3);
        fold(step, pair(x5.at::<2>(), x3).component::<1>(),
            (wave(u4.at::<0>().clamp(-0.7, 0.9), u3.mul_add(x2, x2).tanh()),)).checkpointed() + x1.sin().sum() *
            -0.7 + d1.sin().sum() * 0.5
    }

    pub fn random_14_bound(x1: [R; 4], x2: [R; 2], x3, x4: [[R; 3]; 3], x5: [R; 3]; d1: [[R; 4]; 2]) {
        let v1 = x3.mul_add(x3, x3);
        let v2: [[R; 3]; 3] = x5.outer(x5);
        let v3: [[R; 3]; 3] = v2.min(x4);
        let v4 = x3.atan();
        let u1: [[R; 3]; 3] = scan(driven, v1, (v3, v4));
        let u2 = x3;
        let v7 = (-x3.square()).exp();
        let v8: [R; 2] = x2.square();
        let u3: [R; 2] = scan(driven, v7, ((-v8).exp(), select(u2.greater_than(u2), u2, u2)));
        let u4: [[R; 2]; 3] = x5.outer(u3);
        fold(step, pair(x5.at::<2>(), x3).component::<1>(),
            (wave(u4.at::<0>().clamp(-0.7, 0.9), u3.mul_add(x2, x2).tanh()),)).checkpointed() + x1.sin().sum() *
            -0.7 + d1.sin().sum() * 0.5
    }

    pub fn random_15(x1: [[R; 2]; 2], x2: [R; 4], x3, x4: [[R; 3]; 4], x5: [R; 2]; d1) {
        let u1 = x4.column::<1>().sum();
        let u2 = d1.atan().max(u1);
        (x4.at::<0>().at::<1>().softplus() - wave(x5, x5.tanh())).sum() + x1.sin().sum() * 1.25 +
            x2.sin().sum() * 0.5 + x3.tanh() * 0.5 + u2.tanh() * 0.5
    }

    pub fn random_15_inlined(x1: [[R; 2]; 2], x2: [R; 4], x3, x4: [[R; 3]; 4], x5: [R; 2]; d1) {
        let u1 = x4.column::<1>().sum();
        (x4.at::<0>().at::<1>().softplus() - wave(x5, x5.tanh())).sum() + x1.sin().sum() * 1.25 +
            x2.sin().sum() * 0.5 + x3.tanh() * 0.5 + d1.atan().max(u1).tanh() * 0.5
    }

    pub fn random_16(x1: [[R; 3]; 3], x2: [[R; 3]; 3], x3, x4: [[R; 2]; 2], x5: [R; 1]; d1: [R; 4]) {
        let u1: [R; 3] = stack((x4.at::<0>().at::<0>(), d1.at::<2>(), d1.at::<3>()));
        let u2: [R; 3] = scan(driven, x4.at::<1>().at::<0>(),
            (select(x1.column::<0>().less_than(u1), u1, u1), (2 + x3.cos()).cbrt()));
        let u3: [R; 2] = stack((x3, x3));
        let u4: [R; 2] = (-u3.square()).exp();
        let u5: [R; 2] = affine(x4, u3, u4);
        let u6: [[R; 4]; 4] = d1.outer(d1);
        let u7: [[R; 3]; 4] = d1.outer(u2);
        let u8: [[R; 3]; 4] = u6.dot(u7);
        fold(step, x3.atan(), (select(u6.dot(d1).greater_than(u5.at::<0>()),
            (1 + x5.concat::<4, _>(u1).square()).powf(0.7), d1.mul_add(x3, x3)),)).checkpointed() +
            x2.sin().sum() * 1.25 + u8.sin().sum() * 1.25
    }

    pub fn random_17(x1: [[R; 4]; 3], x2: [R; 3], x3: [[R; 3]; 2], x4, x5: [R; 2]; d1: [[R; 3]; 2]) -> [R; 3] {
        let u1: [R; 4] = stack((x4, x1.at::<2>().at::<0>(), x1.at::<1>().at::<2>(), x4));
        let u2: [[R; 2]; 4] = u1.outer(x5);
        let u3: [R; 2] = u1.dot(u2);
        let u4: [[R; 3]; 3] = scan(driven, x4.abs(),
            (u1.outer(x2).transpose().transpose().window::<1,
            3>().mul_add(x2.window::<1, 2>().at::<0>(), u3.at::<0>()),
            (1.5 + x1.at::<0>().at::<2>().square()).ln()));
        let u5: [R; 5] = stack((u4.at::<2>().at::<2>(), d1.at::<0>().at::<1>(), x1.at::<1>().at::<2>(),
            x5.at::<1>(), u3.at::<0>()));
        let u6: [[R; 5]; 3] = x2.outer(u5);
        let u7: [[R; 3]; 4] = u1.outer(x2);
        let u8: [[R; 3]; 4] = wave(select(u7.at_least(u1.outer(u6.transpose().column::<1>().window::<2, 3>())),
            u7, stack((x4, x4, x4)).at::<1>()), (-u7).tanh());
        let u9: [[R; 3]; 4] = u8.softplus().min(u8).cumulative_sum();
        let u10 = x3.sin().sum() * 0.5;
        (2 + x2.atan2(1.5 + x4.sin()).cos()).cbrt() + u10
    }

    pub fn random_17_bound(x1: [[R; 4]; 3], x2: [R; 3], x3: [[R; 3]; 2], x4,
            x5: [R; 2]; d1: [[R; 3]; 2]) -> [R; 3] {
        let v1 = x1.at::<2>().at::<0>();
        let u1: [R; 4] = stack((x4, v1, x1.at::<1>().at::<2>(), x4));
        let u2: [[R; 2]; 4] = u1.outer(x5);
        let u3: [R; 2] = u1.dot(u2);
        let v5: [[R; 4]; 3] = u1.outer(x2).transpose();
        let v6: [[R; 3]; 4] = v5.transpose();
        let v7: [[R; 3]; 3] = v6.window::<1, 3>();
        let v8: [R; 2] = x2.window::<1, 2>();
        let u4: [[R; 3]; 3] = scan(driven, x4.abs(),
            (v7.mul_add(v8.at::<0>(), u3.at::<0>()), (1.5 + x1.at::<0>().at::<2>().square()).ln()));
        let u5: [R; 5] = stack((u4.at::<2>().at::<2>(), d1.at::<0>().at::<1>(), x1.at::<1>().at::<2>(),
            x5.at::<1>(), u3.at::<0>()));
        let u6: [[R; 5]; 3] = x2.outer(u5);
        let u7: [[R; 3]; 4] = u1.outer(x2);
        let u8: [[R; 3]; 4] = wave(select(u7.at_least(u1.outer(u6.transpose().column::<1>().window::<2, 3>())),
            u7, stack((x4, x4, x4)).at::<1>()), (-u7).tanh());
        let u9: [[R; 3]; 4] = u8.softplus().min(u8).cumulative_sum();
        let u10 = x3.sin().sum() * 0.5;
        (2 + x2.atan2(1.5 + x4.sin()).cos()).cbrt() + u10
    }

    pub fn random_18(x1: [[R; 4]; 4], x2: [R; 3], x3: [R; 2], x4; d1) {
        let u1 = stack((d1, d1, d1, x4)).at::<1>() - (d1 + d1);
        let u2: [R; 4] = stack((x2.at::<2>(), x4, u1, x4));
        let u3: [[R; 4]; 2] = x3.outer(u2);
        let u4: [R; 4] = u3.at::<1>();
        let u5: [[R; 4]; 3] = x2.outer(u4);
        u5.at::<0>().sum() + x1.sin().sum() * -0.7
    }

    pub fn random_18_inlined(x1: [[R; 4]; 4], x2: [R; 3], x3: [R; 2], x4; d1) {
        x2.outer(x3.outer(stack((x2.at::<2>(), x4, stack((d1, d1, d1, x4)).at::<1>() - (d1 + d1),
            x4))).at::<1>()).at::<0>().sum() + x1.sin().sum() * -0.7
    }

    pub fn random_19(x1: [R; 2], x2: [R; 2], x3: [R; 4], x4, x5: [[R; 2]; 4], x6: [R; 3]; d1: [R; 2]) {
        let u1: [[R; 4]; 4] = x3.outer(x3);
        let u2: [[R; 4]; 4] = u1;
        let u3: [[R; 4]; 2] = d1.outer(x3);
        let u4: [[R; 2]; 4] = u3.at::<0>().outer(d1).sigmoid() * x5.mul_add(x4, x3.outer(x2));
        let u5: [R; 3] = scan(driven, x6.at::<0>(), (x6.atan2(1.5 + x4.sin()), x4 / (1.5 + x4.square())));
        let u6: [[R; 4]; 3] = u5.outer(x3);
        fold(driven, x2.at::<0>(), ((1 + wave(u6, u6.tanh()).square()).powf(0.7),
            u5.at::<2>().mul_add(stack((x4, x4, x4)).at::<2>(), x6.at::<1>()))) + x1.sin().sum() * 1.25 +
            u2.sin().sum() * 1.25 + u4.sin().sum() * -0.7
    }

    pub fn random_20(x1: [R; 3], x2: [[R; 3]; 2], x3: [R; 2], x4, x5: [[R; 3]; 4]) {
        let u1: [R; 2] = stack((x4, x4));
        let u2: [R; 6] = stack((x1.at::<0>(), x5.at::<1>().at::<2>(), x4, x5.at::<1>().at::<0>(), x3.at::<1>(),
            x3.at::<0>()));
        let u3: [[R; 6]; 3] = x1.outer(u2);
        let u4: [[R; 3]; 4] = select(x5.at_most(x5), u3.transpose().window::<1, 4>(), x4).softmax();
        let u5: [R; 4] = stack((x2.at::<0>().at::<2>(), x4, x4, x1.at::<2>()));
        let u6: [[R; 4]; 2] = x3.outer(u5);
        let u7: [[R; 4]; 2] = select(x4.at_most(u6), u6, x4).tanh();
        let u8: [[R; 4]; 3] = x1.outer(u5);
        let u9 = (x4 / (1.5 + x1.at::<0>().square())).max(x4.ln_add_exp(u8.column::<0>().at::<1>()));
        let u10: [[R; 3]; 3] = x1.outer(x1);
        select((2 + u9.cos()).cbrt().greater_than(u10.at::<2>().outer(u5)), (1.5 + u8.sin()).pow(u8.tanh()),
            u1.at::<1>().min(u8)).mean() + u4.sin().sum() * -0.7 + u7.sin().sum() * -0.7
    }

    pub fn random_20_bound(x1: [R; 3], x2: [[R; 3]; 2], x3: [R; 2], x4, x5: [[R; 3]; 4]) {
        let u1: [R; 2] = stack((x4, x4));
        let v2: [R; 3] = x5.at::<1>();
        let v3: [R; 3] = x5.at::<1>();
        let v4 = x3.at::<0>();
        let u2: [R; 6] = stack((x1.at::<0>(), v2.at::<2>(), x4, v3.at::<0>(), x3.at::<1>(), v4));
        let u3: [[R; 6]; 3] = x1.outer(u2);
        let v7: [[R; 3]; 6] = u3.transpose();
        let v8: [[R; 3]; 4] = v7.window::<1, 4>();
        let u4: [[R; 3]; 4] = select(x5.at_most(x5), v8, x4).softmax();
        let u5: [R; 4] = stack((x2.at::<0>().at::<2>(), x4, x4, x1.at::<2>()));
        let u6: [[R; 4]; 2] = x3.outer(u5);
        let u7: [[R; 4]; 2] = select(x4.at_most(u6), u6, x4).tanh();
        let u8: [[R; 4]; 3] = x1.outer(u5);
        let u9 = (x4 / (1.5 + x1.at::<0>().square())).max(x4.ln_add_exp(u8.column::<0>().at::<1>()));
        let u10: [[R; 3]; 3] = x1.outer(x1);
        select((2 + u9.cos()).cbrt().greater_than(u10.at::<2>().outer(u5)), (1.5 + u8.sin()).pow(u8.tanh()),
            u1.at::<1>().min(u8)).mean() + u4.sin().sum() * -0.7 + u7.sin().sum() * -0.7
    }

    pub fn random_21(x1: [R; 4], x2: [R; 3], x3, x4: [[R; 4]; 4]) {
        let u1: [R; 2] = stack((x4.at::<2>().at::<2>(), x4.at::<1>().at::<1>()));
        let u2 = x4.hypot(2 + x4.tanh()).mul_add(x1.outer(x1).transpose().atan2(1.5 + x4.sin()), 0.5 *
            u1.at::<0>()).norm_squared();
        let u3: [[R; 3]; 3] = x2.outer(x2);
        let u4: [R; 3] = u3.transpose().at::<0>().relu();
        let u5: [R; 1] = stack((u1.at::<0>(),));
        let u6: [R; 3] = (u5.concat::<3, _>(u5.concat::<2, _>(u5)) / (1.5 + u2.square())).cos();
        let u7: [[R; 4]; 3] = x2.outer(x1);
        (u4.mul_add(u4, u7.dot(x1)) - u7.column::<0>()).sum() + x3.tanh() * 0.5 + u6.sin().sum() * 1.25
    }

    pub fn random_21_inlined(x1: [R; 4], x2: [R; 3], x3, x4: [[R; 4]; 4]) {
        let u2 = x4.hypot(2 + x4.tanh()).mul_add(x1.outer(x1).transpose().atan2(1.5 + x4.sin()), 0.5 *
            stack((x4.at::<2>().at::<2>(), x4.at::<1>().at::<1>())).at::<0>()).norm_squared();
        let u6: [R; 3] = (stack((stack((x4.at::<2>().at::<2>(), x4.at::<1>().at::<1>())).at::<0>(),)).concat::<3,
            _>(stack((stack((x4.at::<2>().at::<2>(), x4.at::<1>().at::<1>())).at::<0>(),)).concat::<2,
            _>(stack((stack((x4.at::<2>().at::<2>(), x4.at::<1>().at::<1>())).at::<0>(),)))) /
            (1.5 + u2.square())).cos();
        let u7: [[R; 4]; 3] = x2.outer(x1);
        (x2.outer(x2).transpose().at::<0>().relu().mul_add(x2.outer(x2).transpose().at::<0>().relu(),
            u7.dot(x1)) - x2.outer(x1).column::<0>()).sum() + x3.tanh() * 0.5 + u6.sin().sum() * 1.25
    }

    pub fn random_22(x1: [[R; 2]; 2], x2: [R; 2], x3, x4: [[R; 4]; 4]; d1: [[R; 3]; 3]) -> [R; 2] {
        let u1: [R; 4] = stack((x3, x1.at::<1>().at::<1>(), x1.at::<1>().at::<1>(), x3));
        let u2: [[R; 4]; 2] = x2.outer(u1);
        let u3: [R; 4] = select(u1.at_most(u2.at::<1>()), u1, u1);
        let u4: [R; 6] = stack((x1.at::<1>().at::<0>(), x3, x1.at::<1>().at::<0>(), u2.at::<1>().at::<0>(),
            u1.at::<3>(), x3));
        let u5: [[R; 2]; 6] = u4.outer(x2);
        let u6: [R; 4] = u5.column::<1>().window::<2, 4>();
        let u7: [R; 4] = affine(x4, u3, u6);
        let u8: [R; 3] = stack((u7.at::<3>(), u7.at::<1>(), u6.at::<0>()));
        let u9: [[R; 4]; 3] = u8.outer(u6);
        let u10 = fold(step, u2.dot(u3).at::<0>() * x3, ((x3 - x4.at::<3>()) * u9.window::<0, 2>().at::<1>(),));
        let u11: [[R; 2]; 3] = u8.outer(x2);
        let u12: [[R; 3]; 2] = turned(u11);
        let u13: [R; 2] = (2 - x2).relu();
        let u14: [[R; 3]; 4] = u6.outer(u8);
        let u15 = d1.sin().sum() * -0.7;
        let u16 = u10.tanh() * 0.5;
        let u17 = u12.sin().sum() * -0.7;
        2 - select(x3.at_least(u13), u13, u14.dot(u8).window::<1, 2>()) + u15 + u16 + u17
    }

    pub fn random_23(x1: [R; 2], x2: [[R; 2]; 2], x3, x4: [[R; 2]; 3], x5: [R; 3], x6: [R; 1]; d1: [R; 2]) {
        let u1: [[R; 3]; 2] = turned(x4);
        let u2: [R; 2] = x3.min(x3).min(wave(d1, stack((d1.at::<1>(), x3)).tanh())).cumulative_sum();
        let u3 = x3.mul_add(x5.at::<1>(), x3).ln_add_exp(u2.at::<1>());
        u2.min(stack((u3, u3))).min(x5.concat::<4, _>(x6).at::<1>()).sum() + x1.sin().sum() * 1.25 +
            x2.sin().sum() * 1.25 + u1.sin().sum() * -0.7
    }

    pub fn random_23_bound(x1: [R; 2], x2: [[R; 2]; 2], x3, x4: [[R; 2]; 3], x5: [R; 3], x6: [R; 1]; d1: [R; 2]) {
        let u1: [[R; 3]; 2] = turned(x4);
        let v2 = x3.min(x3);
        let v3 = d1.at::<1>();
        let v4: [R; 2] = stack((v3, x3));
        let v5: [R; 2] = v4.tanh();
        let v6: [R; 2] = wave(d1, v5);
        let v7: [R; 2] = v2.min(v6);
        let u2: [R; 2] = v7.cumulative_sum();
        let u3 = x3.mul_add(x5.at::<1>(), x3).ln_add_exp(u2.at::<1>());
        u2.min(stack((u3, u3))).min(x5.concat::<4, _>(x6).at::<1>()).sum() + x1.sin().sum() * 1.25 +
            x2.sin().sum() * 1.25 + u1.sin().sum() * -0.7
    }

    pub fn random_24(x1: [[R; 2]; 2], x2: [R; 2], x3: [R; 2], x4, x5: [[R; 3]; 2], x6: [R; 4]; d1: [R; 2]) {
        let u1: [[R; 2]; 3] = turned(x5);
        let u2: [R; 4] = scan(driven, x6.at::<2>(), (x6.min(x6), x4));
        let u3: [[R; 4]; 4] = u2.outer(u2);
        let u4: [R; 3] = stack((u1.at::<2>().at::<0>(), x3.at::<1>(), x4));
        let u5: [[R; 3]; 4] = u2.outer(u4);
        let u6: [[R; 3]; 4] = u3.dot(u5);
        let u7: [[R; 4]; 3] = u4.outer(u2);
        select((u1.column::<1>() - stack((x4,)).concat::<3, _>(d1)).at_most(u1.column::<0>()), u4,
            u7.dot(x6)).sum() + x1.sin().sum() * 0.5 + x2.sin().sum() * 0.5
    }

    pub fn random_24_inlined(x1: [[R; 2]; 2], x2: [R; 2], x3: [R; 2], x4, x5: [[R; 3]; 2],
            x6: [R; 4]; d1: [R; 2]) {
        let u1: [[R; 2]; 3] = turned(x5);
        let u2: [R; 4] = scan(driven, x6.at::<2>(), (x6.min(x6), x4));
        let u7: [[R; 4]; 3] = stack((u1.at::<2>().at::<0>(), x3.at::<1>(), x4)).outer(u2);
        select((u1.column::<1>() - stack((x4,)).concat::<3, _>(d1)).at_most(u1.column::<0>()),
            stack((u1.at::<2>().at::<0>(), x3.at::<1>(), x4)), u7.dot(x6)).sum() + x1.sin().sum() * 0.5 +
            x2.sin().sum() * 0.5
    }

    pub fn random_25(x1: [[R; 3]; 3], x2: [R; 3], x3, x4: [R; 4], x5: [[R; 4]; 1]; d1) {
        let u1: [[R; 4]; 4] = x4.outer(x4);
        let u2: [[R; 4]; 4] = turned(u1);
        let u3: [[R; 3]; 3] = x1.transpose().sigmoid() * stack((d1, d1)).at::<1>().hypot(2 + d1.tanh());
        let u4: [R; 2] = x5.dot(x4).concat::<2, _>(stack((x3,)));
        let u5: [R; 5] = stack((d1, x3, x3, x1.at::<2>().at::<2>(), d1));
        u5.window::<1, 3>().sum() + x2.sin().sum() * 0.5 + u2.sin().sum() * 1.25 + u3.sin().sum() * -0.7 +
            u4.sin().sum() * -0.7
    }

    pub fn random_26(x1: [R; 4], x2: [R; 3], x3, x4: [[R; 4]; 4]) {
        let u1: [R; 2] = stack((x1.at::<0>(), x2.at::<2>()));
        let u2: [[R; 2]; 4] = x1.outer(u1);
        let u3: [[R; 2]; 4] = x4.dot(u2);
        let u4 = wave(u1.at::<0>(), x3.tanh());
        let u5: [[R; 4]; 2] = u1.outer(x1);
        let u6: [R; 4] = u1.dot(u5);
        pair(pair(x3, u5.transpose().at::<3>()).component::<1>(), u1).component::<0>().log_sum_exp() +
            u3.sin().sum() * -0.7 + u4.tanh() * 0.5 + u6.sin().sum() * 0.5
    }

    pub fn random_26_bound(x1: [R; 4], x2: [R; 3], x3, x4: [[R; 4]; 4]) {
        let v1 = x1.at::<0>();
        let v2 = x2.at::<2>();
        let u1: [R; 2] = stack((v1, v2));
        let u2: [[R; 2]; 4] = x1.outer(u1);
        let u3: [[R; 2]; 4] = x4.dot(u2);
        let v6 = u1.at::<0>();
        let v7 = x3.tanh();
        let u4 = wave(v6, v7);
        let u5: [[R; 4]; 2] = u1.outer(x1);
        let u6: [R; 4] = u1.dot(u5);
        pair(pair(x3, u5.transpose().at::<3>()).component::<1>(), u1).component::<0>().log_sum_exp() +
            u3.sin().sum() * -0.7 + u4.tanh() * 0.5 + u6.sin().sum() * 0.5
    }

    pub fn random_27(x1: [[R; 2]; 4], x2: [[R; 4]; 3], x3: [R; 2], x4; d1: [[R; 2]; 4]) {
        let u1: [R; 4] = stack((x2.at::<1>().at::<0>(), d1.at::<0>().at::<0>(), d1.at::<0>().at::<1>(), x4));
        let u2: [R; 3] = stack((u1.at::<0>(), x2.at::<0>().at::<3>(), u1.at::<3>()));
        let u3: [[R; 3]; 4] = u1.outer(u2);
        let u4: [[R; 4]; 3] = turned(u3);
        let u5: [R; 3] = u2;
        let u6: [R; 4] = u5.dot(x2);
        let u7: [[R; 3]; 2] = x3.outer(u5);
        let u8: [R; 2] = x3.max(x3);
        let u9: [R; 3] = wave(u6.window::<1, 3>(), u8.concat::<3, _>(u5.window::<1, 1>()).tanh());
        let u10: [R; 2] = affine(u7, u8, u9);
        let u11: [R; 5] = stack((u9.at::<1>(), u2.at::<0>(), x3.at::<1>(), x1.at::<2>().at::<1>(), u5.at::<1>()));
        let u12: [[R; 3]; 5] = u11.outer(u9);
        let u13: [[R; 4]; 2] = u8.outer(u6);
        u6.dot(pair(u13.at::<1>(), u6).component::<1>()) + u4.sin().sum() * 0.5 + u10.sin().sum() * 0.5 +
            u12.sin().sum() * 0.5
    }

    pub fn random_27_inlined(x1: [[R; 2]; 4], x2: [[R; 4]; 3], x3: [R; 2], x4; d1: [[R; 2]; 4]) {
        let u2: [R; 3] = stack((stack((x2.at::<1>().at::<0>(), d1.at::<0>().at::<0>(), d1.at::<0>().at::<1>(),
            x4)).at::<0>(), x2.at::<0>().at::<3>(),
            stack((x2.at::<1>().at::<0>(), d1.at::<0>().at::<0>(), d1.at::<0>().at::<1>(), x4)).at::<3>()));
        let u3: [[R; 3]; 4] = stack((x2.at::<1>().at::<0>(), d1.at::<0>().at::<0>(), d1.at::<0>().at::<1>(),
            x4)).outer(u2);
        let u4: [[R; 4]; 3] = turned(u3);
        let u5: [R; 3] = u2;
        let u6: [R; 4] = u5.dot(x2);
        let u7: [[R; 3]; 2] = x3.outer(u5);
        let u8: [R; 2] = x3.max(x3);
        let u9: [R; 3] = wave(u6.window::<1, 3>(), x3.max(x3).concat::<3, _>(u5.window::<1, 1>()).tanh());
        let u10: [R; 2] = affine(u7, u8, u9);
        let u12: [[R; 3]; 5] = stack((wave(u6.window::<1, 3>(), x3.max(x3).concat::<3,
            _>(u5.window::<1, 1>()).tanh()).at::<1>(), u2.at::<0>(), x3.at::<1>(), x1.at::<2>().at::<1>(),
            u5.at::<1>())).outer(wave(u6.window::<1, 3>(), x3.max(x3).concat::<3,
            _>(u5.window::<1, 1>()).tanh()));
        u6.dot(pair(x3.max(x3).outer(u6).at::<1>(), u6).component::<1>()) + u4.sin().sum() * 0.5 +
            u10.sin().sum() * 0.5 + u12.sin().sum() * 0.5
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn random_14(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, _, x5) = (&inputs[0..4], &inputs[4..6], inputs[6], &inputs[7..16], &inputs[16..19]);
        let d1 = &data[0..8];
        let u2 = x3;
        let mut h1 = (-square(x3)).exp();
        let mut u3 = [0.0; 2];
        for i in 0..2 { h1 = driven(h1, (-square(x2[i])).exp(), if near.less(u2, u2) { u2 } else { u2 }, near); u3[i] = h1; }
        let mut u4 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u4[i * 2 + j] = x5[i] * u3[j]; } }
        let mut h2 = pair(x5[2], x3, near)[1];
        for i in 0..2 { h2 = step(h2, wave(near.min(near.max(u4[i], -0.7), 0.9), (u3[i] * x2[i] + x2[i]).tanh(), near), near); }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += x1[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..4 { r4 += d1[i * 4 + j].sin(); } }
        vec![h2 + r3 * (-0.7) + r4 * 0.5]
    }

    pub fn random_15(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..4], &inputs[4..8], inputs[8], &inputs[9..21], &inputs[21..23]);
        let d1 = data[0];
        let mut r1 = 0.0;
        for i in 0..4 { r1 += x4[i * 3 + 1]; }
        let u1 = r1;
        let u2 = near.max(d1.atan(), u1);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += softplus(x4[1]) - wave(x5[i], x5[i].tanh(), near); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += x1[i * 2 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += x2[i].sin(); }
        vec![r2 + r3 * 1.25 + r4 * 0.5 + x3.tanh() * 0.5 + u2.tanh() * 0.5]
    }

    pub fn random_16(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..9], &inputs[9..18], inputs[18], &inputs[19..23], &inputs[23..24]);
        let d1 = &data[0..4];
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x4[0], d1[2], d1[3]][i]; }
        let mut h1 = x4[2];
        let mut u2 = [0.0; 3];
        for i in 0..3 { h1 = driven(h1, if near.less(x1[i * 3], u1[i]) { u1[i] } else { u1[i] }, (2.0 + x3.cos()).cbrt(), near); u2[i] = h1; }
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = [x3, x3][i]; }
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = (-square(u3[i])).exp(); }
        let mut a2 = [0.0; 2];
        for i in 0..2 { a2[i] = ((0..2).map(|p| x4[i * 2 + p] * u4[p]).sum::<f64>() + u3[i]).tanh(); }
        let u5 = a2;
        let mut u6 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u6[i * 4 + j] = d1[i] * d1[j]; } }
        let mut u7 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u7[i * 3 + j] = d1[i] * u2[j]; } }
        let mut u8 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { for p in 0..4 { u8[i * 3 + j] += u6[i * 4 + p] * u7[p * 3 + j]; } } }
        let mut h3 = x3.atan();
        for i in 0..4 { h3 = step(h3, if near.less(u5[0], (0..4).map(|p| u6[i * 4 + p] * d1[p]).sum::<f64>()) { (1.0 + square(if i < 1 { x5[i] } else { u1[i - 1] })).powf(0.7) } else { d1[i] * x3 + x3 }, near); }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..3 { r4 += x2[i * 3 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..3 { r5 += u8[i * 3 + j].sin(); } }
        vec![h3 + r4 * 1.25 + r5 * 1.25]
    }

    pub fn random_17(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (_, x2, x3, x4, _) = (&inputs[0..12], &inputs[12..15], &inputs[15..21], inputs[21], &inputs[22..24]);
        let _ = &data[0..6];
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..3 { r1 += x3[i * 3 + j].sin(); } }
        let u10 = r1 * 0.5;
        let mut a2 = [0.0; 3];
        for i in 0..3 { a2[i] = (2.0 + x2[i].atan2(1.5 + x4.sin()).cos()).cbrt() + u10; }
        a2.to_vec()
    }

    pub fn random_18(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..16], &inputs[16..19], &inputs[19..21], inputs[21]);
        let d1 = data[0];
        let u1 = d1 - (d1 + d1);
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = [x2[2], x4, u1, x4][i]; }
        let mut u3 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u3[i * 4 + j] = x3[i] * u2[j]; } }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = u3[i + 4]; }
        let mut u5 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u5[i * 4 + j] = x2[i] * u4[j]; } }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += u5[i]; }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..4 { r2 += x1[i * 4 + j].sin(); } }
        vec![r1 + r2 * (-0.7)]
    }

    pub fn random_19(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..4], &inputs[4..8], inputs[8], &inputs[9..17], &inputs[17..20]);
        let d1 = &data[0..2];
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u1[i * 4 + j] = x3[i] * x3[j]; } }
        let mut u2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u2[i * 4 + j] = u1[i * 4 + j]; } }
        let mut u3 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u3[i * 4 + j] = d1[i] * x3[j]; } }
        let mut u4 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u4[i * 2 + j] = sigmoid(u3[i] * d1[j]) * (x5[i * 2 + j] * x4 + (x3[i] * x2[j])); } }
        let mut h1 = x6[0];
        let mut u5 = [0.0; 3];
        for i in 0..3 { h1 = driven(h1, x6[i].atan2(1.5 + x4.sin()), x4 / (1.5 + square(x4)), near); u5[i] = h1; }
        let mut u6 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u6[i * 4 + j] = u5[i] * x3[j]; } }
        let mut h2 = x2[0];
        for i in 0..3 { for j in 0..4 { h2 = driven(h2, (1.0 + square(wave(u6[i * 4 + j], u6[i * 4 + j].tanh(), near))).powf(0.7), u5[2] * x4 + x6[1], near); } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += x1[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..4 { r4 += u2[i * 4 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += u4[i * 2 + j].sin(); } }
        vec![h2 + r3 * 1.25 + r4 * 1.25 + r5 * (-0.7)]
    }

    pub fn random_20(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..3], &inputs[3..9], &inputs[9..11], inputs[11], &inputs[12..24]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = [x4, x4][i]; }
        let mut u2 = [0.0; 6];
        for i in 0..6 { u2[i] = [x1[0], x5[5], x4, x5[3], x3[1], x3[0]][i]; }
        let mut u3 = [0.0; 18];
        for i in 0..3 { for j in 0..6 { u3[i * 6 + j] = x1[i] * u2[j]; } }
        let mut u4 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u4[i * 3 + j] = if !near.less(x5[i * 3 + j], x5[i * 3 + j]) { u3[j * 6 + i + 1] } else { x4 }; } }
        softmax(&mut u4);
        let mut u5 = [0.0; 4];
        for i in 0..4 { u5[i] = [x2[2], x4, x4, x1[2]][i]; }
        let mut u6 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u6[i * 4 + j] = x3[i] * u5[j]; } }
        let mut u7 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u7[i * 4 + j] = (if !near.less(u6[i * 4 + j], x4) { u6[i * 4 + j] } else { x4 }).tanh(); } }
        let mut u8 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u8[i * 4 + j] = x1[i] * u5[j]; } }
        let u9 = near.max(x4 / (1.5 + square(x1[0])), ln_add_exp(x4, u8[4]));
        let mut u10 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u10[i * 3 + j] = x1[i] * x1[j]; } }
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..4 { r1 += if near.less(u10[i + 6] * u5[j], (2.0 + u9.cos()).cbrt()) { (1.5 + u8[i * 4 + j].sin()).powf(u8[i * 4 + j].tanh()) } else { near.min(u1[1], u8[i * 4 + j]) }; } }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..3 { r2 += u4[i * 3 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += u7[i * 4 + j].sin(); } }
        vec![r1 / 12.0 + r2 * (-0.7) + r3 * (-0.7)]
    }

    pub fn random_21(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..4], &inputs[4..7], inputs[7], &inputs[8..24]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = [x4[10], x4[5]][i]; }
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..4 { r1 += square(x4[i * 4 + j].hypot(2.0 + x4[i * 4 + j].tanh()) * (x1[j] * x1[i]).atan2(1.5 + x4[i * 4 + j].sin()) + (0.5 * u1[0])); } }
        let u2 = r1;
        let mut u3 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u3[i * 3 + j] = x2[i] * x2[j]; } }
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = near.max(u3[i * 3], 0.0); }
        let mut u5 = [0.0; 1];
        for i in 0..1 { u5[i] = [u1[0]][i]; }
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = ((if i < 1 { u5[i] } else { if i - 1 < 1 { u5[i - 1] } else { u5[i - 2] } }) / (1.5 + square(u2))).cos(); }
        let mut u7 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u7[i * 4 + j] = x2[i] * x1[j]; } }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u4[i] * u4[i] + (0..4).map(|p| u7[i * 4 + p] * x1[p]).sum::<f64>() - u7[i * 4]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u6[i].sin(); }
        vec![r2 + x3.tanh() * 0.5 + r3 * 1.25]
    }

    pub fn random_22(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..4], &inputs[4..6], inputs[6], &inputs[7..23]);
        let d1 = &data[0..9];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = [x3, x1[3], x1[3], x3][i]; }
        let mut u2 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u2[i * 4 + j] = x2[i] * u1[j]; } }
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = if !near.less(u2[i + 4], u1[i]) { u1[i] } else { u1[i] }; }
        let mut u4 = [0.0; 6];
        for i in 0..6 { u4[i] = [x1[2], x3, x1[2], u2[4], u1[3], x3][i]; }
        let mut u5 = [0.0; 12];
        for i in 0..6 { for j in 0..2 { u5[i * 2 + j] = u4[i] * x2[j]; } }
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = u5[i * 2 + 5]; }
        let mut a1 = [0.0; 4];
        for i in 0..4 { a1[i] = ((0..4).map(|p| x4[i * 4 + p] * u6[p]).sum::<f64>() + u3[i]).tanh(); }
        let u7 = a1;
        let mut u8 = [0.0; 3];
        for i in 0..3 { u8[i] = [u7[3], u7[1], u6[0]][i]; }
        let mut u9 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u9[i * 4 + j] = u8[i] * u6[j]; } }
        let mut h2 = (0..4).map(|p| u2[p] * u3[p]).sum::<f64>() * x3;
        for i in 0..4 { h2 = step(h2, (x3 - x4[i + 12]) * u9[i + 4], near); }
        let u10 = h2;
        let mut u11 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u11[i * 2 + j] = u8[i] * x2[j]; } }
        let mut a3 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a3[i * 3 + j] = u11[j * 2 + i] * u11[1]; } }
        let u12 = a3;
        let mut u13 = [0.0; 2];
        for i in 0..2 { u13[i] = near.max(2.0 - x2[i], 0.0); }
        let mut u14 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u14[i * 3 + j] = u6[i] * u8[j]; } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..3 { r4 += d1[i * 3 + j].sin(); } }
        let u15 = r4 * (-0.7);
        let u16 = u10.tanh() * 0.5;
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += u12[i * 3 + j].sin(); } }
        let u17 = r5 * (-0.7);
        let mut a6 = [0.0; 2];
        for i in 0..2 { a6[i] = 2.0 - (if !near.less(x3, u13[i]) { u13[i] } else { (0..3).map(|p| u14[i * 3 + p + 3] * u8[p]).sum::<f64>() }) + u15 + u16 + u17; }
        a6.to_vec()
    }

    pub fn random_23(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, _) = (&inputs[0..2], &inputs[2..6], inputs[6], &inputs[7..13], &inputs[13..16], &inputs[16..17]);
        let d1 = &data[0..2];
        let mut a1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a1[i * 3 + j] = x4[j * 2 + i] * x4[1]; } }
        let u1 = a1;
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = near.min(near.min(x3, x3), wave(d1[i], [d1[1], x3][i].tanh(), near)); }
        cumulative_sum(&mut u2);
        let u3 = ln_add_exp(x3 * x5[1] + x3, u2[1]);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += near.min(near.min(u2[i], [u3, u3][i]), x5[1]); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += x1[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += x2[i * 2 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += u1[i * 3 + j].sin(); } }
        vec![r2 + r3 * 1.25 + r4 * 1.25 + r5 * (-0.7)]
    }

    pub fn random_24(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..6], &inputs[6..8], inputs[8], &inputs[9..15], &inputs[15..19]);
        let d1 = &data[0..2];
        let mut a1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { a1[i * 2 + j] = x5[j * 3 + i] * x5[1]; } }
        let u1 = a1;
        let mut h2 = x6[2];
        let mut u2 = [0.0; 4];
        for i in 0..4 { h2 = driven(h2, near.min(x6[i], x6[i]), x4, near); u2[i] = h2; }
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = [u1[4], x3[1], x4][i]; }
        let mut u7 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u7[i * 4 + j] = u4[i] * u2[j]; } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if !near.less(u1[i * 2], u1[i * 2 + 1] - (if i < 1 { [x4][i] } else { d1[i - 1] })) { u4[i] } else { (0..4).map(|p| u7[i * 4 + p] * x6[p]).sum::<f64>() }; }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += x1[i * 2 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += x2[i].sin(); }
        vec![r3 + r4 * 0.5 + r5 * 0.5]
    }

    pub fn random_25(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..9], &inputs[9..12], inputs[12], &inputs[13..17], &inputs[17..21]);
        let d1 = data[0];
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u1[i * 4 + j] = x4[i] * x4[j]; } }
        let mut a1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { a1[i * 4 + j] = u1[j * 4 + i] * u1[1]; } }
        let u2 = a1;
        let mut u3 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u3[i * 3 + j] = sigmoid(x1[j * 3 + i]) * d1.hypot(2.0 + d1.tanh()); } }
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = if i < 1 { (0..4).map(|p| x5[i * 4 + p] * x4[p]).sum::<f64>() } else { [x3][i - 1] }; }
        let mut u5 = [0.0; 5];
        for i in 0..5 { u5[i] = [d1, x3, x3, x1[8], d1][i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += u5[i + 1]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x2[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..4 { r4 += u2[i * 4 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..3 { r5 += u3[i * 3 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u4[i].sin(); }
        vec![r2 + r3 * 0.5 + r4 * 1.25 + r5 * (-0.7) + r6 * (-0.7)]
    }

    pub fn random_26(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..4], &inputs[4..7], inputs[7], &inputs[8..24]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = [x1[0], x2[2]][i]; }
        let mut u2 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u2[i * 2 + j] = x1[i] * u1[j]; } }
        let mut u3 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { for p in 0..4 { u3[i * 2 + j] += x4[i * 4 + p] * u2[p * 2 + j]; } } }
        let u4 = wave(u1[0], x3.tanh(), near);
        let mut u5 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u5[i * 4 + j] = u1[i] * x1[j]; } }
        let mut u6 = [0.0; 4];
        for i in 0..4 { for p in 0..2 { u6[i] += u1[p] * u5[p * 4 + i]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += pair(pair(x3, u5[i * 4 + 3], near)[1], u1[i], near)[0].exp(); }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..2 { r2 += u3[i * 2 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += u6[i].sin(); }
        vec![r1.ln() + r2 * (-0.7) + u4.tanh() * 0.5 + r3 * 0.5]
    }

    pub fn random_27(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..8], &inputs[8..20], &inputs[20..22], inputs[22]);
        let d1 = &data[0..8];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = [x2[4], d1[0], d1[1], x4][i]; }
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [u1[0], x2[3], u1[3]][i]; }
        let mut u3 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u3[i * 3 + j] = u1[i] * u2[j]; } }
        let mut a1 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { a1[i * 4 + j] = u3[j * 3 + i] * u3[1]; } }
        let u4 = a1;
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = u2[i]; }
        let mut u6 = [0.0; 4];
        for i in 0..4 { for p in 0..3 { u6[i] += u5[p] * x2[p * 4 + i]; } }
        let mut u7 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u7[i * 3 + j] = x3[i] * u5[j]; } }
        let mut u8 = [0.0; 2];
        for i in 0..2 { u8[i] = near.max(x3[i], x3[i]); }
        let mut u9 = [0.0; 3];
        for i in 0..3 { u9[i] = wave(u6[i + 1], (if i < 2 { u8[i] } else { u5[i - 1] }).tanh(), near); }
        let mut a2 = [0.0; 2];
        for i in 0..2 { a2[i] = ((0..3).map(|p| u7[i * 3 + p] * u9[p]).sum::<f64>() + u8[i]).tanh(); }
        let u10 = a2;
        let mut u11 = [0.0; 5];
        for i in 0..5 { u11[i] = [u9[1], u2[0], x3[1], x1[5], u5[1]][i]; }
        let mut u12 = [0.0; 15];
        for i in 0..5 { for j in 0..3 { u12[i * 3 + j] = u11[i] * u9[j]; } }
        let mut u13 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u13[i * 4 + j] = u8[i] * u6[j]; } }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += u6[i] * pair(u13[i + 4], u6[i], near)[1]; }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..4 { r4 += u4[i * 4 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u10[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..5 { for j in 0..3 { r6 += u12[i * 3 + j].sin(); } }
        vec![r3 + r4 * 0.5 + r5 * 0.5 + r6 * 0.5]
    }
}

crate::programs! {
    Real random_14 as random_14 with product;
    Real random_14_bound as random_14;
    Real random_15 as random_15;
    Real random_15_inlined as random_15;
    Real random_16 as random_16 with product;
    Vector random_17 as random_17 with sides;
    Vector random_17_bound as random_17;
    Real random_18 as random_18 with series rows parallel;
    Real random_18_inlined as random_18;
    Real random_19 as random_19 with sides rows parallel;
    Real random_20 as random_20;
    Real random_20_bound as random_20;
    Real random_21 as random_21 with product;
    Real random_21_inlined as random_21;
    Vector random_22 as random_22 with sides;
    Real random_23 as random_23 with series rows parallel;
    Real random_23_bound as random_23;
    Real random_24 as random_24 with sides rows parallel;
    Real random_24_inlined as random_24;
    Real random_25 as random_25 with tape rows parallel;
    Real random_26 as random_26 with product;
    Real random_26_bound as random_26;
    Real random_27 as random_27;
    Real random_27_inlined as random_27;
}
