//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn random_28(x1: [R; 4], x2: [[R; 3]; 4], x3: [R; 3], x4, x5: [R; 2], x6: [R; 1]) {
        let u1: [[R; 3]; 2] = x5.outer(x3);
        let u2: [[R; 3]; 1] = x6.outer(x3);
        let u3: [[R; 3]; 2] = select(u1.at_least(x4.abs()), u1.mul_add(x4, u2.concat::<2, _>(u2)),
            x5.at::<1>().mul_add(x4, x4)).softmax();
        let u4: [R; 3] = x3.min(x4);
        let u5: [[R; 2]; 4] = x1.outer(x5);
        let u6: [[R; 2]; 2] = x5.outer(x5);
        [(u3.dot(u4) * x5).dot(stack((x4, x4))) + x2.sin().sum() * 0.5 + u5.sin().sum() * 0.5 + u6.sin().sum() *
            1.25, x5.at::<0>()]
    }

    pub fn random_28_bound(x1: [R; 4], x2: [[R; 3]; 4], x3: [R; 3], x4, x5: [R; 2], x6: [R; 1]) {
        let u1: [[R; 3]; 2] = x5.outer(x3);
        let u2: [[R; 3]; 1] = x6.outer(x3);
        let v3: [[R; 3]; 2] = u2.concat::<2, _>(u2);
        let v4: [[R; 3]; 2] = u1.mul_add(x4, v3);
        let v5 = x5.at::<1>();
        let v6 = v5.mul_add(x4, x4);
        let v7: [[R; 3]; 2] = select(u1.at_least(x4.abs()), v4, v6);
        let u3: [[R; 3]; 2] = v7.softmax();
        let u4: [R; 3] = x3.min(x4);
        let u5: [[R; 2]; 4] = x1.outer(x5);
        let u6: [[R; 2]; 2] = x5.outer(x5);
        [(u3.dot(u4) * x5).dot(stack((x4, x4))) + x2.sin().sum() * 0.5 + u5.sin().sum() * 0.5 + u6.sin().sum() *
            1.25, x5.at::<0>()]
    }

    pub fn random_29(x1: [[R; 4]; 2], x2: [R; 3], x3: [R; 3], x4, x5: [R; 2], x6: [R; 4]; d1) {
        let u1: [R; 4] = select(d1.min(d1).at_least(stack((d1, d1, d1, x5.at::<0>()))),
            wave(d1, x3.at::<1>().tanh()), select(x6.at_most(d1), x6, d1));
        let u2: [[R; 4]; 4] = x6.outer(u1);
        let u3: [R; 4] = u2.column::<1>();
        let u4: [R; 4] = select(u1.greater_than(u1), u3, d1);
        let u5: [[R; 4]; 3] = x3.outer(x6);
        let u6: [R; 4] = (1.5 + u5.at::<1>().square()).ln();
        let u7: [R; 4] = affine(u2, u4, u6);
        let u8: [R; 3] = x3.atan();
        fold(step, pair(d1, d1).component::<1>(), (x5,)).checkpointed() + x1.sin().sum() * 1.25 +
            x2.sin().sum() * 0.5 + x4.tanh() * 0.5 + u7.sin().sum() * 1.25 + u8.sin().sum() * 1.25
    }

    pub fn random_29_inlined(x1: [[R; 4]; 2], x2: [R; 3], x3: [R; 3], x4, x5: [R; 2], x6: [R; 4]; d1) {
        let u2: [[R; 4]; 4] = x6.outer(select(d1.min(d1).at_least(stack((d1, d1, d1, x5.at::<0>()))),
            wave(d1, x3.at::<1>().tanh()), select(x6.at_most(d1), x6, d1)));
        let u4: [R; 4] = select(select(d1.min(d1).at_least(stack((d1, d1, d1, x5.at::<0>()))),
            wave(d1, x3.at::<1>().tanh()), select(x6.at_most(d1), x6,
            d1)).greater_than(select(d1.min(d1).at_least(stack((d1, d1, d1, x5.at::<0>()))),
            wave(d1, x3.at::<1>().tanh()), select(x6.at_most(d1), x6, d1))),
            x6.outer(select(d1.min(d1).at_least(stack((d1, d1, d1, x5.at::<0>()))),
            wave(d1, x3.at::<1>().tanh()), select(x6.at_most(d1), x6, d1))).column::<1>(), d1);
        let u6: [R; 4] = (1.5 + x3.outer(x6).at::<1>().square()).ln();
        let u7: [R; 4] = affine(u2, u4, u6);
        fold(step, pair(d1, d1).component::<1>(), (x5,)).checkpointed() + x1.sin().sum() * 1.25 +
            x2.sin().sum() * 0.5 + x4.tanh() * 0.5 + u7.sin().sum() * 1.25 + x3.atan().sin().sum() * 1.25
    }

    pub fn random_30(x1: [[R; 2]; 3], x2: [R; 2], x3, x4: [[R; 2]; 4], x5: [R; 4], x6: [R; 3]; d1: [[R; 2]; 2]) {
        let u1: [R; 4] = x5.min(x5);
        let u2: [[R; 4]; 2] = x2.outer(u1);
        let u3: [R; 2] = (1.5 + u2.dot(u1).sin()).pow(x2.tanh());
        let u4: [R; 4] = affine(x4, u1, u3);
        let u5: [[R; 4]; 3] = x6.outer(u4);
        let u6: [[R; 2]; 3] = u5.dot(x4);
        let u7: [[R; 3]; 4] = x5.outer(x6);
        u7.sum() + x1.sin().sum() * 1.25 + x3.tanh() * 1.25 + d1.sin().sum() * 1.25 + u6.sin().sum() * 0.5
    }

    pub fn random_31(x1: [[R; 3]; 4], x2: [[R; 2]; 2], x3, x4: [R; 2], x5: [R; 4]; d1: [[R; 4]; 3]) {
        let u1: [[R; 4]; 2] = x4.outer(x5);
        let u2: [[R; 4]; 2] = u1;
        let u3: [R; 5] = stack((d1.at::<0>().at::<3>(), x5.at::<3>(), x2.at::<1>().at::<1>(),
            d1.at::<0>().at::<1>(), x2.at::<1>().at::<0>()));
        let u4: [[R; 4]; 5] = u3.outer(x5);
        let u5: [R; 3] = u4.window::<1, 3>().column::<0>();
        let u6: [[R; 2]; 4] = x5.outer(x4);
        let u7: [R; 4] = x5.sin();
        let u8 = x3.sin();
        weighted(x5, u7, u8) + x1.sin().sum() * 0.5 + u2.sin().sum() * 0.5 + u6.sin().sum() * -0.7
    }

    pub fn random_31_bound(x1: [[R; 3]; 4], x2: [[R; 2]; 2], x3, x4: [R; 2], x5: [R; 4]; d1: [[R; 4]; 3]) {
        let u1: [[R; 4]; 2] = x4.outer(x5);
        let u2: [[R; 4]; 2] = u1;
        let v3: [R; 4] = d1.at::<0>();
        let v4 = x2.at::<1>().at::<1>();
        let v5: [R; 4] = d1.at::<0>();
        let v6 = v5.at::<1>();
        let v7: [R; 2] = x2.at::<1>();
        let v8 = v7.at::<0>();
        let u3: [R; 5] = stack((v3.at::<3>(), x5.at::<3>(), v4, v6, v8));
        let u4: [[R; 4]; 5] = u3.outer(x5);
        let u5: [R; 3] = u4.window::<1, 3>().column::<0>();
        let u6: [[R; 2]; 4] = x5.outer(x4);
        let u7: [R; 4] = x5.sin();
        let u8 = x3.sin();
        weighted(x5, u7, u8) + x1.sin().sum() * 0.5 + u2.sin().sum() * 0.5 + u6.sin().sum() * -0.7
    }

    pub fn random_32(x1: [[R; 4]; 4], x2: [[R; 4]; 3], x3) {
        let u1: [R; 3] = stack((x1.at::<0>().at::<3>(), x2.at::<0>().at::<1>(), x1.at::<2>().at::<1>()));
        let u2: [R; 3] = u1.max(u1);
        let u3: [R; 4] = stack((x3, x3, u2.at::<0>(), x1.at::<3>().at::<3>()));
        let u4: [R; 4] = u3.cumulative_sum();
        let u5: [R; 2] = stack((u2.at::<2>(), u2.at::<2>()));
        let u6: [[R; 4]; 2] = u5.outer(u3);
        let u7: [R; 4] = u4.sin();
        let u8 = x3.sin();
        weighted(u4, u7, u8) + u6.sin().sum() * 0.5
    }

    pub fn random_32_inlined(x1: [[R; 4]; 4], x2: [[R; 4]; 3], x3) {
        let u3: [R; 4] = stack((x3, x3,
            stack((x1.at::<0>().at::<3>(), x2.at::<0>().at::<1>(),
            x1.at::<2>().at::<1>())).max(stack((x1.at::<0>().at::<3>(), x2.at::<0>().at::<1>(),
            x1.at::<2>().at::<1>()))).at::<0>(), x1.at::<3>().at::<3>()));
        let u4: [R; 4] = u3.cumulative_sum();
        let u5: [R; 2] = stack((stack((x1.at::<0>().at::<3>(), x2.at::<0>().at::<1>(),
            x1.at::<2>().at::<1>())).max(stack((x1.at::<0>().at::<3>(), x2.at::<0>().at::<1>(),
            x1.at::<2>().at::<1>()))).at::<2>(),
            stack((x1.at::<0>().at::<3>(), x2.at::<0>().at::<1>(),
            x1.at::<2>().at::<1>())).max(stack((x1.at::<0>().at::<3>(), x2.at::<0>().at::<1>(),
            x1.at::<2>().at::<1>()))).at::<2>()));
        let u7: [R; 4] = u4.sin();
        let u8 = x3.sin();
        weighted(u4, u7, u8) + u5.outer(u3).sin().sum() * 0.5
    }

    pub fn random_33(x1: [R; 2], x2: [R; 4], x3: [R; 3], x4, x5: [[R; 3]; 4]) {
        let u1 = x5.column::<2>().sum();
        let u2: [R; 3] = (2 + (1.5 + x3.sin()).pow(x3.tanh()).cos()).cbrt().log_softmax();
        let u3: [R; 2] = scan(driven, u1 * x4, (x1.sin(), x1.at::<1>().min(x4)));
        let u4: [[R; 4]; 3] = x3.outer(x2);
        select(u4.at_most(x2.at::<3>()), u1, u4).abs().maximum() + u2.sin().sum() * -0.7 + u3.sin().sum() * 1.25
    }

    pub fn random_34(x1: [R; 2], x2: [[R; 2]; 4], x3: [R; 2], x4, x5: [R; 3], x6: [[R; 3]; 2]; d1) {
        let u1 = x5.window::<1, 2>().at::<1>();
        let u2: [R; 4] = stack((x1.at::<0>(), x5.at::<0>(), x4, x5.at::<1>()));
        let u3: [[R; 4]; 2] = x3.outer(u2);
        let u4: [[R; 3]; 2] = u3.dot(u2).at::<0>() * x6 * d1.ln_add_exp(d1);
        let u5: [R; 4] = (x2.column::<1>().min(u2) + (1.2 + u2.sigmoid()).recip()).log_softmax();
        let u6: [R; 4] = scan(driven, (x4.square() + 1).sqrt(), (u5 - u1, u5.window::<2, 2>().at::<0>()));
        let u7: [[R; 2]; 2] = x3.outer(x1);
        wave(x5.window::<0, 2>() - u7.transpose().at::<1>(), (x3 - x1).tanh()).sum() + u4.sin().sum() * -0.7 +
            u6.sin().sum() * 1.25
    }

    pub fn random_34_bound(x1: [R; 2], x2: [[R; 2]; 4], x3: [R; 2], x4, x5: [R; 3], x6: [[R; 3]; 2]; d1) {
        let v1: [R; 2] = x5.window::<1, 2>();
        let u1 = v1.at::<1>();
        let v3 = x5.at::<0>();
        let v4 = x5.at::<1>();
        let u2: [R; 4] = stack((x1.at::<0>(), v3, x4, v4));
        let u3: [[R; 4]; 2] = x3.outer(u2);
        let v7: [R; 2] = u3.dot(u2);
        let v8 = v7.at::<0>();
        let u4: [[R; 3]; 2] = v8 * x6 * d1.ln_add_exp(d1);
        let u5: [R; 4] = (x2.column::<1>().min(u2) + (1.2 + u2.sigmoid()).recip()).log_softmax();
        let u6: [R; 4] = scan(driven, (x4.square() + 1).sqrt(), (u5 - u1, u5.window::<2, 2>().at::<0>()));
        let u7: [[R; 2]; 2] = x3.outer(x1);
        wave(x5.window::<0, 2>() - u7.transpose().at::<1>(), (x3 - x1).tanh()).sum() + u4.sin().sum() * -0.7 +
            u6.sin().sum() * 1.25
    }

    pub fn random_35(x1: [R; 2], x2: [R; 3], x3, x4: [[R; 3]; 4], x5: [R; 4]) {
        let u1: [R; 2] = scan(driven, x1.at::<0>() + x3,
            (select(x1.greater_than(x1), x5.at::<0>(), stack((x4.window::<0, 2>().at::<1>().at::<1>(), x3))),
            x3));
        let u2: [[R; 4]; 4] = x5.outer(x5);
        let u3: [R; 4] = x3.atan2(1.5 + u2.at::<3>().sin());
        let u4: [R; 4] = x5.tanh();
        let u5: [R; 4] = affine(u2, u3, u4);
        let u6: [R; 4] = x5 / (1.5 + u5.square());
        u3.sum() + x2.sin().sum() * -0.7 + u1.sin().sum() * -0.7 + u6.sin().sum() * -0.7
    }

    pub fn random_35_inlined(x1: [R; 2], x2: [R; 3], x3, x4: [[R; 3]; 4], x5: [R; 4]) {
        let u1: [R; 2] = scan(driven, x1.at::<0>() + x3,
            (select(x1.greater_than(x1), x5.at::<0>(), stack((x4.window::<0, 2>().at::<1>().at::<1>(), x3))),
            x3));
        let u2: [[R; 4]; 4] = x5.outer(x5);
        let u3: [R; 4] = x3.atan2(1.5 + x5.outer(x5).at::<3>().sin());
        let u4: [R; 4] = x5.tanh();
        let u5: [R; 4] = affine(u2, u3, u4);
        x3.atan2(1.5 + x5.outer(x5).at::<3>().sin()).sum() + x2.sin().sum() * -0.7 + u1.sin().sum() * -0.7 +
            (x5 / (1.5 + u5.square())).sin().sum() * -0.7
    }

    pub fn random_36(x1: [R; 2], x2: [R; 2], x3: [[R; 3]; 3], x4, x5: [[R; 4]; 2]) {
        let u1 = x2.at::<0>().atan2(1.5 + x4.atan().sin());
        let u2: [R; 3] = stack((x2.at::<0>(), x5.at::<0>().at::<3>(), x1.at::<0>()));
        let u3: [[R; 2]; 3] = u2.outer(x2);
        let u4: [R; 2] = select(x2.greater_than(u2.window::<0, 2>()), x1, u3.at::<1>());
        let u5: [R; 4] = stack((x3.at::<0>().at::<0>(), u2.at::<1>(), u2.at::<1>(), u1));
        let u6: [R; 4] = u5;
        let u7: [R; 2] = affine(x5, u4, u6);
        let u8: [R; 2] = x5.column::<3>() * u1;
        x2.dot(x2.min(u4)) + u7.sin().sum() * -0.7 + u8.sin().sum() * -0.7
    }

    pub fn random_37(x1: [[R; 2]; 4], x2: [[R; 2]; 4], x3: [R; 4], x4, x5: [R; 2]; d1: [[R; 2]; 3]) {
        let u1 = x2.dot(x5).sum();
        let u2: [R; 3] = stack((u1, x1.at::<2>().at::<1>(), x4));
        let u3: [[R; 3]; 3] = u2.outer(u2);
        let u4: [R; 3] = u3.dot(u2);
        let u5: [[R; 4]; 2] = x5.outer(x3);
        let u6: [R; 2] = wave(u5.column::<2>(), x5.tanh());
        let u7: [R; 3] = affine(d1, u4, u6);
        let u8: [R; 2] = x3.window::<2, 2>().softmax();
        u8.outer(u8).sum() + u7.sin().sum() * -0.7
    }

    pub fn random_37_bound(x1: [[R; 2]; 4], x2: [[R; 2]; 4], x3: [R; 4], x4, x5: [R; 2]; d1: [[R; 2]; 3]) {
        let u1 = x2.dot(x5).sum();
        let u2: [R; 3] = stack((u1, x1.at::<2>().at::<1>(), x4));
        let u3: [[R; 3]; 3] = u2.outer(u2);
        let u4: [R; 3] = u3.dot(u2);
        let u5: [[R; 4]; 2] = x5.outer(x3);
        let v6: [R; 2] = u5.column::<2>();
        let v7: [R; 2] = x5.tanh();
        let u6: [R; 2] = wave(v6, v7);
        let u7: [R; 3] = affine(d1, u4, u6);
        let u8: [R; 2] = x3.window::<2, 2>().softmax();
        u8.outer(u8).sum() + u7.sin().sum() * -0.7
    }

    pub fn random_38(x1: [R; 3], x2: [R; 3], x3, x4: [[R; 2]; 3], x5: [R; 2], x6: [R; 4]; d1: [[R; 3]; 2]) {
        let u1: [[R; 2]; 3] = x4.cumulative_sum();
        let u2: [R; 2] = x5;
        let u3: [[R; 3]; 4] = x6.outer(x2);
        let u4: [R; 4] = wave(stack((x3, x3, x3, x2.at::<0>())), u3.column::<2>().tanh());
        let u5: [[R; 2]; 2] = u2.outer(u2);
        let u6 = u5.dot(u2).at::<0>().clamp(-0.7, 0.9).sin();
        wave(x2 * x2, u6.tanh()).sum() + x1.sin().sum() * 1.25 + d1.sin().sum() * 0.5 + u1.sin().sum() * -0.7 +
            u4.sin().sum() * 1.25
    }

    pub fn random_38_inlined(x1: [R; 3], x2: [R; 3], x3, x4: [[R; 2]; 3], x5: [R; 2],
            x6: [R; 4]; d1: [[R; 3]; 2]) {
        let u1: [[R; 2]; 3] = x4.cumulative_sum();
        let u2: [R; 2] = x5;
        let u5: [[R; 2]; 2] = u2.outer(u2);
        wave(x2 * x2, u5.dot(u2).at::<0>().clamp(-0.7, 0.9).sin().tanh()).sum() + x1.sin().sum() * 1.25 +
            d1.sin().sum() * 0.5 + u1.sin().sum() * -0.7 +
            wave(stack((x3, x3, x3, x2.at::<0>())), x6.outer(x2).column::<2>().tanh()).sin().sum() * 1.25
    }

    pub fn random_39(x1: [R; 2], x2: [[R; 2]; 4], x3: [R; 2], x4, x5: [R; 4], x6: [[R; 4]; 1]) {
        let u1: [R; 4] = x5;
        let u2: [[R; 4]; 4] = u1.outer(u1);
        let u3: [R; 3] = stack((x1.at::<1>(), x5.at::<1>(), x6.at::<0>().at::<2>()));
        let u4: [[R; 4]; 4] = u2.max(x6.concat::<4, _>(u3.outer(stack((x4, x5.at::<0>(), u3.at::<2>(), x4)))));
        let u5: [R; 1] = stack((x2.at::<1>().at::<0>(),));
        let u6: [[R; 2]; 1] = u5.outer(x3);
        let u7: [[R; 2]; 3] = u3.outer(x3);
        let u8: [R; 2] = scan(driven, select(x4.less_than(x4), x4, u4.at::<3>().at::<0>()),
            (u5.concat::<2, _>(u6.dot(x3)) + stack((x4, u3.concat::<4, _>(u5).at::<0>())), 0.5 *
            u7.at::<2>().at::<1>()));
        let u9 = x4.min(x4).min(x4.tanh().powi(3));
        (x5 + x5).atan().mean() + u8.sin().sum() * 1.25 + u9.tanh() * 1.25
    }

    pub fn random_40(x1: [R; 4], x2: [[R; 4]; 2], x3: [[R; 4]; 3], x4) -> [R; 2] {
        let u1: [R; 3] = stack((x2.at::<0>().at::<2>(), x2.at::<1>().at::<3>(), x2.at::<0>().at::<0>()));
        let u2: [R; 2] = stack((x4, x3.at::<1>().at::<2>()));
        let u3: [[R; 2]; 3] = u1.outer(u2);
        let u4: [R; 3] = scan(driven, wave(u3.column::<0>().at::<0>(), x1.at::<1>().tanh()), (x4.min(u1), x4));
        let u5: [[R; 4]; 4] = x1.outer(x1);
        let u6 = x2.at::<1>().dot(x1);
        let u7: [[R; 2]; 2] = u2.outer(u2);
        let u8: [[R; 2]; 2] = u7.dot(u7);
        let u9 = u4.sin().sum() * 0.5;
        let u10 = u6.tanh() * -0.7;
        let u11 = u8.sin().sum() * -0.7;
        (1.2 + wave(x2.transpose().at::<2>(), u2.tanh()).sigmoid()).recip() + u9 + u10 + u11
    }

    pub fn random_40_bound(x1: [R; 4], x2: [[R; 4]; 2], x3: [[R; 4]; 3], x4) -> [R; 2] {
        let v1 = x2.at::<0>().at::<2>();
        let v2: [R; 4] = x2.at::<1>();
        let v3 = v2.at::<3>();
        let v4: [R; 4] = x2.at::<0>();
        let v5 = v4.at::<0>();
        let u1: [R; 3] = stack((v1, v3, v5));
        let v7 = x3.at::<1>().at::<2>();
        let u2: [R; 2] = stack((x4, v7));
        let u3: [[R; 2]; 3] = u1.outer(u2);
        let u4: [R; 3] = scan(driven, wave(u3.column::<0>().at::<0>(), x1.at::<1>().tanh()), (x4.min(u1), x4));
        let u5: [[R; 4]; 4] = x1.outer(x1);
        let u6 = x2.at::<1>().dot(x1);
        let u7: [[R; 2]; 2] = u2.outer(u2);
        let u8: [[R; 2]; 2] = u7.dot(u7);
        let u9 = u4.sin().sum() * 0.5;
        let u10 = u6.tanh() * -0.7;
        let u11 = u8.sin().sum() * -0.7;
        (1.2 + wave(x2.transpose().at::<2>(), u2.tanh()).sigmoid()).recip() + u9 + u10 + u11
    }

    pub fn random_41(x1: [R; 4], x2: [R; 3], x3: [[R; 4]; 2], x4, x5: [R; 2], x6: [R; 1]) {
        let u1: [R; 3] = scan(driven, x4.mul_add(x4, x4), (x2 * x5.concat::<3, _>(x6), x4.sigmoid()));
        let u2: [[R; 4]; 3] = u1.outer(x1);
        let u3: [[R; 4]; 3] = u2;
        let u4: [[R; 2]; 3] = u1.outer(x5);
        let u5: [[R; 3]; 2] = turned(u4);
        let u6: [R; 5] = stack((u4.at::<0>().at::<1>(), u2.at::<0>().at::<1>(), x3.at::<0>().at::<1>(),
            u1.at::<2>(), x5.at::<0>()));
        u6.window::<2, 3>().sum() + u3.sin().sum() * 1.25 + u5.sin().sum() * 0.5
    }

    pub fn random_41_inlined(x1: [R; 4], x2: [R; 3], x3: [[R; 4]; 2], x4, x5: [R; 2], x6: [R; 1]) {
        let u1: [R; 3] = scan(driven, x4.mul_add(x4, x4), (x2 * x5.concat::<3, _>(x6), x4.sigmoid()));
        let u4: [[R; 2]; 3] = u1.outer(x5);
        let u5: [[R; 3]; 2] = turned(u4);
        stack((u1.outer(x5).at::<0>().at::<1>(), u1.outer(x1).at::<0>().at::<1>(), x3.at::<0>().at::<1>(),
            u1.at::<2>(), x5.at::<0>())).window::<2, 3>().sum() + u1.outer(x1).sin().sum() * 1.25 +
            u5.sin().sum() * 0.5
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn random_28(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..16], &inputs[16..19], inputs[19], &inputs[20..22], &inputs[22..23]);
        let mut u1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u1[i * 3 + j] = x5[i] * x3[j]; } }
        let mut u2 = [0.0; 3];
        for i in 0..1 { for j in 0..3 { u2[i * 3 + j] = x6[i] * x3[j]; } }
        let mut u3 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u3[i * 3 + j] = if !near.less(u1[i * 3 + j], near.abs(x4)) { u1[i * 3 + j] * x4 + (if i < 1 { u2[i * 3 + j] } else { u2[i * 3 + j - 3] }) } else { x5[1] * x4 + x4 }; } }
        softmax(&mut u3);
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = near.min(x3[i], x4); }
        let mut u5 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u5[i * 2 + j] = x1[i] * x5[j]; } }
        let mut u6 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u6[i * 2 + j] = x5[i] * x5[j]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (0..3).map(|p| u3[i * 3 + p] * u4[p]).sum::<f64>() * x5[i] * [x4, x4][i]; }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..3 { r2 += x2[i * 3 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..2 { r3 += u5[i * 2 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += u6[i * 2 + j].sin(); } }
        vec![r1 + r2 * 0.5 + r3 * 0.5 + r4 * 1.25, x5[0]]
    }

    pub fn random_29(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..8], &inputs[8..11], &inputs[11..14], inputs[14], &inputs[15..17], &inputs[17..21]);
        let d1 = data[0];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = if !near.less(near.min(d1, d1), [d1, d1, d1, x5[0]][i]) { wave(d1, x3[1].tanh(), near) } else { if !near.less(d1, x6[i]) { x6[i] } else { d1 } }; }
        let mut u2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u2[i * 4 + j] = x6[i] * u1[j]; } }
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = u2[i * 4 + 1]; }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = if near.less(u1[i], u1[i]) { u3[i] } else { d1 }; }
        let mut u5 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u5[i * 4 + j] = x3[i] * x6[j]; } }
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = (1.5 + square(u5[i + 4])).ln(); }
        let mut a1 = [0.0; 4];
        for i in 0..4 { a1[i] = ((0..4).map(|p| u2[i * 4 + p] * u6[p]).sum::<f64>() + u4[i]).tanh(); }
        let u7 = a1;
        let mut u8 = [0.0; 3];
        for i in 0..3 { u8[i] = x3[i].atan(); }
        let mut h2 = pair(d1, d1, near)[1];
        for i in 0..2 { h2 = step(h2, x5[i], near); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += x1[i * 4 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += x2[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..4 { r5 += u7[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..3 { r6 += u8[i].sin(); }
        vec![h2 + r3 * 1.25 + r4 * 0.5 + x4.tanh() * 0.5 + r5 * 1.25 + r6 * 1.25]
    }

    pub fn random_30(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..6], &inputs[6..8], inputs[8], &inputs[9..17], &inputs[17..21], &inputs[21..24]);
        let d1 = &data[0..4];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = near.min(x5[i], x5[i]); }
        let mut u2 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u2[i * 4 + j] = x2[i] * u1[j]; } }
        let mut u3 = [0.0; 2];
        for i in 0..2 { u3[i] = (1.5 + (0..4).map(|p| u2[i * 4 + p] * u1[p]).sum::<f64>().sin()).powf(x2[i].tanh()); }
        let mut a1 = [0.0; 4];
        for i in 0..4 { a1[i] = ((0..2).map(|p| x4[i * 2 + p] * u3[p]).sum::<f64>() + u1[i]).tanh(); }
        let u4 = a1;
        let mut u5 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u5[i * 4 + j] = x6[i] * u4[j]; } }
        let mut u6 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { for p in 0..4 { u6[i * 2 + j] += u5[i * 4 + p] * x4[p * 2 + j]; } } }
        let mut u7 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u7[i * 3 + j] = x5[i] * x6[j]; } }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..3 { r2 += u7[i * 3 + j]; } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..2 { r3 += x1[i * 2 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += d1[i * 2 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..2 { r5 += u6[i * 2 + j].sin(); } }
        vec![r2 + r3 * 1.25 + x3.tanh() * 1.25 + r4 * 1.25 + r5 * 0.5]
    }

    pub fn random_31(inputs: &[f64], data: &[f64], _: &Near) -> Vec<f64> {
        let (x1, _, x3, x4, x5) = (&inputs[0..12], &inputs[12..16], inputs[16], &inputs[17..19], &inputs[19..23]);
        let _ = &data[0..12];
        let mut u1 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u1[i * 4 + j] = x4[i] * x5[j]; } }
        let mut u2 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u2[i * 4 + j] = u1[i * 4 + j]; } }
        let mut u6 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u6[i * 2 + j] = x5[i] * x4[j]; } }
        let mut u7 = [0.0; 4];
        for i in 0..4 { u7[i] = x5[i].sin(); }
        let u8 = x3.sin();
        let mut s1 = [0.0; 4];
        for i in 0..4 { s1[i] = square(x5[i] - u8 * u7[i]); }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += s1[i] * u7[1]; }
        let mut r3 = 0.0;
        for i in 0..4 { for j in 0..3 { r3 += x1[i * 3 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..4 { r4 += u2[i * 4 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..4 { for j in 0..2 { r5 += u6[i * 2 + j].sin(); } }
        vec![r2 / 4.0 + r3 * 0.5 + r4 * 0.5 + r5 * (-0.7)]
    }

    pub fn random_32(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3) = (&inputs[0..16], &inputs[16..28], inputs[28]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x1[3], x2[1], x1[9]][i]; }
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = near.max(u1[i], u1[i]); }
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = [x3, x3, u2[0], x1[15]][i]; }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = u3[i]; }
        cumulative_sum(&mut u4);
        let mut u5 = [0.0; 2];
        for i in 0..2 { u5[i] = [u2[2], u2[2]][i]; }
        let mut u6 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u6[i * 4 + j] = u5[i] * u3[j]; } }
        let mut u7 = [0.0; 4];
        for i in 0..4 { u7[i] = u4[i].sin(); }
        let u8 = x3.sin();
        let mut s1 = [0.0; 4];
        for i in 0..4 { s1[i] = square(u4[i] - u8 * u7[i]); }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += s1[i] * u7[1]; }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += u6[i * 4 + j].sin(); } }
        vec![r2 / 4.0 + r3 * 0.5]
    }

    pub fn random_33(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..2], &inputs[2..6], &inputs[6..9], inputs[9], &inputs[10..22]);
        let mut r1 = 0.0;
        for i in 0..4 { r1 += x5[i * 3 + 2]; }
        let u1 = r1;
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = (2.0 + (1.5 + x3[i].sin()).powf(x3[i].tanh()).cos()).cbrt(); }
        log_softmax(&mut u2);
        let mut h2 = u1 * x4;
        let mut u3 = [0.0; 2];
        for i in 0..2 { h2 = driven(h2, x1[i].sin(), near.min(x1[1], x4), near); u3[i] = h2; }
        let mut u4 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u4[i * 4 + j] = x3[i] * x2[j]; } }
        let mut r3 = f64::NEG_INFINITY;
        for i in 0..3 { for j in 0..4 { r3 = near.max(r3, near.abs(if !near.less(x2[3], u4[i * 4 + j]) { u1 } else { u4[i * 4 + j] })); } }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u2[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u3[i].sin(); }
        vec![r3 + r4 * (-0.7) + r5 * 1.25]
    }

    pub fn random_34(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..10], &inputs[10..12], inputs[12], &inputs[13..16], &inputs[16..22]);
        let d1 = data[0];
        let u1 = x5[2];
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = [x1[0], x5[0], x4, x5[1]][i]; }
        let mut u3 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u3[i * 4 + j] = x3[i] * u2[j]; } }
        let mut u4 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u4[i * 3 + j] = (0..4).map(|p| u3[p] * u2[p]).sum::<f64>() * x6[i * 3 + j] * ln_add_exp(d1, d1); } }
        let mut u5 = [0.0; 4];
        for i in 0..4 { u5[i] = near.min(x2[i * 2 + 1], u2[i]) + (1.2 + sigmoid(u2[i])).recip(); }
        log_softmax(&mut u5);
        let mut h1 = (square(x4) + 1.0).sqrt();
        let mut u6 = [0.0; 4];
        for i in 0..4 { h1 = driven(h1, u5[i] - u1, u5[2], near); u6[i] = h1; }
        let mut u7 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u7[i * 2 + j] = x3[i] * x1[j]; } }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += wave(x5[i] - u7[i * 2 + 1], (x3[i] - x1[i]).tanh(), near); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += u4[i * 3 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u6[i].sin(); }
        vec![r2 + r3 * (-0.7) + r4 * 1.25]
    }

    pub fn random_35(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..2], &inputs[2..5], inputs[5], &inputs[6..18], &inputs[18..22]);
        let mut h1 = x1[0] + x3;
        let mut u1 = [0.0; 2];
        for i in 0..2 { h1 = driven(h1, if near.less(x1[i], x1[i]) { x5[0] } else { [x4[4], x3][i] }, x3, near); u1[i] = h1; }
        let mut u2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u2[i * 4 + j] = x5[i] * x5[j]; } }
        let mut u3 = [0.0; 4];
        for i in 0..4 { u3[i] = x3.atan2(1.5 + u2[i + 12].sin()); }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = x5[i].tanh(); }
        let mut a2 = [0.0; 4];
        for i in 0..4 { a2[i] = ((0..4).map(|p| u2[i * 4 + p] * u4[p]).sum::<f64>() + u3[i]).tanh(); }
        let u5 = a2;
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = x5[i] / (1.5 + square(u5[i])); }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += u3[i]; }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += x2[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += u1[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..4 { r6 += u6[i].sin(); }
        vec![r3 + r4 * (-0.7) + r5 * (-0.7) + r6 * (-0.7)]
    }

    pub fn random_36(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..2], &inputs[2..4], &inputs[4..13], inputs[13], &inputs[14..22]);
        let u1 = x2[0].atan2(1.5 + x4.atan().sin());
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [x2[0], x5[3], x1[0]][i]; }
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u3[i * 2 + j] = u2[i] * x2[j]; } }
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = if near.less(u2[i], x2[i]) { x1[i] } else { u3[i + 2] }; }
        let mut u5 = [0.0; 4];
        for i in 0..4 { u5[i] = [x3[0], u2[1], u2[1], u1][i]; }
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = u5[i]; }
        let mut a1 = [0.0; 2];
        for i in 0..2 { a1[i] = ((0..4).map(|p| x5[i * 4 + p] * u6[p]).sum::<f64>() + u4[i]).tanh(); }
        let u7 = a1;
        let mut u8 = [0.0; 2];
        for i in 0..2 { u8[i] = x5[i * 4 + 3] * u1; }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += x2[i] * near.min(x2[i], u4[i]); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u7[i].sin(); }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += u8[i].sin(); }
        vec![r2 + r3 * (-0.7) + r4 * (-0.7)]
    }

    pub fn random_37(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..8], &inputs[8..16], &inputs[16..20], inputs[20], &inputs[21..23]);
        let d1 = &data[0..6];
        let mut r1 = 0.0;
        for i in 0..4 { r1 += (0..2).map(|p| x2[i * 2 + p] * x5[p]).sum::<f64>(); }
        let u1 = r1;
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = [u1, x1[5], x4][i]; }
        let mut u3 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u3[i * 3 + j] = u2[i] * u2[j]; } }
        let mut u4 = [0.0; 3];
        for i in 0..3 { u4[i] = (0..3).map(|p| u3[i * 3 + p] * u2[p]).sum::<f64>(); }
        let mut u5 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u5[i * 4 + j] = x5[i] * x3[j]; } }
        let mut u6 = [0.0; 2];
        for i in 0..2 { u6[i] = wave(u5[i * 4 + 2], x5[i].tanh(), near); }
        let mut a2 = [0.0; 3];
        for i in 0..3 { a2[i] = ((0..2).map(|p| d1[i * 2 + p] * u6[p]).sum::<f64>() + u4[i]).tanh(); }
        let u7 = a2;
        let mut u8 = [0.0; 2];
        for i in 0..2 { u8[i] = x3[i + 2]; }
        softmax(&mut u8);
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += u8[i] * u8[j]; } }
        let mut r4 = 0.0;
        for i in 0..3 { r4 += u7[i].sin(); }
        vec![r3 + r4 * (-0.7)]
    }

    pub fn random_38(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..6], inputs[6], &inputs[7..13], &inputs[13..15], &inputs[15..19]);
        let d1 = &data[0..6];
        let mut u1 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u1[i * 2 + j] = x4[i * 2 + j]; } }
        cumulative_sum(&mut u1);
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = x5[i]; }
        let mut u3 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u3[i * 3 + j] = x6[i] * x2[j]; } }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = wave([x3, x3, x3, x2[0]][i], u3[i * 3 + 2].tanh(), near); }
        let mut u5 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u5[i * 2 + j] = u2[i] * u2[j]; } }
        let u6 = near.min(near.max((0..2).map(|p| u5[p] * u2[p]).sum::<f64>(), -0.7), 0.9).sin();
        let mut r1 = 0.0;
        for i in 0..3 { r1 += wave(x2[i] * x2[i], u6.tanh(), near); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += x1[i].sin(); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += d1[i * 3 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..2 { r4 += u1[i * 2 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..4 { r5 += u4[i].sin(); }
        vec![r1 + r2 * 1.25 + r3 * 0.5 + r4 * (-0.7) + r5 * 1.25]
    }

    pub fn random_39(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..10], &inputs[10..12], inputs[12], &inputs[13..17], &inputs[17..21]);
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = x5[i]; }
        let mut u2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u2[i * 4 + j] = u1[i] * u1[j]; } }
        let mut u3 = [0.0; 3];
        for i in 0..3 { u3[i] = [x1[1], x5[1], x6[2]][i]; }
        let mut u4 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u4[i * 4 + j] = near.max(u2[i * 4 + j], if i < 1 { x6[i * 4 + j] } else { u3[i - 1] * [x4, x5[0], u3[2], x4][j] }); } }
        let mut u5 = [0.0; 1];
        for i in 0..1 { u5[i] = [x2[2]][i]; }
        let mut u6 = [0.0; 2];
        for i in 0..1 { for j in 0..2 { u6[i * 2 + j] = u5[i] * x3[j]; } }
        let mut u7 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u7[i * 2 + j] = u3[i] * x3[j]; } }
        let mut h1 = if near.less(x4, x4) { x4 } else { u4[12] };
        let mut u8 = [0.0; 2];
        for i in 0..2 { h1 = driven(h1, (if i < 1 { u5[i] } else { (0..2).map(|p| u6[i * 2 + p - 2] * x3[p]).sum::<f64>() }) + [x4, u3[0]][i], 0.5 * u7[5], near); u8[i] = h1; }
        let u9 = near.min(near.min(x4, x4), x4.tanh().powi(3));
        let mut r2 = 0.0;
        for i in 0..4 { r2 += (x5[i] + x5[i]).atan(); }
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u8[i].sin(); }
        vec![r2 / 4.0 + r3 * 1.25 + u9.tanh() * 1.25]
    }

    pub fn random_40(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..4], &inputs[4..12], &inputs[12..24], inputs[24]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x2[2], x2[7], x2[0]][i]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = [x4, x3[6]][i]; }
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u3[i * 2 + j] = u1[i] * u2[j]; } }
        let mut h1 = wave(u3[0], x1[1].tanh(), near);
        let mut u4 = [0.0; 3];
        for i in 0..3 { h1 = driven(h1, near.min(x4, u1[i]), x4, near); u4[i] = h1; }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += x2[i + 4] * x1[i]; }
        let u6 = r2;
        let mut u7 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u7[i * 2 + j] = u2[i] * u2[j]; } }
        let mut u8 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { for p in 0..2 { u8[i * 2 + j] += u7[i * 2 + p] * u7[p * 2 + j]; } } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u4[i].sin(); }
        let u9 = r3 * 0.5;
        let u10 = u6.tanh() * (-0.7);
        let mut r4 = 0.0;
        for i in 0..2 { for j in 0..2 { r4 += u8[i * 2 + j].sin(); } }
        let u11 = r4 * (-0.7);
        let mut a5 = [0.0; 2];
        for i in 0..2 { a5[i] = (1.2 + sigmoid(wave(x2[i * 4 + 2], u2[i].tanh(), near))).recip() + u9 + u10 + u11; }
        a5.to_vec()
    }

    pub fn random_41(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..7], &inputs[7..15], inputs[15], &inputs[16..18], &inputs[18..19]);
        let mut h1 = x4 * x4 + x4;
        let mut u1 = [0.0; 3];
        for i in 0..3 { h1 = driven(h1, x2[i] * (if i < 2 { x5[i] } else { x6[i - 2] }), sigmoid(x4), near); u1[i] = h1; }
        let mut u2 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u2[i * 4 + j] = u1[i] * x1[j]; } }
        let mut u3 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u3[i * 4 + j] = u2[i * 4 + j]; } }
        let mut u4 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u4[i * 2 + j] = u1[i] * x5[j]; } }
        let mut a2 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { a2[i * 3 + j] = u4[j * 2 + i] * u4[1]; } }
        let u5 = a2;
        let mut u6 = [0.0; 5];
        for i in 0..5 { u6[i] = [u4[1], u2[1], x3[1], u1[2], x5[0]][i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u6[i + 2]; }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..4 { r4 += u3[i * 4 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..3 { r5 += u5[i * 3 + j].sin(); } }
        vec![r3 + r4 * 1.25 + r5 * 0.5]
    }
}

crate::programs! {
    Vector random_28 as random_28 with sides;
    Vector random_28_bound as random_28;
    Real random_29 as random_29;
    Real random_29_inlined as random_29;
    Real random_30 as random_30 with product;
    Real random_31 as random_31 with single rows parallel;
    Real random_31_bound as random_31;
    Real random_32 as random_32 with series;
    Real random_32_inlined as random_32;
    Real random_33 as random_33 with sides;
    Real random_34 as random_34;
    Real random_34_bound as random_34;
    Real random_35 as random_35 with product;
    Real random_35_inlined as random_35;
    Real random_36 as random_36;
    Real random_37 as random_37 with series rows parallel;
    Real random_37_bound as random_37;
    Real random_38 as random_38 with sides rows parallel;
    Real random_38_inlined as random_38;
    Real random_39 as random_39 with tape;
    Vector random_40 as random_40 with sides;
    Vector random_40_bound as random_40;
    Real random_41 as random_41;
    Real random_41_inlined as random_41;
}
