//! The residuals of a few rows and their Jacobians, in memory.

use super::at::At;
use crate::drivers::are_finite;
use crate::expr::{Blocks, Closed, Inputs, Shape};
use crate::rows::gradients;
use crate::scalar::{MOST_LANES, Plain, Scalar};
use std::vec;
use std::vec::Vec;

/// Where the residuals of a few rows and the entries of their Jacobians are written, row by row.
pub(super) struct Rows<'a, T, L> {
    pub(super) residuals: &'a mut [T],
    pub(super) entries: &'a mut [T],
    /// How many entries a row has.
    pub(super) per_row: usize,
    /// Which of its entries each number of a row's Jacobian is, if it is one.
    pub(super) layout: L,
}

/// Computes the values of `residual` and the Jacobians of as many rows as there are lanes, from number `position` on, or of what
/// is left of them.
#[cfg_attr(optimized, inline(always))]
pub(super) fn compute<G, H, T, const N: usize>(
    sum: &At<'_, G, T, N>,
    residual: H,
    position: usize,
    x: &[T],
    to: Rows<'_, T, impl Fn(usize) -> Option<usize>>,
) where
    G: Closed,
    H: Closed<Inputs = G::Inputs, Data = G::Data>,
    T: Plain + Scalar,
{
    let lanes = T::REGISTER_LANES;
    let rows = lanes.min(sum.row_count() - position);
    let results = H::Codomain::LEN;
    let Rows {
        residuals,
        entries,
        per_row,
        layout,
    } = to;
    if lanes > 1 && rows == lanes {
        let to = Rows {
            residuals: &mut *residuals,
            entries: &mut *entries,
            per_row,
            layout: &layout,
        };
        if compute_in_lanes(sum, residual, position, x, to) {
            return;
        }
    }
    for row in 0..rows {
        let residuals = &mut residuals[row * results..][..results];
        let entries = &mut entries[row * per_row..][..per_row];
        let inputs = sum.gather(position + row, x);
        sum.over().with_row(
            position + row,
            #[cfg_attr(optimized, inline(always))]
            |data: Blocks<'_, G::Data, T>| {
                gradients(
                    residual,
                    G::Inputs::refs(&inputs),
                    data,
                    #[cfg_attr(optimized, inline(always))]
                    |result, value, slopes| {
                        residuals[result] = value;
                        each_entry::<G::Inputs, T>(result, slopes, &layout, |entry, slope| {
                            entries[entry] = slope;
                        });
                    },
                );
            },
        );
    }
}

/// Of rows that fill the lanes; `false` if a derivative is not finite, which the lanes may have made so.
#[cfg_attr(optimized, inline(always))]
fn compute_in_lanes<G, H, T, const N: usize>(
    sum: &At<'_, G, T, N>,
    residual: H,
    position: usize,
    x: &[T],
    to: Rows<'_, T, impl Fn(usize) -> Option<usize>>,
) -> bool
where
    G: Closed,
    H: Closed<Inputs = G::Inputs, Data = G::Data>,
    T: Plain + Scalar,
{
    let inputs = sum.gather_pack(position, x);
    let data = sum.pack::<T>(position);
    let mut residuals = lane_by_lane(to.residuals, H::Codomain::LEN);
    let mut entries = lane_by_lane(to.entries, to.per_row);
    let mut all_finite = true;
    gradients(
        residual,
        G::Inputs::refs(&inputs),
        G::Data::refs(&data),
        #[cfg_attr(optimized, inline(always))]
        |result, value, slopes| {
            all_finite &= are_finite::<G::Inputs, T::Register>(slopes);
            for (lane, residuals) in residuals.iter_mut().enumerate().take(T::REGISTER_LANES) {
                residuals[result] = T::register_lane(value, lane);
            }
            each_entry::<G::Inputs, T::Register>(result, slopes, &to.layout, |entry, slope| {
                for (lane, entries) in entries.iter_mut().enumerate().take(T::REGISTER_LANES) {
                    entries[entry] = T::register_lane(slope, lane);
                }
            });
        },
    );
    all_finite
}

/// The numbers of the rows that are in the lanes, of which each has as many.
#[cfg_attr(optimized, inline(always))]
fn lane_by_lane<T: Scalar>(numbers: &mut [T], per_row: usize) -> [&mut [T]; MOST_LANES] {
    let mut rest = numbers;
    core::array::from_fn(
        #[cfg_attr(optimized, inline(always))]
        |lane| {
            if lane >= T::REGISTER_LANES {
                return Default::default();
            }
            let (row, others) = core::mem::take(&mut rest).split_at_mut(per_row);
            rest = others;
            row
        },
    )
}

/// Hands the derivatives of a result to a function, each with the number of the entry it is.
#[cfg_attr(optimized, inline(always))]
fn each_entry<I: Inputs, S: Copy>(
    result: usize,
    slopes: Blocks<'_, I, S>,
    layout: impl Fn(usize) -> Option<usize>,
    mut take: impl FnMut(usize, S),
) {
    let mut at = result * I::LEN;
    I::visit(slopes, &mut {
        #[cfg_attr(optimized, inline(always))]
        |slopes: &[S]| {
            for &slope in slopes {
                if let Some(entry) = layout(at) {
                    take(entry, slope);
                }
                at += 1;
            }
        }
    });
}

/// The residuals of a few rows, and their Jacobians: row by row, one residual after the other.
pub(super) struct OfRows<T> {
    residuals: Vec<T>,
    jacobian: Vec<T>,
}

impl<T: Plain + Scalar> OfRows<T> {
    pub(super) fn new<G: Closed>() -> Self {
        let lanes = T::REGISTER_LANES;
        OfRows {
            residuals: vec![T::zero(); lanes * G::Codomain::LEN],
            jacobian: vec![T::zero(); lanes * G::Codomain::LEN * G::Inputs::LEN],
        }
    }

    /// The residuals and the Jacobian of a row.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn of<G: Closed>(&self, row: usize) -> (&[T], &[T]) {
        let (results, entries) = (G::Codomain::LEN, G::Codomain::LEN * G::Inputs::LEN);
        (
            &self.residuals[row * results..][..results],
            &self.jacobian[row * entries..][..entries],
        )
    }

    /// Computes those of as many rows as there are lanes, from number `position` on, or of what is left of them.
    pub(super) fn compute<G, H, const N: usize>(
        &mut self,
        sum: &At<'_, G, T, N>,
        residual: H,
        position: usize,
        x: &[T],
    ) where
        G: Closed,
        H: Closed<Inputs = G::Inputs, Data = G::Data>,
    {
        let to = Rows {
            residuals: &mut self.residuals,
            entries: &mut self.jacobian,
            per_row: H::Codomain::LEN * H::Inputs::LEN,
            layout: Some,
        };
        compute(sum, residual, position, x, to);
    }
}
