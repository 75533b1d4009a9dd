//! The vector types of the size of a register, and integers of their bits.

#[cfg(not(target_feature = "avx"))]
pub(super) use wide::{f32x4 as Single, f64x2 as Double, i32x4 as SingleBits, i64x2 as DoubleBits};
#[cfg(all(target_feature = "avx", not(target_feature = "avx512f")))]
pub(super) use wide::{f32x8 as Single, f64x4 as Double, i32x8 as SingleBits, i64x4 as DoubleBits};
#[cfg(target_feature = "avx512f")]
pub(super) use wide::{f32x16 as Single, f64x8 as Double};
