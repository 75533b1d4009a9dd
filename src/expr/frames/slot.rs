//! Slots: the ways to the cotangents of variables with shapes.

use crate::expr::{Block, Cotangent, Cotangents, Coverage, Received, Shape, ShapedFrame, kernels};
use crate::scalar::{Packing, Scalar};
use core::fmt;

/// The way to the cotangent of a variable: where it is, if it is wanted, and what has reached it yet.
///
/// What is there before anything has reached it does not matter, unless it is known to be 0.
pub struct Slot<'c, Sh: Shape, S: Scalar + 'c> {
    pub(super) place: Option<&'c mut Sh::Of<S>>,
    pub(super) state: State,
    /// Whether it matters which elements have been reached: those of a `let`, which are pulled back.
    pub(super) is_tracked: bool,
    /// Whether it holds 0 as long as nothing has reached it, and need not be made so again.
    pub(super) is_zeroed: bool,
    /// How many elements of a long matrix, the first ones, hold what has reached them, where its rows come one after the
    /// other. It fits beside the states: of slots larger than 24 bytes LLVM leaves small gradients in memory.
    pub(super) filled: u32,
    /// Where the caller, whose variable it is, wants the state in the end.
    pub(super) report: Option<&'c mut State>,
}

/// What has reached a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing has reached it.
    Untouched,
    /// It holds the sum of what has reached it, and `absent` where nothing has.
    Partial,
    /// The first ones hold the sum of what has reached them; nothing has reached the others, whatever is there.
    Filling,
    /// A real that holds −0, to which adding is exact, and is about to be added to.
    Zeroed,
    /// A real that holds −0, to which nothing has been added yet.
    Open,
    /// It holds the sum of what has reached it.
    Reached,
}

impl State {
    /// Which elements have been reached, if any has.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn coverage(self) -> Option<Coverage> {
        match self {
            State::Untouched | State::Open => None,
            State::Partial => Some(Coverage::Some),
            State::Filling | State::Zeroed | State::Reached => Some(Coverage::Every),
        }
    }
}

/// How many numbers are so many that the time to write them to memory counts.
const LONG: usize = 1024;

impl<'c, Sh: Shape, S: Scalar + 'c> Slot<'c, Sh, S> {
    #[cfg_attr(optimized, inline(always))]
    fn with(place: Option<&'c mut Sh::Of<S>>, state: State) -> Self {
        Slot {
            place,
            state,
            is_tracked: false,
            is_zeroed: false,
            filled: 0,
            report: None,
        }
    }

    /// Whether it is of a matrix so long that it counts whether it is written twice.
    pub(super) const IS_LONG: bool =
        Sh::RANK == 2 && Sh::LEN >= LONG && Sh::LEN <= u32::MAX as usize && !S::IS_PACK;

    /// Makes the elements that have not been reached 0.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn fill_up(&mut self) {
        if self.state == State::Filling {
            if let Some(place) = &mut self.place {
                Sh::flat_mut(place)[self.filled as usize..].fill(S::zero());
            }
            self.state = State::Reached;
        }
    }

    /// Makes ready for the rows of a matrix to be added to, which are not made 0 before if they come one after the other.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn reach_rows(&mut self, coverage: Coverage) {
        let is_new = self.state == State::Untouched && !self.is_tracked && !self.is_zeroed;
        if const { Self::IS_LONG } && is_new {
            self.state = State::Filling;
        } else {
            self.reach(coverage);
        }
    }

    /// [`add_scaled`](Slot::add_scaled) to elements that nothing has reached, and nothing any behind them.
    #[cfg_attr(optimized, inline(always))]
    fn write_scaled(&mut self, start: usize, factor: S, x: &[S]) {
        let Some(place) = &mut self.place else { return };
        let sums = Sh::flat_mut(place);
        sums[self.filled as usize..start].fill(S::zero());
        kernels::write_each(
            &mut sums[start..][..x.len()],
            #[cfg_attr(optimized, inline(always))]
            |at, _| (factor * x[at]).present(),
        );
        self.filled = (start + x.len()) as u32;
    }

    /// Of a variable whose cotangent is not wanted.
    #[cfg_attr(optimized, inline(always))]
    pub fn unwanted() -> Self {
        Self::with(None, State::Untouched)
    }

    /// Where the derivative in an input is to be written.
    #[cfg_attr(optimized, inline(always))]
    pub fn new(place: &'c mut Sh::Of<S>) -> Self {
        Self::with(Some(place), State::Untouched)
    }

    /// Where the derivative in an input is to be written, and there is 0.
    #[cfg_attr(optimized, inline(always))]
    pub fn zeroed(place: &'c mut Sh::Of<S>) -> Self {
        Slot {
            is_zeroed: true,
            ..Self::new(place)
        }
    }

    /// Where the derivative in an input is to be added to.
    #[cfg_attr(optimized, inline(always))]
    pub fn sum(place: &'c mut Sh::Of<S>) -> Self {
        Self::with(Some(place), State::Reached)
    }

    /// Where the cotangent of a `let` is to be written, and there is 0.
    #[cfg_attr(optimized, inline(always))]
    pub fn local(place: &'c mut Sh::Of<S>) -> Self {
        Slot {
            is_tracked: true,
            ..Self::zeroed(place)
        }
    }

    /// Where the cotangent of a `let` is to be written, whatever is there.
    #[cfg_attr(optimized, inline(always))]
    pub fn unset_local(place: &'c mut Sh::Of<S>) -> Self {
        Slot {
            is_tracked: true,
            ..Self::new(place)
        }
    }

    /// Adds to the cotangent of one element.
    #[cfg_attr(optimized, inline(always))]
    pub fn add(&mut self, at: usize, cotangent: S) {
        // First, so that of data, whose cotangents are not wanted, a loop keeps no state.
        if self.place.is_none() {
            return;
        }
        if const { Sh::LEN != 1 } && self.state == State::Untouched {
            self.reach(Coverage::Some);
        }
        if const { Self::IS_LONG } {
            self.fill_up();
        }
        let Some(place) = &mut self.place else { return };
        let sum = &mut Sh::flat_mut(place)[if const { Sh::LEN == 1 } { 0 } else { at }];
        // What never changes is tested first: of an input a loop keeps no state then.
        if self.is_tracked && self.state == State::Partial {
            *sum = *sum + cotangent.present();
        } else if const { Sh::LEN == 1 } && self.state == State::Untouched {
            *sum = cotangent;
            self.state = State::Reached;
        } else {
            *sum = *sum + cotangent;
            self.state = State::Reached;
        }
    }

    /// Makes ready for elements to be added to.
    #[cfg_attr(optimized, inline(always))]
    pub fn reach(&mut self, coverage: Coverage) {
        if const { Self::IS_LONG } {
            self.fill_up();
        }
        let Some(place) = &mut self.place else { return };
        let is_partial = self.is_tracked && coverage.told::<S>() == Coverage::Some;
        match self.state {
            State::Untouched if const { Sh::LEN == 1 } => {
                Sh::flat_mut(place)[0] = -S::zero();
                self.state = if is_partial {
                    State::Open
                } else {
                    State::Zeroed
                };
            }
            State::Untouched if is_partial => {
                Sh::flat_mut(place).fill(S::absent());
                self.state = State::Partial;
            }
            State::Untouched => {
                if !self.is_zeroed {
                    Sh::flat_mut(place).fill(S::zero());
                }
                self.state = State::Reached;
            }
            State::Open if !is_partial => self.state = State::Zeroed,
            // What is absent, −0, is about to be added to.
            State::Partial if !is_partial => self.state = State::Reached,
            _ => {}
        }
    }

    /// Adds to the cotangents of all elements, by a function of their index.
    #[cfg_attr(optimized, inline(always))]
    pub fn add_each(&mut self, cotangent: impl Fn(usize) -> S + Copy) {
        if const { Self::IS_LONG } {
            self.fill_up();
        }
        if let Some(place) = &mut self.place {
            let sums = Sh::flat_mut(place);
            if self.state == State::Untouched {
                kernels::write_each(sums, |at, _| cotangent(at));
            } else {
                kernels::add_each(sums, cotangent);
            }
            self.state = State::Reached;
        }
    }

    /// Adds to the cotangents of the elements, by a function of their index that gives what is absent for some.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn add_some(&mut self, cotangent: impl Fn(usize) -> S + Copy) {
        self.reach(Coverage::Some);
        if let Some(place) = &mut self.place {
            kernels::add_one_by_one(Sh::flat_mut(place), cotangent);
        }
    }

    // What follows is for slots in memory, whose state is not known when the program is compiled. The tests of the state
    // are a function, and not copied to every variable of every `let`.

    /// [`reach`](Slot::reach).
    #[inline(never)]
    pub(in crate::expr) fn reach_in_memory(&mut self, coverage: Coverage) {
        self.reach(coverage);
    }

    /// [`take`](Slot::take).
    #[inline(never)]
    pub(in crate::expr) fn take_in_memory(&mut self) -> Option<Received<'c, S>> {
        self.take()
    }

    /// [`add`](Slot::add).
    #[inline]
    pub(in crate::expr) fn add_in_memory(&mut self, at: usize, cotangent: S) {
        if self.place.is_some() && matches!(self.state, State::Untouched | State::Filling) {
            self.reach_in_memory(Coverage::Some);
        }
        let Some(place) = &mut self.place else { return };
        let sum = &mut Sh::flat_mut(place)[if const { Sh::LEN == 1 } { 0 } else { at }];
        if self.state == State::Partial {
            *sum = *sum + cotangent.present();
        } else {
            *sum = *sum + cotangent;
            if const { Sh::LEN == 1 } {
                self.state = State::Reached;
            }
        }
    }

    /// [`add_each`](Slot::add_each).
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn add_each_in_memory(&mut self, cotangent: impl Fn(usize) -> S + Copy) {
        self.reach_in_memory(Coverage::Every);
        if let Some(place) = &mut self.place {
            kernels::add_one_by_one(Sh::flat_mut(place), cotangent);
        }
    }

    /// [`add_some`](Slot::add_some).
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn add_some_in_memory(&mut self, cotangent: impl Fn(usize) -> S + Copy) {
        self.reach_in_memory(Coverage::Some);
        if let Some(place) = &mut self.place {
            kernels::add_one_by_one(Sh::flat_mut(place), cotangent);
        }
    }

    /// Adds to the elements from number `start` on: `factor` times the numbers of `x`.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn add_scaled(&mut self, start: usize, factor: S, x: &[S]) {
        if self.place.is_none() {
            return;
        }
        if self.state == State::Untouched {
            self.reach(if x.len() == Sh::LEN {
                Coverage::Every
            } else {
                Coverage::Some
            });
        }
        if const { Self::IS_LONG } && self.state == State::Filling {
            if start >= self.filled as usize {
                return self.write_scaled(start, factor, x);
            }
            if start + x.len() > self.filled as usize {
                self.fill_up();
            }
        }
        let is_partial = self.state == State::Partial;
        let Some(place) = &mut self.place else { return };
        let sums = &mut Sh::flat_mut(place)[start..][..x.len()];
        if is_partial {
            for (sum, &x) in sums.iter_mut().zip(x) {
                *sum = *sum + (factor * x).present();
            }
        } else {
            kernels::add_scaled(sums, factor, x);
        }
    }

    /// Adds to the elements from number `start` on, which have been told to be about to be [reached](Slot::reach).
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn add_lanes<Q: Packing<S>>(&mut self, start: usize, terms: Q::Pack) {
        let is_partial = self.is_tracked && self.state == State::Partial;
        let Some(place) = &mut self.place else { return };
        let sums = &mut Sh::flat_mut(place)[start..][..Q::LANES];
        for (lane, sum) in sums.iter_mut().enumerate() {
            let term = Q::lane(terms, lane);
            *sum = *sum + if is_partial { term.present() } else { term };
        }
    }

    /// Whether the cotangent is wanted.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn is_wanted(&self) -> bool {
        self.place.is_some()
    }

    /// Adds to each row of a matrix what it has received times the numbers of `x`.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn add_outer(&mut self, received: Received<'_, S>, x: &[S]) {
        if const { Self::IS_LONG } {
            self.reach_rows(received.coverage());
            if self.state == State::Filling {
                return received.each_present(
                    #[cfg_attr(optimized, inline(always))]
                    |row, cotangent| self.write_scaled(row * x.len(), cotangent, x),
                );
            }
        } else {
            self.reach(received.coverage());
        }
        let is_partial = self.state == State::Partial;
        let Some(place) = &mut self.place else { return };
        let sums = Sh::flat_mut(place);
        if is_partial {
            received.each_present(
                #[cfg_attr(optimized, inline(always))]
                |row, cotangent| {
                    let sums = &mut sums[row * x.len()..][..x.len()];
                    kernels::add_each(sums, |at| (cotangent * x[at]).present());
                },
            );
        } else {
            received.each_present(
                #[cfg_attr(optimized, inline(always))]
                |row, cotangent| {
                    let sums = &mut sums[row * x.len()..][..x.len()];
                    kernels::add_scaled(sums, cotangent, x);
                },
            );
        }
    }

    /// Makes ready for elements to be taken out.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn part(&mut self) {
        if const { S::IS_PACK } {
            return self.reach(Coverage::Every);
        }
        self.is_tracked = true;
        if const { Self::IS_LONG } {
            self.fill_up();
        }
        let Some(place) = &mut self.place else { return };
        let sums = Sh::flat_mut(place);
        match self.state {
            State::Untouched | State::Open => sums.fill(S::absent()),
            State::Partial => {}
            State::Filling | State::Zeroed | State::Reached => {
                for sum in sums {
                    *sum = sum.present();
                }
            }
        }
        self.state = State::Partial;
    }

    /// What one element has received, which it has not any more.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn take_out(&mut self, at: usize) -> Cotangent<S> {
        if self.state != State::Partial {
            self.part();
        }
        let Some(place) = &mut self.place else {
            return Cotangent::NONE;
        };
        let sum = &mut Sh::flat_mut(place)[at];
        let taken = Cotangent::of_present(*sum, Coverage::Some);
        *sum = S::absent();
        taken
    }

    /// Takes a variable's slot out of its frame, for a callee.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn of<Fr: ShapedFrame, P: Block<Fr, Shape = Sh>>(
        variable: P,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) -> Self {
        core::mem::replace(variable.slot(cotangents), Self::unwanted())
    }

    /// Puts it back.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn put_back<Fr: ShapedFrame, P: Block<Fr, Shape = Sh>>(
        self,
        variable: P,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) {
        *variable.slot(cotangents) = self;
    }

    /// The same slot for a callee, which [settles](Slot::settle) it.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn lend(&mut self) -> Slot<'_, Sh, S> {
        if const { Self::IS_LONG } {
            self.fill_up();
        }
        Slot {
            place: self.place.as_deref_mut(),
            state: self.state,
            is_tracked: self.is_tracked,
            is_zeroed: self.is_zeroed,
            filled: 0,
            report: Some(&mut self.state),
        }
    }

    /// What has reached the variable, if anything has.
    #[cfg_attr(optimized, inline(always))]
    pub fn take(&mut self) -> Option<Received<'c, S>> {
        if const { Self::IS_LONG } {
            self.fill_up();
        }
        let coverage = self.state.coverage()?;
        let place = self.place.take()?;
        Some(Received::of(Sh::flat(place), coverage))
    }

    /// Ends a function's sweep: writes 0 where nothing has reached, or tells the caller.
    #[cfg_attr(optimized, inline(always))]
    pub fn settle(&mut self) {
        if const { Self::IS_LONG } {
            self.fill_up();
        }
        if let Some(report) = &mut self.report {
            **report = self.state;
        } else if let Some(place) = &mut self.place {
            match self.state {
                State::Untouched if self.is_zeroed => {}
                State::Untouched => Sh::flat_mut(place).fill(S::zero()),
                State::Zeroed | State::Open => {
                    let sum = &mut Sh::flat_mut(place)[0];
                    *sum = *sum + S::zero();
                }
                State::Filling | State::Partial | State::Reached => {}
            }
        }
    }
}

impl<Sh: Shape, S: Scalar> fmt::Debug for Slot<'_, Sh, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slot")
            .field("is_wanted", &self.place.is_some())
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}
