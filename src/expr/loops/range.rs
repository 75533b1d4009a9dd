//! How often a loop goes round, and what it keeps of each step.

/// The numbers that the index of a loop goes through.
pub trait Range: Copy + 'static {
    /// The first.
    const START: usize;
    /// How many there are.
    const COUNT: usize;

    /// Something for each of them.
    type Each<T: Copy>: Copy;

    /// That, by their positions, 0, 1, …, in order.
    fn each<T: Copy>(make: impl FnMut(usize) -> T) -> Self::Each<T>;

    /// What there is for one, by its position.
    fn get<T: Copy>(each: &Self::Each<T>, position: usize) -> &T;
}

/// `START..START + COUNT`.
#[derive(Debug, Clone, Copy)]
pub struct From<const START: usize, const COUNT: usize>;

/// `START..END`, of which how many there are cannot be said in a type.
#[derive(Debug, Clone, Copy)]
pub struct Between<const START: usize, const END: usize>;

impl<const START: usize, const COUNT: usize> Range for From<START, COUNT> {
    const START: usize = START;
    const COUNT: usize = COUNT;

    type Each<T: Copy> = [T; COUNT];

    #[inline(always)]
    fn each<T: Copy>(make: impl FnMut(usize) -> T) -> [T; COUNT] {
        core::array::from_fn(make)
    }
    #[inline(always)]
    fn get<T: Copy>(each: &[T; COUNT], position: usize) -> &T {
        &each[position]
    }
}

impl<const START: usize, const END: usize> Range for Between<START, END> {
    const START: usize = START;
    const COUNT: usize = END.saturating_sub(START);

    type Each<T: Copy> = [Option<T>; END];

    #[inline(always)]
    fn each<T: Copy>(mut make: impl FnMut(usize) -> T) -> [Option<T>; END] {
        let mut each = [const { None }; END];
        for (position, one) in each.iter_mut().enumerate().take(Self::COUNT) {
            *one = Some(make(position));
        }
        each
    }
    #[inline(always)]
    fn get<T: Copy>(each: &[Option<T>; END], position: usize) -> &T {
        each[position].as_ref().expect("every step is kept")
    }
}
