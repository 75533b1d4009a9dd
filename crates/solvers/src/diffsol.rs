//! [diffsol](https://docs.rs/diffsol) 0.19: ordinary differential equations, stiff ones too, their sensitivities and adjoints.
//!
//! [`mapping.diffsol()`](crate::MappingSolvers::diffsol) makes the functions that diffsol's builder takes of one
//! function of the state and the parameters. diffsol's own automatic differentiation of Rust functions needs a nightly
//! compiler; this does not.
//!
//! ```
//! use diffsol::{NalgebraLU, NalgebraMat, OdeBuilder, OdeSolverMethod};
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! {
//!     /// Robertson's reactions, which are stiff: the state x, y, z, then the parameters a, b, c.
//!     fn robertson(x, y, z, a, b, c) {
//!         let slow = a * x;
//!         let back = b * y * z;
//!         let fast = c * y * y;
//!         [back - slow, slow - back - fast, fast]
//!     }
//! }
//! let rhs = robertson.mapping().diffsol();
//! let problem = OdeBuilder::<NalgebraMat<f64>>::new()
//!     .p([0.04, 1e4, 3e7])
//!     .rtol(1e-7)
//!     .atol([1e-9, 1e-12, 1e-9])
//!     .rhs_implicit(rhs.value(), rhs.jacobian())
//!     .init(|_p, _t, y| y.copy_from_slice(&[1.0, 0.0, 0.0]), 3)
//!     .build()?;
//! let mut solver = problem.bdf::<NalgebraLU<f64>>()?;
//! let (states, _) = solver.solve_dense(&[40.0])?;
//! // Hairer and Wanner, Solving Ordinary Differential Equations II, at t = 40.
//! assert!((states[(0, 0)] - 0.7158270688).abs() < 1e-5);
//! # Ok::<(), diffsol::DiffsolError>(())
//! ```
//!
//! # Which function for which argument
//!
//! For f, a function of the state x, the parameters p and if so declared the time t:
//!
//! | builder | arguments, in order |
//! |---|---|
//! | `rhs`, `root`, `reset` | [`value`](Equation::value) |
//! | `rhs_implicit`, `out_implicit`, `reset_implicit` | `value`, [`jacobian`](Equation::jacobian) |
//! | `rhs_sens_implicit`, and so `out_…`, `root_…`, `reset_…` | `value`, `jacobian`, [`sensitivity`](Equation::sensitivity) |
//! | `rhs_adjoint_implicit`, and so `out_…`, `root_…`, `reset_…` | `value`, `jacobian`, [`adjoint`](Equation::adjoint), [`sensitivity_adjoint`](Equation::sensitivity_adjoint) |
//! | `init` | [`value`](Initial::value) of [`diffsol_initial`](crate::MappingSolvers::diffsol_initial) |
//! | `init_sens` | `value`, [`sensitivity`](Initial::sensitivity) |
//! | `init_adjoint` | `value`, [`sensitivity_adjoint`](Initial::sensitivity_adjoint) |
//!
//! By diffsol's convention products with a transposed Jacobian have a minus sign, −Jᵀv. `adjoint` and
//! `sensitivity_adjoint` have it. A mass matrix is linear; write it as a closure, as diffsol's documentation does.
//!
//! # Inputs
//!
//! The inputs of the function are the numbers of the state, then *all* parameters in the order of the builder's `p`, and for
//! an equation with time, [`in_time`](Equation::in_time), the time. A parameter that a function does not
//! use is an input all the same; write its name with `_` before it.
//!
//! diffsol has no error for what it calls. Where the numbers of states and parameters are not those of the function, the
//! first call panics with both lengths.
//!
//! # Sensitivities
//!
//! The derivatives of the state in each parameter, integrated with the state:
//!
//! ```
//! use diffsol::{NalgebraLU, NalgebraMat, OdeBuilder, SensitivitiesOdeSolverMethod};
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! {
//!     fn decay(y, rate, _start) { -rate * y }
//!     fn start(_rate, start) { start }
//! }
//! let (rhs, initial) = (decay.mapping().diffsol(), start.mapping().diffsol_initial());
//! let problem = OdeBuilder::<NalgebraMat<f64>>::new()
//!     .p([0.5, 2.0])
//!     .rtol(1e-9)
//!     .atol([1e-9])
//!     .sens_rtol(1e-9)
//!     .sens_atol([1e-9])
//!     .rhs_sens_implicit(rhs.value(), rhs.jacobian(), rhs.sensitivity())
//!     .init_sens(initial.value(), initial.sensitivity(), 1)
//!     .build()?;
//! let (_, slopes, _) = problem.bdf_sens::<NalgebraLU<f64>>()?.solve_dense_sensitivities(&[3.0])?;
//! // y = start exp(−rate t)
//! assert!((slopes[0][(0, 0)] - -3.0 * 2.0 * (-1.5_f64).exp()).abs() < 1e-6);
//! assert!((slopes[1][(0, 0)] - (-1.5_f64).exp()).abs() < 1e-6);
//! # Ok::<(), diffsol::DiffsolError>(())
//! ```
//!
//! They are the Jacobian of a fit to observations of the state: `examples/ode_fit.rs` hands it to levenberg-marquardt. For
//! many parameters and one loss the adjoint is cheaper: `tests/diffsol.rs` has the gradient of an integral and of a sum
//! of squared errors.
//!
//! # Sparse Jacobians
//!
//! With `FaerSparseMat` or `use_coloring(true)` diffsol finds which entries of the Jacobians are zero: it puts a NaN into one number of
//! v, and looks where it comes out. What has no part in a result of a function of monograd has no part in its products, so
//! the pattern is that of the function at the start.
//!
//! # nalgebra and faer
//!
//! diffsol 0.19 computes with nalgebra 0.35 and faer 0.24, and re-exports its own wrappers of both. No type of either is in a call
//! of this page: all functions are on slices. A program with another version of nalgebra has both in its build, and copies
//! slices.
//!
//! # The glue it replaces
//!
//! By hand: a closure for each argument, with the derivatives written out, 27 lines for Robertson's problem with
//! sensitivities. Here each is a call.

use monograd::drivers::LengthError;
use monograd::{Mapping, Scalar};
use std::cell::RefCell;
use std::marker::PhantomData;
use std::sync::Arc;

/// The functions of diffsol's builder for one function of state and parameters: what
/// [`diffsol`](crate::MappingSolvers::diffsol) gives.
#[derive(Debug)]
pub struct Equation<M, S = f64> {
    mapping: Arc<M>,
    in_time: bool,
    scalar: PhantomData<fn() -> S>,
}

/// Memory for what the mapping takes as one slice. Each closure has its own.
#[derive(Clone)]
struct Slices<S> {
    /// State, parameters, time.
    point: Vec<S>,
    /// How many numbers of the point are the state.
    states: usize,
    /// A direction, or a pullback.
    along: Vec<S>,
}

/// # Panics
///
/// If a length does not fit, which diffsol cannot be told.
fn fitting(answer: Result<(), LengthError>) {
    if let Err(lengths) = answer {
        panic!("a function of diffsol's builder: {lengths}");
    }
}

impl<S: Scalar> Slices<S> {
    /// The derivative along the direction that is `v` from input `first` on and zero elsewhere.
    fn jvp(&mut self, mapping: &impl Mapping<S>, first: usize, v: &[S], y: &mut [S]) {
        self.along.clear();
        self.along.resize(self.point.len(), S::zero());
        self.along[first..][..v.len()].copy_from_slice(v);
        fitting(mapping.jvp_at(&self.point, &self.along, y));
    }

    /// Minus the pullback of `v`, from input `first` on.
    fn minus_vjp(&mut self, mapping: &impl Mapping<S>, first: usize, v: &[S], y: &mut [S]) {
        self.along.clear();
        self.along.resize(self.point.len(), S::zero());
        fitting(mapping.vjp_at(&self.point, v, &mut self.along));
        for (y, &slope) in y.iter_mut().zip(&self.along[first..]) {
            *y = -slope;
        }
    }
}

impl<M: Mapping<S>, S: Scalar> Equation<M, S> {
    pub(crate) fn new(mapping: M) -> Self {
        Equation {
            mapping: Arc::new(mapping),
            in_time: false,
            scalar: PhantomData,
        }
    }

    /// The equation whose last input is the time.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd_solvers::prelude::*;
    ///
    /// let driven = func!(|x, rate, t| t.sin() - rate * x).mapping().diffsol().in_time();
    /// let mut slope = [0.0];
    /// driven.value()(&[2.0], &[0.25], 0.0, &mut slope);
    /// assert_eq!(slope, [-0.5]);
    /// ```
    #[must_use = "the equation with time is the result"]
    pub fn in_time(self) -> Self {
        Equation {
            in_time: true,
            ..self
        }
    }

    /// A function of the builder, made of one of the point.
    fn at_points<A>(
        &self,
        answer: A,
    ) -> impl Fn(&[S], &[S], S, &[S], &mut [S]) + Clone + use<M, S, A>
    where
        A: Fn(&M, &mut Slices<S>, &[S], &mut [S]) + Clone,
    {
        let (mapping, in_time) = (Arc::clone(&self.mapping), self.in_time);
        let slices = RefCell::new(Slices {
            point: Vec::new(),
            states: 0,
            along: Vec::new(),
        });
        move |x, p, t, v, y| {
            let slices = &mut *slices.borrow_mut();
            slices.point.clear();
            slices.point.extend_from_slice(x);
            slices.point.extend_from_slice(p);
            slices.point.extend(in_time.then_some(t));
            slices.states = x.len();
            answer(&mapping, slices, v, y);
        }
    }

    /// The value f(x, p, t): diffsol's `rhs`, `out`, `root`, `reset`.
    pub fn value(&self) -> impl Fn(&[S], &[S], S, &mut [S]) + Clone + use<M, S> {
        let value = self.at_points(|mapping, slices, _, y| {
            fitting(mapping.results_at(&slices.point, y));
        });
        move |x, p, t, y| value(x, p, t, &[], y)
    }

    /// The product of the Jacobian in the state with v: diffsol's `rhs_jac`, `out_jac`, `root_jac`, `reset_jac`.
    pub fn jacobian(&self) -> impl Fn(&[S], &[S], S, &[S], &mut [S]) + Clone + use<M, S> {
        self.at_points(|mapping, slices, v, y| slices.jvp(mapping, 0, v, y))
    }

    /// The product of the Jacobian in the parameters with v: diffsol's `rhs_sens`, `out_sens`, `root_sens`, `reset_sens`.
    pub fn sensitivity(&self) -> impl Fn(&[S], &[S], S, &[S], &mut [S]) + Clone + use<M, S> {
        self.at_points(|mapping, slices, v, y| slices.jvp(mapping, slices.states, v, y))
    }

    /// Minus the product of the transposed Jacobian in the state with v: diffsol's `rhs_adjoint`, `out_adjoint`,
    /// `root_adjoint`, `reset_adjoint`.
    pub fn adjoint(&self) -> impl Fn(&[S], &[S], S, &[S], &mut [S]) + Clone + use<M, S> {
        self.at_points(|mapping, slices, v, y| slices.minus_vjp(mapping, 0, v, y))
    }

    /// Minus the product of the transposed Jacobian in the parameters with v: diffsol's `rhs_sens_adjoint`,
    /// `out_sens_adjoint`, `root_sens_adjoint`, `reset_sens_adjoint`.
    pub fn sensitivity_adjoint(
        &self,
    ) -> impl Fn(&[S], &[S], S, &[S], &mut [S]) + Clone + use<M, S> {
        self.at_points(|mapping, slices, v, y| slices.minus_vjp(mapping, slices.states, v, y))
    }
}

impl<M, S> Clone for Equation<M, S> {
    fn clone(&self) -> Self {
        Equation {
            mapping: Arc::clone(&self.mapping),
            in_time: self.in_time,
            scalar: PhantomData,
        }
    }
}

/// The functions of diffsol's builder for the initial state as a function of the parameters: what
/// [`diffsol_initial`](crate::MappingSolvers::diffsol_initial) gives.
#[derive(Debug)]
pub struct Initial<M, S = f64>(Equation<M, S>);

impl<M: Mapping<S>, S: Scalar> Initial<M, S> {
    pub(crate) fn new(mapping: M) -> Self {
        Initial(Equation::new(mapping))
    }

    /// The initial state: diffsol's `init`.
    pub fn value(&self) -> impl Fn(&[S], S, &mut [S]) + Clone + use<M, S> {
        let value = self.0.value();
        move |p, t, y| value(&[], p, t, y)
    }

    /// The product of its Jacobian in the parameters with v: diffsol's `init_sens`.
    pub fn sensitivity(&self) -> impl Fn(&[S], S, &[S], &mut [S]) + Clone + use<M, S> {
        let sensitivity = self.0.sensitivity();
        move |p, t, v, y| sensitivity(&[], p, t, v, y)
    }

    /// Minus the product of its transposed Jacobian with v: diffsol's `init_sens_adjoint`.
    pub fn sensitivity_adjoint(&self) -> impl Fn(&[S], S, &[S], &mut [S]) + Clone + use<M, S> {
        let adjoint = self.0.sensitivity_adjoint();
        move |p, t, v, y| adjoint(&[], p, t, v, y)
    }
}

impl<M, S> Clone for Initial<M, S> {
    fn clone(&self) -> Self {
        Initial(self.0.clone())
    }
}
