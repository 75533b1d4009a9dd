//! Written by `tests/oracle/generate.py`: change that, and run it.

use super::library::*;
use monograd::prelude::*;

monograd::func! {
    pub fn random_42(x1: [R; 2], x2: [R; 3], x3, x4: [[R; 4]; 1], x5: [[R; 4]; 3]; d1: [[R; 4]; 4]) {
        let u1 = (x3 - x3) * x1.at::<0>().min(x3);
        let u2: [R; 3] = wave(x2, x2.tanh());
        let u3: [R; 2] = (1.5 + x1.square()).ln();
        let u4: [R; 4] = x4.concat::<4, _>(x5.transpose().transpose()).at::<2>();
        pair(x3.atan2(1.5 + x3.sin()), 0.5 * u4).component::<0>().mean() + d1.sin().sum() * -0.7 + u1.tanh() *
            -0.7 + u2.sin().sum() * 1.25
    }

    pub fn random_42_bound(x1: [R; 2], x2: [R; 3], x3, x4: [[R; 4]; 1], x5: [[R; 4]; 3]; d1: [[R; 4]; 4]) {
        let v1 = x1.at::<0>().min(x3);
        let u1 = (x3 - x3) * v1;
        let v3: [R; 3] = x2.tanh();
        let u2: [R; 3] = wave(x2, v3);
        let v5: [R; 2] = x1.square();
        let u3: [R; 2] = (1.5 + v5).ln();
        let v7: [[R; 3]; 4] = x5.transpose();
        let u4: [R; 4] = x4.concat::<4, _>(v7.transpose()).at::<2>();
        pair(x3.atan2(1.5 + x3.sin()), 0.5 * u4).component::<0>().mean() + d1.sin().sum() * -0.7 + u1.tanh() *
            -0.7 + u2.sin().sum() * 1.25
    }

    pub fn random_43(x1: [[R; 2]; 2], x2: [R; 4], x3, x4: [R; 3], x5: [R; 2], x6: [[R; 3]; 2]; d1: [[R; 3]; 4]) {
        let u1: [[R; 2]; 2] = x1.min(x2.at::<0>()).atan2(1.5 + x1.transpose().sin()).softmax();
        let u2: [[R; 4]; 3] = turned(d1);
        let u3: [[R; 4]; 3] = scan(driven, pair(x2.at::<3>(), x4.at::<1>()).component::<1>(),
            (x4.outer(x2).atan2(1.5 + u2.sin()), x3.min(x3)));
        let u4: [R; 1] = stack((u1.at::<0>().at::<0>(),));
        let u5: [[R; 4]; 1] = u4.outer(x2);
        let u6: [R; 5] = stack((x2.at::<2>(), u2.at::<2>().at::<3>(), u3.at::<2>().at::<1>(), x3,
            u3.at::<0>().at::<3>()));
        let u7: [[R; 1]; 5] = u6.outer(u4);
        (x5.outer(x4).mul_add(x6, x6) /
            (1.5 + x3.mul_add(u5.concat::<2, _>(u7.window::<0, 4>().transpose()).column::<2>().at::<0>(),
            x3).square())).sum()
    }

    pub fn random_43_inlined(x1: [[R; 2]; 2], x2: [R; 4], x3, x4: [R; 3], x5: [R; 2],
            x6: [[R; 3]; 2]; d1: [[R; 3]; 4]) {
        let u1: [[R; 2]; 2] = x1.min(x2.at::<0>()).atan2(1.5 + x1.transpose().sin()).softmax();
        let u2: [[R; 4]; 3] = turned(d1);
        let u3: [[R; 4]; 3] = scan(driven, pair(x2.at::<3>(), x4.at::<1>()).component::<1>(),
            (x4.outer(x2).atan2(1.5 + u2.sin()), x3.min(x3)));
        (x5.outer(x4).mul_add(x6, x6) /
            (1.5 + x3.mul_add(stack((u1.at::<0>().at::<0>(),)).outer(x2).concat::<2,
            _>(stack((x2.at::<2>(), u2.at::<2>().at::<3>(), u3.at::<2>().at::<1>(), x3,
            u3.at::<0>().at::<3>())).outer(stack((u1.at::<0>().at::<0>(),))).window::<0,
            4>().transpose()).column::<2>().at::<0>(), x3).square())).sum()
    }

    pub fn random_44(x1: [R; 2], x2: [[R; 4]; 2], x3: [R; 2], x4, x5: [R; 4], x6: [R; 3]; d1: [[R; 4]; 3]) {
        let u1: [[R; 3]; 4] = x5.outer(x6);
        let u2 = u1.transpose().maximum();
        let u3: [R; 6] = stack((x3.at::<0>(), u1.at::<0>().at::<2>(), x5.at::<0>(), x3.at::<1>(),
            d1.at::<0>().at::<2>(), u1.at::<2>().at::<1>()));
        let u4: [[R; 3]; 6] = u3.outer(x6);
        let u5: [[R; 3]; 4] = u4.window::<1, 4>().mul_add(u2, u2);
        let u6: [[R; 3]; 3] = x6.outer(x6);
        let u7: [R; 1] = stack((u1.at::<1>().at::<1>(),));
        let u8: [[R; 3]; 1] = u7.outer(x6);
        let u9: [[R; 3]; 2] = x3.outer(x6);
        let u10: [R; 3] = x6.sin();
        weighted(x6, u10, u2) + x1.sin().sum() * 1.25 + x2.sin().sum() * 0.5 + x4.tanh() * -0.7 +
            u6.sin().sum() * 1.25 + u8.sin().sum() * 1.25 + u9.sin().sum() * 0.5
    }

    pub fn random_45(x1: [R; 4], x2: [[R; 3]; 4], x3: [[R; 3]; 3], x4) -> [R; 4] {
        let u1: [R; 3] = stack((x3.at::<0>().at::<0>(), x4, x3.at::<0>().at::<2>()));
        let u2: [R; 2] = stack((x1.at::<0>(), u1.at::<1>()));
        let u3: [[R; 2]; 3] = u1.outer(u2);
        let u4 = (1.2 + u3.sin().square().sigmoid()).recip().sum();
        let u5: [R; 1] = stack((u4,));
        let u6: [R; 4] = x1.mul_add(u4, x1) - u3.transpose().at::<1>().concat::<4, _>(u5);
        let u7: [R; 2] = -u2;
        let u8 = x2.sin().sum() * -0.7;
        let u9 = u7.sin().sum() * 1.25;
        (1.5 + u6.square()).ln().cos() + u8 + u9
    }

    pub fn random_45_bound(x1: [R; 4], x2: [[R; 3]; 4], x3: [[R; 3]; 3], x4) -> [R; 4] {
        let v1: [R; 3] = x3.at::<0>();
        let v2: [R; 3] = x3.at::<0>();
        let u1: [R; 3] = stack((v1.at::<0>(), x4, v2.at::<2>()));
        let v4 = u1.at::<1>();
        let u2: [R; 2] = stack((x1.at::<0>(), v4));
        let u3: [[R; 2]; 3] = u1.outer(u2);
        let v7: [[R; 2]; 3] = u3.sin().square().sigmoid();
        let v8: [[R; 2]; 3] = (1.2 + v7).recip();
        let u4 = v8.sum();
        let u5: [R; 1] = stack((u4,));
        let u6: [R; 4] = x1.mul_add(u4, x1) - u3.transpose().at::<1>().concat::<4, _>(u5);
        let u7: [R; 2] = -u2;
        let u8 = x2.sin().sum() * -0.7;
        let u9 = u7.sin().sum() * 1.25;
        (1.5 + u6.square()).ln().cos() + u8 + u9
    }

    pub fn random_46(x1: [R; 4], x2: [R; 3], x3: [R; 3], x4, x5: [[R; 2]; 3], x6: [R; 2]) {
        let u1 = x5.at::<1>().at::<1>();
        let u2: [R; 2] = pair(x6 + x6, u1.mul_add(u1, x6.at::<1>())).component::<1>();
        let u3: [[R; 3]; 4] = x1.outer(x2);
        let u4: [[R; 3]; 4] = wave(u1, u3.tanh());
        let u5: [[R; 3]; 2] = u2.outer(x3);
        let u6: [[R; 2]; 3] = turned(u5);
        let u7: [[R; 2]; 4] = x1.outer(u2);
        fold(driven, u1, (u7.at::<0>(), u1)) + x4.tanh() * -0.7 + u4.sin().sum() * 0.5
    }

    pub fn random_46_inlined(x1: [R; 4], x2: [R; 3], x3: [R; 3], x4, x5: [[R; 2]; 3], x6: [R; 2]) {
        fold(driven, x5.at::<1>().at::<1>(),
            (x1.outer(pair(x6 + x6, x5.at::<1>().at::<1>().mul_add(x5.at::<1>().at::<1>(),
            x6.at::<1>())).component::<1>()).at::<0>(), x5.at::<1>().at::<1>())) + x4.tanh() * -0.7 +
            wave(x5.at::<1>().at::<1>(), x1.outer(x2).tanh()).sin().sum() * 0.5
    }

    pub fn random_47(x1: [R; 2], x2: [[R; 4]; 4], x3, x4: [R; 4], x5: [R; 1]; d1) {
        let u1: [R; 4] = pair(x4.atan2(1.5 + x3.sin()), 2 - x4).component::<0>();
        let u2: [[R; 2]; 2] = x1.outer(x1);
        let u3: [[R; 2]; 2] = pair(select(u2.at_most(u2), u2, d1), u2.transpose()).component::<0>();
        let u4: [R; 4] = u1.sigmoid();
        let u5: [R; 4] = x5.concat::<3, _>(x1).concat::<4, _>(stack((d1,)));
        let u6: [R; 4] = affine(x2, u4, u5);
        let u7: [R; 3] = stack((x4.at::<2>(), x1.at::<0>(), u4.at::<2>()));
        let u8: [[R; 4]; 3] = u7.outer(x4);
        let u9: [[R; 2]; 4] = u5.outer(x1);
        let u10: [[R; 3]; 2] = x1.outer(u7);
        u9.at::<1>().dot(u10.transpose().at::<2>()) + u3.sin().sum() * 1.25 + u6.sin().sum() * 0.5 +
            u8.sin().sum() * -0.7
    }

    pub fn random_48(x1: [R; 4], x2: [R; 3], x3: [R; 4], x4, x5: [R; 2], x6: [[R; 2]; 2]; d1: [[R; 4]; 3]) {
        let u1: [R; 2] = select((1.5 + x5.sin()).pow(x5.tanh()).at_most(x5),
            stack((stack((x5.at::<1>(), x4, x4)).window::<1, 2>().at::<1>(), x4)), 2 - x4);
        let u2: [R; 4] = x3;
        let u3: [[R; 2]; 2] = turned(x6);
        let u4: [[R; 4]; 4] = u2.outer(x3);
        let u5: [R; 1] = stack((x3.at::<1>(),));
        let u6: [[R; 3]; 4] = x3.outer(x2);
        u2.max(u6.column::<1>()).min(select(x3.less_than(u2), u4.dot(x1),
            stack((d1.dot(x3).concat::<4, _>(u5).window::<1, 2>().at::<1>(), u1.at::<1>(), x4, x4)))).sum() +
            u3.sin().sum() * 0.5
    }

    pub fn random_48_bound(x1: [R; 4], x2: [R; 3], x3: [R; 4], x4, x5: [R; 2], x6: [[R; 2]; 2]; d1: [[R; 4]; 3]) {
        let v1: [R; 2] = x5.sin();
        let v2: [R; 2] = 1.5 + v1;
        let v3: [R; 2] = x5.tanh();
        let v4 = x5.at::<1>();
        let v5 = stack((v4, x4, x4)).window::<1, 2>().at::<1>();
        let u1: [R; 2] = select(v2.pow(v3).at_most(x5), stack((v5, x4)), 2 - x4);
        let u2: [R; 4] = x3;
        let u3: [[R; 2]; 2] = turned(x6);
        let u4: [[R; 4]; 4] = u2.outer(x3);
        let u5: [R; 1] = stack((x3.at::<1>(),));
        let u6: [[R; 3]; 4] = x3.outer(x2);
        u2.max(u6.column::<1>()).min(select(x3.less_than(u2), u4.dot(x1),
            stack((d1.dot(x3).concat::<4, _>(u5).window::<1, 2>().at::<1>(), u1.at::<1>(), x4, x4)))).sum() +
            u3.sin().sum() * 0.5
    }

    pub fn random_49(x1: [[R; 2]; 2], x2: [[R; 3]; 3], x3: [R; 4], x4, x5: [R; 2], x6: [R; 1]; d1: [[R; 3]; 2]) {
        let u1: [R; 3] = (x5.concat::<3, _>(x6).square() + 1).sqrt().cumulative_sum();
        let u2: [[R; 3]; 1] = x6.outer(u1);
        let u3 = x5.dot(x4.ln_add_exp(x5));
        let u4: [R; 3] = x5.dot(d1);
        let u5: [[R; 2]; 2] = scan(driven, u1.at::<2>().max(u3), ((x1.square() + 1).sqrt(), u3));
        let u6: [[R; 2]; 3] = u4.outer(x5);
        let u7: [[R; 2]; 1] = x6.outer(x5);
        let u8: [[R; 2]; 4] = x3.outer(x5);
        (1.2 + wave(u8, u6.concat::<4, _>(u7).tanh()).sigmoid()).recip().maximum() + x2.sin().sum() * -0.7 +
            u2.sin().sum() * 1.25 + u5.sin().sum() * -0.7
    }

    pub fn random_49_inlined(x1: [[R; 2]; 2], x2: [[R; 3]; 3], x3: [R; 4], x4, x5: [R; 2],
            x6: [R; 1]; d1: [[R; 3]; 2]) {
        let u1: [R; 3] = (x5.concat::<3, _>(x6).square() + 1).sqrt().cumulative_sum();
        let u3 = x5.dot(x4.ln_add_exp(x5));
        let u4: [R; 3] = x5.dot(d1);
        let u5: [[R; 2]; 2] = scan(driven, u1.at::<2>().max(u3), ((x1.square() + 1).sqrt(), u3));
        (1.2 + wave(x3.outer(x5), u4.outer(x5).concat::<4,
            _>(x6.outer(x5)).tanh()).sigmoid()).recip().maximum() + x2.sin().sum() * -0.7 +
            x6.outer(u1).sin().sum() * 1.25 + u5.sin().sum() * -0.7
    }

    pub fn random_50(x1: [R; 3], x2: [[R; 3]; 3], x3, x4: [R; 4], x5: [R; 2]; d1: [R; 3]) {
        let u1: [R; 4] = x4;
        let u2: [[R; 3]; 4] = u1.outer(x1);
        let u3 = (2 - u2.tanh()).maximum();
        fold(step, x5.at::<1>(), (pair(d1.at::<1>(), (x4.outer(u1).square() + 1).sqrt()).component::<1>(),)) +
            x2.sin().sum() * 1.25 + x3.tanh() * 1.25 + u3.tanh() * -0.7
    }

    pub fn random_51(x1: [R; 3], x2: [[R; 4]; 2], x3: [R; 4], x4, x5: [R; 2], x6: [R; 6]) {
        let u1: [[R; 6]; 2] = x5.outer(x6);
        let u2: [[R; 2]; 4] = scan(driven, select(x4.greater_than(x1.at::<0>()), x4, x5.at::<1>()),
            (u1.transpose().window::<1, 4>(), x3.at::<3>().cos()));
        let u3 = x4.ln_add_exp(x4.max(x4));
        let u4: [[R; 4]; 4] = x3.outer(x3);
        let u5: [R; 4] = x3.dot(u4);
        let u6: [R; 3] = x1;
        let u7: [[R; 4]; 3] = u6.outer(x3);
        fold(step, wave(u3, u5.at::<1>().tanh()),
            (u7.dot(u5).mul_add(u3, u3).mul_add(u3.atan(),
            (1 + x3.at::<0>().square()).powf(0.7)),)).checkpointed() + x2.sin().sum() * 1.25 + u2.sin().sum() *
            -0.7
    }

    pub fn random_51_bound(x1: [R; 3], x2: [[R; 4]; 2], x3: [R; 4], x4, x5: [R; 2], x6: [R; 6]) {
        let u1: [[R; 6]; 2] = x5.outer(x6);
        let v2 = x5.at::<1>();
        let v3: [[R; 2]; 4] = u1.transpose().window::<1, 4>();
        let v4 = x3.at::<3>().cos();
        let u2: [[R; 2]; 4] = scan(driven, select(x4.greater_than(x1.at::<0>()), x4, v2), (v3, v4));
        let u3 = x4.ln_add_exp(x4.max(x4));
        let u4: [[R; 4]; 4] = x3.outer(x3);
        let u5: [R; 4] = x3.dot(u4);
        let u6: [R; 3] = x1;
        let u7: [[R; 4]; 3] = u6.outer(x3);
        fold(step, wave(u3, u5.at::<1>().tanh()),
            (u7.dot(u5).mul_add(u3, u3).mul_add(u3.atan(),
            (1 + x3.at::<0>().square()).powf(0.7)),)).checkpointed() + x2.sin().sum() * 1.25 + u2.sin().sum() *
            -0.7
    }

    pub fn random_52(x1: [[R; 4]; 4], x2: [R; 3], x3, x4: [R; 2]) {
        let u1: [[R; 3]; 2] = x4.outer(x2);
        let u2 = u1.dot(x2).sum();
        let u3 = fold(step, (1 + u2.square()).powf(0.7), ((1.5 + x2.sin()).pow(x3.tanh()) - x2.mul_add(x2, x3),));
        let u4: [R; 2] = (x4.clamp(-0.7, 0.9) * stack((u3, u3)).mul_add(u1.column::<2>(), u3)).log_softmax();
        let u5: [R; 5] = stack((x2.at::<2>(), u2, u4.at::<0>(), x4.at::<1>(), x4.at::<0>()));
        let u6: [[R; 3]; 5] = u5.outer(x2);
        let u7: [[R; 3]; 4] = u1.concat::<4, _>(u1).min(u6.window::<1, 4>()) -
            select(u4.at::<0>().greater_than(u3), u3, x2.at::<1>());
        let u8: [R; 4] = stack((x3, x3, x4.at::<0>(), x3));
        select(u8.at::<1>().at_least(u2.atan2(1.5 + u3.sin())), x2, stack((u4.at::<1>(), u3, u3))).sum() +
            u7.sin().sum() * 0.5
    }

    pub fn random_52_inlined(x1: [[R; 4]; 4], x2: [R; 3], x3, x4: [R; 2]) {
        let u1: [[R; 3]; 2] = x4.outer(x2);
        let u2 = u1.dot(x2).sum();
        let u3 = fold(step, (1 + u2.square()).powf(0.7), ((1.5 + x2.sin()).pow(x3.tanh()) - x2.mul_add(x2, x3),));
        let u4: [R; 2] = (x4.clamp(-0.7, 0.9) *
            stack((u3, u3)).mul_add(x4.outer(x2).column::<2>(), u3)).log_softmax();
        let u7: [[R; 3]; 4] = x4.outer(x2).concat::<4,
            _>(x4.outer(x2)).min(stack((x2.at::<2>(), u2, u4.at::<0>(), x4.at::<1>(),
            x4.at::<0>())).outer(x2).window::<1, 4>()) - select(u4.at::<0>().greater_than(u3), u3, x2.at::<1>());
        select(stack((x3, x3, x4.at::<0>(), x3)).at::<1>().at_least(u2.atan2(1.5 + u3.sin())), x2,
            stack((u4.at::<1>(), u3, u3))).sum() + u7.sin().sum() * 0.5
    }

    pub fn random_53(x1: [R; 2], x2: [R; 3], x3: [R; 3], x4, x5: [R; 4], x6: [[R; 4]; 2]) {
        let u1 = wave(pair(x4, x4).component::<1>(),
            select(x3.at::<2>().greater_than(x1.at::<0>()), x4, x5.at::<0>()).tanh());
        let u2: [[R; 4]; 4] = x5.outer(x5);
        let u3: [R; 4] = x5.dot(u2);
        let u4: [[R; 4]; 2] = u1.max(x6).softmax();
        (u3 * stack((x4, u1, x3.at::<1>(), x4))).atan2(1.5 +
            u1.sin()).dot(u3.min(u3.outer(stack((x1.at::<0>(), x1.at::<1>(), u1))).at::<0>().concat::<5,
            _>(x1).window::<0, 4>())) + x2.sin().sum() * -0.7 + u4.sin().sum() * 0.5
    }

    pub fn random_54(x1: [[R; 2]; 2], x2: [[R; 3]; 4], x3: [R; 2], x4, x5: [R; 4], x6: [R; 1]; d1) {
        let u1: [[R; 4]; 2] = x3.outer(x5);
        let u2 = u1.transpose().norm();
        let u3: [[R; 4]; 1] = x6.outer(x5);
        let u4: [R; 4] = select(stack((u2, d1, u2, u1.concat::<3, _>(u3).window::<0,
            2>().at::<0>().at::<1>())).at_least(x5), x5, u1.at::<1>());
        let u5: [R; 3] = stack((u4.at::<2>(), u3.at::<0>().at::<0>(), x3.at::<0>()));
        let u6: [[R; 3]; 2] = x3.outer(u5);
        let u7: [[R; 3]; 3] = u5.outer(u5);
        let u8: [R; 2] = u7.column::<0>().window::<1, 2>();
        let u9: [[R; 2]; 3] = u5.outer(u8);
        let u10: [R; 3] = u9.dot(u8) + stack((u8.at::<0>(), u2, u8.at::<1>()));
        let u11: [R; 2] = affine(u6, u8, u10);
        let u12: [R; 6] = stack((x1.at::<1>().at::<0>(), u3.at::<0>().at::<3>(), u1.at::<1>().at::<3>(), u2,
            u7.at::<0>().at::<0>(), u2));
        (2 - u4).hypot(2 + u4.atan2(1.5 + x5.sin()).tanh()).dot(u11.concat::<4, _>(u1.dot(u4))) + x4.tanh() *
            -0.7 + u12.sin().sum() * 0.5
    }

    pub fn random_54_bound(x1: [[R; 2]; 2], x2: [[R; 3]; 4], x3: [R; 2], x4, x5: [R; 4], x6: [R; 1]; d1) {
        let u1: [[R; 4]; 2] = x3.outer(x5);
        let u2 = u1.transpose().norm();
        let u3: [[R; 4]; 1] = x6.outer(x5);
        let v4: [[R; 4]; 3] = u1.concat::<3, _>(u3);
        let v5: [[R; 4]; 2] = v4.window::<0, 2>();
        let v6 = v5.at::<0>().at::<1>();
        let u4: [R; 4] = select(stack((u2, d1, u2, v6)).at_least(x5), x5, u1.at::<1>());
        let v8 = u4.at::<2>();
        let u5: [R; 3] = stack((v8, u3.at::<0>().at::<0>(), x3.at::<0>()));
        let u6: [[R; 3]; 2] = x3.outer(u5);
        let u7: [[R; 3]; 3] = u5.outer(u5);
        let u8: [R; 2] = u7.column::<0>().window::<1, 2>();
        let u9: [[R; 2]; 3] = u5.outer(u8);
        let u10: [R; 3] = u9.dot(u8) + stack((u8.at::<0>(), u2, u8.at::<1>()));
        let u11: [R; 2] = affine(u6, u8, u10);
        let u12: [R; 6] = stack((x1.at::<1>().at::<0>(), u3.at::<0>().at::<3>(), u1.at::<1>().at::<3>(), u2,
            u7.at::<0>().at::<0>(), u2));
        (2 - u4).hypot(2 + u4.atan2(1.5 + x5.sin()).tanh()).dot(u11.concat::<4, _>(u1.dot(u4))) + x4.tanh() *
            -0.7 + u12.sin().sum() * 0.5
    }

    pub fn random_55(x1: [R; 2], x2: [[R; 3]; 3], x3, x4: [R; 4], x5: [[R; 4]; 2]; d1: [R; 2]) {
        let u1: [[R; 4]; 4] = x4.outer(x4);
        let u2: [R; 4] = select(x4.at_most(x4), x3, u1.at::<1>());
        let u3: [[R; 2]; 4] = turned(x5);
        let u4: [[R; 4]; 4] = turned(u1);
        let u5: [R; 1] = stack((x2.at::<0>().at::<2>(),));
        let u6: [[R; 4]; 1] = u5.outer(u2);
        let u7: [R; 4] = x4.sin();
        let u8 = x3.sin();
        weighted(u2, u7, u8) + x1.sin().sum() * -0.7 + d1.sin().sum() * 1.25 + u3.sin().sum() * -0.7 +
            u4.sin().sum() * 1.25 + u6.sin().sum() * 0.5
    }

    pub fn random_55_inlined(x1: [R; 2], x2: [[R; 3]; 3], x3, x4: [R; 4], x5: [[R; 4]; 2]; d1: [R; 2]) {
        let u1: [[R; 4]; 4] = x4.outer(x4);
        let u2: [R; 4] = select(x4.at_most(x4), x3, x4.outer(x4).at::<1>());
        let u3: [[R; 2]; 4] = turned(x5);
        let u4: [[R; 4]; 4] = turned(u1);
        let u7: [R; 4] = x4.sin();
        let u8 = x3.sin();
        weighted(u2, u7, u8) + x1.sin().sum() * -0.7 + d1.sin().sum() * 1.25 + u3.sin().sum() * -0.7 +
            u4.sin().sum() * 1.25 + stack((x2.at::<0>().at::<2>(),)).outer(select(x4.at_most(x4), x3,
            x4.outer(x4).at::<1>())).sin().sum() * 0.5
    }
}

/// The same by loops.
pub mod by_loops {
    use super::super::library::by_loops::*;
    use crate::plain::*;

    pub fn random_42(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, _, x5) = (&inputs[0..2], &inputs[2..5], inputs[5], &inputs[6..10], &inputs[10..22]);
        let d1 = &data[0..16];
        let u1 = (x3 - x3) * near.min(x1[0], x3);
        let mut u2 = [0.0; 3];
        for i in 0..3 { u2[i] = wave(x2[i], x2[i].tanh(), near); }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = x5[i + 4]; }
        let mut r1 = 0.0;
        for i in 0..4 { r1 += pair(x3.atan2(1.5 + x3.sin()), 0.5 * u4[i], near)[0]; }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..4 { r2 += d1[i * 4 + j].sin(); } }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += u2[i].sin(); }
        vec![r1 / 4.0 + r2 * (-0.7) + u1.tanh() * (-0.7) + r3 * 1.25]
    }

    pub fn random_43(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..8], inputs[8], &inputs[9..12], &inputs[12..14], &inputs[14..20]);
        let d1 = &data[0..12];
        let mut u1 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u1[i * 2 + j] = near.min(x1[i * 2 + j], x2[0]).atan2(1.5 + x1[j * 2 + i].sin()); } }
        softmax(&mut u1);
        let mut a1 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { a1[i * 4 + j] = d1[j * 3 + i] * d1[1]; } }
        let u2 = a1;
        let mut h2 = pair(x2[3], x4[1], near)[1];
        let mut u3 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { h2 = driven(h2, (x4[i] * x2[j]).atan2(1.5 + u2[i * 4 + j].sin()), near.min(x3, x3), near); u3[i * 4 + j] = h2; } }
        let mut u4 = [0.0; 1];
        for i in 0..1 { u4[i] = [u1[0]][i]; }
        let mut u5 = [0.0; 4];
        for i in 0..1 { for j in 0..4 { u5[i * 4 + j] = u4[i] * x2[j]; } }
        let mut u6 = [0.0; 5];
        for i in 0..5 { u6[i] = [x2[2], u2[11], u3[9], x3, u3[3]][i]; }
        let mut u7 = [0.0; 5];
        for i in 0..5 { for j in 0..1 { u7[i + j] = u6[i] * u4[j]; } }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..3 { r3 += ((x5[i] * x4[j]) * x6[i * 3 + j] + x6[i * 3 + j]) / (1.5 + square(x3 * u5[2] + x3)); } }
        vec![r3]
    }

    pub fn random_44(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..10], &inputs[10..12], inputs[12], &inputs[13..17], &inputs[17..20]);
        let _ = &data[0..12];
        let mut u1 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u1[i * 3 + j] = x5[i] * x6[j]; } }
        let mut r1 = f64::NEG_INFINITY;
        for i in 0..3 { for j in 0..4 { r1 = near.max(r1, u1[j * 3 + i]); } }
        let u2 = r1;
        let mut u6 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u6[i * 3 + j] = x6[i] * x6[j]; } }
        let mut u7 = [0.0; 1];
        for i in 0..1 { u7[i] = [u1[4]][i]; }
        let mut u8 = [0.0; 3];
        for i in 0..1 { for j in 0..3 { u8[i * 3 + j] = u7[i] * x6[j]; } }
        let mut u9 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u9[i * 3 + j] = x3[i] * x6[j]; } }
        let mut u10 = [0.0; 3];
        for i in 0..3 { u10[i] = x6[i].sin(); }
        let mut s2 = [0.0; 3];
        for i in 0..3 { s2[i] = square(x6[i] - u2 * u10[i]); }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += s2[i] * u10[1]; }
        let mut r4 = 0.0;
        for i in 0..2 { r4 += x1[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..2 { for j in 0..4 { r5 += x2[i * 4 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..3 { for j in 0..3 { r6 += u6[i * 3 + j].sin(); } }
        let mut r7 = 0.0;
        for i in 0..1 { for j in 0..3 { r7 += u8[i * 3 + j].sin(); } }
        let mut r8 = 0.0;
        for i in 0..2 { for j in 0..3 { r8 += u9[i * 3 + j].sin(); } }
        vec![r3 / 3.0 + r4 * 1.25 + r5 * 0.5 + x4.tanh() * (-0.7) + r6 * 1.25 + r7 * 1.25 + r8 * 0.5]
    }

    pub fn random_45(inputs: &[f64], _: &[f64], _: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4) = (&inputs[0..4], &inputs[4..16], &inputs[16..25], inputs[25]);
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = [x3[0], x4, x3[2]][i]; }
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = [x1[0], u1[1]][i]; }
        let mut u3 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u3[i * 2 + j] = u1[i] * u2[j]; } }
        let mut r1 = 0.0;
        for i in 0..3 { for j in 0..2 { r1 += (1.2 + sigmoid(square(u3[i * 2 + j].sin()))).recip(); } }
        let u4 = r1;
        let mut u5 = [0.0; 1];
        for i in 0..1 { u5[i] = [u4][i]; }
        let mut u6 = [0.0; 4];
        for i in 0..4 { u6[i] = x1[i] * u4 + x1[i] - (if i < 3 { u3[i * 2 + 1] } else { u5[i - 3] }); }
        let mut u7 = [0.0; 2];
        for i in 0..2 { u7[i] = -u2[i]; }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..3 { r2 += x2[i * 3 + j].sin(); } }
        let u8 = r2 * (-0.7);
        let mut r3 = 0.0;
        for i in 0..2 { r3 += u7[i].sin(); }
        let u9 = r3 * 1.25;
        let mut a4 = [0.0; 4];
        for i in 0..4 { a4[i] = (1.5 + square(u6[i])).ln().cos() + u8 + u9; }
        a4.to_vec()
    }

    pub fn random_46(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, _, x4, x5, x6) = (&inputs[0..4], &inputs[4..7], &inputs[7..10], inputs[10], &inputs[11..17], &inputs[17..19]);
        let u1 = x5[3];
        let mut u2 = [0.0; 2];
        for i in 0..2 { u2[i] = pair(x6[i] + x6[i], u1 * u1 + x6[1], near)[1]; }
        let mut u3 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u3[i * 3 + j] = x1[i] * x2[j]; } }
        let mut u4 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u4[i * 3 + j] = wave(u1, u3[i * 3 + j].tanh(), near); } }
        let mut u7 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u7[i * 2 + j] = x1[i] * u2[j]; } }
        let mut h1 = u1;
        for i in 0..2 { h1 = driven(h1, u7[i], u1, near); }
        let mut r2 = 0.0;
        for i in 0..4 { for j in 0..3 { r2 += u4[i * 3 + j].sin(); } }
        vec![h1 + x4.tanh() * (-0.7) + r2 * 0.5]
    }

    pub fn random_47(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..2], &inputs[2..18], inputs[18], &inputs[19..23], &inputs[23..24]);
        let d1 = data[0];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = pair(x4[i].atan2(1.5 + x3.sin()), 2.0 - x4[i], near)[0]; }
        let mut u2 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u2[i * 2 + j] = x1[i] * x1[j]; } }
        let mut u3 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { u3[i * 2 + j] = pair(if !near.less(u2[i * 2 + j], u2[i * 2 + j]) { u2[i * 2 + j] } else { d1 }, u2[j * 2 + i], near)[0]; } }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = sigmoid(u1[i]); }
        let mut u5 = [0.0; 4];
        for i in 0..4 { u5[i] = if i < 3 { if i < 1 { x5[i] } else { x1[i - 1] } } else { [d1][i - 3] }; }
        let mut a1 = [0.0; 4];
        for i in 0..4 { a1[i] = ((0..4).map(|p| x2[i * 4 + p] * u5[p]).sum::<f64>() + u4[i]).tanh(); }
        let u6 = a1;
        let mut u7 = [0.0; 3];
        for i in 0..3 { u7[i] = [x4[2], x1[0], u4[2]][i]; }
        let mut u8 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u8[i * 4 + j] = u7[i] * x4[j]; } }
        let mut u9 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u9[i * 2 + j] = u5[i] * x1[j]; } }
        let mut u10 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u10[i * 3 + j] = x1[i] * u7[j]; } }
        let mut r2 = 0.0;
        for i in 0..2 { r2 += u9[i + 2] * u10[i * 3 + 2]; }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += u3[i * 2 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += u6[i].sin(); }
        let mut r5 = 0.0;
        for i in 0..3 { for j in 0..4 { r5 += u8[i * 4 + j].sin(); } }
        vec![r2 + r3 * 1.25 + r4 * 0.5 + r5 * (-0.7)]
    }

    pub fn random_48(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..7], &inputs[7..11], inputs[11], &inputs[12..14], &inputs[14..18]);
        let d1 = &data[0..12];
        let mut u1 = [0.0; 2];
        for i in 0..2 { u1[i] = if !near.less(x5[i], (1.5 + x5[i].sin()).powf(x5[i].tanh())) { [x4, x4][i] } else { 2.0 - x4 }; }
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = x3[i]; }
        let mut a1 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { a1[i * 2 + j] = x6[j * 2 + i] * x6[1]; } }
        let u3 = a1;
        let mut u4 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u4[i * 4 + j] = u2[i] * x3[j]; } }
        let mut u5 = [0.0; 1];
        for i in 0..1 { u5[i] = [x3[1]][i]; }
        let mut u6 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u6[i * 3 + j] = x3[i] * x2[j]; } }
        let mut r2 = 0.0;
        for i in 0..4 { r2 += near.min(near.max(u2[i], u6[i * 3 + 1]), if near.less(x3[i], u2[i]) { (0..4).map(|p| u4[i * 4 + p] * x1[p]).sum::<f64>() } else { [(0..4).map(|p| d1[p + 8] * x3[p]).sum::<f64>(), u1[1], x4, x4][i] }); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..2 { r3 += u3[i * 2 + j].sin(); } }
        vec![r2 + r3 * 0.5]
    }

    pub fn random_49(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..13], &inputs[13..17], inputs[17], &inputs[18..20], &inputs[20..21]);
        let d1 = &data[0..6];
        let mut u1 = [0.0; 3];
        for i in 0..3 { u1[i] = (square(if i < 2 { x5[i] } else { x6[i - 2] }) + 1.0).sqrt(); }
        cumulative_sum(&mut u1);
        let mut u2 = [0.0; 3];
        for i in 0..1 { for j in 0..3 { u2[i * 3 + j] = x6[i] * u1[j]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += x5[i] * ln_add_exp(x4, x5[i]); }
        let u3 = r1;
        let mut u4 = [0.0; 3];
        for i in 0..3 { for p in 0..2 { u4[i] += x5[p] * d1[p * 3 + i]; } }
        let mut h2 = near.max(u1[2], u3);
        let mut u5 = [0.0; 4];
        for i in 0..2 { for j in 0..2 { h2 = driven(h2, (square(x1[i * 2 + j]) + 1.0).sqrt(), u3, near); u5[i * 2 + j] = h2; } }
        let mut u6 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u6[i * 2 + j] = u4[i] * x5[j]; } }
        let mut u7 = [0.0; 2];
        for i in 0..1 { for j in 0..2 { u7[i * 2 + j] = x6[i] * x5[j]; } }
        let mut u8 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { u8[i * 2 + j] = x3[i] * x5[j]; } }
        let mut r3 = f64::NEG_INFINITY;
        for i in 0..4 { for j in 0..2 { r3 = near.max(r3, (1.2 + sigmoid(wave(u8[i * 2 + j], (if i < 3 { u6[i * 2 + j] } else { u7[i * 2 + j - 6] }).tanh(), near))).recip()); } }
        let mut r4 = 0.0;
        for i in 0..3 { for j in 0..3 { r4 += x2[i * 3 + j].sin(); } }
        let mut r5 = 0.0;
        for i in 0..1 { for j in 0..3 { r5 += u2[i * 3 + j].sin(); } }
        let mut r6 = 0.0;
        for i in 0..2 { for j in 0..2 { r6 += u5[i * 2 + j].sin(); } }
        vec![r3 + r4 * (-0.7) + r5 * 1.25 + r6 * (-0.7)]
    }

    pub fn random_50(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..3], &inputs[3..12], inputs[12], &inputs[13..17], &inputs[17..19]);
        let d1 = &data[0..3];
        let mut u1 = [0.0; 4];
        for i in 0..4 { u1[i] = x4[i]; }
        let mut u2 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u2[i * 3 + j] = u1[i] * x1[j]; } }
        let mut r1 = f64::NEG_INFINITY;
        for i in 0..4 { for j in 0..3 { r1 = near.max(r1, 2.0 - u2[i * 3 + j].tanh()); } }
        let u3 = r1;
        let mut h2 = x5[1];
        for i in 0..4 { for j in 0..4 { h2 = step(h2, pair(d1[1], (square(x4[i] * u1[j]) + 1.0).sqrt(), near)[1], near); } }
        let mut r3 = 0.0;
        for i in 0..3 { for j in 0..3 { r3 += x2[i * 3 + j].sin(); } }
        vec![h2 + r3 * 1.25 + x3.tanh() * 1.25 + u3.tanh() * (-0.7)]
    }

    pub fn random_51(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..3], &inputs[3..11], &inputs[11..15], inputs[15], &inputs[16..18], &inputs[18..24]);
        let mut u1 = [0.0; 12];
        for i in 0..2 { for j in 0..6 { u1[i * 6 + j] = x5[i] * x6[j]; } }
        let mut h1 = if near.less(x1[0], x4) { x4 } else { x5[1] };
        let mut u2 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { h1 = driven(h1, u1[j * 6 + i + 1], x3[3].cos(), near); u2[i * 2 + j] = h1; } }
        let u3 = ln_add_exp(x4, near.max(x4, x4));
        let mut u4 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u4[i * 4 + j] = x3[i] * x3[j]; } }
        let mut u5 = [0.0; 4];
        for i in 0..4 { for p in 0..4 { u5[i] += x3[p] * u4[p * 4 + i]; } }
        let mut u6 = [0.0; 3];
        for i in 0..3 { u6[i] = x1[i]; }
        let mut u7 = [0.0; 12];
        for i in 0..3 { for j in 0..4 { u7[i * 4 + j] = u6[i] * x3[j]; } }
        let mut h2 = wave(u3, u5[1].tanh(), near);
        for i in 0..3 { h2 = step(h2, ((0..4).map(|p| u7[i * 4 + p] * u5[p]).sum::<f64>() * u3 + u3) * u3.atan() + (1.0 + square(x3[0])).powf(0.7), near); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += x2[i * 4 + j].sin(); } }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..2 { r4 += u2[i * 2 + j].sin(); } }
        vec![h2 + r3 * 1.25 + r4 * (-0.7)]
    }

    pub fn random_52(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (_, x2, x3, x4) = (&inputs[0..16], &inputs[16..19], inputs[19], &inputs[20..22]);
        let mut u1 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u1[i * 3 + j] = x4[i] * x2[j]; } }
        let mut r1 = 0.0;
        for i in 0..2 { r1 += (0..3).map(|p| u1[i * 3 + p] * x2[p]).sum::<f64>(); }
        let u2 = r1;
        let mut h2 = (1.0 + square(u2)).powf(0.7);
        for i in 0..3 { h2 = step(h2, (1.5 + x2[i].sin()).powf(x3.tanh()) - (x2[i] * x2[i] + x3), near); }
        let u3 = h2;
        let mut u4 = [0.0; 2];
        for i in 0..2 { u4[i] = near.min(near.max(x4[i], -0.7), 0.9) * ([u3, u3][i] * u1[i * 3 + 2] + u3); }
        log_softmax(&mut u4);
        let mut u5 = [0.0; 5];
        for i in 0..5 { u5[i] = [x2[2], u2, u4[0], x4[1], x4[0]][i]; }
        let mut u6 = [0.0; 15];
        for i in 0..5 { for j in 0..3 { u6[i * 3 + j] = u5[i] * x2[j]; } }
        let mut u7 = [0.0; 12];
        for i in 0..4 { for j in 0..3 { u7[i * 3 + j] = near.min(if i < 2 { u1[i * 3 + j] } else { u1[i * 3 + j - 6] }, u6[i * 3 + j + 3]) - (if near.less(u3, u4[0]) { u3 } else { x2[1] }); } }
        let mut u8 = [0.0; 4];
        for i in 0..4 { u8[i] = [x3, x3, x4[0], x3][i]; }
        let mut r3 = 0.0;
        for i in 0..3 { r3 += if !near.less(u8[1], u2.atan2(1.5 + u3.sin())) { x2[i] } else { [u4[1], u3, u3][i] }; }
        let mut r4 = 0.0;
        for i in 0..4 { for j in 0..3 { r4 += u7[i * 3 + j].sin(); } }
        vec![r3 + r4 * 0.5]
    }

    pub fn random_53(inputs: &[f64], _: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5, x6) = (&inputs[0..2], &inputs[2..5], &inputs[5..8], inputs[8], &inputs[9..13], &inputs[13..21]);
        let u1 = wave(pair(x4, x4, near)[1], (if near.less(x1[0], x3[2]) { x4 } else { x5[0] }).tanh(), near);
        let mut u2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u2[i * 4 + j] = x5[i] * x5[j]; } }
        let mut u3 = [0.0; 4];
        for i in 0..4 { for p in 0..4 { u3[i] += x5[p] * u2[p * 4 + i]; } }
        let mut u4 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u4[i * 4 + j] = near.max(u1, x6[i * 4 + j]); } }
        softmax(&mut u4);
        let mut r1 = 0.0;
        for i in 0..4 { r1 += (u3[i] * [x4, u1, x3[1], x4][i]).atan2(1.5 + u1.sin()) * near.min(u3[i], if i < 3 { u3[0] * [x1[0], x1[1], u1][i] } else { x1[i - 3] }); }
        let mut r2 = 0.0;
        for i in 0..3 { r2 += x2[i].sin(); }
        let mut r3 = 0.0;
        for i in 0..2 { for j in 0..4 { r3 += u4[i * 4 + j].sin(); } }
        vec![r1 + r2 * (-0.7) + r3 * 0.5]
    }

    pub fn random_54(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, _, x3, x4, x5, x6) = (&inputs[0..4], &inputs[4..16], &inputs[16..18], inputs[18], &inputs[19..23], &inputs[23..24]);
        let d1 = data[0];
        let mut u1 = [0.0; 8];
        for i in 0..2 { for j in 0..4 { u1[i * 4 + j] = x3[i] * x5[j]; } }
        let mut r1 = 0.0;
        for i in 0..4 { for j in 0..2 { r1 += square(u1[j * 4 + i]); } }
        let u2 = r1.sqrt();
        let mut u3 = [0.0; 4];
        for i in 0..1 { for j in 0..4 { u3[i * 4 + j] = x6[i] * x5[j]; } }
        let mut u4 = [0.0; 4];
        for i in 0..4 { u4[i] = if !near.less([u2, d1, u2, u1[1]][i], x5[i]) { x5[i] } else { u1[i + 4] }; }
        let mut u5 = [0.0; 3];
        for i in 0..3 { u5[i] = [u4[2], u3[0], x3[0]][i]; }
        let mut u6 = [0.0; 6];
        for i in 0..2 { for j in 0..3 { u6[i * 3 + j] = x3[i] * u5[j]; } }
        let mut u7 = [0.0; 9];
        for i in 0..3 { for j in 0..3 { u7[i * 3 + j] = u5[i] * u5[j]; } }
        let mut u8 = [0.0; 2];
        for i in 0..2 { u8[i] = u7[i * 3 + 3]; }
        let mut u9 = [0.0; 6];
        for i in 0..3 { for j in 0..2 { u9[i * 2 + j] = u5[i] * u8[j]; } }
        let mut u10 = [0.0; 3];
        for i in 0..3 { u10[i] = (0..2).map(|p| u9[i * 2 + p] * u8[p]).sum::<f64>() + [u8[0], u2, u8[1]][i]; }
        let mut a2 = [0.0; 2];
        for i in 0..2 { a2[i] = ((0..3).map(|p| u6[i * 3 + p] * u10[p]).sum::<f64>() + u8[i]).tanh(); }
        let u11 = a2;
        let mut u12 = [0.0; 6];
        for i in 0..6 { u12[i] = [x1[2], u3[3], u1[7], u2, u7[0], u2][i]; }
        let mut r3 = 0.0;
        for i in 0..4 { r3 += (2.0 - u4[i]).hypot(2.0 + u4[i].atan2(1.5 + x5[i].sin()).tanh()) * (if i < 2 { u11[i] } else { (0..4).map(|p| u1[i * 4 + p - 8] * u4[p]).sum::<f64>() }); }
        let mut r4 = 0.0;
        for i in 0..6 { r4 += u12[i].sin(); }
        vec![r3 + x4.tanh() * (-0.7) + r4 * 0.5]
    }

    pub fn random_55(inputs: &[f64], data: &[f64], near: &Near) -> Vec<f64> {
        let (x1, x2, x3, x4, x5) = (&inputs[0..2], &inputs[2..11], inputs[11], &inputs[12..16], &inputs[16..24]);
        let d1 = &data[0..2];
        let mut u1 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { u1[i * 4 + j] = x4[i] * x4[j]; } }
        let mut u2 = [0.0; 4];
        for i in 0..4 { u2[i] = if !near.less(x4[i], x4[i]) { x3 } else { u1[i + 4] }; }
        let mut a1 = [0.0; 8];
        for i in 0..4 { for j in 0..2 { a1[i * 2 + j] = x5[j * 4 + i] * x5[1]; } }
        let u3 = a1;
        let mut a2 = [0.0; 16];
        for i in 0..4 { for j in 0..4 { a2[i * 4 + j] = u1[j * 4 + i] * u1[1]; } }
        let u4 = a2;
        let mut u5 = [0.0; 1];
        for i in 0..1 { u5[i] = [x2[2]][i]; }
        let mut u6 = [0.0; 4];
        for i in 0..1 { for j in 0..4 { u6[i * 4 + j] = u5[i] * u2[j]; } }
        let mut u7 = [0.0; 4];
        for i in 0..4 { u7[i] = x4[i].sin(); }
        let u8 = x3.sin();
        let mut s3 = [0.0; 4];
        for i in 0..4 { s3[i] = square(u2[i] - u8 * u7[i]); }
        let mut r4 = 0.0;
        for i in 0..4 { r4 += s3[i] * u7[1]; }
        let mut r5 = 0.0;
        for i in 0..2 { r5 += x1[i].sin(); }
        let mut r6 = 0.0;
        for i in 0..2 { r6 += d1[i].sin(); }
        let mut r7 = 0.0;
        for i in 0..4 { for j in 0..2 { r7 += u3[i * 2 + j].sin(); } }
        let mut r8 = 0.0;
        for i in 0..4 { for j in 0..4 { r8 += u4[i * 4 + j].sin(); } }
        let mut r9 = 0.0;
        for i in 0..1 { for j in 0..4 { r9 += u6[i * 4 + j].sin(); } }
        vec![r4 / 4.0 + r5 * (-0.7) + r6 * 1.25 + r7 * (-0.7) + r8 * 1.25 + r9 * 0.5]
    }
}

crate::programs! {
    Real random_42 as random_42 with product;
    Real random_42_bound as random_42;
    Real random_43 as random_43;
    Real random_43_inlined as random_43;
    Real random_44 as random_44 with product;
    Vector random_45 as random_45 with sides;
    Vector random_45_bound as random_45;
    Real random_46 as random_46 with series;
    Real random_46_inlined as random_46;
    Real random_47 as random_47 with sides rows parallel;
    Real random_48 as random_48;
    Real random_48_bound as random_48;
    Real random_49 as random_49 with product;
    Real random_49_inlined as random_49;
    Real random_50 as random_50;
    Real random_51 as random_51 with series;
    Real random_51_bound as random_51;
    Real random_52 as random_52 with sides;
    Real random_52_inlined as random_52;
    Real random_53 as random_53 with tape;
    Real random_54 as random_54 with product;
    Real random_54_bound as random_54;
    Real random_55 as random_55;
    Real random_55_inlined as random_55;
}
