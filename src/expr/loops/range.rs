//! What the index of a loop goes through, and what is kept of each step.

use crate::expr::frames::nested::Indices;
use core::fmt;

/// The numbers that the index of a loop goes through, one after the other.
pub trait Range: Copy + 'static {
    /// How many there are at most.
    const MOST: usize;

    /// Something for each of them.
    type Each<T: Copy>: Copy;

    /// The first, and how many there are, by the indices of the loops around.
    fn bounds(self, indices: &Indices) -> (usize, usize);

    /// What the function gives, for each.
    fn fill<T: Copy>(one: impl Fn() -> T) -> Self::Each<T>;

    /// All, by their positions, 0, 1, …; perhaps with more after them.
    fn all<T: Copy>(each: &Self::Each<T>) -> &[T];

    /// As [`all`](Range::all).
    fn all_mut<T: Copy>(each: &mut Self::Each<T>) -> &mut [T];
}

/// `START..START + COUNT`.
#[derive(Debug, Clone, Copy)]
pub struct From<const START: usize, const COUNT: usize>;

/// `START..END`, of which how many there are cannot be said in a type.
#[derive(Debug, Clone, Copy)]
pub struct Between<const START: usize, const END: usize>;

/// A range of at most `MOST` numbers whose ends are computed: from the indices of the loops around, and from sizes.
#[derive(Clone, Copy)]
pub struct Varying<const MOST: usize, F> {
    ends: F,
}

impl<const MOST: usize, F> fmt::Debug for Varying<MOST, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Varying").finish_non_exhaustive()
    }
}

/// A range of at most `MOST` numbers from one end to before the other.
#[cfg_attr(optimized, inline(always))]
pub fn varying<const MOST: usize, F>(ends: F) -> Varying<MOST, F>
where
    F: Fn(&Indices) -> (usize, usize) + Copy + 'static,
{
    Varying { ends }
}

macro_rules! range {
    ([$($generics:tt)*] $Range:ty, $MOST:expr, |$range:ident, $indices:ident| $bounds:expr, [T; $SIZE:expr]) => {
        impl<$($generics)*> Range for $Range {
            const MOST: usize = $MOST;

            type Each<T: Copy> = [T; $SIZE];

            #[cfg_attr(optimized, inline(always))]
            fn bounds(self, $indices: &Indices) -> (usize, usize) {
                let $range = self;
                $bounds
            }
            #[cfg_attr(optimized, inline(always))]
            fn fill<T: Copy>(one: impl Fn() -> T) -> [T; $SIZE] {
                core::array::from_fn(
                    #[cfg_attr(optimized, inline(always))]
                    |_| one(),
                )
            }
            #[cfg_attr(optimized, inline(always))]
            fn all<T: Copy>(each: &[T; $SIZE]) -> &[T] {
                each
            }
            #[cfg_attr(optimized, inline(always))]
            fn all_mut<T: Copy>(each: &mut [T; $SIZE]) -> &mut [T] {
                each
            }
        }
    };
}

range!([const START: usize, const COUNT: usize] From<START, COUNT>, COUNT, |_range, _indices| (START, COUNT), [T; COUNT]);
range!([const START: usize, const END: usize] Between<START, END>, END.saturating_sub(START), |_range, _indices| (START, Self::MOST), [T; END]);
range!(
    [const MOST: usize, F: Fn(&Indices) -> (usize, usize) + Copy + 'static] Varying<MOST, F>,
    MOST,
    |range, indices| {
        let (start, end) = (range.ends)(indices);
        let count = end.saturating_sub(start);
        // What is computed below 0 is very large in release builds.
        assert!(
            count <= MOST,
            "the bounds of a loop overflow: {start}..{end} has more than {MOST} steps"
        );
        (start, count)
    },
    [T; MOST]
);
