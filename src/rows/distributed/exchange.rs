//! One evaluation: each rank sums its rows, and says how that went in the same message.

use super::subtrees::{Shards, combine};
use super::{Communicator, DistributedError};
use crate::drivers::LengthError;
use core::iter::zip;
use core::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::vec::Vec;

/// What is computed, at which point: ranks that differ in it would add what does not belong together.
#[derive(Clone, Copy)]
pub(super) struct Call<'x> {
    pub(super) kind: Kind,
    pub(super) x: &'x [f64],
    pub(super) v: &'x [f64],
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Value = 1,
    Gradient,
    HessianProduct,
    NormalEquations,
}

impl Call<'_> {
    /// The kind and the point, in 16 bits: so few that their squares can be summed exactly over ranks.
    fn stamp(self) -> u16 {
        // FNV-1a, by numbers.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ self.kind as u64;
        for number in self.x.iter().chain(self.v) {
            hash = (hash ^ number.to_bits()).wrapping_mul(0x0000_0100_0000_01b3);
            hash ^= hash >> 32;
        }
        (hash ^ (hash >> 16)) as u16
    }
}

/// What a rank sums, `width` numbers of each row.
pub(super) struct Summands<'s> {
    pub(super) width: usize,
    /// How many rows a leaf has.
    pub(super) leaf: usize,
    /// How many leaves.
    pub(super) leaves: usize,
    /// The sums over a range of leaves of this rank.
    pub(super) sum: &'s dyn Fn(Range<usize>, &mut [f64]),
    /// The summands of one of the rows of this rank.
    pub(super) row: &'s dyn Fn(usize, &mut [f64]),
    /// The number in this rank's data set of the row that is summed at a position.
    pub(super) number: &'s dyn Fn(usize) -> usize,
}

/// How it went on a rank.
#[derive(Clone, Copy)]
enum Report {
    Done,
    Length(LengthError),
    NotFinite { row: usize, before: usize },
    SumNotFinite,
    Panicked { row: Option<usize> },
}

/// The numbers of a report: which, three details, the kind of call and its stamp.
const HEADER: usize = 6;

/// The slices whose lengths are checked.
const ARGUMENTS: [&str; 4] = ["point", "direction", "gradient", "product"];

impl Report {
    fn encode(self, call: Call<'_>) -> [f64; HEADER] {
        let [which, a, b, c] = match self {
            Report::Done => [0, 0, 0, 0],
            Report::Length(error) => {
                let argument = ARGUMENTS.iter().position(|&name| name == error.argument);
                [1, argument.unwrap_or(0), error.expected, error.actual]
            }
            Report::NotFinite { row, before } => [2, row, before, 0],
            Report::SumNotFinite => [3, 0, 0, 0],
            Report::Panicked { row } => [4, row.map_or(0, |row| row + 1), 0, 0],
        }
        .map(|number| number as f64);
        let (kind, stamp) = (call.kind as u8, call.stamp());
        [which, a, b, c, f64::from(kind), f64::from(stamp)]
    }

    /// The error of a rank, if it has one.
    fn decode(
        &[which, a, b, c, ..]: &[f64; HEADER],
        rank: usize,
        shards: &Shards,
    ) -> Option<DistributedError> {
        let [a, b, c] = [a, b, c].map(|number| number as usize);
        Some(match which as u8 {
            0 => return None,
            1 => DistributedError::Length {
                rank,
                error: LengthError {
                    argument: ARGUMENTS[a],
                    expected: b,
                    actual: c,
                },
            },
            2 => DistributedError::NotFinite {
                rank,
                row: a,
                position: shards.rows(rank).start + b,
            },
            3 => DistributedError::SumNotFinite { rank },
            _ => DistributedError::Panicked {
                rank,
                row: a.checked_sub(1),
            },
        })
    }
}

/// The error that the headers of all ranks tell: that of the lowest rank that has one, or that a rank has
/// made another call than rank 0.
fn check(
    headers: impl Iterator<Item = [f64; HEADER]> + Clone,
    shards: &Shards,
) -> Result<(), DistributedError> {
    let mut first = None;
    for (rank, header) in headers.clone().enumerate() {
        if let Some(error) = Report::decode(&header, rank, shards) {
            return Err(error);
        }
        let [.., kind, stamp] = header;
        let (kind_of_first, stamp_of_first) = *first.get_or_insert((kind, stamp));
        if kind != kind_of_first {
            return Err(DistributedError::Call { rank });
        }
        if stamp != stamp_of_first {
            return Err(DistributedError::Point { rank });
        }
    }
    Ok(())
}

impl Summands<'_> {
    /// Sums some of the leaves into each of the slices.
    fn sum_all<'n>(
        &self,
        rows: usize,
        lengths: Result<(), LengthError>,
        parts: impl Iterator<Item = (Range<usize>, &'n mut [f64])>,
    ) -> Report {
        if let Err(error) = lengths {
            return Report::Length(error);
        }
        let mut is_finite = true;
        let summed = catch_unwind(AssertUnwindSafe(|| {
            for (leaves, sums) in parts {
                (self.sum)(leaves, sums);
                is_finite &= sums.iter().all(|number| number.is_finite());
            }
        }));
        if summed.is_ok() && is_finite {
            return Report::Done;
        }
        self.first_that_fails(rows).unwrap_or(match summed {
            Ok(()) => Report::SumNotFinite,
            Err(_) => Report::Panicked { row: None },
        })
    }

    /// Evaluates the rows one by one.
    fn first_that_fails(&self, rows: usize) -> Option<Report> {
        let mut numbers = std::vec![0.0; self.width];
        (0..rows).find_map(|position| {
            let number = || catch_unwind(AssertUnwindSafe(|| (self.number)(position)));
            let evaluated = catch_unwind(AssertUnwindSafe(|| (self.row)(position, &mut numbers)));
            match evaluated {
                Err(_) => Some(Report::Panicked {
                    row: Some(number().unwrap_or(position)),
                }),
                Ok(()) if numbers.iter().all(|number| number.is_finite()) => None,
                Ok(()) => Some(Report::NotFinite {
                    row: number().unwrap_or(position),
                    before: position,
                }),
            }
        })
    }

    /// The sums over the rows of all ranks, by the tree of all rows: in the order in which one machine adds.
    pub(super) fn ordered<C: Communicator + ?Sized>(
        &self,
        world: &C,
        shards: &Shards,
        call: Call<'_>,
        lengths: Result<(), LengthError>,
    ) -> Result<Vec<f64>, DistributedError> {
        let (rank, size) = (world.rank(), world.size());
        let width = self.width;
        let counts: Vec<usize> = (0..size)
            .map(|rank| HEADER + width * shards.subtrees(rank, self.leaf).count())
            .collect();
        let mut mine = std::vec![0.0; counts[rank]];
        let (header, sums) = mine.split_at_mut(HEADER);
        let start = shards.rows(rank).start / self.leaf;
        let subtrees = shards.subtrees(rank, self.leaf);
        let leaves = subtrees.map(|subtree| subtree.start - start..subtree.end - start);
        let parts = zip(leaves, sums.chunks_exact_mut(width));
        let report = self.sum_all(shards.rows(rank).len(), lengths, parts);
        header.copy_from_slice(&report.encode(call));
        let mut all = std::vec![0.0; counts.iter().sum()];
        world.all_gather(&mine, &counts, &mut all)?;

        let starts = counts.iter().scan(0, |next, count| {
            let start = *next;
            *next += count;
            Some(start)
        });
        let headers = starts.clone().map(|start| {
            let mut header = [0.0; HEADER];
            header.copy_from_slice(&all[start..][..HEADER]);
            header
        });
        check(headers, shards)?;
        let sums = starts.enumerate().flat_map(|(rank, start)| {
            let subtrees = shards.subtrees(rank, self.leaf).enumerate();
            subtrees.map(move |(at, subtree)| (subtree, start + HEADER + at * width))
        });
        let sums: Vec<_> = sums.collect();
        Ok(match combine(&mut all, width, sums.into_iter()) {
            Some(result) => all[result..][..width].to_vec(),
            None => std::vec![0.0; width],
        })
    }

    /// The sums over the rows of all ranks, in any order.
    pub(super) fn unordered<C: Communicator + ?Sized>(
        &self,
        world: &C,
        shards: &Shards,
        call: Call<'_>,
        lengths: Result<(), LengthError>,
    ) -> Result<Vec<f64>, DistributedError> {
        let mut sums = std::vec![0.0; self.width + 3];
        let (mine, _) = sums.split_at_mut(self.width);
        let parts = (self.leaves > 0).then_some((0..self.leaves, &mut *mine));
        let rows = shards.rows(world.rank()).len();
        let report = self.sum_all(rows, lengths, parts.into_iter());
        let is_done = matches!(report, Report::Done);
        if !is_done {
            mine.fill(0.0);
        }
        // How many have failed; and whether all stamps are equal, that is, whether their variance is 0: sums of integers
        // are exact, so all ranks see the same.
        let stamp = f64::from(call.stamp());
        let failed = f64::from(u8::from(!is_done));
        sums[self.width..].copy_from_slice(&[failed, stamp, stamp * stamp]);
        world.all_reduce_sum(&mut sums)?;
        let size = world.size();
        let mut stamps = sums.split_off(self.width).into_iter();
        let [failed, stamp, square] = [(); 3].map(|()| stamps.next().unwrap_or(f64::NAN));
        if failed == 0.0 && size as f64 * square == stamp * stamp {
            return Ok(sums);
        }
        let mut headers = std::vec![0.0; HEADER * size];
        world.all_gather(&report.encode(call), &std::vec![HEADER; size], &mut headers)?;
        check(headers.as_chunks().0.iter().copied(), shards)?;
        Err(DistributedError::Communicator(
            super::CommunicatorError::new("the ranks differ in what they have computed"),
        ))
    }
}
