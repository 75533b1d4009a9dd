//! One observation of a bundle adjustment: the residual, of two numbers, of a camera [r, C, f, u₀, v₀, k₁, k₂]
//! that sees the point X, with the weight w, and its Jacobian in these fifteen.

use monograd::prelude::*;

func! {
    fn residual(
        r0, r1, r2, c0, c1, c2, f, u0, v0, k1, k2, x0, x1, x2, w;
        feature_u, feature_v
    ) {
        let d0 = x0 - c0;
        let d1 = x1 - c1;
        let d2 = x2 - c2;
        let angle = (r0 * r0 + r1 * r1 + r2 * r2).sqrt();
        let scale = 1 / angle;
        let a0 = r0 * scale;
        let a1 = r1 * scale;
        let a2 = r2 * scale;
        let cos = angle.cos();
        let sin = angle.sin();
        let along = (a0 * d0 + a1 * d1 + a2 * d2) * (1 - cos);
        let z0 = d0 * cos + (a1 * d2 - a2 * d1) * sin + a0 * along;
        let z1 = d1 * cos + (a2 * d0 - a0 * d2) * sin + a1 * along;
        let z2 = d2 * cos + (a0 * d1 - a1 * d0) * sin + a2 * along;
        let depth = 1 / z2;
        let p0 = z0 * depth;
        let p1 = z1 * depth;
        let q = p0 * p0 + p1 * p1;
        let distortion = f * (1 + q * (k1 + k2 * q));
        [w * (distortion * p0 + u0 - feature_u), w * (distortion * p1 + v0 - feature_v)]
    }
}

pub type Observation = ([f64; 15], [f64; 2]);

#[inline(never)]
pub fn ours((x, feature): &Observation) -> ([f64; 2], [[f64; 15]; 2]) {
    residual.with(feature).value_and_jacobian(x)
}

#[inline(never)]
pub fn by_hand((x, feature): &Observation) -> ([f64; 2], [[f64; 15]; 2]) {
    let [r0, r1, r2, c0, c1, c2, f, u0, v0, k1, k2, x0, x1, x2, w] = *x;
    let (d0, d1, d2) = (x0 - c0, x1 - c1, x2 - c2);
    let angle = (r0 * r0 + r1 * r1 + r2 * r2).sqrt();
    let scale = 1.0 / angle;
    let (a0, a1, a2) = (r0 * scale, r1 * scale, r2 * scale);
    let (sin, cos) = angle.sin_cos();
    let rest = 1.0 - cos;
    let inner = a0 * d0 + a1 * d1 + a2 * d2;
    let along = inner * rest;
    let (t0, t1, t2) = (a1 * d2 - a2 * d1, a2 * d0 - a0 * d2, a0 * d1 - a1 * d0);
    let z0 = d0 * cos + t0 * sin + a0 * along;
    let z1 = d1 * cos + t1 * sin + a1 * along;
    let z2 = d2 * cos + t2 * sin + a2 * along;
    let depth = 1.0 / z2;
    let (p0, p1) = (z0 * depth, z1 * depth);
    let q = p0 * p0 + p1 * p1;
    let radial = k1 + k2 * q;
    let bare = 1.0 + q * radial;
    let distortion = f * bare;
    let e0 = distortion * p0 + u0 - feature[0];
    let e1 = distortion * p1 + v0 - feature[1];

    // A row: from the residual's derivatives in p and z back to all others.
    let row = |p: f64, by_p0: f64, by_p1: f64, error: f64, u: f64, v: f64| -> [f64; 15] {
        // What the point's distance from the axis contributes through the distortion.
        let by_distortion = w * p;
        let by_bare = by_distortion * f;
        let by_q = by_bare * (radial + k2 * q);
        let by_p0 = by_p0 + 2.0 * (by_q * p0);
        let by_p1 = by_p1 + 2.0 * (by_q * p1);
        let (g0, g1) = (by_p0 * depth, by_p1 * depth);
        let g2 = -(g0 * p0 + g1 * p1);
        // Through the rotation.
        let dot = g0 * a0 + g1 * a1 + g2 * a2;
        let by_inner = dot * rest;
        let h0 = g0 * cos + (g1 * a2 - g2 * a1) * sin + a0 * by_inner;
        let h1 = g1 * cos + (g2 * a0 - g0 * a2) * sin + a1 * by_inner;
        let h2 = g2 * cos + (g0 * a1 - g1 * a0) * sin + a2 * by_inner;
        let b0 = (g2 * d1 - g1 * d2) * sin + g0 * along + by_inner * d0;
        let b1 = (g0 * d2 - g2 * d0) * sin + g1 * along + by_inner * d1;
        let b2 = (g1 * d0 - g0 * d1) * sin + g2 * along + by_inner * d2;
        let by_angle = sin * (dot * inner - (g0 * d0 + g1 * d1 + g2 * d2))
            + cos * (g0 * t0 + g1 * t1 + g2 * t2);
        let turned = by_angle - (b0 * a0 + b1 * a1 + b2 * a2) * scale;
        [
            b0 * scale + a0 * turned,
            b1 * scale + a1 * turned,
            b2 * scale + a2 * turned,
            -h0,
            -h1,
            -h2,
            by_distortion * bare,
            u,
            v,
            by_bare * q,
            by_bare * q * q,
            h0,
            h1,
            h2,
            error,
        ]
    };
    let straight = w * distortion;
    (
        [w * e0, w * e1],
        [
            row(p0, straight, 0.0, e0, w, 0.0),
            row(p1, 0.0, straight, e1, 0.0, w),
        ],
    )
}
