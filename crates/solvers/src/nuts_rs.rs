//! [nuts-rs](https://docs.rs/nuts-rs) 0.19: samples of a posterior by the No-U-Turn sampler, the one of PyMC's nutpie.
//!
//! [`objective.nuts_rs()`](crate::ObjectiveSolvers::nuts_rs) is the model whose log density the objective is, up to a constant:
//! the sum of the rows' log likelihoods, plus the log density of the prior.
//!
//! ```
//! use monograd::prelude::*;
//! use monograd::rows::OverShared;
//! use monograd_solvers::prelude::*;
//! use nuts_rs::{DiagNutsSettings, HashMapConfig, HashMapValue, Sampler, SamplerWaitResult};
//! use std::time::Duration;
//!
//! func! {
//!     /// The log density of an observation with mean µ and standard deviation 2.
//!     fn log_likelihood(mu; y) { -1 / 8 * (y - mu).square() }
//!     /// µ is about 0, give or take 10.
//!     fn log_prior(mu) { -1 / 200 * mu * mu }
//! }
//! let rows = vec![[4.0], [5.5], [5.0], [7.5]];
//!
//! let posterior = log_likelihood.over_shared(rows).plus(log_prior).objective().nuts_rs().named(["mu"])?;
//!
//! let settings = DiagNutsSettings {
//!     num_chains: 2, num_tune: 300, num_draws: 1000, seed: 1, ..Default::default()
//! };
//! let mut sampler = Sampler::new(posterior, settings, HashMapConfig::new(), 2, None)?;
//! let chains = loop {
//!     match sampler.wait_timeout(Duration::from_secs(1)) {
//!         SamplerWaitResult::Trace(chains) => break chains,
//!         SamplerWaitResult::Timeout(running) => sampler = running,
//!         SamplerWaitResult::Err(error, _) => return Err(error.into()),
//!     }
//! };
//! let mut draws = Vec::new();
//! for chain in &chains {
//!     let HashMapValue::F64(mu) = &chain.draws["mu"] else { unreachable!("draws are f64") };
//!     // The trace has the 300 draws of tuning, too, which come first.
//!     draws.extend_from_slice(&mu[300..]);
//! }
//! let mean = draws.iter().sum::<f64>() / draws.len() as f64;
//! let variance = draws.iter().map(|mu| (mu - mean).powi(2)).sum::<f64>() / draws.len() as f64;
//!
//! // The exact posterior is normal, with precision 4/2² + 1/10² = 1.01 and mean (22/2²) / 1.01.
//! assert!((mean - 5.5 / 1.01).abs() < 0.1, "{mean}");
//! assert!((variance.sqrt() - 1.01_f64.sqrt().recip()).abs() < 0.1, "{variance}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Parameters that are positive or bounded
//!
//! A chain moves in all of ℝⁿ. Write a parameter that is positive or bounded as a transform of an unbounded one, and add the
//! logarithm of the transform's derivative to the log prior. For σ = exp(s) with a prior density p(σ) the log prior is
//! ln p(exp(s)) + s.
//!
//! # Threads
//!
//! nuts-rs samples the chains on several threads, so its model must be `Send`, `Sync` and `'static`.
//! [`over_shared`](monograd::rows::OverShared::over_shared) owns its rows by an `Arc` and is all three. A sum that borrows its rows
//! by `over(&rows)` is `'static` only if they are in a `static`, and so is a function with its data, `f.with(&DATA)`. Data that are
//! read at run time go into rows, or are captured by a function made in place with `move`.
//!
//! # Where the density is not finite
//!
//! Where the log density is infinite or NaN, a trajectory ends and counts as a divergence in the statistics of nuts-rs. A start
//! there is drawn again, up to 500 times. Only an objective that could not be evaluated ends the run, with its error.
//!
//! # The glue it replaces
//!
//! By hand: a density with `HasDims` and `CpuLogpFunc`, an error type with `LogpError`, and a `Model`, 53 lines. Here it is
//! `.objective().nuts_rs()`. No type of an algebra crate is in the call.

use monograd::Objective;
use monograd::drivers::{EvaluationError, LengthError};
use nuts_rs::rand::{Rng, RngExt};
use nuts_rs::{
    CpuLogpFunc, CpuMath, CpuMathError, HasDims, InitPositionError, ItemType, LogpError, Model,
    Storable, Value,
};
use std::collections::HashMap;
use std::sync::Arc;
use std::{error, fmt};

/// A model of nuts-rs: what [`nuts_rs`](crate::ObjectiveSolvers::nuts_rs) gives.
#[derive(Debug)]
pub struct Posterior<O> {
    density: Density<O>,
    start: Vec<f64>,
    spread: f64,
}

/// The variable of the trace that holds the whole point, unless the numbers have names.
const UNNAMED: &str = "x";

/// What nuts-rs calls the dimension of a point.
const DIMENSION: &str = "dim";

impl<O: Objective> Posterior<O> {
    pub(crate) fn new(log_density: O) -> Arc<Self> {
        Arc::new(Posterior {
            start: vec![0.0; log_density.dimension()],
            spread: 2.0,
            density: Density {
                log_density: Arc::new(log_density),
                names: Arc::new([]),
            },
        })
    }

    /// The model whose trace has one variable for each number of a point, with these names.
    ///
    /// The numbers are those of the inputs in the order of their declaration, arrays element by element: `f(mu, eta: [R; 2])`
    /// takes three names. Without names the trace has one variable, `"x"`, with the n numbers of each draw, one draw after the other.
    ///
    /// # Errors
    ///
    /// If there are not as many names as numbers, if a name occurs twice, or if it is `draw` or `chain`, which nuts-rs
    /// uses itself.
    pub fn named<T: Into<String>>(
        self: Arc<Self>,
        names: impl IntoIterator<Item = T>,
    ) -> Result<Arc<Self>, NamesError> {
        let names: Arc<[String]> = names.into_iter().map(Into::into).collect();
        LengthError::check("list of names", self.start.len(), &names)
            .map_err(NamesError::Length)?;
        for (at, name) in names.iter().enumerate() {
            if ["draw", "chain"].contains(&&**name) || names[..at].contains(name) {
                return Err(NamesError::Taken(name.clone()));
            }
        }
        Ok(Arc::new(Posterior {
            density: Density {
                log_density: Arc::clone(&self.density.log_density),
                names,
            },
            start: self.start.clone(),
            spread: self.spread,
        }))
    }

    /// The model whose chains start near a point: each number uniformly distributed between `spread` below and
    /// `spread` above it. Without it they start within 2 of 0, as Stan's do.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd_solvers::prelude::*;
    ///
    /// let log_density = func!(|x, y| -((x - 100).square() + (y - 3).square()) / 2);
    /// let posterior = log_density.objective().nuts_rs().started_near([100.0, 3.0], 0.5)?;
    /// # Ok::<(), monograd::drivers::LengthError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `point` has another length than the dimension.
    pub fn started_near(
        self: Arc<Self>,
        point: impl Into<Vec<f64>>,
        spread: f64,
    ) -> Result<Arc<Self>, LengthError> {
        let start = point.into();
        LengthError::check("start", self.start.len(), &start)?;
        Ok(Arc::new(Posterior {
            density: self.density.clone(),
            start,
            spread,
        }))
    }
}

impl<O: Objective + Send + Sync + 'static> Model for Posterior<O> {
    type Math = CpuMath<Density<O>>;

    fn math<R: Rng + ?Sized>(self: Arc<Self>, _: &mut R) -> anyhow::Result<Self::Math> {
        Ok(CpuMath::new(self.density.clone()))
    }
    fn init_position<R: Rng + ?Sized>(
        &self,
        rng: &mut R,
        _chain: u64,
        x: &mut [f64],
    ) -> Result<(), InitPositionError> {
        for (x, start) in x.iter_mut().zip(&self.start) {
            *x = start + self.spread * (2.0 * rng.random::<f64>() - 1.0);
        }
        match self.density.log_density.value_at(x) {
            Ok(value) if value.is_finite() => Ok(()),
            Ok(value) => Err(InitPositionError::Retry(
                NotSampled::NotFinite(value).into(),
            )),
            Err(error) => Err(InitPositionError::Fatal(error.into())),
        }
    }
}

/// The log density of a [`Posterior`], for one chain.
#[derive(Debug)]
pub struct Density<O> {
    log_density: Arc<O>,
    names: Arc<[String]>,
}

impl<O> Clone for Density<O> {
    fn clone(&self) -> Self {
        Density {
            log_density: Arc::clone(&self.log_density),
            names: Arc::clone(&self.names),
        }
    }
}

impl<O: Objective> HasDims for Density<O> {
    fn dim_sizes(&self) -> HashMap<String, u64> {
        let n = self.log_density.dimension() as u64;
        HashMap::from(["unconstrained_parameter", DIMENSION].map(|name| (name.to_owned(), n)))
    }
}

impl<O: Objective> CpuLogpFunc for Density<O> {
    type LogpError = NotSampled;
    type FlowParameters = ();
    type ExpandedVector = Draw;

    fn dim(&self) -> usize {
        self.log_density.dimension()
    }
    fn logp(&mut self, x: &[f64], gradient: &mut [f64]) -> Result<f64, NotSampled> {
        match self.log_density.value_and_gradient_at(x, gradient) {
            Ok(value) if value.is_finite() => Ok(value),
            Ok(value) => Err(NotSampled::NotFinite(value)),
            Err(error) => Err(NotSampled::Failed(error)),
        }
    }
    fn expand_vector<R: Rng + ?Sized>(
        &mut self,
        _: &mut R,
        x: &[f64],
    ) -> Result<Draw, CpuMathError> {
        Ok(Draw(x.to_vec()))
    }
    fn vector_coord(&self) -> Option<Value> {
        (!self.names.is_empty()).then(|| Value::Strings(self.names.to_vec()))
    }
}

/// A point of the posterior, as it is stored in the trace.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw(Vec<f64>);

impl Draw {
    /// The numbers of the point.
    pub fn point(&self) -> &[f64] {
        &self.0
    }
}

impl<O: Objective> Storable<Density<O>> for Draw {
    fn names(parent: &Density<O>) -> Vec<&str> {
        match &*parent.names {
            [] => vec![UNNAMED],
            names => names.iter().map(String::as_str).collect(),
        }
    }
    fn item_type(_: &Density<O>, _: &str) -> ItemType {
        ItemType::F64
    }
    fn dims<'a>(parent: &'a Density<O>, _: &str) -> Vec<&'a str> {
        match &*parent.names {
            [] => vec![DIMENSION],
            _ => vec![],
        }
    }
    fn get_all<'a>(&'a mut self, parent: &'a Density<O>) -> Vec<(&'a str, Option<Value>)> {
        match &*parent.names {
            [] => vec![(UNNAMED, Some(Value::F64(self.0.clone())))],
            names => {
                let numbers = self.0.iter().map(|&x| Some(Value::ScalarF64(x)));
                names.iter().map(String::as_str).zip(numbers).collect()
            }
        }
    }
}

/// Why a log density has no value for the sampler.
#[derive(Debug, Clone, PartialEq)]
pub enum NotSampled {
    /// It is infinite or not a number: a divergence.
    NotFinite(f64),
    /// The objective could not be evaluated: the end of the run.
    Failed(EvaluationError),
}

impl LogpError for NotSampled {
    fn is_recoverable(&self) -> bool {
        matches!(self, NotSampled::NotFinite(_))
    }
}

impl fmt::Display for NotSampled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotSampled::NotFinite(value) => write!(f, "the log density is {value}"),
            NotSampled::Failed(error) => error.fmt(f),
        }
    }
}

impl error::Error for NotSampled {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            NotSampled::NotFinite(_) => None,
            NotSampled::Failed(error) => error.source(),
        }
    }
}

/// Why the numbers of a point cannot have these names in the trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamesError {
    /// There are not as many names as numbers.
    Length(LengthError),
    /// A name that occurs twice, or that nuts-rs uses itself.
    Taken(String),
}

impl fmt::Display for NamesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NamesError::Length(error) => error.fmt(f),
            NamesError::Taken(name) => write!(
                f,
                "the name `{name}` is taken: names must differ, and nuts-rs uses `draw` and `chain` itself"
            ),
        }
    }
}

impl error::Error for NamesError {}
