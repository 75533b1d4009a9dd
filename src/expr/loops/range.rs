//! How often a loop goes round, and what it keeps of each step.

/// The numbers that the index of a loop goes through.
pub trait Range: Copy + 'static {
    /// The first.
    const START: usize;
    /// How many there are.
    const COUNT: usize;

    /// Something for each of them.
    type Each<T: Copy>: Copy;

    /// The same for each.
    fn fill<T: Copy>(one: T) -> Self::Each<T>;

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

macro_rules! range {
    ($Range:ident<$START:ident, $SIZE:ident>, $count:expr) => {
        impl<const $START: usize, const $SIZE: usize> Range for $Range<$START, $SIZE> {
            const START: usize = $START;
            const COUNT: usize = $count;

            type Each<T: Copy> = [T; $SIZE];

            #[inline(always)]
            fn fill<T: Copy>(one: T) -> [T; $SIZE] {
                [one; $SIZE]
            }
            #[inline(always)]
            fn all<T: Copy>(each: &[T; $SIZE]) -> &[T] {
                each
            }
            #[inline(always)]
            fn all_mut<T: Copy>(each: &mut [T; $SIZE]) -> &mut [T] {
                each
            }
        }
    };
}

range!(From<START, COUNT>, COUNT);
range!(Between<START, END>, END.saturating_sub(START));
