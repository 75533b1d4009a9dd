//! Which parts of the tree of all rows each rank sums, and how they are put together.

use super::DistributedError;
use super::communicator::CHUNK;
use core::ops::Range;
use std::vec::Vec;

/// Which rows are whose.
pub(super) struct Shards {
    /// How many rows there are up to the end of each rank's.
    ends: Vec<usize>,
}

impl Shards {
    pub(super) fn new(rows: impl Iterator<Item = usize>) -> Self {
        let ends = rows.scan(0, |end, rows| {
            *end += rows;
            Some(*end)
        });
        Shards {
            ends: ends.collect(),
        }
    }

    /// How many rows all ranks have.
    pub(super) fn total(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// The rows of a rank, numbered from 0 over all ranks.
    pub(super) fn rows(&self, rank: usize) -> Range<usize> {
        let start = rank.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[rank]
    }

    /// Checks that every rank's rows begin at a multiple of 256.
    pub(super) fn check(&self) -> Result<(), DistributedError> {
        for rank in 0..self.ends.len() {
            let rows = self.rows(rank);
            if !rows.end.is_multiple_of(CHUNK) && rows.end < self.total() && !rows.is_empty() {
                let rows = rows.len();
                return Err(DistributedError::Shard { rank, rows });
            }
        }
        Ok(())
    }

    /// The subtrees of a rank, if a leaf has so many rows.
    pub(super) fn subtrees(&self, rank: usize, leaf: usize) -> impl Iterator<Item = Range<usize>> {
        let rows = self.rows(rank);
        let leaves = rows.start / leaf..rows.end.div_ceil(leaf);
        subtrees(if rows.is_empty() { 0..0 } else { leaves })
    }
}

/// The greatest complete subtrees of which leaves are made up, from left to right: each of 2ʲ leaves from k·2ʲ on.
fn subtrees(leaves: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut next = leaves.start;
    core::iter::from_fn(move || {
        let height = (leaves.end - next).checked_ilog2()?;
        let subtree = next..next + (1 << height.min(next.trailing_zeros()));
        next = subtree.end;
        Some(subtree)
    })
}

/// Adds up the sums of subtrees, as the tree of all leaves does: `width` numbers of each, from the index that stands with
/// it. The index of the result is given back, if there is one.
pub(super) fn combine(
    sums: &mut [f64],
    width: usize,
    subtrees: impl Iterator<Item = (Range<usize>, usize)>,
) -> Option<usize> {
    let mut add = |left: usize, right: usize| {
        let (lefts, rights) = sums.split_at_mut(right);
        for (left, &right) in lefts[left..][..width].iter_mut().zip(&rights[..width]) {
            *left += right;
        }
    };
    let mut waiting: Vec<(Range<usize>, usize)> = Vec::new();
    for (mut subtree, mut at) in subtrees {
        while let Some((left, left_at)) = waiting.pop_if(|(left, _)| {
            left.len() == subtree.len() && left.start.is_multiple_of(2 * left.len())
        }) {
            add(left_at, at);
            (subtree, at) = (left.start..subtree.end, left_at);
        }
        waiting.push((subtree, at));
    }
    let mut result = waiting.pop()?.1;
    for (_, left) in waiting.into_iter().rev() {
        add(left, result);
        result = left;
    }
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::super::super::tree;
    use super::*;

    /// Numbers whose sum depends on the order.
    fn leaf(index: usize) -> f64 {
        1.0 / (3 * index + 1) as f64
    }

    /// Cut where one likes, the subtrees give the bits of the whole tree.
    #[test]
    fn the_tree_is_the_same_wherever_it_is_cut() {
        for leaves in 1..80 {
            let whole = tree::sum(0..leaves, leaf, |x, y| x + y);
            for cut in 0..=leaves {
                for second in [cut, (cut + leaves).div_ceil(2), leaves] {
                    let mut sums = Vec::new();
                    let mut all = Vec::new();
                    for part in [0..cut, cut..second, second..leaves] {
                        for subtree in subtrees(part) {
                            let sum = tree::sum(subtree.clone(), leaf, |x, y| x + y);
                            all.push((subtree, sums.len()));
                            sums.extend([sum, -sum]);
                        }
                    }
                    let result = combine(&mut sums, 2, all.into_iter()).expect("leaves");
                    assert_eq!(sums[result].to_bits(), whole.to_bits(), "{leaves} {cut}");
                    assert_eq!(sums[result + 1], -whole);
                }
            }
        }
    }

    #[test]
    fn subtrees_are_few() {
        assert_eq!(subtrees(0..0).count(), 0);
        assert_eq!(subtrees(3..9).collect::<Vec<_>>(), [3..4, 4..8, 8..9]);
        for start in 0..50 {
            for leaves in 1..2_000 {
                let most = 2 * (leaves as f64).log2().ceil() as usize + 1;
                assert!(subtrees(start..start + leaves).count() <= most);
            }
        }
    }

    #[test]
    fn shards_begin_at_chunks() {
        let shards = |rows: &[usize]| Shards::new(rows.iter().copied());
        assert_eq!(shards(&[256, 0, 512, 3, 0]).check(), Ok(()));
        assert_eq!(shards(&[256, 0, 512, 3, 0]).rows(2), 256..768);
        let refused = shards(&[256, 100, 0, 4]).check();
        assert_eq!(refused, Err(DistributedError::Shard { rank: 1, rows: 100 }));
    }
}
