//! How does the slope in each input change with that input?

use super::differentiable::{Differentiable, Of};
use super::gradient::first;
use crate::expr::Inputs;
use crate::forward::Taylor;
use crate::scalar::Scalar;

/// The value, the gradient, and the diagonal of the Hessian.
type Diagonal<I, S> = (S, Of<I, S>, Of<I, S>);

/// By a series of second order along each input in turn. The other inputs are constants then, and what depends on them alone
/// is computed as plain numbers.
#[inline(always)]
pub(super) fn value_gradient_diagonal<F, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> Diagonal<F::Inputs, S>
where
    F: Differentiable<N>,
{
    let x = F::Inputs::refs(x);
    let still = F::Inputs::map(x, Taylor::<S, 2>::constant);
    let mut gradient = F::Inputs::from_fn(&mut |_| S::zero());
    let (mut value, mut diagonal) = (S::zero(), gradient);
    for at in 0..F::Inputs::LEN {
        let mut moving = still;
        *F::Inputs::number_mut(&mut moving, at) = Taylor::variable(F::Inputs::get(x, at));
        let result = function.evaluate(F::Inputs::refs(&moving));
        let series = first::<F, Taylor<S, 2>, N>(&result);
        value = series.primal;
        *F::Inputs::number_mut(&mut gradient, at) = series.derivative(1);
        *F::Inputs::number_mut(&mut diagonal, at) = series.derivative(2);
    }
    (value, gradient, diagonal)
}
