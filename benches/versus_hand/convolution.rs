//! A convolution of 3 × 3 with 8 channels, the rectifier, and the mean over 16 × 16, by windows of the rows.

use monograd::prelude::*;

const C: usize = 8;
const SIDE: usize = 18;

pub type Parameters = ([[[f64; 3]; 3]; C], [f64; C]);
pub type Image = [[f64; SIDE]; SIDE];

func! {
    fn convolution(kernels: [[[R; 3]; 3]; C], biases: [R; C]; image: [[R; SIDE]; SIDE]) {
        let mut total = 0;
        for c in 0..C {
            for i in 0..16 {
                let row = kernels[c][0][0] * image[i].window::<0, 16>()
                    + kernels[c][0][1] * image[i].window::<1, 16>()
                    + kernels[c][0][2] * image[i].window::<2, 16>()
                    + kernels[c][1][0] * image[i + 1].window::<0, 16>()
                    + kernels[c][1][1] * image[i + 1].window::<1, 16>()
                    + kernels[c][1][2] * image[i + 1].window::<2, 16>()
                    + kernels[c][2][0] * image[i + 2].window::<0, 16>()
                    + kernels[c][2][1] * image[i + 2].window::<1, 16>()
                    + kernels[c][2][2] * image[i + 2].window::<2, 16>()
                    + biases[c];
                total += row.relu().sum();
            }
        }
        total / 2048
    }
}

pub fn point(draw: &mut impl FnMut() -> f64) -> (Parameters, Image) {
    let kernels = std::array::from_fn(|_| std::array::from_fn(|_| std::array::from_fn(|_| draw())));
    let biases = std::array::from_fn(|_| 0.1 * draw());
    (
        (kernels, biases),
        std::array::from_fn(|_| std::array::from_fn(|_| draw())),
    )
}

#[inline(always)]
pub fn ours((parameters, image): &(Parameters, Image)) -> (f64, Parameters) {
    convolution.with(image).value_and_gradient(parameters)
}

#[inline(always)]
pub fn by_hand(((kernels, biases), image): &(Parameters, Image)) -> (f64, Parameters) {
    let (mut total, mut kernels_bar, mut biases_bar) = (0.0, [[[0.0; 3]; 3]; C], [0.0; C]);
    for c in 0..C {
        // Of each place in a row, so that they are side by side.
        let mut sums = [[[0.0; 16]; 3]; 3];
        let (mut counts, mut totals) = ([0.0; 16], [0.0; 16]);
        for i in 0..16 {
            let mut row = [biases[c]; 16];
            for a in 0..3 {
                for b in 0..3 {
                    for j in 0..16 {
                        row[j] += kernels[c][a][b] * image[i + a][j + b];
                    }
                }
            }
            let mut active = [0.0; 16];
            for j in 0..16 {
                active[j] = if row[j] > 0.0 { 1.0 } else { 0.0 };
                totals[j] += row[j] * active[j];
                counts[j] += active[j];
            }
            for a in 0..3 {
                for b in 0..3 {
                    for j in 0..16 {
                        sums[a][b][j] += active[j] * image[i + a][j + b];
                    }
                }
            }
        }
        total += totals.iter().sum::<f64>();
        biases_bar[c] = counts.iter().sum::<f64>() / 2048.0;
        for a in 0..3 {
            for b in 0..3 {
                kernels_bar[c][a][b] = sums[a][b].iter().sum::<f64>() / 2048.0;
            }
        }
    }
    (total / 2048.0, (kernels_bar, biases_bar))
}
