//! What a variable has received.

use crate::expr::frames::cotangent::is_present;
use crate::expr::{Cotangent, Cotangents, Coverage, Frame};
use crate::scalar::{Branch, Scalar};

/// The cotangent of a `let` as it is pulled back: its elements, those absent that nothing has reached.
#[derive(Debug, Clone, Copy)]
pub struct Received<'c, S> {
    elements: &'c [S],
    coverage: Coverage,
}

impl<'c, S: Scalar> Received<'c, S> {
    /// The elements in the order of memory.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn elements(self) -> &'c [S] {
        self.elements
    }

    /// Elements, and which of them have been reached.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn of(elements: &'c [S], coverage: Coverage) -> Self {
        Received { elements, coverage }
    }

    /// Which of the elements have been reached.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn coverage(self) -> Coverage {
        self.coverage.of(self.elements.len())
    }

    /// Visits the elements that have been reached, with their indices.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn each_present(self, mut visit: impl FnMut(usize, S)) {
        let elements = self.elements.iter().enumerate();
        if self.coverage.told::<S>() == Coverage::Every {
            for (at, &element) in elements {
                visit(at, element);
            }
        } else {
            for (at, &element) in elements {
                if is_present(element, Coverage::Some) {
                    visit(at, element);
                }
            }
        }
    }

    /// The elements in rows of `len`.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn rows(self, len: usize) -> impl Iterator<Item = Self> {
        let coverage = self.coverage;
        self.elements.chunks_exact(len).map(
            #[cfg_attr(optimized, inline(always))]
            move |elements| Received { elements, coverage },
        )
    }

    /// Whether an element has been reached.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn is_any_present(self) -> bool {
        let any = match self.coverage().told::<S>() {
            Coverage::Every => S::zero(),
            Coverage::Some => S::select(S::are_absent(self.elements), S::absent(), S::zero()),
        };
        is_present(any, self.coverage())
    }

    /// Whether all elements have been reached.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn are_all_present(self) -> bool {
        self.coverage().told::<S>() == Coverage::Every || {
            // Without a branch for each.
            let none = S::zero().is_absent();
            let any = self.elements.iter().fold(
                none,
                #[cfg_attr(optimized, inline(always))]
                |any, element| any | element.is_absent(),
            );
            matches!(S::branch(any, || (), || ()), Branch::No(()))
        }
    }

    /// Pulls all elements back at once, if one has been reached.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn pull_any<Fr: Frame>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull: impl FnOnce(Self, &mut Cotangents<'_, Fr, S>) + Copy,
    ) {
        if self.is_any_present() {
            pull(self, cotangents);
        }
    }

    /// The cotangent of an element, as the seed of a callee's result.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn seed(self, at: usize) -> Cotangent<S> {
        Cotangent::of_present(self.elements[at], self.coverage)
    }

    /// Pulls an element back, if it has been reached.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn pull<Fr: Frame>(
        self,
        at: usize,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull: impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy,
    ) {
        cotangents.pull_present(self.elements[at], self.coverage, pull);
    }
}
