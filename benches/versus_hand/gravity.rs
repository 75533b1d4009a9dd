//! The softened potential of 60 bodies, −Σ 1/√(|xᵢ − xⱼ|² + ε²) over every pair once.

use monograd::prelude::*;

const N: usize = 60;

func! {
    fn potential(x: [[R; 3]; N]) {
        let mut energy = 0;
        for i in 0..N {
            for j in 0..i {
                let d = x[i] - x[j];
                energy -= 1 / (d.norm_squared() + 0.01).sqrt();
            }
        }
        energy
    }
}

pub fn point(draw: &mut impl FnMut() -> f64) -> [[f64; 3]; N] {
    std::array::from_fn(|_| std::array::from_fn(|_| draw()))
}

#[inline(always)]
pub fn ours(x: &[[f64; 3]; N]) -> (f64, [[f64; 3]; N]) {
    potential.value_and_gradient(x)
}

#[inline(always)]
pub fn by_hand(x: &[[f64; 3]; N]) -> (f64, [[f64; 3]; N]) {
    let (mut energy, mut gradient) = (0.0, [[0.0; 3]; N]);
    for i in 0..N {
        let mut of_i = [0.0; 3];
        for j in 0..i {
            let d: [f64; 3] = std::array::from_fn(|k| x[i][k] - x[j][k]);
            let recip = 1.0 / (d[0] * d[0] + d[1] * d[1] + d[2] * d[2] + 0.01).sqrt();
            energy -= recip;
            let cube = recip * recip * recip;
            for k in 0..3 {
                of_i[k] += cube * d[k];
                gradient[j][k] -= cube * d[k];
            }
        }
        for k in 0..3 {
            gradient[i][k] += of_i[k];
        }
    }
    (energy, gradient)
}
