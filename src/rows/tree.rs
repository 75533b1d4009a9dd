//! The tree by which leaves are summed: always the same for a number of leaves.
//!
//! Of several leaves as many are on the left as the greatest power of two that is less than their number, and
//! the sum is that of both sides. So the rounding errors grow with the logarithm of the number, the leaves from
//! k·2ʲ to (k + 1)·2ʲ are always a tree of their own, and who sums which of these does not matter.

use core::ops::Range;

/// Divides two leaves or more in those on the left and those on the right.
#[inline]
pub(super) fn halves(leaves: Range<usize>) -> (Range<usize>, Range<usize>) {
    let middle = leaves.start + (1 << (leaves.len() - 1).ilog2());
    (leaves.start..middle, middle..leaves.end)
}

/// How many sums wait at most for those on their right.
#[cfg(feature = "std")]
pub(super) fn height(leaves: usize) -> usize {
    leaves.next_power_of_two().ilog2() as usize
}

/// Higher than any tree whose rows have an address each.
const HEIGHT: usize = 42;

/// Up to which height sums have a place at once. All places are a hundred kilobytes of a function of 300 inputs, which
/// the compiler clears as a whole.
const LOW: usize = 4;

/// The sum of what `leaf` gives of each leaf; there must be one.
///
/// It is one loop, so that what a leaf does is compiled once and what is the same for all can be taken out of it. A
/// sum waits at the height of its tree for the one on its right, as a bit of a counter does for the carry.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn sum<T>(
    leaves: Range<usize>,
    mut leaf: impl FnMut(usize) -> T,
    add: impl Fn(T, T) -> T + Copy,
) -> T {
    let mut low = [const { None }; LOW];
    let mut high: Option<[Option<T>; HEIGHT - LOW]> = None;
    let heights = (usize::BITS - leaves.len().leading_zeros()) as usize;
    for (count, index) in leaves.enumerate() {
        let mut sum = leaf(index);
        let height = (!count).trailing_zeros() as usize;
        let waiting = low.iter_mut().chain(high.iter_mut().flatten());
        for left in waiting.take(height) {
            sum = match left.take() {
                Some(left) => add(left, sum),
                None => sum,
            };
        }
        match height.checked_sub(LOW) {
            None => low[height] = Some(sum),
            Some(above) => {
                high.get_or_insert([const { None }; HEIGHT - LOW])[above] = Some(sum);
            }
        }
    }
    let waiting = low.iter_mut().chain(high.iter_mut().flatten());
    let sums = waiting.take(heights).filter_map(Option::take);
    sums.reduce(|right, left| add(left, right))
        .expect("there is a leaf")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;
    use std::string::{String, ToString};

    fn shown(leaves: Range<usize>) -> String {
        let leaf = |i: usize| i.to_string();
        sum(leaves, leaf, |left, right| format!("({left}{right})"))
    }

    #[test]
    fn the_left_is_a_power_of_two() {
        assert_eq!(shown(0..1), "0");
        assert_eq!(shown(0..4), "((01)(23))");
        assert_eq!(shown(0..7), "(((01)(23))((45)6))");
    }

    /// What another machine sums is in the whole tree as it stands.
    #[test]
    fn aligned_leaves_are_a_tree_of_their_own() {
        for leaves in 1..70 {
            let whole = shown(0..leaves);
            for size in [1, 2, 4, 8, 16] {
                for start in (0..leaves - leaves % size).step_by(size) {
                    let part = shown(start..start + size);
                    assert!(whole.contains(&part), "{part} is not in {whole}");
                }
            }
        }
    }
}
