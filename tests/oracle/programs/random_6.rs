//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn random_70(x1: [R; 2], x2: [[R; 4]; 4], x3, x4: [R; 5]; d1: [R; 4]) {
        let u1 = x3 * select(x3.at_least(x1.at::<0>()), d1.at::<3>(), x3);
        let u2: [[R; 4]; 2] = x1.outer(d1);
        let u3 = fold(step, select(u1.less_than(u1), x1.at::<1>(), x3), ((1.5 + u2.square()).ln(),));
        let u4: [[R; 4]; 5] = x4.outer(d1);
        let u5: [R; 3] = stack((x4.at::<0>(), x3, u3));
        u4.dot(d1).outer(u5).window::<0, 4>().sum() + x2.sin().sum() * -0.7
    }

    pub fn random_70_bound(x1: [R; 2], x2: [[R; 4]; 4], x3, x4: [R; 5]; d1: [R; 4]) {
        let v1 = x1.at::<0>();
        let v2 = d1.at::<3>();
        let u1 = x3 * select(x3.at_least(v1), v2, x3);
        let u2: [[R; 4]; 2] = x1.outer(d1);
        let v5 = select(u1.less_than(u1), x1.at::<1>(), x3);
        let v6: [[R; 4]; 2] = (1.5 + u2.square()).ln();
        let u3 = fold(step, v5, (v6,));
        let u4: [[R; 4]; 5] = x4.outer(d1);
        let u5: [R; 3] = stack((x4.at::<0>(), x3, u3));
        u4.dot(d1).outer(u5).window::<0, 4>().sum() + x2.sin().sum() * -0.7
    }

    pub fn random_71(x1: [R; 3], x2: [R; 4], x3: [R; 3], x4, x5: [R; 2], x6: [[R; 3]; 2]) -> [R; 3] {
        let u1: [R; 3] = x5.dot(x6);
        let u2: [[R; 2]; 2] = x5.outer(x5);
        let u3: [R; 2] = x5.dot(u2);
        let u4 = x2.sin().sum() * -0.7;
        let u5 = x4.tanh() * -0.7;
        let u6 = u3.sin().sum() * 1.25;
        select(x3.min(u1).less_than(pair(x1, x1).component::<1>()), u1, x1.softplus()) + u4 + u5 + u6
    }

    pub fn random_71_inlined(x1: [R; 3], x2: [R; 4], x3: [R; 3], x4, x5: [R; 2], x6: [[R; 3]; 2]) -> [R; 3] {
        let u1: [R; 3] = x5.dot(x6);
        let u2: [[R; 2]; 2] = x5.outer(x5);
        let u3: [R; 2] = x5.dot(u2);
        let u4 = x2.sin().sum() * -0.7;
        let u6 = u3.sin().sum() * 1.25;
        select(x3.min(u1).less_than(pair(x1, x1).component::<1>()), u1, x1.softplus()) + u4 + x4.tanh() * -0.7 +
            u6
    }

    pub fn random_72(x1: [[R; 2]; 2], x2: [R; 3], x3: [R; 2], x4, x5: [R; 4], x6: [[R; 1]; 2]) {
        let u1: [[R; 4]; 4] = x5.outer(x5);
        let u2: [R; 4] = scan(driven, select(x5.at::<3>().at_least(x4), x5.at::<1>(), x4),
            (u1.dot(x5), x2.at::<0>()));
        let u3 = wave(u1.column::<0>().at::<1>(), x6.transpose().column::<1>().concat::<4,
            _>(x2).at::<0>().tanh()).tanh().powi(3);
        let u4: [[R; 3]; 4] = u2.outer(x2);
        let u5: [[R; 3]; 4] = (1.5 + select(x4.less_than(u4), u4, u3).sin()).pow(x4.ln_add_exp(u3).tanh());
        let u6: [[R; 4]; 3] = x2.outer(u2);
        let u7: [[R; 4]; 2] = x3.outer(u2);
        let u8 = u6.min(u7.at::<0>().at::<3>()).maximum();
        let u9: [R; 1] = stack((u7.at::<1>().at::<2>(),));
        stack((u8, x4, x5.at::<1>())).dot(u5.dot(x2).window::<1, 3>()) + x1.sin().sum() * 0.5
    }

    pub fn random_73(x1: [R; 3], x2: [R; 4], x3, x4: [[R; 4]; 4]) {
        let u1: [R; 3] = scan(driven, x3.softplus(), (x1, x4.dot(x2).at::<0>()));
        let u2: [R; 2] = stack((x1.at::<1>(), x1.at::<0>()));
        let u3: [[R; 3]; 2] = u2.outer(x1);
        let u4: [[R; 4]; 2] = u2.outer(x2);
        let u5: [R; 2] = u4.at::<1>().at::<3>() / (1.5 + u3.dot(x1).abs().square());
        let u6: [[R; 2]; 4] = x2.outer(u5);
        let u7: [R; 5] = stack((x4.at::<2>().at::<1>(), u6.at::<1>().at::<0>(), u3.at::<0>().at::<0>(),
            u1.at::<1>(), u2.at::<0>()));
        let u8: [R; 4] = select(x3.less_than(x2), x2, u7.window::<0, 4>());
        let u9: [[R; 2]; 3] = u1.outer(u5);
        let u10: [R; 2] = u9.at::<0>().mul_add(u5, x3);
        let u11: [R; 4] = affine(u6, u8, u10);
        [fold(step, select(x3.greater_than(x3), x3, x3), (u9.tanh().powi(3),)) + u11.sin().sum() * -0.7,
            pair(x3.min(x3), 0.5 * x3).component::<0>()]
    }

    pub fn random_73_bound(x1: [R; 3], x2: [R; 4], x3, x4: [[R; 4]; 4]) {
        let v1 = x3.softplus();
        let v2: [R; 4] = x4.dot(x2);
        let u1: [R; 3] = scan(driven, v1, (x1, v2.at::<0>()));
        let v4 = x1.at::<0>();
        let u2: [R; 2] = stack((x1.at::<1>(), v4));
        let u3: [[R; 3]; 2] = u2.outer(x1);
        let u4: [[R; 4]; 2] = u2.outer(x2);
        let v8: [R; 2] = u3.dot(x1);
        let u5: [R; 2] = u4.at::<1>().at::<3>() / (1.5 + v8.abs().square());
        let u6: [[R; 2]; 4] = x2.outer(u5);
        let u7: [R; 5] = stack((x4.at::<2>().at::<1>(), u6.at::<1>().at::<0>(), u3.at::<0>().at::<0>(),
            u1.at::<1>(), u2.at::<0>()));
        let u8: [R; 4] = select(x3.less_than(x2), x2, u7.window::<0, 4>());
        let u9: [[R; 2]; 3] = u1.outer(u5);
        let u10: [R; 2] = u9.at::<0>().mul_add(u5, x3);
        let u11: [R; 4] = affine(u6, u8, u10);
        [fold(step, select(x3.greater_than(x3), x3, x3), (u9.tanh().powi(3),)) + u11.sin().sum() * -0.7,
            pair(x3.min(x3), 0.5 * x3).component::<0>()]
    }

    pub fn random_74(x1: [R; 3], x2: [R; 4], x3: [R; 2], x4, x5: [[R; 2]; 4]; d1: [R; 4]) {
        let u1: [[R; 4]; 4] = d1.outer(x2);
        let u2: [R; 4] = d1.ln_add_exp(x4);
        let u3: [R; 4] = x5.column::<0>();
        let u4: [R; 4] = affine(u1, u2, u3);
        let u5: [R; 3] = stack((x4, u3.at::<1>(), x4)) * x1.at::<0>();
        let u6: [[R; 3]; 4] = u4.outer(u5);
        let u7: [[R; 4]; 2] = x3.outer(d1);
        let u8: [R; 4] = wave(u4, u7.at::<1>().tanh());
        let u9: [R; 3] = u5.atan();
        let u10: [R; 4] = affine(u6, u8, u9);
        [fold(step, u4.at::<0>(), (x2.atan(),)).checkpointed() + u10.sin().sum() * 0.5, x4]
    }

    pub fn random_74_inlined(x1: [R; 3], x2: [R; 4], x3: [R; 2], x4, x5: [[R; 2]; 4]; d1: [R; 4]) {
        let u1: [[R; 4]; 4] = d1.outer(x2);
        let u2: [R; 4] = d1.ln_add_exp(x4);
        let u3: [R; 4] = x5.column::<0>();
        let u4: [R; 4] = affine(u1, u2, u3);
        let u6: [[R; 3]; 4] = u4.outer(stack((x4, x5.column::<0>().at::<1>(), x4)) * x1.at::<0>());
        let u8: [R; 4] = wave(u4, x3.outer(d1).at::<1>().tanh());
        let u9: [R; 3] = (stack((x4, x5.column::<0>().at::<1>(), x4)) * x1.at::<0>()).atan();
        let u10: [R; 4] = affine(u6, u8, u9);
        [fold(step, u4.at::<0>(), (x2.atan(),)).checkpointed() + u10.sin().sum() * 0.5, x4]
    }

    pub fn random_75(x1: [R; 2], x2: [[R; 2]; 4], x3: [R; 4], x4, x5: [R; 6], x6: [R; 3]) {
        let u1: [R; 2] = x1;
        let u2: [[R; 4]; 4] = x3.outer(x3);
        let u3: [R; 4] = x5.window::<1, 4>();
        let u4: [[R; 4]; 2] = x1.outer(u3);
        let u5: [[R; 3]; 3] = x6.outer(x6);
        let u6: [R; 4] = select(x4.greater_than(u5.dot(x6).window::<0, 2>().concat::<4, _>(u1)), u3,
            u4.at::<0>());
        let u7: [R; 4] = affine(u2, u3, u6);
        let u8: [R; 1] = stack((x2.at::<3>().at::<1>(),));
        let u9: [R; 4] = x6.concat::<4, _>(u8.outer(x6).column::<2>()).max(x4);
        stack((x4, u1.at::<0>(), x4, x4)).ln_add_exp(x4.softplus()).sum() + u7.sin().sum() * -0.7 +
            u9.sin().sum() * -0.7
    }

    pub fn random_76(x1: [R; 2], x2: [[R; 2]; 2], x3: [[R; 2]; 3], x4, x5: [[R; 3]; 2], x6: [R; 3]; d1) {
        let u1: [R; 2] = x1.sin().square();
        let u2: [[R; 3]; 3] = x6.outer(x6);
        let u3: [R; 3] = u2.column::<1>();
        let u4: [R; 2] = affine(x5, u1, u3);
        let u5: [R; 2] = pair(x3.at::<1>(), u1).component::<1>();
        let u6: [R; 4] = stack((u3.at::<2>(), u3.at::<2>(), u5.at::<0>(), x3.at::<1>().at::<1>()));
        let u7: [[R; 4]; 4] = u6.outer(u6);
        let u8: [[R; 4]; 4] = u7.min(u7);
        let u9: [[R; 4]; 2] = x1.outer(u6);
        let u10: [[R; 2]; 4] = u6.outer(u5);
        let u11: [R; 2] = wave(u5, u10.transpose().column::<1>().tanh());
        let u12: [R; 4] = u6.mul_add(u6, x4);
        let u13: [R; 2] = affine(u9, u11, u12);
        let u14: [R; 1] = stack((x2.at::<1>().at::<1>(),));
        let u15: [[R; 3]; 1] = u14.outer(u3);
        (d1.sin() / (1.5 + u15.concat::<3, _>(x5).at::<2>().square())).sum() + u4.sin().sum() * -0.7 +
            u8.sin().sum() * -0.7 + u13.sin().sum() * 0.5
    }

    pub fn random_76_bound(x1: [R; 2], x2: [[R; 2]; 2], x3: [[R; 2]; 3], x4, x5: [[R; 3]; 2], x6: [R; 3]; d1) {
        let u1: [R; 2] = x1.sin().square();
        let u2: [[R; 3]; 3] = x6.outer(x6);
        let u3: [R; 3] = u2.column::<1>();
        let u4: [R; 2] = affine(x5, u1, u3);
        let v5: [R; 2] = x3.at::<1>();
        let u5: [R; 2] = pair(v5, u1).component::<1>();
        let v7 = u5.at::<0>();
        let v8: [R; 2] = x3.at::<1>();
        let u6: [R; 4] = stack((u3.at::<2>(), u3.at::<2>(), v7, v8.at::<1>()));
        let u7: [[R; 4]; 4] = u6.outer(u6);
        let u8: [[R; 4]; 4] = u7.min(u7);
        let u9: [[R; 4]; 2] = x1.outer(u6);
        let u10: [[R; 2]; 4] = u6.outer(u5);
        let u11: [R; 2] = wave(u5, u10.transpose().column::<1>().tanh());
        let u12: [R; 4] = u6.mul_add(u6, x4);
        let u13: [R; 2] = affine(u9, u11, u12);
        let u14: [R; 1] = stack((x2.at::<1>().at::<1>(),));
        let u15: [[R; 3]; 1] = u14.outer(u3);
        (d1.sin() / (1.5 + u15.concat::<3, _>(x5).at::<2>().square())).sum() + u4.sin().sum() * -0.7 +
            u8.sin().sum() * -0.7 + u13.sin().sum() * 0.5
    }

    pub fn random_77(x1: [R; 2], x2: [R; 3], x3, x4: [[R; 3]; 3], x5: [[R; 4]; 2], x6: [R; 1]; d1) {
        let u1: [[R; 3]; 3] = turned(x4);
        let u2 = (x5 * x5).mul_add(pair(d1, x5).component::<0>(), d1 - d1).sum();
        let u3: [R; 4] = stack((x2.at::<2>(), u1.at::<1>().at::<1>(), x4.at::<1>().at::<1>(),
            x5.at::<0>().at::<1>()));
        let u4: [[R; 1]; 3] = x2.outer(x6);
        let u5: [R; 6] = stack((x4.at::<0>().at::<2>(), x5.at::<0>().at::<3>(), x1.at::<0>(),
            x4.at::<1>().at::<0>(), x3, x5.at::<1>().at::<3>()));
        x2.concat::<4, _>(u4.at::<0>()).dot((1.5 + u5.window::<0, 4>().square()).ln()) + u2.tanh() * 0.5
    }

    pub fn random_77_inlined(x1: [R; 2], x2: [R; 3], x3, x4: [[R; 3]; 3], x5: [[R; 4]; 2], x6: [R; 1]; d1) {
        let u2 = (x5 * x5).mul_add(pair(d1, x5).component::<0>(), d1 - d1).sum();
        x2.concat::<4, _>(x2.outer(x6).at::<0>()).dot((1.5 +
            stack((x4.at::<0>().at::<2>(), x5.at::<0>().at::<3>(), x1.at::<0>(), x4.at::<1>().at::<0>(), x3,
            x5.at::<1>().at::<3>())).window::<0, 4>().square()).ln()) + u2.tanh() * 0.5
    }

    pub fn random_78(x1: [R; 2], x2: [R; 4], x3: [R; 3], x4, x5: [[R; 3]; 4]; d1) {
        let u1 = (d1 * d1).atan2(1.5 + d1.sin());
        let u2: [R; 3] = x5.at::<1>();
        let u3: [R; 5] = stack((d1, x2.at::<1>(), x2.at::<3>(), x1.at::<0>(), x1.at::<1>()));
        fold(driven, d1, (u3.window::<1, 4>(), u1)) + x3.sin().sum() * 1.25 + x4.tanh() * 0.5 + u2.sin().sum() *
            0.5
    }

    pub fn random_79(x1: [R; 3], x2: [R; 4], x3: [R; 3], x4, x5: [[R; 3]; 4], x6: [R; 1]; d1: [R; 4]) {
        let u1: [[R; 4]; 4] = d1.outer(d1);
        let u2: [[R; 4]; 4] = turned(u1);
        let u3: [R; 4] = select((1 + d1.square()).powf(0.7).less_than(x4.mul_add(x4, x4)),
            x5.at::<0>().concat::<4, _>(x6), (1.2 + d1.sigmoid()).recip());
        let u4: [R; 4] = select(x4.at_least(u3), u2.dot(d1), u3);
        let u5: [R; 2] = stack((x2.at::<0>(), x5.at::<1>().at::<2>()));
        let u6: [[R; 3]; 2] = u5.outer(x3);
        let u7: [R; 3] = u6.at::<1>();
        let u8: [R; 4] = affine(x5, u4, u7);
        fold(step, (1.5 + x4.sin()).pow(x1.at::<2>().tanh()),
            (u5.atan2(1.5 + x4.sin()).atan2(1.5 +
            select(u5.at::<0>().at_least(u5), u6.dot(u7), u5).sin()),)).checkpointed() + u8.sin().sum() * 1.25
    }

    pub fn random_79_bound(x1: [R; 3], x2: [R; 4], x3: [R; 3], x4, x5: [[R; 3]; 4], x6: [R; 1]; d1: [R; 4]) {
        let u1: [[R; 4]; 4] = d1.outer(d1);
        let u2: [[R; 4]; 4] = turned(u1);
        let v3: [R; 4] = d1.square();
        let v4: [R; 4] = 1 + v3;
        let v5: [R; 4] = v4.powf(0.7);
        let v6: [R; 3] = x5.at::<0>();
        let v7: [R; 4] = v6.concat::<4, _>(x6);
        let u3: [R; 4] = select(v5.less_than(x4.mul_add(x4, x4)), v7, (1.2 + d1.sigmoid()).recip());
        let u4: [R; 4] = select(x4.at_least(u3), u2.dot(d1), u3);
        let u5: [R; 2] = stack((x2.at::<0>(), x5.at::<1>().at::<2>()));
        let u6: [[R; 3]; 2] = u5.outer(x3);
        let u7: [R; 3] = u6.at::<1>();
        let u8: [R; 4] = affine(x5, u4, u7);
        fold(step, (1.5 + x4.sin()).pow(x1.at::<2>().tanh()),
            (u5.atan2(1.5 + x4.sin()).atan2(1.5 +
            select(u5.at::<0>().at_least(u5), u6.dot(u7), u5).sin()),)).checkpointed() + u8.sin().sum() * 1.25
    }

    pub fn random_80(x1: [[R; 3]; 4], x2: [R; 4], x3, x4: [R; 3], x5: [R; 2], x6: [R; 1]) {
        let u1: [[R; 4]; 3] = x4.outer(x2);
        let u2: [[R; 4]; 4] = x2.outer(x2);
        let u3: [[R; 4]; 3] = u1.dot(u2);
        let u4: [[R; 4]; 2] = x5.outer(x2);
        let u5: [[R; 3]; 1] = x6.outer(x4);
        let u6: [R; 5] = stack((u2.at::<3>().at::<3>(), x5.at::<0>(), u4.at::<1>().at::<3>(),
            u2.at::<3>().at::<1>(), x3));
        let u7 = select(wave(u5.concat::<2, _>(u5).column::<1>(), u6.window::<1,
            4>().at::<0>().tanh()).at_most(x3 * x5), wave(x5, x5.tanh()),
            stack((u4.column::<2>().at::<0>(), x5.at::<0>())).mul_add(x3, x3)).dot(x5);
        let u8: [[R; 3]; 2] = x5.outer(x4);
        let u9: [[R; 2]; 3] = x4.outer(x5);
        let u10: [R; 2] = u9.at::<1>();
        let u11: [R; 3] = u8.at::<1>();
        let u12: [R; 2] = affine(u8, u10, u11);
        select(u11.at_most(u7.min(x3)), u7.relu(), u11.outer(stack((u7, u7, x3))).at::<1>()).sum() +
            x1.sin().sum() * -0.7 + u3.sin().sum() * 0.5 + u12.sin().sum() * -0.7
    }

    pub fn random_80_inlined(x1: [[R; 3]; 4], x2: [R; 4], x3, x4: [R; 3], x5: [R; 2], x6: [R; 1]) {
        let u1: [[R; 4]; 3] = x4.outer(x2);
        let u2: [[R; 4]; 4] = x2.outer(x2);
        let u3: [[R; 4]; 3] = u1.dot(u2);
        let u7 = select(wave(x6.outer(x4).concat::<2, _>(x6.outer(x4)).column::<1>(),
            stack((x2.outer(x2).at::<3>().at::<3>(), x5.at::<0>(), x5.outer(x2).at::<1>().at::<3>(),
            x2.outer(x2).at::<3>().at::<1>(), x3)).window::<1, 4>().at::<0>().tanh()).at_most(x3 * x5),
            wave(x5, x5.tanh()), stack((x5.outer(x2).column::<2>().at::<0>(), x5.at::<0>())).mul_add(x3,
            x3)).dot(x5);
        let u8: [[R; 3]; 2] = x5.outer(x4);
        let u10: [R; 2] = x4.outer(x5).at::<1>();
        let u11: [R; 3] = x5.outer(x4).at::<1>();
        let u12: [R; 2] = affine(u8, u10, u11);
        select(x5.outer(x4).at::<1>().at_most(u7.min(x3)), u7.relu(),
            x5.outer(x4).at::<1>().outer(stack((u7, u7, x3))).at::<1>()).sum() + x1.sin().sum() * -0.7 +
            u3.sin().sum() * 0.5 + u12.sin().sum() * -0.7
    }

    pub fn random_81(x1: [[R; 2]; 2], x2: [R; 3], x3, x4: [R; 2], x5: [R; 1]) {
        let u1: [R; 3] = x2.log_softmax();
        let u2 = fold(driven, u1.at::<2>(), (x3.min(x4.tanh()), x3.ln_add_exp(x3)));
        stack((u2, x3)).concat::<3, _>(x5).mean() + x1.sin().sum() * 1.25
    }

    pub fn random_82(x1: [R; 3], x2: [R; 2], x3, x4: [[R; 2]; 2], x5: [R; 5], x6: [[R; 2]; 3]; d1) {
        let u1: [[R; 2]; 2] = scan(driven, select(d1.at_most(d1), d1, x1.at::<2>()),
            (x4.transpose(), d1.hypot(2 + x5.window::<2, 3>().at::<0>().tanh())));
        let u2: [[R; 3]; 2] = turned(x6);
        let u3: [R; 4] = stack((u1.at::<0>().at::<0>(), u1.at::<1>().at::<1>(), u2.at::<1>().at::<0>(),
            u1.at::<0>().at::<0>()));
        let u4: [[R; 4]; 2] = x2.outer(u3);
        let u5: [[R; 3]; 4] = u3.outer(x1);
        let u6: [[R; 3]; 2] = u4.dot(u5);
        let u7: [R; 4] = u3.sin();
        let u8 = d1.sin();
        weighted(u3, u7, u8) + x3.tanh() * -0.7 + u6.sin().sum() * 1.25
    }

    pub fn random_82_bound(x1: [R; 3], x2: [R; 2], x3, x4: [[R; 2]; 2], x5: [R; 5], x6: [[R; 2]; 3]; d1) {
        let v1 = x1.at::<2>();
        let v2 = select(d1.at_most(d1), d1, v1);
        let v3: [[R; 2]; 2] = x4.transpose();
        let v4: [R; 3] = x5.window::<2, 3>();
        let v5 = v4.at::<0>();
        let v6 = 2 + v5.tanh();
        let u1: [[R; 2]; 2] = scan(driven, v2, (v3, d1.hypot(v6)));
        let u2: [[R; 3]; 2] = turned(x6);
        let u3: [R; 4] = stack((u1.at::<0>().at::<0>(), u1.at::<1>().at::<1>(), u2.at::<1>().at::<0>(),
            u1.at::<0>().at::<0>()));
        let u4: [[R; 4]; 2] = x2.outer(u3);
        let u5: [[R; 3]; 4] = u3.outer(x1);
        let u6: [[R; 3]; 2] = u4.dot(u5);
        let u7: [R; 4] = u3.sin();
        let u8 = d1.sin();
        weighted(u3, u7, u8) + x3.tanh() * -0.7 + u6.sin().sum() * 1.25
    }

    pub fn random_83(x1: [R; 2], x2: [R; 3], x3: [R; 4], x4, x5: [[R; 4]; 2],
            x6: [[R; 3]; 2]; d1: [[R; 2]; 3]) -> [R; 3] {
        let u1 = x4.sin().exp().atan2(1.5 + (x4 + x5).sin()).sum();
        let u2: [[R; 2]; 4] = x3.outer(x1);
        let u3: [R; 4] = x3.sin();
        let u4 = x4.sin();
        let u5 = weighted(x3, u3, u4);
        let u6: [[R; 3]; 3] = x2.outer(x2);
        let u7: [[R; 3]; 2] = x6.dot(u6);
        let u8 = d1.sin().sum() * 0.5;
        let u9 = u1.tanh() * 1.25;
        let u10 = u2.sin().sum() * 1.25;
        let u11 = u7.sin().sum() * 1.25;
        x2.hypot(2 + x2.tanh()).mul_add(x2, u5 * x4) + u8 + u9 + u10 + u11
    }

    pub fn random_83_inlined(x1: [R; 2], x2: [R; 3], x3: [R; 4], x4, x5: [[R; 4]; 2],
            x6: [[R; 3]; 2]; d1: [[R; 2]; 3]) -> [R; 3] {
        let u1 = x4.sin().exp().atan2(1.5 + (x4 + x5).sin()).sum();
        let u3: [R; 4] = x3.sin();
        let u4 = x4.sin();
        let u5 = weighted(x3, u3, u4);
        let u6: [[R; 3]; 3] = x2.outer(x2);
        let u7: [[R; 3]; 2] = x6.dot(u6);
        let u8 = d1.sin().sum() * 0.5;
        let u10 = x3.outer(x1).sin().sum() * 1.25;
        let u11 = u7.sin().sum() * 1.25;
        x2.hypot(2 + x2.tanh()).mul_add(x2, u5 * x4) + u8 + u1.tanh() * 1.25 + u10 + u11
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn random_70(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..2], &inputs[2..18], inputs[18], &inputs[19..24]);
        let d1 = &data[0..4];
        let u1 = x3 * (if !near.less(x3, x1[0]) { d1[3] } else { x3 });
        let mut u2 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u2[i * 4 + j] = x1[i] * d1[j]; } }
        let mut h1 = if near.less(u1, u1) { x1[1] } else { x3 };
        for i in 0..2 { for j in 0..4 { h1 = step(h1, (1.5 + square(u2[i * 4 + j])).ln(), near); } }
        let u3 = h1;
        let mut u4 = [0.0; 20];
        for i in 0..5 { for j in 0..4 { u4[i * 4 + j] = x4[i] * d1[j]; } }
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = [x4[0], x3, u3][i]; }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..3 { r2 += (0..4).map(|p| u4[i * 4 + p] * d1[p]).sum::<f64>() * u5[j]; } }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..4 { r3 += x2[i * 4 + j].sin(); } }
        vec![r2 + r3 * (-0.7)]
    }

    pub fn random_71(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..7], &inputs[7..10], inputs[10], &inputs[11..13], &inputs[13..19]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { for p in 0..2 { u1[i] += x5[p] * x6[p * 3 + i]; } }
        let mut u2 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u2[i * 2 + j] = x5[i] * x5[j]; } }
        let mut u3 = [0.0; 2];
        for i in 0..2 { for p in 0..2 { u3[i] += x5[p] * u2[p * 2 + i]; } }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += x2[i].sin(); }
        let u4 = r1 * (-0.7);
        let u5 = x4.tanh() * (-0.7);
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u3[i].sin(); }
        let u6 = r2 * 1.25;
        let mut a3 = [0.0; 3];
        for i in 0..3 { a3[i] = (if near.less(near.min(x3[i], u1[i]), pair(x1[i], x1[i], near)[1]) { u1[i] } else { softplus(x1[i]) }) + u4 + u5 + u6; }
        a3.to_vec()
    }

    pub fn random_72(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..7], &inputs[7..9], inputs[9], &inputs[10..14], &inputs[14..16]);
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u1[i * 4 + j] = x5[i] * x5[j]; } }
        let mut h1 = if !near.less(x5[3], x4) { x5[1] } else { x4 };
        let mut u2 = [0.0; 4];
        for i in 0..4 { h1 = driven(h1, (0..4).map(|p| u1[i * 4 + p] * x5[p]).sum::<f64>(), x2[0], near); u2[i] = h1; }
        let u3 = wave(u1[4], x6[1].tanh(), near).tanh().powi(3);
        let mut u4 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u4[i * 3 + j] = u2[i] * x2[j]; } }
        let mut u5 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u5[i * 3 + j] = (1.5 + (if near.less(x4, u4[i * 3 + j]) { u4[i * 3 + j] } else { u3 }).sin()).powf(ln_add_exp(x4, u3).tanh()); } }
        let mut u6 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u6[i * 4 + j] = x2[i] * u2[j]; } }
        let mut u7 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u7[i * 4 + j] = x3[i] * u2[j]; } }
        let mut r2 = f64::NEG_INFINITY;
        for i in 0..3 { for j in 0..4 { r2 = near.max(r2, near.min(u6[i * 4 + j], u7[3])); } }
        let u8 = r2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += [u8, x4, x5[1]][i] * (0..3).map(|p| u5[i * 3 + p + 3] * x2[p]).sum::<f64>(); }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += x1[i * 2 + j].sin(); } }
        vec![r3 + r4 * 0.5]
    }

    pub fn random_73(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..3], &inputs[3..7], inputs[7], &inputs[8..24]);
        let mut h1 = softplus(x3);
        let mut u1 = [0.0; 3];
        for i in 0..3 { h1 = driven(h1, x1[i], (0..4).map(|p| x4[p] * x2[p]).sum::<f64>(), near); u1[i] = h1; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = [x1[1], x1[0]][i]; }
        let mut u3 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u3[i * 3 + j] = u2[i] * x1[j]; } }
        let mut u4 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u4[i * 4 + j] = u2[i] * x2[j]; } }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = u4[7] / (1.5 + square(near.abs((0..3).map(|p| u3[i * 3 + p] * x1[p]).sum::<f64>()))); }
        let mut u6 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u6[i * 2 + j] = x2[i] * u5[j]; } }
        let mut u7 = [0.0; 5];
        for i in 0..5 { u7[i] = [x4[9], u6[2], u3[0], u1[1], u2[0]][i]; }
        let mut u8 = [0.0; 4];
        for i in 0..4 { u8[i] = if near.less(x3, x2[i]) { x2[i] } else { u7[i] }; }
        let mut u9 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u9[i * 2 + j] = u1[i] * u5[j]; } }
        let mut u10 = [0.0; 2];
        for i in 0..2 { u10[i] = u9[i] * u5[i] + x3; }
        let mut a2 = [0.0; 4];
        for i in 0..4 { a2[i] = ((0..2).map(|p| u6[i * 2 + p] * u10[p]).sum::<f64>() + u8[i]).tanh(); }
        let u11 = a2;
        let mut h3 = if near.less(x3, x3) { x3 } else { x3 };
        for i in 0..3 { for j in 0..2 { h3 = step(h3, u9[i * 2 + j].tanh().powi(3), near); } }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u11[i].sin(); }
        vec![h3 + r4 * (-0.7), pair(near.min(x3, x3), 0.5 * x3, near)[0]]
    }

    pub fn random_74(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..3], &inputs[3..7], &inputs[7..9], inputs[9], &inputs[10..18]);
        let d1 = &data[0..4];
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u1[i * 4 + j] = d1[i] * x2[j]; } }
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = ln_add_exp(d1[i], x4); }
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = x5[i * 2]; }
        let mut a1 = [0.0; 4];
        for i in 0..4 { a1[i] = ((0..4).map(|p| u1[i * 4 + p] * u3[p]).sum::<f64>() + u2[i]).tanh(); }
        let u4 = a1;
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = [x4, u3[1], x4][i] * x1[0]; }
        let mut u6 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u6[i * 3 + j] = u4[i] * u5[j]; } }
        let mut u7 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u7[i * 4 + j] = x3[i] * d1[j]; } }
        let mut u8 = [0.0; 4];
        for i in 0..4 { u8[i] = wave(u4[i], u7[i + 4].tanh(), near); }
        let mut u9 = [0.0; 3];
        for i in 0..3 { u9[i] = u5[i].atan(); }
        let mut a2 = [0.0; 4];
        for i in 0..4 { a2[i] = ((0..3).map(|p| u6[i * 3 + p] * u9[p]).sum::<f64>() + u8[i]).tanh(); }
        let u10 = a2;
        let mut h3 = u4[0];
        for i in 0..4 { h3 = step(h3, x2[i].atan(), near); }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u10[i].sin(); }
        vec![h3 + r4 * 0.5, x4]
    }

    pub fn random_75(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..10], &inputs[10..14], inputs[14], &inputs[15..21], &inputs[21..24]);
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = x1[i]; }
        let mut u2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u2[i * 4 + j] = x3[i] * x3[j]; } }
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = x5[i + 1]; }
        let mut u4 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u4[i * 4 + j] = x1[i] * u3[j]; } }
        let mut u5 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u5[i * 3 + j] = x6[i] * x6[j]; } }
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = if near.less(if i < 2 { (0..3).map(|p| u5[i * 3 + p] * x6[p]).sum::<f64>() } else { u1[i - 2] }, x4) { u3[i] } else { u4[i] }; }
        let mut a1 = [0.0; 4];
        for i in 0..4 { a1[i] = ((0..4).map(|p| u2[i * 4 + p] * u6[p]).sum::<f64>() + u3[i]).tanh(); }
        let u7 = a1;
        let mut u8 = [0.0; 1];
        for i in 0..1 { u8[i] = [x2[7]][i]; }
        let mut u9 = [0.0; 4];
        for i in 0..4 { u9[i] = near.max(if i < 3 { x6[i] } else { u8[i - 3] * x6[2] }, x4); }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += ln_add_exp([x4, u1[0], x4, x4][i], softplus(x4)); }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += u7[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u9[i].sin(); }
        vec![r2 + r3 * (-0.7) + r4 * (-0.7)]
    }

    pub fn random_76(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..6], &inputs[6..12], inputs[12], &inputs[13..19], &inputs[19..22]);
        let d1 = data[0];
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = square(x1[i].sin()); }
        let mut u2 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u2[i * 3 + j] = x6[i] * x6[j]; } }
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = u2[i * 3 + 1]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..3).map(|p| x5[i * 3 + p] * u3[p]).sum::<f64>() + u1[i]).tanh(); }
        let u4 = a1;
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = pair(x3[i + 2], u1[i], near)[1]; }
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = [u3[2], u3[2], u5[0], x3[3]][i]; }
        let mut u7 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u7[i * 4 + j] = u6[i] * u6[j]; } }
        let mut u8 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u8[i * 4 + j] = near.min(u7[i * 4 + j], u7[i * 4 + j]); } }
        let mut u9 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u9[i * 4 + j] = x1[i] * u6[j]; } }
        let mut u10 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u10[i * 2 + j] = u6[i] * u5[j]; } }
        let mut u11 = [0.0; 2];
        for i in 0..2 { u11[i] = wave(u5[i], u10[i + 2].tanh(), near); }
        let mut u12 = [0.0; 4];
        for i in 0..4 { u12[i] = u6[i] * u6[i] + x4; }
        let mut a2 = [0.0; 2];
        for i in 0..2 { a2[i] = ((0..4).map(|p| u9[i * 4 + p] * u12[p]).sum::<f64>() + u11[i]).tanh(); }
        let u13 = a2;
        let mut u14 = [0.0; 1];
        for i in 0..1 { u14[i] = [x2[3]][i]; }
        let mut u15 = [0.0; 3];
        for i in 0..1 { for j in 0..3 { u15[i * 3 + j] = u14[i] * u3[j]; } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += d1.sin() / (1.5 + square(x5[i + 3])); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u4[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..4 { r5 += u8[i * 4 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u13[i].sin(); }
        vec![r3 + r4 * (-0.7) + r5 * (-0.7) + r6 * 0.5]
    }

    pub fn random_77(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..5], inputs[5], &inputs[6..15], &inputs[15..23], &inputs[23..24]);
        let d1 = data[0];
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..4 { r1 += (x5[i * 4 + j] * x5[i * 4 + j]) * pair(d1, x5[i * 4 + j], near)[0] + (d1 - d1); } }
        let u2 = r1;
        let mut u4 = [0.0; 3];
        for i in 0..3 { for j in 0..1 { u4[i + j] = x2[i] * x6[j]; } }
        let mut u5 = [0.0; 6];
        for i in 0..6 { u5[i] = [x4[2], x5[3], x1[0], x4[3], x3, x5[7]][i]; }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += (if i < 3 { x2[i] } else { u4[i - 3] }) * (1.5 + square(u5[i])).ln(); }
        vec![r2 + u2.tanh() * 0.5]
    }

    pub fn random_78(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..2], &inputs[2..6], &inputs[6..9], inputs[9], &inputs[10..22]);
        let d1 = data[0];
        let u1 = (d1 * d1).atan2(1.5 + d1.sin());
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = x5[i + 3]; }
        let mut u3 = [0.0; 5];
        for i in 0..5 { u3[i] = [d1, x2[1], x2[3], x1[0], x1[1]][i]; }
        let mut h1 = d1;
        for i in 0..4 { h1 = driven(h1, u3[i + 1], u1, near); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += x3[i].sin(); }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i].sin(); }
        vec![h1 + r2 * 1.25 + x4.tanh() * 0.5 + r3 * 0.5]
    }

    pub fn random_79(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..7], &inputs[7..10], inputs[10], &inputs[11..23], &inputs[23..24]);
        let d1 = &data[0..4];
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u1[i * 4 + j] = d1[i] * d1[j]; } }
        let mut a1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { a1[i * 4 + j] = u1[j * 4 + i] * u1[1]; } }
        let u2 = a1;
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = if near.less((1.0 + square(d1[i])).powf(0.7), x4 * x4 + x4) { if i < 3 { x5[i] } else { x6[i - 3] } } else { (1.2 + sigmoid(d1[i])).recip() }; }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = if !near.less(x4, u3[i]) { (0..4).map(|p| u2[i * 4 + p] * d1[p]).sum::<f64>() } else { u3[i] }; }
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = [x2[0], x5[5]][i]; }
        let mut u6 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u6[i * 3 + j] = u5[i] * x3[j]; } }
        let mut u7 = [0.0; 3];
        for i in 0..3 { u7[i] = u6[i + 3]; }
        let mut a2 = [0.0; 4];
        for i in 0..4 { a2[i] = ((0..3).map(|p| x5[i * 3 + p] * u7[p]).sum::<f64>() + u4[i]).tanh(); }
        let u8 = a2;
        let mut h3 = (1.5 + x4.sin()).powf(x1[2].tanh());
        for i in 0..2 { h3 = step(h3, u5[i].atan2(1.5 + x4.sin()).atan2(1.5 + (if !near.less(u5[0], u5[i]) { (0..3).map(|p| u6[i * 3 + p] * u7[p]).sum::<f64>() } else { u5[i] }).sin()), near); }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u8[i].sin(); }
        vec![h3 + r4 * 1.25]
    }

    pub fn random_80(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..12], &inputs[12..16], inputs[16], &inputs[17..20], &inputs[20..22], &inputs[22..23]);
        let mut u1 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u1[i * 4 + j] = x4[i] * x2[j]; } }
        let mut u2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u2[i * 4 + j] = x2[i] * x2[j]; } }
        let mut u3 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { for p in 0..4 { u3[i * 4 + j] += u1[i * 4 + p] * u2[p * 4 + j]; } } }
        let mut u4 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u4[i * 4 + j] = x5[i] * x2[j]; } }
        let mut u5 = [0.0; 3];
        for i in 0..1 { for j in 0..3 { u5[i * 3 + j] = x6[i] * x4[j]; } }
        let mut u6 = [0.0; 5];
        for i in 0..5 { u6[i] = [u2[15], x5[0], u4[7], u2[13], x3][i]; }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (if !near.less(x3 * x5[i], wave(if i < 1 { u5[i * 3 + 1] } else { u5[i * 3 - 2] }, u6[1].tanh(), near)) { wave(x5[i], x5[i].tanh(), near) } else { [u4[2], x5[0]][i] * x3 + x3 }) * x5[i]; }
        let u7 = r1;
        let mut u8 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u8[i * 3 + j] = x5[i] * x4[j]; } }
        let mut u9 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u9[i * 2 + j] = x4[i] * x5[j]; } }
        let mut u10 = [0.0; 2];
        for i in 0..2 { u10[i] = u9[i + 2]; }
        let mut u11 = [0.0; 3];
        for i in 0..3 { u11[i] = u8[i + 3]; }
        let mut a2 = [0.0; 2];
        for i in 0..2 { a2[i] = ((0..3).map(|p| u8[i * 3 + p] * u11[p]).sum::<f64>() + u10[i]).tanh(); }
        let u12 = a2;
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if !near.less(near.min(u7, x3), u11[i]) { near.max(u7, 0.0) } else { u11[1] * [u7, u7, x3][i] }; }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..3 { r4 += x1[i * 3 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..4 { r5 += u3[i * 4 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += u12[i].sin(); }
        vec![r3 + r4 * (-0.7) + r5 * 0.5 + r6 * (-0.7)]
    }

    pub fn random_81(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..4], &inputs[4..7], inputs[7], &inputs[8..10], &inputs[10..11]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = x2[i]; }
        log_softmax(&mut u1);
        let mut h1 = u1[2];
        for i in 0..2 { h1 = driven(h1, near.min(x3, x4[i].tanh()), ln_add_exp(x3, x3), near); }
        let u2 = h1;
        let mut r2 = 0.0;
        for i in 0..3 { r2 += if i < 2 { [u2, x3][i] } else { x5[i - 2] }; }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += x1[i * 2 + j].sin(); } }
        vec![r2 / 3.0 + r3 * 1.25]
    }

    pub fn random_82(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..5], inputs[5], &inputs[6..10], &inputs[10..15], &inputs[15..21]);
        let d1 = data[0];
        let mut h1 = if !near.less(d1, d1) { d1 } else { x1[2] };
        let mut u1 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { h1 = driven(h1, x4[j * 2 + i], d1.hypot(2.0 + x5[2].tanh()), near); u1[i * 2 + j] = h1; } }
        let mut a2 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a2[i * 3 + j] = x6[j * 2 + i] * x6[1]; } }
        let u2 = a2;
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = [u1[0], u1[3], u2[3], u1[0]][i]; }
        let mut u4 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u4[i * 4 + j] = x2[i] * u3[j]; } }
        let mut u5 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u5[i * 3 + j] = u3[i] * x1[j]; } }
        let mut u6 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { for p in 0..4 { u6[i * 3 + j] += u4[i * 4 + p] * u5[p * 3 + j]; } } }
        let mut u7 = [0.0; 4];
        for i in 0..4 { u7[i] = u3[i].sin(); }
        let u8 = d1.sin();
        let mut s3 = [0.0; 4];
        for i in 0..4 { s3[i] = square(u3[i] - u8 * u7[i]); }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += s3[i] * u7[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += u6[i * 3 + j].sin(); } }
        vec![r4 / 4.0 + x3.tanh() * (-0.7) + r5 * 1.25]
    }

    pub fn random_83(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..5], &inputs[5..9], inputs[9], &inputs[10..18], &inputs[18..24]);
        let d1 = &data[0..6];
        let mut r1 = 0.0;
        for i in 0..2 { for j in 0..4 { r1 += x4.sin().exp().atan2(1.5 + (x4 + x5[i * 4 + j]).sin()); } }
        let u1 = r1;
        let mut u2 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u2[i * 2 + j] = x3[i] * x1[j]; } }
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = x3[i].sin(); }
        let u4 = x4.sin();
        let mut s2 = [0.0; 4];
        for i in 0..4 { s2[i] = square(x3[i] - u4 * u3[i]); }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += s2[i] * u3[1]; }
        let u5 = r3 / 4.0;
        let mut u6 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u6[i * 3 + j] = x2[i] * x2[j]; } }
        let mut u7 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { for p in 0..3 { u7[i * 3 + j] += x6[i * 3 + p] * u6[p * 3 + j]; } } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += d1[i * 2 + j].sin(); } }
        let u8 = r4 * 0.5;
        let u9 = u1.tanh() * 1.25;
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += u2[i * 2 + j].sin(); } }
        let u10 = r5 * 1.25;
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..3 { r6 += u7[i * 3 + j].sin(); } }
        let u11 = r6 * 1.25;
        let mut a7 = [0.0; 3];
        for i in 0..3 { a7[i] = x2[i].hypot(2.0 + x2[i].tanh()) * x2[i] + (u5 * x4) + u8 + u9 + u10 + u11; }
        a7.to_vec()
    }
}

crate::programs! {
    Real random_70 as random_70 with product;
    Real random_70_bound as random_70;
    Vector random_71 as random_71 with sides;
    Vector random_71_inlined as random_71;
    Real random_72 as random_72 with product;
    Vector random_73 as random_73 with sides;
    Vector random_73_bound as random_73;
    Vector random_74 as random_74 with sides;
    Vector random_74_inlined as random_74;
    Real random_75 as random_75 with sides;
    Real random_76 as random_76;
    Real random_76_bound as random_76;
    Real random_77 as random_77 with product;
    Real random_77_inlined as random_77;
    Real random_78 as random_78;
    Real random_79 as random_79 with series rows parallel;
    Real random_79_bound as random_79;
    Real random_80 as random_80 with sides;
    Real random_80_inlined as random_80;
    Real random_81 as random_81 with tape;
    Real random_82 as random_82 with product;
    Real random_82_bound as random_82;
    Vector random_83 as random_83 with sides;
    Vector random_83_inlined as random_83;
}
