//! The rule of a direction in the plane.

use crate::scalar::{Real, Rule, Scalar};

/// x/z, where z is the distance of (x, y) from the origin: the derivative of z in x. It is the sign of x where x
/// alone is infinite, and 0 at the origin.
///
/// Its own derivatives are those of x/√(x² + y²), y²/z³ and −xy/z³, in which nothing cancels as it does in
/// those of a quotient; z is there because it is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Direction;

/// 2⁷², by which numbers of less than full precision are scaled up.
const SCALE: f64 = 4_722_366_482_869_645_213_696.0;

impl Rule<3> for Direction {
    const READS_VALUE: bool = false;

    #[cfg_attr(optimized, inline(always))]
    fn primal<F: Real>(self, [x, y, z]: [F; 3]) -> F {
        let infinity = F::constant(f64::INFINITY);
        let far = x.abs().equals(infinity) & y.abs().less_than(infinity);
        let near = || {
            let [x, y] = [x, y].map(|x| x * F::constant(SCALE));
            F::select(z.equals(F::zero()), F::zero(), x / x.hypot(y))
        };
        let quotient = || F::select(far, F::one().copysign(x), x / z);
        F::choose(z.less_than(F::min_positive()), near, quotient)
    }
    #[cfg_attr(optimized, inline(always))]
    fn partials<S: Scalar>(self, [x, y, z]: [S; 3], _: S) -> [S; 3] {
        let [along, across] = [[x, y, z], [y, x, z]].map(|point| S::nary(point, Direction));
        let curvature = across / z;
        let unless_at_origin = |partial| S::select(z.equals(S::zero()), S::zero(), partial);
        [
            unless_at_origin(across * curvature),
            unless_at_origin(-(along * curvature)),
            S::zero(),
        ]
    }
}
