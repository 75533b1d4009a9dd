//! Memory that an evaluation on slices uses again.

#[cfg(feature = "std")]
use crate::forward::Dual;
use crate::scalar::Scalar;
#[cfg(feature = "std")]
use std::vec::Vec;

/// Up to how many numbers are computed with on the stack.
pub(super) const FEW: usize = 512;

/// Memory for sums that wait for others; without the feature `std` there is none.
#[derive(Debug, Clone)]
pub struct Spare<S> {
    #[cfg(feature = "std")]
    pub(crate) numbers: Vec<S>,
    #[cfg(not(feature = "std"))]
    numbers: core::marker::PhantomData<fn() -> S>,
}

impl<S> Spare<S> {
    /// None yet.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) const fn new() -> Self {
        Spare {
            #[cfg(feature = "std")]
            numbers: Vec::new(),
            #[cfg(not(feature = "std"))]
            numbers: core::marker::PhantomData,
        }
    }
}

/// Memory for a point, a gradient, and sums of gradients.
#[derive(Debug)]
pub struct Memory<S> {
    #[cfg(feature = "std")]
    pub(super) point: Vec<Dual<S>>,
    #[cfg(feature = "std")]
    pub(super) gradient: Vec<Dual<S>>,
    #[cfg(feature = "std")]
    pub(super) row: Vec<S>,
    #[cfg(feature = "std")]
    pub(super) spare: Spare<Dual<S>>,
    pub(super) plain: Spare<S>,
}

impl<S: Scalar> Memory<S> {
    /// None yet.
    pub(super) const fn new() -> Self {
        Memory {
            #[cfg(feature = "std")]
            point: Vec::new(),
            #[cfg(feature = "std")]
            gradient: Vec::new(),
            #[cfg(feature = "std")]
            row: Vec::new(),
            #[cfg(feature = "std")]
            spare: Spare::new(),
            plain: Spare::new(),
        }
    }
}
