//! An image of 32 × 32 pixels without its noise: the minimum, by Newton's method, of what it differs by from the noisy one
//! and of the sum of its edges (the total variation, rounded at 0).
//!
//! Each pixel meets only those beside it, so of the 1,024 × 1,024 numbers of the Hessian 0.7 per cent are not zero. `monograd`
//! finds which, and computes them by a few Hessian–vector products; the step is that of a sparse LDLᵀ factorisation, by
//! `sprs`.
//!
//! ```text
//! cargo run --release --package denoising
//! ```

use monograd::prelude::*;
use monograd::sparse::SparseHessian;
use sprs::CsMat;
use sprs_ldl::Ldl;
use std::error::Error;

func! {
    /// Half of the square of what the image differs by, and its edges.
    fn energy(image: [[R; 32]; 32]; noisy: [[R; 32]; 32]) {
        let mut edges = 0;
        for i in 0..31 {
            for j in 0..31 {
                let down = image[i + 1][j] - image[i][j];
                let right = image[i][j + 1] - image[i][j];
                edges += (1e-3 + down.square() + right.square()).sqrt();
            }
        }
        0.5 * (image - noisy).norm_squared() + 0.15 * edges
    }
}

const PIXELS: usize = 32 * 32;

fn main() -> Result<(), Box<dyn Error>> {
    let clean = picture();
    let noisy = with_noise(clean);
    let loss = energy.with(&noisy);

    let mut hessian = SparseHessian::of(loss).mirrored();
    println!(
        "{} entries of {}, by {} Hessian-vector products",
        hessian.pattern().len(),
        PIXELS * PIXELS,
        hessian.colour_count()
    );
    let (mut gradient, mut values) = (vec![0.0; PIXELS], vec![0.0; hessian.pattern().len()]);
    let mut image = noisy.as_flattened().to_vec();
    let mut value = f64::INFINITY;
    for step in 0..50 {
        value = hessian.value_gradient_hessian_into(&image, &mut gradient, &mut values)?;
        let slope = gradient.iter().map(|g| g * g).sum::<f64>().sqrt();
        println!("step {step:2}: energy {value:.9}, gradient {slope:.1e}");
        if slope < 1e-10 {
            break;
        }
        let pattern = hessian.pattern();
        let matrix = CsMat::new_csc(
            (PIXELS, PIXELS),
            pattern.starts().to_vec(),
            pattern.indices().to_vec(),
            values.clone(),
        );
        let step = Ldl::default().numeric(matrix.view())?.solve(&gradient);
        // Half of the step while that does not descend.
        let mut rate = 1.0;
        loop {
            let moved: Vec<_> = image.iter().zip(&step).map(|(x, d)| x - rate * d).collect();
            let new_value: f64 = loss.value(&array(&moved));
            if new_value <= value || rate < 1e-6 {
                image = moved;
                break;
            }
            rate /= 2.0;
        }
    }

    let error = |image: &[f64]| {
        let squares = image
            .iter()
            .zip(clean.as_flattened())
            .map(|(x, y)| (x - y).powi(2));
        (squares.sum::<f64>() / PIXELS as f64).sqrt()
    };
    let (before, after) = (error(noisy.as_flattened()), error(&image));
    println!("the error of a pixel fell from {before:.3} to {after:.3}");
    if !value.is_finite() || gradient.iter().any(|slope| slope.abs() > 1e-9) || after > before / 2.0
    {
        return Err("no minimum was found".into());
    }
    Ok(())
}

fn array(pixels: &[f64]) -> [[f64; 32]; 32] {
    std::array::from_fn(|i| std::array::from_fn(|j| pixels[32 * i + j]))
}

/// A disc before a dark ground.
fn picture() -> [[f64; 32]; 32] {
    let from_middle = |i: usize| (i as f64 - 15.5).powi(2);
    let pixel = |i, j| {
        if from_middle(i) + from_middle(j) < 100.0 {
            1.0
        } else {
            0.0
        }
    };
    std::array::from_fn(|i| std::array::from_fn(|j| pixel(i, j)))
}

/// The same with noise, equally distributed from −0.4 to 0.4.
fn with_noise(image: [[f64; 32]; 32]) -> [[f64; 32]; 32] {
    let mut state = 1_u64;
    image.map(|row| {
        row.map(|pixel| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let uniform = (state >> 11) as f64 / (1_u64 << 53) as f64;
            pixel + 0.8 * (uniform - 0.5)
        })
    })
}
