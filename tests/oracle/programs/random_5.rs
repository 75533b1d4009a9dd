//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn random_56(x1: [R; 3], x2: [R; 4], x3, x4: [[R; 4]; 4]; d1) {
        let u1: [[R; 4]; 4] = x4.hypot(2 + x2.outer(x2).tanh()).log_softmax();
        let u2: [R; 5] = stack((x4.at::<2>().at::<1>(), u1.at::<2>().at::<1>(), x2.at::<3>(), x1.at::<2>(), x3));
        let u3: [R; 3] = scan(driven, stack((x1.at::<1>(), d1, d1, d1)).at::<2>(),
            (u2.window::<2, 3>().mul_add(x1, d1), x3.sigmoid()));
        let u4: [[R; 4]; 4] = u1;
        let u5: [R; 2] = stack((u2.at::<4>(), x2.at::<2>()));
        (1.2 + u5.sigmoid()).recip().sum() + u4.sin().sum() * 0.5
    }

    pub fn random_56_bound(x1: [R; 3], x2: [R; 4], x3, x4: [[R; 4]; 4]; d1) {
        let v1: [[R; 4]; 4] = 2 + x2.outer(x2).tanh();
        let v2: [[R; 4]; 4] = x4.hypot(v1);
        let u1: [[R; 4]; 4] = v2.log_softmax();
        let v4: [R; 4] = x4.at::<2>();
        let v5 = v4.at::<1>();
        let v6 = x2.at::<3>();
        let u2: [R; 5] = stack((v5, u1.at::<2>().at::<1>(), v6, x1.at::<2>(), x3));
        let v8 = x1.at::<1>();
        let u3: [R; 3] = scan(driven, stack((v8, d1, d1, d1)).at::<2>(),
            (u2.window::<2, 3>().mul_add(x1, d1), x3.sigmoid()));
        let u4: [[R; 4]; 4] = u1;
        let u5: [R; 2] = stack((u2.at::<4>(), x2.at::<2>()));
        (1.2 + u5.sigmoid()).recip().sum() + u4.sin().sum() * 0.5
    }

    pub fn random_57(x1: [[R; 4]; 2], x2: [R; 3], x3: [[R; 4]; 2], x4, x5: [R; 4]; d1: [R; 2]) {
        let u1: [R; 4] = x5.abs();
        let u2: [[R; 4]; 3] = x2.outer(x5);
        let u3: [R; 5] = stack((d1.at::<0>(), x1.at::<0>().at::<3>(), d1.at::<1>(), x3.at::<1>().at::<2>(),
            x5.at::<3>()));
        let u4: [R; 3] = u3.window::<0, 3>();
        let u5: [R; 4] = pair(u1, x4).component::<1>();
        let u6: [R; 3] = affine(u2, u4, u5);
        let u7: [[R; 3]; 4] = u2.transpose();
        (u6.min(u4) + u1.window::<1, 3>()).sum() + u7.sin().sum() * 1.25
    }

    pub fn random_57_inlined(x1: [[R; 4]; 2], x2: [R; 3], x3: [[R; 4]; 2], x4, x5: [R; 4]; d1: [R; 2]) {
        let u2: [[R; 4]; 3] = x2.outer(x5);
        let u4: [R; 3] = stack((d1.at::<0>(), x1.at::<0>().at::<3>(), d1.at::<1>(), x3.at::<1>().at::<2>(),
            x5.at::<3>())).window::<0, 3>();
        let u5: [R; 4] = pair(x5.abs(), x4).component::<1>();
        let u6: [R; 3] = affine(u2, u4, u5);
        (u6.min(stack((d1.at::<0>(), x1.at::<0>().at::<3>(), d1.at::<1>(), x3.at::<1>().at::<2>(),
            x5.at::<3>())).window::<0, 3>()) + x5.abs().window::<1, 3>()).sum() +
            x2.outer(x5).transpose().sin().sum() * 1.25
    }

    pub fn random_58(x1: [R; 2], x2: [R; 4], x3: [R; 2], x4, x5: [[R; 3]; 3], x6: [[R; 2]; 3]) {
        let u1: [[R; 2]; 3] = x5.dot(x6);
        let u2: [R; 3] = stack((x6.at::<1>().at::<1>(), x6.at::<1>().at::<1>(), x3.at::<1>()));
        let u3: [[R; 4]; 3] = u2.outer(x2);
        let u4: [[R; 2]; 4] = x2.outer(x3);
        let u5: [[R; 2]; 3] = u3.dot(u4);
        let u6: [[R; 3]; 4] = x2.outer(u2);
        let u7: [[R; 4]; 3] = turned(u6);
        let u8: [R; 2] = u2.dot(u1);
        let u9: [R; 1] = stack((u3.at::<2>().at::<2>(),));
        let u10: [[R; 4]; 1] = u9.outer(x2);
        u7.concat::<4, _>(u10).sum() + x1.sin().sum() * 1.25 + x4.tanh() * 0.5 + u5.sin().sum() * 0.5
    }

    pub fn random_59(x1: [[R; 2]; 2], x2: [R; 4], x3: [[R; 3]; 2], x4, x5: [R; 2], x6: [[R; 2]; 3]) {
        let u1: [R; 2] = (1.5 + x5.sin()).pow(x4.hypot(2 + x4.tanh()).tanh()).log_softmax();
        let u2: [[R; 3]; 2] = turned(x6);
        let u3: [R; 3] = stack((x4, x6.at::<2>().at::<0>(), u1.at::<1>()));
        let u4: [R; 4] = x2.tanh().powi(3).max(stack((x4, x4)).outer(u3).at::<0>().at::<2>() * x4);
        let u5: [R; 4] = x2.sin();
        let u6 = x4.sin();
        weighted(u4, u5, u6) + x1.sin().sum() * -0.7 + x3.sin().sum() * 1.25 + u2.sin().sum() * 0.5
    }

    pub fn random_59_bound(x1: [[R; 2]; 2], x2: [R; 4], x3: [[R; 3]; 2], x4, x5: [R; 2], x6: [[R; 2]; 3]) {
        let v1: [R; 2] = 1.5 + x5.sin();
        let v2 = x4.tanh();
        let v3 = 2 + v2;
        let v4 = x4.hypot(v3).tanh();
        let v5: [R; 2] = v1.pow(v4);
        let u1: [R; 2] = v5.log_softmax();
        let u2: [[R; 3]; 2] = turned(x6);
        let v8: [R; 2] = x6.at::<2>();
        let u3: [R; 3] = stack((x4, v8.at::<0>(), u1.at::<1>()));
        let u4: [R; 4] = x2.tanh().powi(3).max(stack((x4, x4)).outer(u3).at::<0>().at::<2>() * x4);
        let u5: [R; 4] = x2.sin();
        let u6 = x4.sin();
        weighted(u4, u5, u6) + x1.sin().sum() * -0.7 + x3.sin().sum() * 1.25 + u2.sin().sum() * 0.5
    }

    pub fn random_60(x1: [[R; 2]; 3], x2: [R; 3], x3, x4: [[R; 3]; 2], x5: [R; 4], x6: [R; 2]) {
        let u1 = (1 + x3.square()).powf(0.7);
        let u2: [[R; 4]; 3] = x2.outer(x5);
        let u3: [[R; 4]; 2] = x4.dot(u2);
        let u4: [R; 3] = x4.column::<0>().outer(x2).transpose().column::<0>() - x2;
        let u5: [[R; 3]; 3] = x2.outer(u4);
        let u6: [[R; 2]; 4] = x5.outer(x6);
        select(x2.relu().less_than(u4.hypot(2 + u4.tanh())), u5.at::<2>(),
            u6.dot(x6).at::<3>().ln_add_exp(x6.at::<1>())).sum() + x1.sin().sum() * -0.7 + u1.tanh() * 1.25 +
            u3.sin().sum() * 1.25
    }

    pub fn random_60_inlined(x1: [[R; 2]; 3], x2: [R; 3], x3, x4: [[R; 3]; 2], x5: [R; 4], x6: [R; 2]) {
        let u2: [[R; 4]; 3] = x2.outer(x5);
        let u3: [[R; 4]; 2] = x4.dot(u2);
        let u6: [[R; 2]; 4] = x5.outer(x6);
        select(x2.relu().less_than((x4.column::<0>().outer(x2).transpose().column::<0>() - x2).hypot(2 +
            (x4.column::<0>().outer(x2).transpose().column::<0>() - x2).tanh())),
            x2.outer(x4.column::<0>().outer(x2).transpose().column::<0>() - x2).at::<2>(),
            u6.dot(x6).at::<3>().ln_add_exp(x6.at::<1>())).sum() + x1.sin().sum() * -0.7 +
            (1 + x3.square()).powf(0.7).tanh() * 1.25 + u3.sin().sum() * 1.25
    }

    pub fn random_61(x1: [R; 3], x2: [[R; 3]; 3], x3, x4: [R; 4], x5: [[R; 2]; 2], x6: [R; 2]; d1: [[R; 4]; 4]) {
        let u1: [R; 4] = x4.ln_add_exp(x3);
        let u2: [R; 4] = u1.ln_add_exp(x3).mul_add(wave(u1, u1.tanh()), (1.2 + x3.sigmoid()).recip());
        let u3: [R; 1] = stack((x3,));
        select(pair(x6.at::<0>(), x3).component::<0>().at_least((1 + x1.window::<0,
            2>().at::<0>().square()).powf(0.7)), 0.5 * x3,
            select(u3.concat::<2, _>(u3).at_least(x5.at::<0>()), x1.window::<0, 2>(), x6)).sum() +
            x2.sin().sum() * 0.5 + d1.sin().sum() * -0.7 + u2.sin().sum() * 0.5
    }

    pub fn random_62(x1: [R; 3], x2: [[R; 4]; 2], x3: [R; 3], x4, x5: [R; 4], x6: [R; 2]) {
        let u1: [[R; 3]; 4] = x5.outer(x3);
        let u2: [[R; 3]; 4] = u1;
        let u3: [[R; 4]; 3] = x3.outer(x5);
        let u4 = fold(step, x4.ln_add_exp(x4), (u3,));
        let u5: [R; 1] = stack((x5.at::<2>(),));
        let u6: [[R; 4]; 1] = u5.outer(x5);
        let u7: [[R; 1]; 2] = x6.outer(u5);
        let u8 = fold(step, x4.ln_add_exp(u6.dot(x5).concat::<2, _>(u7.at::<0>()).at::<0>()),
            ((1.5 + x6.square()).ln() / (1.5 + x5.at::<3>().square()),));
        let u9: [[R; 3]; 2] = x6.outer(x1);
        [x5.window::<0, 3>().dot(x1) + x2.sin().sum() * 0.5 + u2.sin().sum() * -0.7 + u4.tanh() * 1.25 +
            u9.sin().sum() * 0.5, select(u8.less_than(u8), u8, u8) - x3.at::<2>()]
    }

    pub fn random_62_bound(x1: [R; 3], x2: [[R; 4]; 2], x3: [R; 3], x4, x5: [R; 4], x6: [R; 2]) {
        let u1: [[R; 3]; 4] = x5.outer(x3);
        let u2: [[R; 3]; 4] = u1;
        let u3: [[R; 4]; 3] = x3.outer(x5);
        let u4 = fold(step, x4.ln_add_exp(x4), (u3,));
        let v5 = x5.at::<2>();
        let u5: [R; 1] = stack((v5,));
        let u6: [[R; 4]; 1] = u5.outer(x5);
        let u7: [[R; 1]; 2] = x6.outer(u5);
        let u8 = fold(step, x4.ln_add_exp(u6.dot(x5).concat::<2, _>(u7.at::<0>()).at::<0>()),
            ((1.5 + x6.square()).ln() / (1.5 + x5.at::<3>().square()),));
        let u9: [[R; 3]; 2] = x6.outer(x1);
        [x5.window::<0, 3>().dot(x1) + x2.sin().sum() * 0.5 + u2.sin().sum() * -0.7 + u4.tanh() * 1.25 +
            u9.sin().sum() * 0.5, select(u8.less_than(u8), u8, u8) - x3.at::<2>()]
    }

    pub fn random_63(x1: [R; 3], x2: [R; 3], x3, x4: [[R; 4]; 2], x5: [[R; 2]; 2], x6: [R; 4]) {
        let u1: [R; 2] = x5.at::<1>();
        let u2: [R; 4] = select(x6.less_than(x6), x3, x6);
        let u3: [R; 2] = affine(x4, u1, u2);
        let u4: [R; 2] = x5.column::<0>();
        let u5: [R; 2] = select(x3.less_than(u4), x3, u3);
        let u6: [R; 2] = affine(x5, u4, u5);
        let u7: [[R; 3]; 4] = u2.outer(x2);
        let u8: [[R; 4]; 3] = x2.outer(u2);
        let u9: [[R; 4]; 4] = u7.dot(u8);
        fold(step, u2.at::<1>(), (x3.ln_add_exp(u2),)) + x1.sin().sum() * -0.7 + u6.sin().sum() * -0.7
    }

    pub fn random_63_inlined(x1: [R; 3], x2: [R; 3], x3, x4: [[R; 4]; 2], x5: [[R; 2]; 2], x6: [R; 4]) {
        let u1: [R; 2] = x5.at::<1>();
        let u2: [R; 4] = select(x6.less_than(x6), x3, x6);
        let u3: [R; 2] = affine(x4, u1, u2);
        let u4: [R; 2] = x5.column::<0>();
        let u5: [R; 2] = select(x3.less_than(x5.column::<0>()), x3, u3);
        let u6: [R; 2] = affine(x5, u4, u5);
        fold(step, select(x6.less_than(x6), x3, x6).at::<1>(),
            (x3.ln_add_exp(select(x6.less_than(x6), x3, x6)),)) + x1.sin().sum() * -0.7 + u6.sin().sum() * -0.7
    }

    pub fn random_64(x1: [R; 3], x2: [[R; 3]; 3], x3, x4: [R; 4], x5: [R; 2], x6: [[R; 2]; 1]) {
        let u1: [[R; 3]; 3] = (wave(x3, x2.tanh()) / (1.5 + (-x3.square()).exp().square())).softmax();
        let u2: [R; 3] = x1.mul_add(x3, x1).sin().square();
        let u3: [[R; 4]; 2] = x5.outer(x4);
        let u4: [R; 4] = select(x4.at_least(x4), u3.at::<0>(), x3).relu();
        let u5 = u4.at::<3>();
        let u6: [[R; 4]; 4] = x4.outer(u4);
        fold(driven, x6.concat::<2, _>(x6).at::<0>().at::<1>(),
            (u6.dot(x4), u5 / (1.5 + x5.at::<0>().square()))) + u1.sin().sum() * -0.7 + u2.sin().sum() * 0.5
    }

    pub fn random_65(x1: [R; 2], x2: [[R; 2]; 3], x3: [R; 4], x4, x5: [R; 3], x6: [[R; 2]; 4]) {
        let u1: [R; 3] = x5.sin().square().softmax();
        let u2: [[R; 4]; 4] = x3.outer(x3);
        let u3: [R; 3] = wave(u1, u2.at::<1>().window::<1, 3>().tanh());
        let u4: [R; 2] = select(x6.at::<2>().at::<1>().at_least(x4), x1, x4);
        let u5: [R; 3] = affine(x2, u3, u4);
        u4.concat::<4, _>(u4).sum() + u5.sin().sum() * -0.7
    }

    pub fn random_65_bound(x1: [R; 2], x2: [[R; 2]; 3], x3: [R; 4], x4, x5: [R; 3], x6: [[R; 2]; 4]) {
        let v1: [R; 3] = x5.sin().square();
        let u1: [R; 3] = v1.softmax();
        let u2: [[R; 4]; 4] = x3.outer(x3);
        let v4: [R; 4] = u2.at::<1>();
        let v5: [R; 3] = v4.window::<1, 3>();
        let u3: [R; 3] = wave(u1, v5.tanh());
        let v7: [R; 2] = x6.at::<2>();
        let v8 = v7.at::<1>();
        let u4: [R; 2] = select(v8.at_least(x4), x1, x4);
        let u5: [R; 3] = affine(x2, u3, u4);
        u4.concat::<4, _>(u4).sum() + u5.sin().sum() * -0.7
    }

    pub fn random_66(x1: [[R; 3]; 3], x2: [[R; 2]; 3], x3: [[R; 2]; 3], x4, x5: [R; 2]) {
        let u1: [R; 4] = stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(), x4));
        let u2: [[R; 2]; 4] = u1.outer(x5);
        let u3: [[R; 2]; 3] = scan(driven, u1.at::<1>() * x4, (u2.window::<1, 3>().min(x4), x4));
        let u4: [R; 3] = stack((u2.at::<0>().at::<0>(), u1.at::<1>(), u1.at::<0>()));
        let u5: [[R; 3]; 4] = u1.outer(u4);
        let u6: [R; 3] = select(u4.at_most(x4 * x4), wave(u4, u4.tanh()), u5.at::<1>() + u4);
        let u7: [[R; 3]; 2] = x5.outer(u6);
        let u8: [[R; 2]; 3] = turned(u7);
        let u9: [[R; 4]; 2] = x5.outer(u1);
        (1 + select(u9.less_than(x5.outer(u1)), u9, x4).square()).powf(0.7).sum() + x2.sin().sum() * 0.5 +
            x3.sin().sum() * 0.5 + u3.sin().sum() * 1.25 + u8.sin().sum() * -0.7
    }

    pub fn random_66_inlined(x1: [[R; 3]; 3], x2: [[R; 2]; 3], x3: [[R; 2]; 3], x4, x5: [R; 2]) {
        let u3: [[R; 2]; 3] = scan(driven,
            stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(), x4)).at::<1>() * x4,
            (stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(), x4)).outer(x5).window::<1, 3>().min(x4),
            x4));
        let u4: [R; 3] = stack((stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(),
            x4)).outer(x5).at::<0>().at::<0>(),
            stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(), x4)).at::<1>(),
            stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(), x4)).at::<0>()));
        let u7: [[R; 3]; 2] = x5.outer(select(u4.at_most(x4 * x4), wave(u4, u4.tanh()),
            stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(), x4)).outer(u4).at::<1>() + u4));
        let u8: [[R; 2]; 3] = turned(u7);
        (1 + select(x5.outer(stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(),
            x4))).less_than(x5.outer(stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(), x4)))),
            x5.outer(stack((x4, x1.at::<0>().at::<2>(), x1.at::<2>().at::<2>(), x4))),
            x4).square()).powf(0.7).sum() + x2.sin().sum() * 0.5 + x3.sin().sum() * 0.5 + u3.sin().sum() * 1.25 +
            u8.sin().sum() * -0.7
    }

    pub fn random_67(x1: [R; 3], x2: [R; 3], x3, x4: [[R; 3]; 4], x5: [R; 2]) -> [R; 3] {
        let u1 = x1.at::<2>();
        let u2: [[R; 4]; 3] = turned(x4);
        let u3 = x1.at::<0>().max(select(u1.at_most(u1), u1, x5.at::<1>()));
        let u4 = x3.tanh() * -0.7;
        let u5 = u2.sin().sum() * -0.7;
        let u6 = u3.tanh() * -0.7;
        x2 + u4 + u5 + u6
    }

    pub fn random_68(x1: [[R; 3]; 4], x2: [[R; 4]; 4], x3: [R; 2], x4) {
        let u1: [R; 3] = stack((x1.at::<1>().at::<2>(), x2.at::<2>().at::<3>(), x2.at::<3>().at::<3>()));
        let u2: [[R; 3]; 3] = u1.outer(u1);
        let u3: [[R; 3]; 3] = turned(u2);
        let u4: [R; 4] = stack((x4, x2.at::<1>().at::<1>(), x3.at::<0>(), u1.at::<1>()));
        let u5: [R; 4] = u4.cumulative_sum();
        let u6 = select(x4.greater_than(x3), u3.at::<0>().at::<1>(), x3).hypot(2 + x4.sigmoid().tanh()).sum();
        fold(step, (1.5 + u6.sin()).pow(u6.tanh()),
            ((1.5 + x3.max(u1.window::<1, 2>()).sin()).pow(x3.abs().tanh()),)).checkpointed() + u5.sin().sum() *
            1.25
    }

    pub fn random_68_bound(x1: [[R; 3]; 4], x2: [[R; 4]; 4], x3: [R; 2], x4) {
        let v1: [R; 3] = x1.at::<1>();
        let v2: [R; 4] = x2.at::<2>();
        let v3: [R; 4] = x2.at::<3>();
        let v4 = v3.at::<3>();
        let u1: [R; 3] = stack((v1.at::<2>(), v2.at::<3>(), v4));
        let u2: [[R; 3]; 3] = u1.outer(u1);
        let u3: [[R; 3]; 3] = turned(u2);
        let v8: [R; 4] = x2.at::<1>();
        let u4: [R; 4] = stack((x4, v8.at::<1>(), x3.at::<0>(), u1.at::<1>()));
        let u5: [R; 4] = u4.cumulative_sum();
        let u6 = select(x4.greater_than(x3), u3.at::<0>().at::<1>(), x3).hypot(2 + x4.sigmoid().tanh()).sum();
        fold(step, (1.5 + u6.sin()).pow(u6.tanh()),
            ((1.5 + x3.max(u1.window::<1, 2>()).sin()).pow(x3.abs().tanh()),)).checkpointed() + u5.sin().sum() *
            1.25
    }

    pub fn random_69(x1: [[R; 2]; 2], x2: [[R; 2]; 3], x3: [[R; 2]; 3], x4, x5: [R; 4],
            x6: [R; 2]; d1: [[R; 3]; 4]) {
        let u1: [[R; 4]; 4] = x5.outer(x5);
        let u2: [R; 4] = x5.dot(u1);
        let u3: [[R; 4]; 2] = x6.outer(x5);
        let u4: [[R; 2]; 3] = x6.outer(u3.transpose().at::<2>().concat::<4, _>(x6)).transpose().window::<1, 3>();
        let u5: [[R; 2]; 4] = u2.outer(x6);
        let u6: [R; 1] = stack((u5.at::<1>().at::<1>(),));
        let u7: [R; 3] = stack((u4.at::<2>().at::<0>(), u6.at::<0>(), x3.at::<2>().at::<1>()));
        let u8: [[R; 4]; 3] = u7.outer(u2);
        let u9: [[R; 4]; 2] = u5.transpose().sin().exp() * u6.outer(u2).concat::<4, _>(u8).window::<0, 2>();
        let u10: [[R; 3]; 2] = x6.outer(u7);
        x6.dot(select(x6.greater_than(x6), x6, x6)) + x1.sin().sum() * 0.5 + x2.sin().sum() * 0.5 + x4.tanh() *
            -0.7 + d1.sin().sum() * 1.25 + u9.sin().sum() * 1.25 + u10.sin().sum() * -0.7
    }

    pub fn random_69_inlined(x1: [[R; 2]; 2], x2: [[R; 2]; 3], x3: [[R; 2]; 3], x4, x5: [R; 4],
            x6: [R; 2]; d1: [[R; 3]; 4]) {
        let u1: [[R; 4]; 4] = x5.outer(x5);
        let u2: [R; 4] = x5.dot(u1);
        let u8: [[R; 4]; 3] = stack((x6.outer(x6.outer(x5).transpose().at::<2>().concat::<4,
            _>(x6)).transpose().window::<1, 3>().at::<2>().at::<0>(),
            stack((u2.outer(x6).at::<1>().at::<1>(),)).at::<0>(), x3.at::<2>().at::<1>())).outer(u2);
        let u10: [[R; 3]; 2] = x6.outer(stack((x6.outer(x6.outer(x5).transpose().at::<2>().concat::<4,
            _>(x6)).transpose().window::<1, 3>().at::<2>().at::<0>(),
            stack((u2.outer(x6).at::<1>().at::<1>(),)).at::<0>(), x3.at::<2>().at::<1>())));
        x6.dot(select(x6.greater_than(x6), x6, x6)) + x1.sin().sum() * 0.5 + x2.sin().sum() * 0.5 + x4.tanh() *
            -0.7 + d1.sin().sum() * 1.25 + (u2.outer(x6).transpose().sin().exp() *
            stack((u2.outer(x6).at::<1>().at::<1>(),)).outer(u2).concat::<4, _>(u8).window::<0,
            2>()).sin().sum() * 1.25 + u10.sin().sum() * -0.7
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn random_56(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..3], &inputs[3..7], inputs[7], &inputs[8..24]);
        let _ = data[0];
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u1[i * 4 + j] = x4[i * 4 + j].hypot(2.0 + (x2[i] * x2[j]).tanh()); } }
        log_softmax(&mut u1);
        let mut u2 = [0.0; 5];
        for i in 0..5 { u2[i] = [x4[9], u1[9], x2[3], x1[2], x3][i]; }
        let mut u4 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u4[i * 4 + j] = u1[i * 4 + j]; } }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = [u2[4], x2[2]][i]; }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (1.2 + sigmoid(u5[i])).recip(); }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..4 { r2 += u4[i * 4 + j].sin(); } }
        vec![r1 + r2 * 0.5]
    }

    pub fn random_57(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..8], &inputs[8..11], &inputs[11..19], inputs[19], &inputs[20..24]);
        let d1 = &data[0..2];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = near.abs(x5[i]); }
        let mut u2 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u2[i * 4 + j] = x2[i] * x5[j]; } }
        let mut u3 = [0.0; 5];
        for i in 0..5 { u3[i] = [d1[0], x1[3], d1[1], x3[6], x5[3]][i]; }
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = u3[i]; }
        let mut u5 = [0.0; 4];
        for i in 0..4 { u5[i] = pair(u1[i], x4, near)[1]; }
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = ((0..4).map(|p| u2[i * 4 + p] * u5[p]).sum::<f64>() + u4[i]).tanh(); }
        let u6 = a1;
        let mut u7 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u7[i * 3 + j] = u2[j * 4 + i]; } }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += near.min(u6[i], u4[i]) + u1[i + 1]; }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..3 { r3 += u7[i * 3 + j].sin(); } }
        vec![r2 + r3 * 1.25]
    }

    pub fn random_58(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, _, x6) = (&inputs[0..2], &inputs[2..6], &inputs[6..8], inputs[8], &inputs[9..18], &inputs[18..24]);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [x6[3], x6[3], x3[1]][i]; }
        let mut u3 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u3[i * 4 + j] = u2[i] * x2[j]; } }
        let mut u4 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u4[i * 2 + j] = x2[i] * x3[j]; } }
        let mut u5 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { for p in 0..4 { u5[i * 2 + j] += u3[i * 4 + p] * u4[p * 2 + j]; } } }
        let mut u6 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u6[i * 3 + j] = x2[i] * u2[j]; } }
        let mut a1 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { a1[i * 4 + j] = u6[j * 3 + i] * u6[1]; } }
        let u7 = a1;
        let mut u9 = [0.0; 1];
        for i in 0..1 { u9[i] = [u3[10]][i]; }
        let mut u10 = [0.0; 4];
        for i in 0..1 { for j in 0..4 { u10[i * 4 + j] = u9[i] * x2[j]; } }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..4 { r2 += if i < 3 { u7[i * 4 + j] } else { u10[i * 4 + j - 12] }; } }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += x1[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += u5[i * 2 + j].sin(); } }
        vec![r2 + r3 * 1.25 + x4.tanh() * 0.5 + r4 * 0.5]
    }

    pub fn random_59(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..8], &inputs[8..14], inputs[14], &inputs[15..17], &inputs[17..23]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = (1.5 + x5[i].sin()).powf(x4.hypot(2.0 + x4.tanh()).tanh()); }
        log_softmax(&mut u1);
        let mut a1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a1[i * 3 + j] = x6[j * 2 + i] * x6[1]; } }
        let u2 = a1;
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = [x4, x6[4], u1[1]][i]; }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = near.max(x2[i].tanh().powi(3), x4 * u3[2] * x4); }
        let mut u5 = [0.0; 4];
        for i in 0..4 { u5[i] = x2[i].sin(); }
        let u6 = x4.sin();
        let mut s2 = [0.0; 4];
        for i in 0..4 { s2[i] = square(u4[i] - u6 * u5[i]); }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += s2[i] * u5[1]; }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += x1[i * 2 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += x3[i * 3 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..3 { r6 += u2[i * 3 + j].sin(); } }
        vec![r3 / 4.0 + r4 * (-0.7) + r5 * 1.25 + r6 * 0.5]
    }

    pub fn random_60(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..6], &inputs[6..9], inputs[9], &inputs[10..16], &inputs[16..20], &inputs[20..22]);
        let u1 = (1.0 + square(x3)).powf(0.7);
        let mut u2 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u2[i * 4 + j] = x2[i] * x5[j]; } }
        let mut u3 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { for p in 0..3 { u3[i * 4 + j] += x4[i * 3 + p] * u2[p * 4 + j]; } } }
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = x4[0] * x2[i] - x2[i]; }
        let mut u5 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u5[i * 3 + j] = x2[i] * u4[j]; } }
        let mut u6 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u6[i * 2 + j] = x5[i] * x6[j]; } }
        let mut r1 = 0.0;
        for i in 0..3 { r1 += if near.less(near.max(x2[i], 0.0), u4[i].hypot(2.0 + u4[i].tanh())) { u5[i + 6] } else { ln_add_exp((0..2).map(|p| u6[p + 6] * x6[p]).sum::<f64>(), x6[1]) }; }
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..2 { r2 += x1[i * 2 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += u3[i * 4 + j].sin(); } }
        vec![r1 + r2 * (-0.7) + u1.tanh() * 1.25 + r3 * 1.25]
    }

    pub fn random_61(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..12], inputs[12], &inputs[13..17], &inputs[17..21], &inputs[21..23]);
        let d1 = &data[0..16];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = ln_add_exp(x4[i], x3); }
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = ln_add_exp(u1[i], x3) * wave(u1[i], u1[i].tanh(), near) + (1.2 + sigmoid(x3)).recip(); }
        let mut u3 = [0.0; 1];
        for i in 0..1 { u3[i] = [x3][i]; }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += if !near.less(pair(x6[0], x3, near)[0], (1.0 + square(x1[0])).powf(0.7)) { 0.5 * x3 } else { if !near.less(if i < 1 { u3[i] } else { u3[i - 1] }, x5[i]) { x1[i] } else { x6[i] } }; }
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..3 { r2 += x2[i * 3 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..4 { r3 += d1[i * 4 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u2[i].sin(); }
        vec![r1 + r2 * 0.5 + r3 * (-0.7) + r4 * 0.5]
    }

    pub fn random_62(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..11], &inputs[11..14], inputs[14], &inputs[15..19], &inputs[19..21]);
        let mut u1 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u1[i * 3 + j] = x5[i] * x3[j]; } }
        let mut u2 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u2[i * 3 + j] = u1[i * 3 + j]; } }
        let mut u3 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u3[i * 4 + j] = x3[i] * x5[j]; } }
        let mut h1 = ln_add_exp(x4, x4);
        for i in 0..3 { for j in 0..4 { h1 = step(h1, u3[i * 4 + j], near); } }
        let u4 = h1;
        let mut u5 = [0.0; 1];
        for i in 0..1 { u5[i] = [x5[2]][i]; }
        let mut u6 = [0.0; 4];
        for i in 0..1 { for j in 0..4 { u6[i * 4 + j] = u5[i] * x5[j]; } }
        let mut u7 = [0.0; 2];
        for i in 0..2 { for j in 0..1 { u7[i + j] = x6[i] * u5[j]; } }
        let mut h2 = ln_add_exp(x4, (0..4).map(|p| u6[p] * x5[p]).sum::<f64>());
        for i in 0..2 { h2 = step(h2, (1.5 + square(x6[i])).ln() / (1.5 + square(x5[3])), near); }
        let u8 = h2;
        let mut u9 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u9[i * 3 + j] = x6[i] * x1[j]; } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += x5[i] * x1[i]; }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..4 { r4 += x2[i * 4 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..3 { r5 += u2[i * 3 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..3 { r6 += u9[i * 3 + j].sin(); } }
        vec![r3 + r4 * 0.5 + r5 * (-0.7) + u4.tanh() * 1.25 + r6 * 0.5, (if near.less(u8, u8) { u8 } else { u8 }) - x3[2]]
    }

    pub fn random_63(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, _, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..6], inputs[6], &inputs[7..15], &inputs[15..19], &inputs[19..23]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = x5[i + 2]; }
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = if near.less(x6[i], x6[i]) { x3 } else { x6[i] }; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..4).map(|p| x4[i * 4 + p] * u2[p]).sum::<f64>() + u1[i]).tanh(); }
        let u3 = a1;
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = x5[i * 2]; }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = if near.less(x3, u4[i]) { x3 } else { u3[i] }; }
        let mut a2 = [0.0; 2];
        for i in 0..2 { a2[i] = ((0..2).map(|p| x5[i * 2 + p] * u5[p]).sum::<f64>() + u4[i]).tanh(); }
        let u6 = a2;
        let mut h3 = u2[1];
        for i in 0..4 { h3 = step(h3, ln_add_exp(x3, u2[i]), near); }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += x1[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u6[i].sin(); }
        vec![h3 + r4 * (-0.7) + r5 * (-0.7)]
    }

    pub fn random_64(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..12], inputs[12], &inputs[13..17], &inputs[17..19], &inputs[19..21]);
        let mut u1 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u1[i * 3 + j] = wave(x3, x2[i * 3 + j].tanh(), near) / (1.5 + square((-square(x3)).exp())); } }
        softmax(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = square((x1[i] * x3 + x1[i]).sin()); }
        let mut u3 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u3[i * 4 + j] = x5[i] * x4[j]; } }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = near.max(if !near.less(x4[i], x4[i]) { u3[i] } else { x3 }, 0.0); }
        let u5 = u4[3];
        let mut u6 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u6[i * 4 + j] = x4[i] * u4[j]; } }
        let mut h1 = x6[1];
        for i in 0..4 { h1 = driven(h1, (0..4).map(|p| u6[i * 4 + p] * x4[p]).sum::<f64>(), u5 / (1.5 + square(x5[0])), near); }
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..3 { r2 += u1[i * 3 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i].sin(); }
        vec![h1 + r2 * (-0.7) + r3 * 0.5]
    }

    pub fn random_65(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..8], &inputs[8..12], inputs[12], &inputs[13..16], &inputs[16..24]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = square(x5[i].sin()); }
        softmax(&mut u1);
        let mut u2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u2[i * 4 + j] = x3[i] * x3[j]; } }
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = wave(u1[i], u2[i + 5].tanh(), near); }
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = if !near.less(x6[5], x4) { x1[i] } else { x4 }; }
        let mut a1 = [0.0; 3];
        for i in 0..3 { a1[i] = ((0..2).map(|p| x2[i * 2 + p] * u4[p]).sum::<f64>() + u3[i]).tanh(); }
        let u5 = a1;
        let mut r2 = 0.0;
        for i in 0..4 { r2 += if i < 2 { u4[i] } else { u4[i - 2] }; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u5[i].sin(); }
        vec![r2 + r3 * (-0.7)]
    }

    pub fn random_66(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..9], &inputs[9..15], &inputs[15..21], inputs[21], &inputs[22..24]);
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = [x4, x1[2], x1[8], x4][i]; }
        let mut u2 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u2[i * 2 + j] = u1[i] * x5[j]; } }
        let mut h1 = u1[1] * x4;
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { h1 = driven(h1, near.min(u2[i * 2 + j + 2], x4), x4, near); u3[i * 2 + j] = h1; } }
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = [u2[0], u1[1], u1[0]][i]; }
        let mut u5 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u5[i * 3 + j] = u1[i] * u4[j]; } }
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = if !near.less(x4 * x4, u4[i]) { wave(u4[i], u4[i].tanh(), near) } else { u5[i + 3] + u4[i] }; }
        let mut u7 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u7[i * 3 + j] = x5[i] * u6[j]; } }
        let mut a2 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { a2[i * 2 + j] = u7[j * 3 + i] * u7[1]; } }
        let u8 = a2;
        let mut u9 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u9[i * 4 + j] = x5[i] * u1[j]; } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += (1.0 + square(if near.less(u9[i * 4 + j], x5[i] * u1[j]) { u9[i * 4 + j] } else { x4 })).powf(0.7); } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += x2[i * 2 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += x3[i * 2 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..2 { r6 += u3[i * 2 + j].sin(); } }
        let mut r7 = 0.0;
        for i in 0..3 { for j in 0..2 { r7 += u8[i * 2 + j].sin(); } }
        vec![r3 + r4 * 0.5 + r5 * 0.5 + r6 * 1.25 + r7 * (-0.7)]
    }

    pub fn random_67(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..3], &inputs[3..6], inputs[6], &inputs[7..19], &inputs[19..21]);
        let u1 = x1[2];
        let mut a1 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { a1[i * 4 + j] = x4[j * 3 + i] * x4[1]; } }
        let u2 = a1;
        let u3 = near.max(x1[0], if !near.less(u1, u1) { u1 } else { x5[1] });
        let u4 = x3.tanh() * (-0.7);
        let mut r2 = 0.0;
        for i in 0..3 { for j in 0..4 { r2 += u2[i * 4 + j].sin(); } }
        let u5 = r2 * (-0.7);
        let u6 = u3.tanh() * (-0.7);
        let mut a3 = [0.0; 3];
        for i in 0..3 { a3[i] = x2[i] + u4 + u5 + u6; }
        a3.to_vec()
    }

    pub fn random_68(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..12], &inputs[12..28], &inputs[28..30], inputs[30]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x1[5], x2[11], x2[15]][i]; }
        let mut u2 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u2[i * 3 + j] = u1[i] * u1[j]; } }
        let mut a1 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { a1[i * 3 + j] = u2[j * 3 + i] * u2[1]; } }
        let u3 = a1;
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = [x4, x2[5], x3[0], u1[1]][i]; }
        let mut u5 = [0.0; 4];
        for i in 0..4 { u5[i] = u4[i]; }
        cumulative_sum(&mut u5);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += (if near.less(x3[i], x4) { u3[1] } else { x3[i] }).hypot(2.0 + sigmoid(x4).tanh()); }
        let u6 = r2;
        let mut h3 = (1.5 + u6.sin()).powf(u6.tanh());
        for i in 0..2 { h3 = step(h3, (1.5 + near.max(x3[i], u1[i + 1]).sin()).powf(near.abs(x3[i]).tanh()), near); }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u5[i].sin(); }
        vec![h3 + r4 * 1.25]
    }

    pub fn random_69(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..10], &inputs[10..16], inputs[16], &inputs[17..21], &inputs[21..23]);
        let d1 = &data[0..12];
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u1[i * 4 + j] = x5[i] * x5[j]; } }
        let mut u2 = [0.0; 4];
        for i in 0..4 { for p in 0..4 { u2[i] += x5[p] * u1[p * 4 + i]; } }
        let mut u3 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u3[i * 4 + j] = x6[i] * x5[j]; } }
        let mut u4 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u4[i * 2 + j] = x6[j] * (if i + 1 < 2 { u3[i * 4 + 6] } else { x6[i - 1] }); } }
        let mut u5 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u5[i * 2 + j] = u2[i] * x6[j]; } }
        let mut u6 = [0.0; 1];
        for i in 0..1 { u6[i] = [u5[3]][i]; }
        let mut u7 = [0.0; 3];
        for i in 0..3 { u7[i] = [u4[4], u6[0], x3[5]][i]; }
        let mut u8 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u8[i * 4 + j] = u7[i] * u2[j]; } }
        let mut u9 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u9[i * 4 + j] = u5[j * 2 + i].sin().exp() * (if i < 1 { u6[i] * u2[j] } else { u8[i * 4 + j - 4] }); } }
        let mut u10 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u10[i * 3 + j] = x6[i] * u7[j]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += x6[i] * (if near.less(x6[i], x6[i]) { x6[i] } else { x6[i] }); }
        let mut r2 = 0.0;
        for i in 0..2 { for j in 0..2 { r2 += x1[i * 2 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += x2[i * 2 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..3 { r4 += d1[i * 3 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..4 { r5 += u9[i * 4 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..3 { r6 += u10[i * 3 + j].sin(); } }
        vec![r1 + r2 * 0.5 + r3 * 0.5 + x4.tanh() * (-0.7) + r4 * 1.25 + r5 * 1.25 + r6 * (-0.7)]
    }
}

crate::programs! {
    Real random_56 as random_56 with product;
    Real random_56_bound as random_56;
    Real random_57 as random_57;
    Real random_57_inlined as random_57;
    Real random_58 as random_58 with product;
    Real random_59 as random_59 with single;
    Real random_59_bound as random_59;
    Real random_60 as random_60 with series;
    Real random_60_inlined as random_60;
    Real random_61 as random_61 with sides rows parallel;
    Vector random_62 as random_62 with sides;
    Vector random_62_bound as random_62;
    Real random_63 as random_63 with product;
    Real random_63_inlined as random_63;
    Real random_64 as random_64;
    Real random_65 as random_65 with series;
    Real random_65_bound as random_65;
    Real random_66 as random_66 with sides;
    Real random_66_inlined as random_66;
    Vector random_67 as random_67 with sides;
    Real random_68 as random_68 with product;
    Real random_68_bound as random_68;
    Real random_69 as random_69;
    Real random_69_inlined as random_69;
}
