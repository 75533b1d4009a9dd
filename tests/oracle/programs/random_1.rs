//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn random_0(x1: [[R; 2]; 2], x2: [[R; 4]; 2], x3: [[R; 4]; 4], x4) -> [R; 4] {
        let u1: [R; 3] = stack((x2.at::<1>().at::<0>(), x2.at::<0>().at::<1>(), x3.at::<2>().at::<0>()));
        let u2: [R; 2] = stack((u1.at::<1>(), x4));
        let u3: [[R; 2]; 3] = u1.outer(u2);
        let u4: [R; 2] = u1.dot(u3);
        let u5: [R; 3] = (-u1.square()).exp();
        let u6: [R; 4] = stack((u4.at::<0>(), u5.at::<1>(), u5.at::<0>(), u5.at::<0>()));
        let u7: [[R; 3]; 4] = u6.outer(u5);
        let u8: [R; 3] = u6.dot(u7);
        let u9: [[R; 4]; 3] = u8.outer(u6);
        let u10: [R; 1] = stack((x1.at::<1>().at::<1>(),));
        let u11: [[R; 4]; 1] = u10.outer(u6);
        wave(u6 + x4, u9.concat::<4, _>(u11).at::<3>().tanh())
    }

    pub fn random_0_bound(x1: [[R; 2]; 2], x2: [[R; 4]; 2], x3: [[R; 4]; 4], x4) -> [R; 4] {
        let v1: [R; 4] = x2.at::<1>();
        let v2 = v1.at::<0>();
        let v3: [R; 4] = x2.at::<0>();
        let v4 = x3.at::<2>().at::<0>();
        let u1: [R; 3] = stack((v2, v3.at::<1>(), v4));
        let v6 = u1.at::<1>();
        let u2: [R; 2] = stack((v6, x4));
        let u3: [[R; 2]; 3] = u1.outer(u2);
        let u4: [R; 2] = u1.dot(u3);
        let u5: [R; 3] = (-u1.square()).exp();
        let u6: [R; 4] = stack((u4.at::<0>(), u5.at::<1>(), u5.at::<0>(), u5.at::<0>()));
        let u7: [[R; 3]; 4] = u6.outer(u5);
        let u8: [R; 3] = u6.dot(u7);
        let u9: [[R; 4]; 3] = u8.outer(u6);
        let u10: [R; 1] = stack((x1.at::<1>().at::<1>(),));
        let u11: [[R; 4]; 1] = u10.outer(u6);
        wave(u6 + x4, u9.concat::<4, _>(u11).at::<3>().tanh())
    }

    pub fn random_1(x1: [[R; 2]; 2], x2: [R; 2], x3, x4: [[R; 3]; 4], x5: [R; 5]; d1: [[R; 4]; 2]) {
        let u1: [[R; 2]; 4] = turned(d1);
        let u2 = pair(x3.max(x3), x3).component::<0>();
        let u3: [[R; 4]; 3] = turned(x4);
        let u4: [R; 4] = x5.window::<1, 4>().sin();
        let u5: [R; 3] = stack((x3, u4.at::<1>(), x4.at::<0>().at::<1>()));
        let u6: [R; 3] = u5;
        let u7: [R; 4] = affine(x4, u4, u6);
        let u8: [R; 1] = stack((u5.at::<0>(),));
        let u9: [[R; 2]; 3] = u6.outer(x2);
        select(u2.at_least(u7.at::<1>()), u8.concat::<2, _>(u9.column::<0>().window::<0, 1>()),
            x2).tanh().powi(3).sum() + x1.sin().sum() * 1.25 + u1.sin().sum() * -0.7 + u3.sin().sum() * -0.7
    }

    pub fn random_1_inlined(x1: [[R; 2]; 2], x2: [R; 2], x3, x4: [[R; 3]; 4], x5: [R; 5]; d1: [[R; 4]; 2]) {
        let u1: [[R; 2]; 4] = turned(d1);
        let u3: [[R; 4]; 3] = turned(x4);
        let u4: [R; 4] = x5.window::<1, 4>().sin();
        let u6: [R; 3] = stack((x3, x5.window::<1, 4>().sin().at::<1>(), x4.at::<0>().at::<1>()));
        let u7: [R; 4] = affine(x4, u4, u6);
        select(pair(x3.max(x3), x3).component::<0>().at_least(u7.at::<1>()),
            stack((stack((x3, x5.window::<1, 4>().sin().at::<1>(),
            x4.at::<0>().at::<1>())).at::<0>(),)).concat::<2,
            _>(stack((x3, x5.window::<1, 4>().sin().at::<1>(),
            x4.at::<0>().at::<1>())).outer(x2).column::<0>().window::<0, 1>()), x2).tanh().powi(3).sum() +
            x1.sin().sum() * 1.25 + u1.sin().sum() * -0.7 + u3.sin().sum() * -0.7
    }

    pub fn random_2(x1: [R; 2], x2: [[R; 2]; 3], x3: [R; 2], x4, x5: [[R; 4]; 3]) {
        let u1: [R; 4] = stack((x2.at::<2>().at::<0>(), x2.at::<1>().at::<1>(), x1.at::<1>(), x4));
        let u2: [[R; 2]; 4] = u1.outer(x3);
        let u3: [[R; 2]; 3] = x5.dot(u2);
        let u4: [R; 4] = scan(driven, x4.sin(), (u1.relu(), x4.mul_add(u1.at::<3>(), x4)));
        x3.norm() + u3.sin().sum() * -0.7 + u4.sin().sum() * 1.25
    }

    pub fn random_3(x1: [R; 3], x2: [[R; 4]; 4], x3: [R; 3], x4) {
        let u1: [R; 2] = stack((x4, x4));
        let u2: [R; 2] = u1.mul_add(u1.at::<0>(), x4);
        let u3: [R; 4] = stack((u2.at::<0>(), x4, u1.at::<1>(), x1.at::<2>()));
        let u4: [[R; 4]; 2] = u2.outer(u3);
        let u5: [[R; 2]; 4] = turned(u4);
        let u6: [R; 4] = 2 - u3.sin().square();
        let u7: [R; 5] = stack((u4.at::<1>().at::<0>(), u4.at::<0>().at::<0>(), u3.at::<0>(), u6.at::<1>(),
            x2.at::<3>().at::<2>()));
        pair(stack((x4, x4, x4, x4)).sin().exp(), u7.window::<1, 4>()).component::<1>().sum() + x3.sin().sum() *
            -0.7
    }

    pub fn random_3_bound(x1: [R; 3], x2: [[R; 4]; 4], x3: [R; 3], x4) {
        let u1: [R; 2] = stack((x4, x4));
        let u2: [R; 2] = u1.mul_add(u1.at::<0>(), x4);
        let v3 = u2.at::<0>();
        let u3: [R; 4] = stack((v3, x4, u1.at::<1>(), x1.at::<2>()));
        let u4: [[R; 4]; 2] = u2.outer(u3);
        let u5: [[R; 2]; 4] = turned(u4);
        let v7: [R; 4] = u3.sin();
        let v8: [R; 4] = v7.square();
        let u6: [R; 4] = 2 - v8;
        let u7: [R; 5] = stack((u4.at::<1>().at::<0>(), u4.at::<0>().at::<0>(), u3.at::<0>(), u6.at::<1>(),
            x2.at::<3>().at::<2>()));
        pair(stack((x4, x4, x4, x4)).sin().exp(), u7.window::<1, 4>()).component::<1>().sum() + x3.sin().sum() *
            -0.7
    }

    pub fn random_4(x1: [[R; 4]; 2], x2: [R; 2], x3, x4: [R; 4], x5: [R; 3], x6: [[R; 2]; 2]) {
        let u1: [[R; 3]; 4] = x4.outer(x5);
        let u2: [R; 3] = (1.5 + select(x3.at_least(x3), x3, x3).sin()).pow((u1.at::<0>() * x4.window::<0,
            3>()).tanh());
        let u3: [R; 2] = x2;
        let u4: [R; 2] = u3 + u3;
        let u5: [R; 2] = affine(x6, u3, u4);
        let u6: [[R; 2]; 3] = u2.outer(x2);
        fold(driven, u1.dot(u2).at::<3>(),
            (u6.transpose().sin().exp(), select(x3.greater_than(x3), u5.at::<0>(), x3))) + x1.sin().sum() * -0.7
    }

    pub fn random_4_inlined(x1: [[R; 4]; 2], x2: [R; 2], x3, x4: [R; 4], x5: [R; 3], x6: [[R; 2]; 2]) {
        let u1: [[R; 3]; 4] = x4.outer(x5);
        let u2: [R; 3] = (1.5 + select(x3.at_least(x3), x3, x3).sin()).pow((x4.outer(x5).at::<0>() *
            x4.window::<0, 3>()).tanh());
        let u3: [R; 2] = x2;
        let u4: [R; 2] = u3 + u3;
        let u5: [R; 2] = affine(x6, u3, u4);
        fold(driven, u1.dot(u2).at::<3>(),
            ((1.5 + select(x3.at_least(x3), x3, x3).sin()).pow((x4.outer(x5).at::<0>() * x4.window::<0,
            3>()).tanh()).outer(x2).transpose().sin().exp(), select(x3.greater_than(x3), u5.at::<0>(), x3))) +
            x1.sin().sum() * -0.7
    }

    pub fn random_5(x1: [R; 4], x2: [R; 2], x3: [R; 2], x4, x5: [[R; 3]; 2], x6: [R; 3]; d1) {
        let u1: [R; 2] = x3.softmax();
        let u2: [[R; 3]; 4] = x1.outer(x6);
        let u3: [[R; 3]; 4] = scan(driven, x1.at::<0>().mul_add(x4, x5.at::<1>().at::<0>()),
            (u2 * u2, x2.at::<0>()));
        let u4: [[R; 3]; 3] = x6.outer(x6);
        let u5: [R; 3] = select((u1.at::<1>() /
            (1.5 + stack((x4, x6.at::<2>(), x1.at::<3>())).square())).at_most(x6.atan()),
            x6.at::<1>().hypot(2 + d1.tanh()), u4.dot(x6).atan2(1.5 + x6.sin())).cumulative_sum();
        fold(driven, u4.transpose().at::<1>().at::<0>(), (stack((d1, d1, x3.at::<0>(), x4)), d1)) +
            u3.sin().sum() * 0.5 + u5.sin().sum() * 1.25
    }

    pub fn random_6(x1: [R; 3], x2: [R; 3], x3: [[R; 2]; 3], x4, x5: [[R; 4]; 2], x6: [[R; 1]; 2]) {
        let u1: [R; 3] = x2.atan().atan().cumulative_sum();
        let u2: [[R; 2]; 4] = turned(x5);
        let u3: [R; 2] = stack((x6.at::<1>().at::<0>(), x5.at::<0>().at::<0>()));
        stack((x4, x4, x6.at::<0>().concat::<3, _>(u3).at::<0>())).mean() + x3.sin().sum() * 1.25 +
            u1.sin().sum() * -0.7 + u2.sin().sum() * 0.5
    }

    pub fn random_6_bound(x1: [R; 3], x2: [R; 3], x3: [[R; 2]; 3], x4, x5: [[R; 4]; 2], x6: [[R; 1]; 2]) {
        let v1: [R; 3] = x2.atan();
        let v2: [R; 3] = v1.atan();
        let u1: [R; 3] = v2.cumulative_sum();
        let u2: [[R; 2]; 4] = turned(x5);
        let v5: [R; 1] = x6.at::<1>();
        let v6 = v5.at::<0>();
        let v7: [R; 4] = x5.at::<0>();
        let u3: [R; 2] = stack((v6, v7.at::<0>()));
        stack((x4, x4, x6.at::<0>().concat::<3, _>(u3).at::<0>())).mean() + x3.sin().sum() * 1.25 +
            u1.sin().sum() * -0.7 + u2.sin().sum() * 0.5
    }

    pub fn random_7(x1: [R; 4], x2: [R; 4], x3: [R; 4], x4, x5: [[R; 1]; 4], x6: [[R; 4]; 1]) {
        let u1: [[R; 4]; 2] = x5.transpose().concat::<2, _>(x6);
        let u2: [R; 3] = stack((x3.at::<2>(), u1.at::<0>().at::<3>(), x4));
        let u3: [[R; 3]; 3] = u2.outer(u2);
        let u4: [R; 3] = u2 / (1.5 + u3.at::<1>().square());
        let u5: [R; 2] = stack((x3.at::<3>(), u2.at::<1>()));
        let u6: [[R; 2]; 4] = x3.outer(u5);
        u6.window::<0, 3>().sigmoid().sum() + x1.sin().sum() * 1.25 + x2.sin().sum() * 1.25 + u4.sin().sum() * 0.5
    }

    pub fn random_7_inlined(x1: [R; 4], x2: [R; 4], x3: [R; 4], x4, x5: [[R; 1]; 4], x6: [[R; 4]; 1]) {
        let u4: [R; 3] = stack((x3.at::<2>(), x5.transpose().concat::<2, _>(x6).at::<0>().at::<3>(), x4)) /
            (1.5 + stack((x3.at::<2>(), x5.transpose().concat::<2, _>(x6).at::<0>().at::<3>(),
            x4)).outer(stack((x3.at::<2>(), x5.transpose().concat::<2, _>(x6).at::<0>().at::<3>(),
            x4))).at::<1>().square());
        x3.outer(stack((x3.at::<3>(), stack((x3.at::<2>(), x5.transpose().concat::<2, _>(x6).at::<0>().at::<3>(),
            x4)).at::<1>()))).window::<0, 3>().sigmoid().sum() + x1.sin().sum() * 1.25 + x2.sin().sum() * 1.25 +
            u4.sin().sum() * 0.5
    }

    pub fn random_8(x1: [[R; 4]; 2], x2: [[R; 2]; 4], x3, x4: [R; 3], x5: [R; 2]) {
        let u1: [R; 2] = select(x3.greater_than(x5), x4.window::<0, 2>(), x5).cos().log_softmax();
        let u2: [[R; 2]; 3] = x4.outer(u1);
        let u3 = u2.column::<0>().at::<1>().mul_add(x3, x3);
        let u4: [R; 4] = stack((u1.at::<0>(), x5.at::<1>(), x4.at::<0>(), u1.at::<1>()));
        let u5: [[R; 3]; 4] = u4.outer(x4);
        let u6 = (-(1 + u5.square()).powf(0.7).square()).exp().norm();
        let u7: [[R; 3]; 3] = x4.outer(x4);
        let u8: [[R; 3]; 3] = u7.transpose().cos().tanh().cumulative_sum();
        (pair(u4, u6).component::<0>() + (2 + u4.cos()).cbrt()).norm_squared() + x1.sin().sum() * -0.7 +
            x2.sin().sum() * 1.25 + u3.tanh() * 0.5 + u8.sin().sum() * 0.5
    }

    pub fn random_9(x1: [R; 3], x2: [[R; 4]; 2], x3, x4: [[R; 2]; 4], x5: [R; 4]) -> [R; 3] {
        let u1: [[R; 4]; 4] = x4.dot(x2);
        let u2: [[R; 3]; 3] = x1.outer(x1);
        let u3 = (x1.sigmoid() - x3.ln_add_exp(u2.column::<0>())).product();
        let u4: [[R; 3]; 4] = x5.outer(x1);
        let u5: [R; 2] = stack((u4.at::<3>().at::<2>(), x4.at::<3>().at::<1>()));
        let u6 = u1.sin().sum() * 0.5;
        let u7 = u3.tanh() * 1.25;
        u4.at::<1>() / (1.5 + (2 + u5.at::<1>().cos()).cbrt().square()) + u6 + u7
    }

    pub fn random_9_bound(x1: [R; 3], x2: [[R; 4]; 2], x3, x4: [[R; 2]; 4], x5: [R; 4]) -> [R; 3] {
        let u1: [[R; 4]; 4] = x4.dot(x2);
        let u2: [[R; 3]; 3] = x1.outer(x1);
        let v3: [R; 3] = x1.sigmoid();
        let v4: [R; 3] = u2.column::<0>();
        let v5: [R; 3] = x3.ln_add_exp(v4);
        let v6: [R; 3] = v3 - v5;
        let u3 = v6.product();
        let u4: [[R; 3]; 4] = x5.outer(x1);
        let u5: [R; 2] = stack((u4.at::<3>().at::<2>(), x4.at::<3>().at::<1>()));
        let u6 = u1.sin().sum() * 0.5;
        let u7 = u3.tanh() * 1.25;
        u4.at::<1>() / (1.5 + (2 + u5.at::<1>().cos()).cbrt().square()) + u6 + u7
    }

    pub fn random_10(x1: [R; 4], x2: [[R; 4]; 4], x3: [R; 2], x4) {
        let u1 = x1.at::<0>();
        let u2: [R; 3] = stack((x4, x1.at::<0>(), x2.at::<3>().at::<1>()));
        let u3: [[R; 3]; 4] = x1.outer(u2);
        let u4: [[R; 3]; 4] = x2.dot(u3);
        let u5: [[R; 3]; 3] = u2.outer(u2);
        (u2 + u1.ln_add_exp(u5.column::<0>().at::<2>())).log_sum_exp() + x3.sin().sum() * 0.5 + u4.sin().sum() *
            0.5
    }

    pub fn random_10_inlined(x1: [R; 4], x2: [[R; 4]; 4], x3: [R; 2], x4) {
        let u3: [[R; 3]; 4] = x1.outer(stack((x4, x1.at::<0>(), x2.at::<3>().at::<1>())));
        let u4: [[R; 3]; 4] = x2.dot(u3);
        (stack((x4, x1.at::<0>(), x2.at::<3>().at::<1>())) +
            x1.at::<0>().ln_add_exp(stack((x4, x1.at::<0>(),
            x2.at::<3>().at::<1>())).outer(stack((x4, x1.at::<0>(),
            x2.at::<3>().at::<1>()))).column::<0>().at::<2>())).log_sum_exp() + x3.sin().sum() * 0.5 +
            u4.sin().sum() * 0.5
    }

    pub fn random_11(x1: [R; 2], x2: [R; 3], x3, x4: [[R; 4]; 2], x5: [[R; 2]; 3]) {
        let u1: [R; 4] = x1.dot(x4);
        let u2: [[R; 3]; 2] = turned(x5);
        fold(driven, x3, (x4.at::<0>().tanh().powi(3), u1.window::<0, 2>().at::<0>().ln_add_exp(x3))) +
            x2.sin().sum() * -0.7 + u2.sin().sum() * 1.25
    }

    pub fn random_12(x1: [R; 4], x2: [R; 4], x3: [[R; 3]; 4], x4, x5: [R; 3]) {
        let u1: [R; 1] = stack((x5.at::<1>(),));
        let u2: [R; 2] = stack((u1.at::<0>(), x2.at::<1>()));
        let u3: [[R; 2]; 1] = u1.outer(u2);
        let u4: [[R; 2]; 2] = u2.outer(u2);
        let u5: [R; 3] = wave(x2.at::<0>(), u3.concat::<3, _>(u4).column::<1>().window::<0,
            2>().at::<0>().hypot(2 + x5.tanh()).tanh()).softmax();
        let u6: [[R; 3]; 3] = x5.outer(u5);
        let u7: [[R; 3]; 4] = x3.dot(u6);
        let u8: [[R; 4]; 3] = u5.outer(x2);
        let u9: [R; 4] = u5.dot(u8);
        let u10: [R; 3] = u2.concat::<3, _>(u1).cumulative_sum();
        u4.at::<1>().concat::<3, _>(u1).sum() + x1.sin().sum() * -0.7 + x4.tanh() * -0.7 + u7.sin().sum() * 0.5 +
            u9.sin().sum() * 1.25 + u10.sin().sum() * -0.7
    }

    pub fn random_12_bound(x1: [R; 4], x2: [R; 4], x3: [[R; 3]; 4], x4, x5: [R; 3]) {
        let u1: [R; 1] = stack((x5.at::<1>(),));
        let v2 = u1.at::<0>();
        let u2: [R; 2] = stack((v2, x2.at::<1>()));
        let u3: [[R; 2]; 1] = u1.outer(u2);
        let u4: [[R; 2]; 2] = u2.outer(u2);
        let v6: [[R; 2]; 3] = u3.concat::<3, _>(u4);
        let v7 = v6.column::<1>().window::<0, 2>().at::<0>();
        let v8: [R; 3] = x5.tanh();
        let u5: [R; 3] = wave(x2.at::<0>(), v7.hypot(2 + v8).tanh()).softmax();
        let u6: [[R; 3]; 3] = x5.outer(u5);
        let u7: [[R; 3]; 4] = x3.dot(u6);
        let u8: [[R; 4]; 3] = u5.outer(x2);
        let u9: [R; 4] = u5.dot(u8);
        let u10: [R; 3] = u2.concat::<3, _>(u1).cumulative_sum();
        u4.at::<1>().concat::<3, _>(u1).sum() + x1.sin().sum() * -0.7 + x4.tanh() * -0.7 + u7.sin().sum() * 0.5 +
            u9.sin().sum() * 1.25 + u10.sin().sum() * -0.7
    }

    pub fn random_13(x1: [[R; 3]; 2], x2: [[R; 4]; 3], x3, x4: [R; 4]; d1: [R; 2]) {
        let u1: [[R; 2]; 4] = x4.outer(d1);
        let u2: [R; 3] = stack((x3, u1.at::<1>().at::<1>(), x4.at::<3>()));
        let u3: [R; 4] = scan(driven, x3 - x3, (u1.dot(d1).abs(), u2.at::<0>()));
        let u4 = u2.at::<2>();
        let u5 = select((x3 - u4).less_than(select(x4.at::<0>().greater_than(u4), u2.at::<1>(), d1.at::<1>())),
            u4.max(u4), select(x3.greater_than(x3), u3.at::<3>(), u4));
        x1.transpose().sum() + x2.sin().sum() * 0.5 + u5.tanh() * 0.5
    }

    pub fn random_13_inlined(x1: [[R; 3]; 2], x2: [[R; 4]; 3], x3, x4: [R; 4]; d1: [R; 2]) {
        let u1: [[R; 2]; 4] = x4.outer(d1);
        let u3: [R; 4] = scan(driven, x3 - x3,
            (u1.dot(d1).abs(), stack((x3, x4.outer(d1).at::<1>().at::<1>(), x4.at::<3>())).at::<0>()));
        let u5 = select((x3 - stack((x3, x4.outer(d1).at::<1>().at::<1>(),
            x4.at::<3>())).at::<2>()).less_than(select(x4.at::<0>().greater_than(stack((x3,
            x4.outer(d1).at::<1>().at::<1>(), x4.at::<3>())).at::<2>()),
            stack((x3, x4.outer(d1).at::<1>().at::<1>(), x4.at::<3>())).at::<1>(), d1.at::<1>())),
            stack((x3, x4.outer(d1).at::<1>().at::<1>(),
            x4.at::<3>())).at::<2>().max(stack((x3, x4.outer(d1).at::<1>().at::<1>(), x4.at::<3>())).at::<2>()),
            select(x3.greater_than(x3), u3.at::<3>(),
            stack((x3, x4.outer(d1).at::<1>().at::<1>(), x4.at::<3>())).at::<2>()));
        x1.transpose().sum() + x2.sin().sum() * 0.5 + u5.tanh() * 0.5
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn random_0(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..4], &inputs[4..12], &inputs[12..28], inputs[28]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x2[4], x2[1], x3[8]][i]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = [u1[1], x4][i]; }
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u3[i * 2 + j] = u1[i] * u2[j]; } }
        let mut u4 = [0.0; 2];
        for i in 0..2 { for p in 0..3 { u4[i] += u1[p] * u3[p * 2 + i]; } }
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = (-square(u1[i])).exp(); }
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = [u4[0], u5[1], u5[0], u5[0]][i]; }
        let mut u7 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u7[i * 3 + j] = u6[i] * u5[j]; } }
        let mut u8 = [0.0; 3];
        for i in 0..3 { for p in 0..4 { u8[i] += u6[p] * u7[p * 3 + i]; } }
        let mut u9 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u9[i * 4 + j] = u8[i] * u6[j]; } }
        let mut u10 = [0.0; 1];
        for i in 0..1 { u10[i] = [x1[3]][i]; }
        let mut u11 = [0.0; 4];
        for i in 0..1 { for j in 0..4 { u11[i * 4 + j] = u10[i] * u6[j]; } }
        let mut a1 = [0.0; 4];
        for i in 0..4 { a1[i] = wave(u6[i] + x4, u11[i].tanh(), near); }
        a1.to_vec()
    }

    pub fn random_1(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..4], &inputs[4..6], inputs[6], &inputs[7..19], &inputs[19..24]);
        let d1 = &data[0..8];
        let mut a1 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { a1[i * 2 + j] = d1[j * 4 + i] * d1[1]; } }
        let u1 = a1;
        let u2 = pair(near.max(x3, x3), x3, near)[0];
        let mut a2 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { a2[i * 4 + j] = x4[j * 3 + i] * x4[1]; } }
        let u3 = a2;
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = x5[i + 1].sin(); }
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = [x3, u4[1], x4[1]][i]; }
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = u5[i]; }
        let mut a3 = [0.0; 4];
        for i in 0..4 { a3[i] = ((0..3).map(|p| x4[i * 3 + p] * u6[p]).sum::<f64>() + u4[i]).tanh(); }
        let u7 = a3;
        let mut u8 = [0.0; 1];
        for i in 0..1 { u8[i] = [u5[0]][i]; }
        let mut u9 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u9[i * 2 + j] = u6[i] * x2[j]; } }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += (if !near.less(u2, u7[1]) { if i < 1 { u8[i] } else { u9[i * 2 - 2] } } else { x2[i] }).tanh().powi(3); }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..2 { r5 += x1[i * 2 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..4 { for j in 0..2 { r6 += u1[i * 2 + j].sin(); } }
        let mut r7 = 0.0;
        for i in 0..3 { for j in 0..4 { r7 += u3[i * 4 + j].sin(); } }
        vec![r4 + r5 * 1.25 + r6 * (-0.7) + r7 * (-0.7)]
    }

    pub fn random_2(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..2], &inputs[2..8], &inputs[8..10], inputs[10], &inputs[11..23]);
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = [x2[4], x2[3], x1[1], x4][i]; }
        let mut u2 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u2[i * 2 + j] = u1[i] * x3[j]; } }
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { for p in 0..4 { u3[i * 2 + j] += x5[i * 4 + p] * u2[p * 2 + j]; } } }
        let mut h1 = x4.sin();
        let mut u4 = [0.0; 4];
        for i in 0..4 { h1 = driven(h1, near.max(u1[i], 0.0), x4 * u1[3] + x4, near); u4[i] = h1; }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += square(x3[i]); }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += u3[i * 2 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u4[i].sin(); }
        vec![r2.sqrt() + r3 * (-0.7) + r4 * 1.25]
    }

    pub fn random_3(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..3], &inputs[3..19], &inputs[19..22], inputs[22]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = [x4, x4][i]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = u1[i] * u1[0] + x4; }
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = [u2[0], x4, u1[1], x1[2]][i]; }
        let mut u4 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u4[i * 4 + j] = u2[i] * u3[j]; } }
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = 2.0 - square(u3[i].sin()); }
        let mut u7 = [0.0; 5];
        for i in 0..5 { u7[i] = [u4[4], u4[0], u3[0], u6[1], x2[14]][i]; }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += pair([x4, x4, x4, x4][i].sin().exp(), u7[i + 1], near)[1]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += x3[i].sin(); }
        vec![r1 + r2 * (-0.7)]
    }

    pub fn random_4(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..8], &inputs[8..10], inputs[10], &inputs[11..15], &inputs[15..18], &inputs[18..22]);
        let mut u1 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u1[i * 3 + j] = x4[i] * x5[j]; } }
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = (1.5 + (if !near.less(x3, x3) { x3 } else { x3 }).sin()).powf((u1[i] * x4[i]).tanh()); }
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = x2[i]; }
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = u3[i] + u3[i]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..2).map(|p| x6[i * 2 + p] * u4[p]).sum::<f64>() + u3[i]).tanh(); }
        let u5 = a1;
        let mut u6 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u6[i * 2 + j] = u2[i] * x2[j]; } }
        let mut h2 = (0..3).map(|p| u1[p + 9] * u2[p]).sum::<f64>();
        for i in 0..2 { for j in 0..3 { h2 = driven(h2, u6[j * 2 + i].sin().exp(), if near.less(x3, x3) { u5[0] } else { x3 }, near); } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += x1[i * 4 + j].sin(); } }
        vec![h2 + r3 * (-0.7)]
    }

    pub fn random_5(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..6], &inputs[6..8], inputs[8], &inputs[9..15], &inputs[15..18]);
        let d1 = data[0];
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = x3[i]; }
        softmax(&mut u1);
        let mut u2 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u2[i * 3 + j] = x1[i] * x6[j]; } }
        let mut h1 = x1[0] * x4 + x5[3];
        let mut u3 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { h1 = driven(h1, u2[i * 3 + j] * u2[i * 3 + j], x2[0], near); u3[i * 3 + j] = h1; } }
        let mut u4 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u4[i * 3 + j] = x6[i] * x6[j]; } }
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = if !near.less(x6[i].atan(), u1[1] / (1.5 + square([x4, x6[2], x1[3]][i]))) { x6[1].hypot(2.0 + d1.tanh()) } else { (0..3).map(|p| u4[i * 3 + p] * x6[p]).sum::<f64>().atan2(1.5 + x6[i].sin()) }; }
        cumulative_sum(&mut u5);
        let mut h2 = u4[1];
        for i in 0..4 { h2 = driven(h2, [d1, d1, x3[0], x4][i], d1, near); }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..3 { r3 += u3[i * 3 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u5[i].sin(); }
        vec![h2 + r3 * 0.5 + r4 * 1.25]
    }

    pub fn random_6(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (_, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..6], &inputs[6..12], inputs[12], &inputs[13..21], &inputs[21..23]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x2[i].atan().atan(); }
        cumulative_sum(&mut u1);
        let mut a1 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { a1[i * 2 + j] = x5[j * 4 + i] * x5[1]; } }
        let u2 = a1;
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = [x6[1], x5[0]][i]; }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += [x4, x4, x6[0]][i]; }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += x3[i * 2 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u1[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += u2[i * 2 + j].sin(); } }
        vec![r2 / 3.0 + r3 * 1.25 + r4 * (-0.7) + r5 * 0.5]
    }

    pub fn random_7(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..8], &inputs[8..12], inputs[12], &inputs[13..17], &inputs[17..21]);
        let mut u1 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u1[i * 4 + j] = if i < 1 { x5[j + i] } else { x6[i * 4 + j - 4] }; } }
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [x3[2], u1[3], x4][i]; }
        let mut u3 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u3[i * 3 + j] = u2[i] * u2[j]; } }
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = u2[i] / (1.5 + square(u3[i + 3])); }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = [x3[3], u2[1]][i]; }
        let mut u6 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u6[i * 2 + j] = x3[i] * u5[j]; } }
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += sigmoid(u6[i * 2 + j]); } }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += x1[i].sin(); }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += x2[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u4[i].sin(); }
        vec![r1 + r2 * 1.25 + r3 * 1.25 + r4 * 0.5]
    }

    pub fn random_8(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..8], &inputs[8..16], inputs[16], &inputs[17..20], &inputs[20..22]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = (if near.less(x5[i], x3) { x4[i] } else { x5[i] }).cos(); }
        log_softmax(&mut u1);
        let mut u2 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u2[i * 2 + j] = x4[i] * u1[j]; } }
        let u3 = u2[2] * x3 + x3;
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = [u1[0], x5[1], x4[0], u1[1]][i]; }
        let mut u5 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u5[i * 3 + j] = u4[i] * x4[j]; } }
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..3 { r1 += square((-square((1.0 + square(u5[i * 3 + j])).powf(0.7))).exp()); } }
        let u6 = r1.sqrt();
        let mut u7 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u7[i * 3 + j] = x4[i] * x4[j]; } }
        let mut u8 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u8[i * 3 + j] = u7[j * 3 + i].cos().tanh(); } }
        cumulative_sum(&mut u8);
        let mut r2 = 0.0;
        for i in 0..4 { r2 += square(pair(u4[i], u6, near)[0] + (2.0 + u4[i].cos()).cbrt()); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += x1[i * 4 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..2 { r4 += x2[i * 2 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..3 { r5 += u8[i * 3 + j].sin(); } }
        vec![r2 + r3 * (-0.7) + r4 * 1.25 + u3.tanh() * 0.5 + r5 * 0.5]
    }

    pub fn random_9(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..3], &inputs[3..11], inputs[11], &inputs[12..20], &inputs[20..24]);
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { for p in 0..2 { u1[i * 4 + j] += x4[i * 2 + p] * x2[p * 4 + j]; } } }
        let mut u2 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u2[i * 3 + j] = x1[i] * x1[j]; } }
        let mut r1 = 1.0;
        for i in 0..3 { r1 *= sigmoid(x1[i]) - ln_add_exp(x3, u2[i * 3]); }
        let u3 = r1;
        let mut u4 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u4[i * 3 + j] = x5[i] * x1[j]; } }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = [u4[11], x4[7]][i]; }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..4 { r2 += u1[i * 4 + j].sin(); } }
        let u6 = r2 * 0.5;
        let u7 = u3.tanh() * 1.25;
        let mut a3 = [0.0; 3];
        for i in 0..3 { a3[i] = u4[i + 3] / (1.5 + square((2.0 + u5[1].cos()).cbrt())) + u6 + u7; }
        a3.to_vec()
    }

    pub fn random_10(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..4], &inputs[4..20], &inputs[20..22], inputs[22]);
        let u1 = x1[0];
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [x4, x1[0], x2[13]][i]; }
        let mut u3 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u3[i * 3 + j] = x1[i] * u2[j]; } }
        let mut u4 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { for p in 0..4 { u4[i * 3 + j] += x2[i * 4 + p] * u3[p * 3 + j]; } } }
        let mut u5 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u5[i * 3 + j] = u2[i] * u2[j]; } }
        let mut r1 = 0.0;
        for i in 0..3 { r1 += (u2[i] + ln_add_exp(u1, u5[6])).exp(); }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += x3[i].sin(); }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..3 { r3 += u4[i * 3 + j].sin(); } }
        vec![r1.ln() + r2 * 0.5 + r3 * 0.5]
    }

    pub fn random_11(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..2], &inputs[2..5], inputs[5], &inputs[6..14], &inputs[14..20]);
        let mut u1 = [0.0; 4];
        for i in 0..4 { for p in 0..2 { u1[i] += x1[p] * x4[p * 4 + i]; } }
        let mut a1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a1[i * 3 + j] = x5[j * 2 + i] * x5[1]; } }
        let u2 = a1;
        let mut h2 = x3;
        for i in 0..4 { h2 = driven(h2, x4[i].tanh().powi(3), ln_add_exp(u1[0], x3), near); }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x2[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..3 { r4 += u2[i * 3 + j].sin(); } }
        vec![h2 + r3 * (-0.7) + r4 * 1.25]
    }

    pub fn random_12(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..4], &inputs[4..8], &inputs[8..20], inputs[20], &inputs[21..24]);
        let mut u1 = [0.0; 1];
        for i in 0..1 { u1[i] = [x5[1]][i]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = [u1[0], x2[1]][i]; }
        let mut u3 = [0.0; 2];
        for i in 0..1 { for j in 0..2 { u3[i * 2 + j] = u1[i] * u2[j]; } }
        let mut u4 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u4[i * 2 + j] = u2[i] * u2[j]; } }
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = wave(x2[0], u3[1].hypot(2.0 + x5[i].tanh()).tanh(), near); }
        softmax(&mut u5);
        let mut u6 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u6[i * 3 + j] = x5[i] * u5[j]; } }
        let mut u7 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { for p in 0..3 { u7[i * 3 + j] += x3[i * 3 + p] * u6[p * 3 + j]; } } }
        let mut u8 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u8[i * 4 + j] = u5[i] * x2[j]; } }
        let mut u9 = [0.0; 4];
        for i in 0..4 { for p in 0..3 { u9[i] += u5[p] * u8[p * 4 + i]; } }
        let mut u10 = [0.0; 3];
        for i in 0..3 { u10[i] = if i < 2 { u2[i] } else { u1[i - 2] }; }
        cumulative_sum(&mut u10);
        let mut r1 = 0.0;
        for i in 0..3 { r1 += if i < 2 { u4[i + 2] } else { u1[i - 2] }; }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += x1[i].sin(); }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..3 { r3 += u7[i * 3 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u9[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..3 { r5 += u10[i].sin(); }
        vec![r1 + r2 * (-0.7) + x4.tanh() * (-0.7) + r3 * 0.5 + r4 * 1.25 + r5 * (-0.7)]
    }

    pub fn random_13(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..6], &inputs[6..18], inputs[18], &inputs[19..23]);
        let d1 = &data[0..2];
        let mut u1 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u1[i * 2 + j] = x4[i] * d1[j]; } }
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [x3, u1[3], x4[3]][i]; }
        let mut h1 = x3 - x3;
        let mut u3 = [0.0; 4];
        for i in 0..4 { h1 = driven(h1, near.abs((0..2).map(|p| u1[i * 2 + p] * d1[p]).sum::<f64>()), u2[0], near); u3[i] = h1; }
        let u4 = u2[2];
        let u5 = if near.less(x3 - u4, if near.less(u4, x4[0]) { u2[1] } else { d1[1] }) { near.max(u4, u4) } else { if near.less(x3, x3) { u3[3] } else { u4 } };
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += x1[j * 3 + i]; } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..4 { r3 += x2[i * 4 + j].sin(); } }
        vec![r2 + r3 * 0.5 + u5.tanh() * 0.5]
    }
}

crate::programs! {
    Vector random_0 as random_0 with sides;
    Vector random_0_bound as random_0;
    Real random_1 as random_1;
    Real random_1_inlined as random_1;
    Real random_2 as random_2 with product;
    Real random_3 as random_3 with single;
    Real random_3_bound as random_3;
    Real random_4 as random_4 with series;
    Real random_4_inlined as random_4;
    Real random_5 as random_5 with sides rows parallel;
    Real random_6 as random_6;
    Real random_6_bound as random_6;
    Real random_7 as random_7 with product;
    Real random_7_inlined as random_7;
    Real random_8 as random_8;
    Vector random_9 as random_9 with sides;
    Vector random_9_bound as random_9;
    Real random_10 as random_10 with sides;
    Real random_10_inlined as random_10;
    Real random_11 as random_11 with tape;
    Real random_12 as random_12 with product;
    Real random_12_bound as random_12;
    Real random_13 as random_13;
    Real random_13_inlined as random_13;
}
