//! The diagonal of the Hessian of a sum of distances, of 40 points from 5 centres.

use monograd::prelude::*;
use monograd::sparse::SparseHessian;

const C: usize = 5;
const P: usize = 40;

pub type Centres = [[f64; 2]; C];
pub type Points = [[f64; 2]; P];

func! {
    fn distances(centres: [[R; 2]; C]; points: [[R; 2]; P]) {
        let mut total = 0;
        for p in 0..P {
            for c in 0..C {
                let d = points[p] - centres[c];
                total += d.norm();
            }
        }
        total
    }
}

pub fn point(draw: &mut impl FnMut() -> f64) -> (Centres, Points) {
    let centres = std::array::from_fn(|_| std::array::from_fn(|_| draw()));
    (
        centres,
        std::array::from_fn(|_| std::array::from_fn(|_| 2.0 * draw())),
    )
}

#[inline(always)]
pub fn ours((centres, points): &(Centres, Points)) -> Centres {
    distances.with(points).hessian_diagonal(centres)
}

/// The same by the pattern of the Hessian, which is found once: a Hessian–vector product for each of two colours.
pub fn by_pattern(points: &Points) -> impl FnMut(&(Centres, Points)) -> Centres {
    let mut hessian = SparseHessian::of(distances.with(points)).diagonal();
    move |(centres, _)| {
        let mut diagonal = [[0.0; 2]; C];
        hessian
            .values_into(centres.as_flattened(), diagonal.as_flattened_mut())
            .expect("slices of these lengths");
        diagonal
    }
}

#[inline(always)]
pub fn by_hand((centres, points): &(Centres, Points)) -> Centres {
    let mut diagonal = [[0.0; 2]; C];
    for point in points {
        for c in 0..C {
            let d: [f64; 2] = std::array::from_fn(|k| point[k] - centres[c][k]);
            let squares = d[0] * d[0] + d[1] * d[1];
            let recip = 1.0 / (squares * squares.sqrt());
            diagonal[c][0] += d[1] * d[1] * recip;
            diagonal[c][1] += d[0] * d[0] * recip;
        }
    }
    diagonal
}
