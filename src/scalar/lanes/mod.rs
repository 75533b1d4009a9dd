//! Numbers packed side by side, to be computed with at once.
//!
//! Every scalar says what it is packed in. `f32` and `f64` are, with the feature `simd`, packed in the
//! vector types of the crate `wide`, and so are `Dual` and `MultiDual` over them; all others, and without the feature all, are
//! their own pack of one.

#[cfg(feature = "simd")]
mod erf;
#[cfg(feature = "simd")]
mod exp;
#[cfg(feature = "simd")]
mod register;
#[cfg(feature = "simd")]
mod simd;
#[cfg(feature = "simd")]
mod sin_cos;

use super::Scalar;
#[cfg(feature = "simd")]
use super::UnaryRule;

/// What a number is packed in.
///
/// ```
/// use monograd::scalar::Lanes;
///
/// let pack = f64::pack(|lane| lane as f64);
/// let lanes = f64::LANES as f64;
/// assert_eq!(f64::sum_lanes(pack), lanes * (lanes - 1.0) / 2.0);
/// ```
pub trait Lanes: Sized {
    /// Several numbers side by side.
    type Pack: Scalar;

    /// How many.
    const LANES: usize;

    /// The number in every lane.
    fn splat(self) -> Self::Pack;

    /// The number that `lane` gives, in each lane.
    fn pack(lane: impl Fn(usize) -> Self) -> Self::Pack;

    /// The number in a lane.
    fn lane(pack: Self::Pack, lane: usize) -> Self;

    /// The sum of the lanes.
    fn sum_lanes(pack: Self::Pack) -> Self;

    /// As many numbers side by side as a register holds.
    #[doc(hidden)]
    type Register: Scalar;

    /// How many that are.
    #[doc(hidden)]
    const REGISTER_LANES: usize;

    /// The number that `lane` gives, in each lane of a register.
    #[doc(hidden)]
    fn pack_register(lane: impl Fn(usize) -> Self) -> Self::Register;

    /// The number in a lane of a register.
    #[doc(hidden)]
    fn register_lane(register: Self::Register, lane: usize) -> Self;
}

/// How numbers are put side by side.
pub trait Packing<S: Scalar> {
    /// As many of them as there are lanes.
    type Pack: Scalar;

    /// How many lanes there are.
    const LANES: usize;

    /// The number that `lane` gives, in each lane.
    fn pack(lane: impl Fn(usize) -> S) -> Self::Pack;

    /// The number in a lane.
    fn lane(pack: Self::Pack, lane: usize) -> S;

    /// The number in every lane.
    #[cfg_attr(optimized, inline(always))]
    fn splat(number: S) -> Self::Pack {
        Self::pack(
            #[cfg_attr(optimized, inline(always))]
            |_| number,
        )
    }

    /// The sum of the lanes.
    #[cfg_attr(optimized, inline(always))]
    fn sum_lanes(pack: Self::Pack) -> S {
        let mut lanes = [S::zero(); MOST_LANES];
        for (lane, number) in lanes.iter_mut().enumerate().take(Self::LANES) {
            *number = Self::lane(pack, lane);
        }
        let mut width = Self::LANES;
        while width > 1 {
            width /= 2;
            for lane in 0..width {
                lanes[lane] = lanes[lane] + lanes[lane + width];
            }
        }
        lanes[0]
    }
}

/// As many as [`Lanes`] says.
pub(crate) struct AllLanes;

impl<S: Scalar> Packing<S> for AllLanes {
    type Pack = S::Pack;

    const LANES: usize = S::LANES;

    #[cfg_attr(optimized, inline(always))]
    fn pack(lane: impl Fn(usize) -> S) -> S::Pack {
        S::pack(lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn lane(pack: S::Pack, lane: usize) -> S {
        S::lane(pack, lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn sum_lanes(pack: S::Pack) -> S {
        S::sum_lanes(pack)
    }
}

/// As many as a register holds: a function of many operations is then not more code than for one number.
pub(crate) struct OneRegister;

impl<S: Scalar> Packing<S> for OneRegister {
    type Pack = S::Register;

    const LANES: usize = S::REGISTER_LANES;

    #[cfg_attr(optimized, inline(always))]
    fn pack(lane: impl Fn(usize) -> S) -> S::Register {
        S::pack_register(lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn lane(pack: S::Register, lane: usize) -> S {
        S::register_lane(pack, lane)
    }
}

/// How many lanes there are at most.
pub(crate) const MOST_LANES: usize = 16;

/// Replaces each number by the value of the operation there, `L` at a time, and then `R`: as many as a register holds. Fewer than
/// `L` in registers of two, which wait as long as a register of many, are computed one by one.
#[cfg(feature = "simd")]
#[inline]
pub(super) fn unary_each<S: Scalar, Op: UnaryRule, const L: usize, const R: usize>(
    numbers: &mut [S],
    op: Op,
) {
    if numbers.len() < L && R <= 2 {
        for number in numbers {
            *number = number.unary(op);
        }
        return;
    }
    let (packs, rest) = numbers.as_chunks_mut::<L>();
    for numbers in packs {
        let pack = S::pack(|lane| numbers[lane]).unary(op);
        *numbers = core::array::from_fn(|lane| S::lane(pack, lane));
    }
    let (registers, rest) = rest.as_chunks_mut::<R>();
    for numbers in registers {
        let register = S::pack_register(|lane| numbers[lane]).unary(op);
        *numbers = core::array::from_fn(|lane| S::register_lane(register, lane));
    }
    for number in rest {
        *number = number.unary(op);
    }
}

/// Implements [`Lanes`] for numbers that are not packed.
macro_rules! one_lane {
    ($([$($generics:tt)*] $Type:ty;)*) => {
        $(impl<$($generics)*> $crate::scalar::Lanes for $Type {
            type Pack = Self;
            type Register = Self;

            const LANES: usize = 1;
            const REGISTER_LANES: usize = 1;

            #[cfg_attr(optimized, inline(always))]
            fn splat(self) -> Self {
                self
            }
            #[cfg_attr(optimized, inline(always))]
            fn pack(lane: impl Fn(usize) -> Self) -> Self {
                lane(0)
            }
            #[cfg_attr(optimized, inline(always))]
            fn lane(pack: Self, _: usize) -> Self {
                pack
            }
            #[cfg_attr(optimized, inline(always))]
            fn sum_lanes(pack: Self) -> Self {
                pack
            }
            #[cfg_attr(optimized, inline(always))]
            fn pack_register(lane: impl Fn(usize) -> Self) -> Self {
                lane(0)
            }
            #[cfg_attr(optimized, inline(always))]
            fn register_lane(register: Self, _: usize) -> Self {
                register
            }
        })*
    };
}

pub(crate) use one_lane;

#[cfg(not(feature = "simd"))]
one_lane! {
    [] f32;
    [] f64;
}
