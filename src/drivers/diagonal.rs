//! How does the slope in each input change with that input?

use super::differentiable::{Differentiable, Of};
use super::gradient::value_and_gradient;
use super::hessian::{is_in_one_sweep, value_gradient_hessian};
use crate::expr::Inputs;
use crate::forward::Dual;
use crate::scalar::Scalar;

/// The value, the gradient, and the diagonal of the Hessian.
type Diagonal<I, S> = (S, Of<I, S>, Of<I, S>);

/// By the sweeps that compute the Hessian, of which only the diagonal is stored.
#[cfg_attr(optimized, inline(always))]
pub(super) fn value_gradient_diagonal<F, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> Diagonal<F::Inputs, S>
where
    F: Differentiable<N>,
{
    let mut diagonal = F::Inputs::from_fn(&mut |_| S::zero());
    if const { is_in_one_sweep::<F, N>() } {
        let (value, gradient, hessian) = value_gradient_hessian(function, x);
        for at in 0..F::Inputs::LEN {
            let row = F::Inputs::number(F::Inputs::refs(&hessian), at);
            *F::Inputs::number_mut(&mut diagonal, at) = F::Inputs::get(F::Inputs::refs(row), at);
        }
        return (value, gradient, diagonal);
    }
    let (mut value, mut gradient) = (S::zero(), diagonal);
    let still = F::Inputs::map(F::Inputs::refs(x), Dual::constant);
    for at in 0..F::Inputs::LEN {
        let mut moving = still;
        *F::Inputs::number_mut(&mut moving, at) =
            Dual::variable(F::Inputs::get(F::Inputs::refs(x), at));
        let (of_value, slopes) = value_and_gradient(function, &moving);
        let slopes = F::Inputs::refs(&slopes);
        value = of_value.primal;
        gradient = F::Inputs::map(slopes, |slope| slope.primal);
        *F::Inputs::number_mut(&mut diagonal, at) = F::Inputs::get(slopes, at).tangent;
    }
    (value, gradient, diagonal)
}
