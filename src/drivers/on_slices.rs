//! Any function as what solvers take.

use super::differentiable::Differentiable;
use super::evaluation_error::EvaluationError;
use super::mapping::{Layout, Mapping};
use super::memory::{FEW, Memory};
use super::objective::{Objective, by_products, mirror};
use super::slices::LengthError;
use super::{gradient, jacobian, jvp};
use crate::expr::{Blocks, Cotangent, Inputs, R, Shape};
use crate::scalar::Scalar;
use core::fmt;
#[cfg(feature = "std")]
use std::{
    sync::{Mutex, PoisonError},
    vec::Vec,
};

/// Memory for evaluations at the same time, each of which takes one and gives it back.
pub(crate) struct Pool<S> {
    #[cfg(feature = "std")]
    memories: Mutex<Vec<Memory<S>>>,
    #[cfg(not(feature = "std"))]
    scalar: core::marker::PhantomData<fn() -> S>,
}

impl<S> Pool<S> {
    pub(crate) const fn new() -> Self {
        Pool {
            #[cfg(feature = "std")]
            memories: Mutex::new(Vec::new()),
            #[cfg(not(feature = "std"))]
            scalar: core::marker::PhantomData,
        }
    }

    /// Hands memory to an evaluation, if it needs some.
    #[cfg_attr(optimized, inline(always))]
    fn with<T>(&self, is_needed: bool, evaluate: impl FnOnce(&mut Memory<S>) -> T) -> T
    where
        S: Scalar,
    {
        #[cfg(feature = "std")]
        if is_needed {
            let memories = || self.memories.lock().unwrap_or_else(PoisonError::into_inner);
            let mut memory = memories().pop().unwrap_or_else(Memory::new);
            let result = evaluate(&mut memory);
            memories().push(memory);
            return result;
        }
        let _ = is_needed;
        evaluate(&mut Memory::new())
    }
}

/// Whether a gradient in these inputs takes memory.
const fn takes_memory<I: Inputs>() -> bool {
    I::LEN > FEW
}

/// The value, with the gradient written, of a function with one result.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn value_and_gradient<F, S, const N: usize>(
    function: F,
    pool: &Pool<S>,
    x: &[S],
    gradient: &mut [S],
) -> Result<S, LengthError>
where
    F: Differentiable<N, Codomain = R>,
    S: Scalar,
{
    LengthError::check_gradient(F::Inputs::LEN, x, gradient)?;
    Ok(pool.with(
        const { takes_memory::<F::Inputs>() },
        #[cfg_attr(optimized, inline(always))]
        |memory| gradient::on_slices(function, x, gradient, &mut memory.plain),
    ))
}

/// The Hessian–vector product of a function with one result.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn hvp<F, S, const N: usize>(
    function: F,
    pool: &Pool<S>,
    x: &[S],
    v: &[S],
    product: &mut [S],
) -> Result<(), LengthError>
where
    F: Differentiable<N, Codomain = R>,
    S: Scalar,
{
    LengthError::check("point", F::Inputs::LEN, x)?;
    LengthError::check("direction", F::Inputs::LEN, v)?;
    LengthError::check("product", F::Inputs::LEN, product)?;
    pool.with(
        const { takes_memory::<F::Inputs>() },
        #[cfg_attr(optimized, inline(always))]
        |memory| function.hvp_slices(x, v, product, memory),
    );
    Ok(())
}

/// The Hessian of a function with one result.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn hessian<F, S, const N: usize>(
    function: F,
    pool: &Pool<S>,
    x: &[S],
    hessian: &mut [S],
) -> Result<(), LengthError>
where
    F: Differentiable<N, Codomain = R>,
    S: Scalar,
{
    let n = F::Inputs::LEN;
    LengthError::check("point", n, x)?;
    LengthError::check("Hessian", n * n, hessian)?;
    if function.hessian_slices(x, hessian) {
        return Ok(());
    }
    by_products(n, hessian, |v, product| hvp(function, pool, x, v, product))
}

/// A function on slices of `S`: what [`objective`](crate::Function::objective) and
/// [`mapping`](crate::Function::mapping) give.
///
/// It is `Send`, `Sync` and `'static` where the function is. Up to 512 inputs it computes on the stack. For more it has
/// memory, one for each thread that evaluates it at the same time, so that after a thread's first call nothing is allocated;
/// but where rows are summed on all cores, whose threads send lists to one another.
pub struct OnSlices<F, S, const N: usize> {
    function: F,
    pool: Pool<S>,
}

impl<F, S: Scalar, const N: usize> OnSlices<F, S, N> {
    #[cfg_attr(optimized, inline(always))]
    pub(super) const fn new(function: F) -> Self {
        OnSlices {
            function,
            pool: Pool::new(),
        }
    }
}

impl<F: Clone, S: Scalar, const N: usize> Clone for OnSlices<F, S, N> {
    fn clone(&self) -> Self {
        OnSlices::new(self.function.clone())
    }
}

impl<F, S, const N: usize> fmt::Debug for OnSlices<F, S, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnSlices").finish_non_exhaustive()
    }
}

/// Up to how many numbers a Jacobian is computed on the stack, in the mode that suits its shape.
const SMALL: usize = 4096;

impl<F: Differentiable<N, Data = ()>, S: Scalar, const N: usize> OnSlices<F, S, N> {
    const INPUTS: usize = F::Inputs::LEN;
    const RESULTS: usize = F::Codomain::LEN;
    const IS_SMALL: bool = F::Inputs::LEN * F::Codomain::LEN <= SMALL;

    /// Hands memory to an evaluation that may need some.
    #[cfg_attr(optimized, inline(always))]
    fn with_memory<T>(&self, evaluate: impl FnOnce(&mut Memory<S>) -> T) -> T {
        let is_needed = const { takes_memory::<F::Inputs>() || !Self::IS_SMALL };
        self.pool.with(is_needed, evaluate)
    }

    /// Hands each result and its gradient to `take`.
    #[cfg_attr(optimized, inline(always))]
    fn each_row(&self, x: &[S], mut take: impl FnMut(usize, S, Blocks<'_, F::Inputs, S>)) {
        let inputs = F::Inputs::group(x);
        if const { Self::IS_SMALL } {
            let (values, jacobian) = if const { F::Inputs::LEN <= F::Codomain::LEN } {
                jacobian::forward(self.function, &F::Inputs::map(inputs, |x| x))
            } else {
                self.function.sweep_each(inputs)
            };
            let rows = F::Codomain::flat(&jacobian).iter();
            for (result, (row, &value)) in rows.zip(F::Codomain::flat(&values)).enumerate() {
                take(result, value, F::Inputs::refs(row));
            }
            return;
        }
        for result in 0..Self::RESULTS {
            let seeds = F::each_result(|i| Cotangent::if_reached(i == result, S::one()));
            #[cfg(feature = "std")]
            self.with_memory(|Memory { row, plain, .. }| {
                row.clear();
                row.resize(Self::INPUTS, S::zero());
                let values = self.function.sweep_slices(x, seeds, row, plain);
                let value = F::Codomain::flat(&values)[result];
                take(result, value, F::Inputs::group(row));
            });
            #[cfg(not(feature = "std"))]
            {
                let (values, row) = self.function.sweep(inputs, seeds);
                take(
                    result,
                    F::Codomain::flat(&values)[result],
                    F::Inputs::refs(&row),
                );
            }
        }
    }
}

impl<F, S, const N: usize> Objective<S> for OnSlices<F, S, N>
where
    F: Differentiable<N, Data = (), Codomain = R>,
    S: Scalar,
{
    fn dimension(&self) -> usize {
        Self::INPUTS
    }
    fn value_at(&self, x: &[S]) -> Result<S, EvaluationError> {
        LengthError::check("point", Self::INPUTS, x)?;
        Ok(self.function.evaluate(F::Inputs::group(x)))
    }
    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError> {
        Ok(value_and_gradient(self.function, &self.pool, x, gradient)?)
    }
    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
        Ok(hvp(self.function, &self.pool, x, v, product)?)
    }
    fn hessian_at(&self, x: &[S], matrix: &mut [S]) -> Result<(), EvaluationError> {
        Ok(hessian(self.function, &self.pool, x, matrix)?)
    }
}

impl<F, S, const N: usize> Mapping<S> for OnSlices<F, S, N>
where
    F: Differentiable<N, Data = ()>,
    S: Scalar,
{
    fn input_len(&self) -> usize {
        Self::INPUTS
    }
    fn output_len(&self) -> usize {
        Self::RESULTS
    }
    fn results_at(&self, x: &[S], results: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("results", Self::RESULTS, results)?;
        let values = self.function.evaluate(F::Inputs::group(x));
        results.copy_from_slice(F::Codomain::flat(&values));
        Ok(())
    }
    fn jvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("direction", Self::INPUTS, v)?;
        LengthError::check("product", Self::RESULTS, product)?;
        self.with_memory(|memory| {
            let values = jvp::on_slices(self.function, x, v, memory);
            for (product, value) in product.iter_mut().zip(F::Codomain::flat(&values)) {
                *product = value.tangent;
            }
        });
        Ok(())
    }
    fn vjp_at(&self, x: &[S], u: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("cotangent", Self::RESULTS, u)?;
        LengthError::check("product", Self::INPUTS, product)?;
        let seeds = F::each_result(
            #[cfg_attr(optimized, inline(always))]
            |result| Cotangent::of(u[result]),
        );
        self.with_memory(
            #[cfg_attr(optimized, inline(always))]
            |memory| {
                self.function
                    .sweep_slices(x, seeds, product, &mut memory.plain)
            },
        );
        Ok(())
    }
    fn jacobian_at(&self, x: &[S], jacobian: &mut [S], layout: Layout) -> Result<(), LengthError> {
        let (n, m) = (Self::INPUTS, Self::RESULTS);
        LengthError::check("point", n, x)?;
        LengthError::check("Jacobian", m * n, jacobian)?;
        self.each_row(
            x,
            #[cfg_attr(optimized, inline(always))]
            |result, _, row| {
                for input in 0..n {
                    jacobian[layout.index(result, input, m, n)] = F::Inputs::get(row, input);
                }
            },
        );
        Ok(())
    }
    fn normal_equations_at(&self, x: &[S], jtj: &mut [S], jtr: &mut [S]) -> Result<S, LengthError> {
        let n = Self::INPUTS;
        LengthError::check("point", n, x)?;
        LengthError::check("JᵀJ", n * n, jtj)?;
        LengthError::check("Jᵀr", n, jtr)?;
        jtj.fill(S::zero());
        jtr.fill(S::zero());
        let mut sum_of_squares = S::zero();
        self.each_row(x, |_, residual, slopes| {
            sum_of_squares = sum_of_squares + residual * residual;
            for row in 0..n {
                let slope = F::Inputs::get(slopes, row);
                jtr[row] = jtr[row] + slope * residual;
                for column in row..n {
                    let sum = &mut jtj[row * n + column];
                    *sum = *sum + slope * F::Inputs::get(slopes, column);
                }
            }
        });
        mirror(n, jtj);
        Ok(sum_of_squares)
    }
}
