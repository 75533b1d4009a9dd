//! The conditions that define an array: a residual that vanishes, or a gradient that does.

use crate::expr::{Blocks, Closed, Cotangent, Inputs, One, R, Slots};
use crate::forward::Dual;
use crate::scalar::Scalar;

/// The numbers of a list of inputs.
type Of<I, S> = <I as Inputs>::Of<S>;

/// The residuals, and their derivatives in the unknowns.
pub(super) type Linearised<S, const N: usize> = ([S; N], [[S; N]; N]);

/// A condition that the function `G` of `N` unknowns makes, whose data are the parameters.
pub trait Condition<G: Closed, const N: usize>: Copy + 'static {
    /// The residuals of the condition, and their derivatives in the unknowns.
    fn linearised<S: Scalar>(
        function: G,
        x: &[S; N],
        parameters: Blocks<'_, G::Data, S>,
    ) -> Linearised<S, N>;

    /// Pulls the residuals back to the parameters.
    fn pull<S: Scalar>(
        function: G,
        x: &[S; N],
        parameters: Blocks<'_, G::Data, S>,
        cotangents: [S; N],
        lanes: impl Fn(S) -> Cotangent<S>,
        slots: Slots<'_, G::Data, S>,
    );
}

/// The function vanishes.
#[derive(Debug, Clone, Copy)]
pub struct Vanishes;

/// The gradient of the function in the unknowns vanishes.
#[derive(Debug, Clone, Copy)]
pub struct Stationary;

impl<G, const N: usize> Condition<G, N> for Vanishes
where
    G: Closed<Inputs = One<[R; N]>, Codomain = [R; N]>,
{
    #[cfg_attr(optimized, inline(always))]
    fn linearised<S: Scalar>(
        function: G,
        x: &[S; N],
        parameters: Blocks<'_, G::Data, S>,
    ) -> Linearised<S, N> {
        let (residuals, pull) = function.vjp_by_value(Blocks(x), parameters);
        let jacobian = core::array::from_fn(|row| {
            let seeds = core::array::from_fn(|i| Cotangent::if_reached(i == row, S::one()));
            pull(seeds, Blocks(x), parameters)
        });
        (residuals, jacobian)
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        function: G,
        x: &[S; N],
        parameters: Blocks<'_, G::Data, S>,
        cotangents: [S; N],
        lanes: impl Fn(S) -> Cotangent<S>,
        slots: Slots<'_, G::Data, S>,
    ) {
        let unwanted = G::Inputs::unwanted();
        function.accumulate(
            Blocks(x),
            parameters,
            cotangents.map(lanes),
            unwanted,
            slots,
        );
    }
}

/// The data as dual numbers that do not move.
#[cfg_attr(optimized, inline(always))]
fn unmoved<D: Inputs, S: Scalar>(data: Blocks<'_, D, S>) -> Of<D, Dual<S>> {
    D::map(data, Dual::constant)
}

impl<G, const N: usize> Condition<G, N> for Stationary
where
    G: Closed<Inputs = One<[R; N]>, Codomain = R>,
{
    #[cfg_attr(optimized, inline(always))]
    fn linearised<S: Scalar>(
        function: G,
        x: &[S; N],
        parameters: Blocks<'_, G::Data, S>,
    ) -> Linearised<S, N> {
        let parameters = unmoved::<G::Data, S>(parameters);
        let mut residuals = [S::zero(); N];
        let mut hessian = [[S::zero(); N]; N];
        for (direction, column) in hessian.iter_mut().enumerate() {
            let x = core::array::from_fn(|i| match i == direction {
                true => Dual::new(x[i], S::one()),
                false => Dual::constant(x[i]),
            });
            let seed = Cotangent::of(Dual::constant(S::one()));
            let (_, gradient) = function.sweep(Blocks(&x), G::Data::refs(&parameters), seed);
            residuals = gradient.map(|slope| slope.primal);
            // It is symmetric.
            *column = gradient.map(|slope| slope.tangent);
        }
        (residuals, hessian)
    }

    /// Σ c ∂f/∂x is the derivative of f along the direction c, whose own gradient is wanted.
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        function: G,
        x: &[S; N],
        parameters: Blocks<'_, G::Data, S>,
        cotangents: [S; N],
        lanes: impl Fn(S) -> Cotangent<S>,
        slots: Slots<'_, G::Data, S>,
    ) {
        let parameters = unmoved::<G::Data, S>(parameters);
        let x = core::array::from_fn(|i| Dual::new(x[i], cotangents[i]));
        let mut in_parameters = G::Data::from_fn(&mut |_| Dual::constant(S::zero()));
        let seed = Cotangent::of(Dual::constant(S::one()));
        function.accumulate(
            Blocks(&x),
            G::Data::refs(&parameters),
            seed,
            G::Inputs::unwanted(),
            G::Data::slots(&mut in_parameters),
        );
        let in_parameters = G::Data::map(G::Data::refs(&in_parameters), |slope| {
            lanes(slope.tangent).or_zero()
        });
        G::Data::add(G::Data::refs(&in_parameters), slots);
    }
}
