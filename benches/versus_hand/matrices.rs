//! Determinants, solutions and inverses of small matrices, against closed forms: value and gradient.

macro_rules! workloads {
    ($size:literal, $adjugate:ident, $determinant:ident) => {
        use super::{$adjugate, $determinant};
        use monograd::prelude::*;

        type Matrix = [[f64; $size]; $size];
        type Vector = [f64; $size];

        func! {
            fn det(a: [[R; $size]; $size]) { a.det() }
            fn solve(a: [[R; $size]; $size], b: [R; $size]; c: [R; $size]) { a.solve(b).dot(c) }
            fn inverse(a: [[R; $size]; $size]; c: [[R; $size]; $size]) { (a.inverse() * c).sum() }
        }

        #[inline(always)]
        pub fn det_ours(a: &Matrix) -> (f64, Matrix) {
            det.value_and_gradient(a)
        }

        #[inline(always)]
        pub fn det_by_hand(a: &Matrix) -> (f64, Matrix) {
            let adjugate = $adjugate(a);
            (
                $determinant(a, &adjugate),
                std::array::from_fn(|i| std::array::from_fn(|j| adjugate[j][i])),
            )
        }

        #[inline(always)]
        pub fn solve_ours((x, c): &((Matrix, Vector), Vector)) -> (f64, (Matrix, Vector)) {
            solve.with(c).value_and_gradient(x)
        }

        #[inline(always)]
        pub fn solve_by_hand(((a, b), c): &((Matrix, Vector), Vector)) -> (f64, (Matrix, Vector)) {
            let adjugate = $adjugate(a);
            let scale = 1.0 / $determinant(a, &adjugate);
            let mut x = [0.0; $size];
            let mut lambda = [0.0; $size];
            for i in 0..$size {
                for j in 0..$size {
                    x[i] += scale * adjugate[i][j] * b[j];
                    lambda[j] += scale * adjugate[i][j] * c[i];
                }
            }
            let value = x.iter().zip(c).map(|(x, c)| x * c).sum();
            let in_a = lambda.map(|lambda| x.map(|x| -lambda * x));
            (value, (in_a, lambda))
        }

        #[inline(always)]
        pub fn inverse_ours((a, c): &(Matrix, Matrix)) -> (f64, Matrix) {
            inverse.with(c).value_and_gradient(a)
        }

        #[inline(always)]
        pub fn inverse_by_hand((a, c): &(Matrix, Matrix)) -> (f64, Matrix) {
            let adjugate = $adjugate(a);
            let scale = 1.0 / $determinant(a, &adjugate);
            let y = adjugate.map(|row| row.map(|x| x * scale));
            let mut value = 0.0;
            let mut half = [[0.0; $size]; $size];
            for i in 0..$size {
                for j in 0..$size {
                    value += y[i][j] * c[i][j];
                    for k in 0..$size {
                        half[i][j] += y[k][i] * c[k][j];
                    }
                }
            }
            let mut gradient = [[0.0; $size]; $size];
            for i in 0..$size {
                for j in 0..$size {
                    for k in 0..$size {
                        gradient[i][j] -= half[i][k] * y[j][k];
                    }
                }
            }
            (value, gradient)
        }
    };
}

pub mod three {
    workloads!(3, adjugate3, determinant3);
}

pub mod four {
    workloads!(4, adjugate4, determinant4);
}

#[inline(always)]
fn adjugate3(a: &[[f64; 3]; 3]) -> [[f64; 3]; 3] {
    let [[a, b, c], [d, e, f], [g, h, i]] = *a;
    [
        [e * i - f * h, c * h - b * i, b * f - c * e],
        [f * g - d * i, a * i - c * g, c * d - a * f],
        [d * h - e * g, b * g - a * h, a * e - b * d],
    ]
}

#[inline(always)]
fn determinant3(a: &[[f64; 3]; 3], adjugate: &[[f64; 3]; 3]) -> f64 {
    a[0][0] * adjugate[0][0] + a[0][1] * adjugate[1][0] + a[0][2] * adjugate[2][0]
}

/// By the minors of the first two rows and of the last two.
#[inline(always)]
fn adjugate4(m: &[[f64; 4]; 4]) -> [[f64; 4]; 4] {
    let s0 = m[0][0] * m[1][1] - m[1][0] * m[0][1];
    let s1 = m[0][0] * m[1][2] - m[1][0] * m[0][2];
    let s2 = m[0][0] * m[1][3] - m[1][0] * m[0][3];
    let s3 = m[0][1] * m[1][2] - m[1][1] * m[0][2];
    let s4 = m[0][1] * m[1][3] - m[1][1] * m[0][3];
    let s5 = m[0][2] * m[1][3] - m[1][2] * m[0][3];
    let c5 = m[2][2] * m[3][3] - m[3][2] * m[2][3];
    let c4 = m[2][1] * m[3][3] - m[3][1] * m[2][3];
    let c3 = m[2][1] * m[3][2] - m[3][1] * m[2][2];
    let c2 = m[2][0] * m[3][3] - m[3][0] * m[2][3];
    let c1 = m[2][0] * m[3][2] - m[3][0] * m[2][2];
    let c0 = m[2][0] * m[3][1] - m[3][0] * m[2][1];
    [
        [
            m[1][1] * c5 - m[1][2] * c4 + m[1][3] * c3,
            -m[0][1] * c5 + m[0][2] * c4 - m[0][3] * c3,
            m[3][1] * s5 - m[3][2] * s4 + m[3][3] * s3,
            -m[2][1] * s5 + m[2][2] * s4 - m[2][3] * s3,
        ],
        [
            -m[1][0] * c5 + m[1][2] * c2 - m[1][3] * c1,
            m[0][0] * c5 - m[0][2] * c2 + m[0][3] * c1,
            -m[3][0] * s5 + m[3][2] * s2 - m[3][3] * s1,
            m[2][0] * s5 - m[2][2] * s2 + m[2][3] * s1,
        ],
        [
            m[1][0] * c4 - m[1][1] * c2 + m[1][3] * c0,
            -m[0][0] * c4 + m[0][1] * c2 - m[0][3] * c0,
            m[3][0] * s4 - m[3][1] * s2 + m[3][3] * s0,
            -m[2][0] * s4 + m[2][1] * s2 - m[2][3] * s0,
        ],
        [
            -m[1][0] * c3 + m[1][1] * c1 - m[1][2] * c0,
            m[0][0] * c3 - m[0][1] * c1 + m[0][2] * c0,
            -m[3][0] * s3 + m[3][1] * s1 - m[3][2] * s0,
            m[2][0] * s3 - m[2][1] * s1 + m[2][2] * s0,
        ],
    ]
}

#[inline(always)]
fn determinant4(a: &[[f64; 4]; 4], adjugate: &[[f64; 4]; 4]) -> f64 {
    let [a0, a1, a2, a3] = a[0];
    a0 * adjugate[0][0] + a1 * adjugate[1][0] + a2 * adjugate[2][0] + a3 * adjugate[3][0]
}
