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

func! {
    /// The same of a camera, a point and a weight that are each where they are among all parameters.
    fn residual_of_blocks(camera: [R; 11], point: [R; 3], w; feature: [R; 2]) -> [R; 2] {
        let d0 = point[0] - camera[3];
        let d1 = point[1] - camera[4];
        let d2 = point[2] - camera[5];
        let angle = (camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2]).sqrt();
        let scale = 1 / angle;
        let a0 = camera[0] * scale;
        let a1 = camera[1] * scale;
        let a2 = camera[2] * scale;
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
        let distortion = camera[6] * (1 + q * (camera[9] + camera[10] * q));
        [
            w * (distortion * p0 + camera[7] - feature[0]),
            w * (distortion * p1 + camera[8] - feature[1])
        ]
    }
}

/// Many observations, of 50 cameras and 2,000 points, of one weight each.
pub struct Many {
    pub parameters: Vec<f64>,
    pub features: Vec<[f64; 2]>,
    pub starts: Vec<[usize; 3]>,
}

const CAMERAS: usize = 50;
const POINTS: usize = 2_000;

impl Many {
    /// Around one observation.
    pub fn around((x, feature): &Observation) -> Self {
        let mut parameters = Vec::new();
        for camera in 0..CAMERAS {
            parameters.extend(x[..11].iter().map(|x| x * (1.0 + 1e-3 * camera as f64)));
        }
        for point in 0..POINTS {
            parameters.extend(x[11..14].iter().map(|x| x + 1e-4 * point as f64));
        }
        parameters.push(x[14]);
        let of_camera = |at: usize| 11 * ((7 * at) % CAMERAS);
        let of_point = |at: usize| 11 * CAMERAS + 3 * (at / 5);
        let weight = parameters.len() - 1;
        Many {
            parameters,
            features: vec![*feature; 5 * POINTS],
            starts: (0..5 * POINTS)
                .map(|at| [of_camera(at), of_point(at), weight])
                .collect(),
        }
    }

    /// Residuals and the Jacobian's values, each time anew, by `monograd`.
    pub fn ours(&self) -> impl FnMut(&[f64]) -> (f64, f64) + '_ {
        let sum = residual_of_blocks
            .over(&self.features)
            .at(&self.starts, self.parameters.len())
            .expect("all parameters are there");
        let mut jacobian = sum.sparse_jacobian();
        let mut residuals = vec![0.0; sum.residual_count()];
        let mut values = vec![0.0; jacobian.pattern().len()];
        move |x| {
            jacobian
                .residuals_and_jacobian_into(x, &mut residuals, &mut values)
                .expect("slices of these lengths");
            (residuals[777], values[12_345])
        }
    }

    /// The same by hand.
    pub fn by_hand(&self) -> impl FnMut(&[f64]) -> (f64, f64) + '_ {
        let mut residuals = vec![0.0; 2 * self.features.len()];
        let mut values = vec![0.0; 30 * self.features.len()];
        move |x| {
            let rows = self.starts.iter().zip(&self.features);
            let places = residuals
                .as_chunks_mut()
                .0
                .iter_mut()
                .zip(values.as_chunks_mut().0);
            for ((&[camera, point, weight], feature), (residuals, values)) in rows.zip(places) {
                let mut inputs = [0.0; 15];
                inputs[..11].copy_from_slice(&x[camera..camera + 11]);
                inputs[11..14].copy_from_slice(&x[point..point + 3]);
                inputs[14] = x[weight];
                let (of_row, slopes) = by_hand(&(inputs, *feature));
                *residuals = of_row;
                let slopes: &[f64; 30] = slopes.as_flattened().try_into().expect("2 rows of 15");
                *values = *slopes;
            }
            (residuals[777], values[12_345])
        }
    }
}
