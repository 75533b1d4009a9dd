//! nuts-rs: the density is the objective's, and what is not finite is a divergence.
#![cfg(feature = "nuts-rs")]

use monograd::prelude::*;
use monograd::rows::OverShared;
use monograd_solvers::nuts_rs::{NamesError, NotSampled};
use monograd_solvers::prelude::*;
use nuts_rs::rand::{SeedableRng, rngs::StdRng};
use nuts_rs::{
    CpuLogpFunc, CpuMath, DiagNutsSettings, HashMapConfig, HashMapResult, HashMapValue, LogpError,
    Math, Model, Sampler, SamplerWaitResult, sample_sequentially,
};
use std::sync::Arc;
use std::time::Duration;

func! {
    fn likelihood(slope, log_sigma; x, y) {
        -0.5 * ((y - slope * x) / log_sigma.exp()).square() - log_sigma
    }
    fn prior(slope, log_sigma) { -0.5 * (slope * slope + log_sigma * log_sigma) / 100 }
    fn half_line(x) { x.ln() }
}
static ROWS: [[f64; 2]; 3] = [[0.0, 0.3], [1.0, 1.8], [2.0, 4.4]];

#[test]
fn the_density_is_that_of_the_objective() {
    let density = likelihood.over(&ROWS).plus(prior);
    let model = density.objective().nuts_rs();
    let mut rng = StdRng::seed_from_u64(1);
    let mut math = Arc::clone(&model).math(&mut rng).expect("a density");
    let mut gradient = [0.0; 2];
    let value = math.logp(&[2.0, 0.1], &mut gradient).expect("finite");
    assert_eq!((value, gradient), density.value_and_gradient(&[2.0, 0.1]));
    assert_eq!(math.dim(), 2);
}

#[test]
fn chains_start_where_the_density_is_finite_and_near_the_point_given() {
    let model = half_line.objective().nuts_rs();
    let near = Arc::clone(&model)
        .started_near([5.0], 0.25)
        .expect("one number");
    let (mut rng, mut x) = (StdRng::seed_from_u64(3), [0.0]);
    let mut refused = 0;
    for chain in 0..64 {
        match model.init_position(&mut rng, chain, &mut x) {
            Ok(()) => assert!(x[0] > 0.0 && x[0] < 2.0),
            Err(_) => refused += 1,
        }
        near.init_position(&mut rng, chain, &mut x)
            .expect("within reach");
        assert!((x[0] - 5.0).abs() <= 0.25);
    }
    assert!(refused > 10 && refused < 54, "{refused}");

    let error = model
        .started_near([1.0, 2.0], 1.0)
        .expect_err("two numbers for one");
    assert_eq!(
        error.to_string(),
        "the start has length 2, but must have length 1"
    );
}

#[test]
fn names_that_the_trace_cannot_hold_are_refused() {
    let model = likelihood.over(&ROWS).objective().nuts_rs();
    let error = Arc::clone(&model).named(["slope"]).expect_err("one name");
    assert_eq!(
        error.to_string(),
        "the list of names has length 1, but must have length 2"
    );
    for (names, taken) in [(["a", "a"], "a"), (["a", "draw"], "draw")] {
        let error = Arc::clone(&model).named(names).expect_err("it is taken");
        assert_eq!(error, NamesError::Taken(taken.to_owned()));
    }
    model.named(["a", "b"]).expect("two names");
}

#[test]
fn what_is_not_finite_can_be_recovered_from_and_a_wrong_length_cannot() {
    let model = half_line.objective().nuts_rs();
    let mut rng = StdRng::seed_from_u64(1);
    let mut math = model.math(&mut rng).expect("a density");
    let infinite = math.logp(&[0.0], &mut [0.0]).expect_err("ln 0");
    assert_eq!(infinite, NotSampled::NotFinite(f64::NEG_INFINITY));
    assert!(infinite.is_recoverable());
    let short = math.logp(&[1.0], &mut []).expect_err("no gradient");
    assert!(!short.is_recoverable());
    assert_eq!(
        short.to_string(),
        "the gradient has length 0, but must have length 1"
    );
}

/// What all chains have drawn, on two threads.
fn sampled<M: Model>(model: Arc<M>) -> Vec<HashMapResult> {
    let settings = DiagNutsSettings {
        num_chains: 3,
        num_tune: 300,
        num_draws: 1500,
        seed: 42,
        ..Default::default()
    };
    let mut sampler =
        Sampler::new(model, settings, HashMapConfig::new(), 2, None).expect("a sampler");
    loop {
        match sampler.wait_timeout(Duration::from_secs(1)) {
            SamplerWaitResult::Trace(chains) => return chains,
            SamplerWaitResult::Timeout(running) => sampler = running,
            SamplerWaitResult::Err(error, _) => panic!("{error:?}"),
        }
    }
}

fn numbers<'c>(chain: &'c HashMapResult, variable: &str) -> &'c [f64] {
    let HashMapValue::F64(all) = &chain.draws[variable] else {
        panic!("{variable} is no number");
    };
    all
}

fn mean_and_deviation(draws: &[f64]) -> (f64, f64) {
    let n = draws.len() as f64;
    let mean = draws.iter().sum::<f64>() / n;
    let squares = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>();
    (mean, (squares / n).sqrt())
}

/// A straight line with normal noise of deviation ½ and normal priors of deviation 3: the posterior is normal, with
/// precision Λ = XᵀX / ½² + I / 3² and mean Λ⁻¹ Xᵀy / ½².
#[test]
fn the_posterior_of_a_straight_line_is_the_exact_one() {
    func! {
        fn line(offset, slope; x, y) { -2 * (y - offset - slope * x).square() }
        fn vague(offset, slope) { -(offset.square() + slope.square()) / 18 }
    }
    let rows: Vec<[f64; 2]> = (0..10)
        .map(f64::from)
        .map(|i| [0.2 * i, 1.0 + 0.4 * i + 0.3 * (2.0 * i).sin()])
        .collect();

    let (mut a, mut b, mut c, mut p, mut q) = (1.0 / 9.0, 0.0, 1.0 / 9.0, 0.0, 0.0);
    for [x, y] in &rows {
        (a, b, c) = (a + 4.0, b + 4.0 * x, c + 4.0 * x * x);
        (p, q) = (p + 4.0 * y, q + 4.0 * x * y);
    }
    let determinant = a * c - b * b;
    let exact = [
        ((c * p - b * q) / determinant, (c / determinant).sqrt()),
        ((a * q - b * p) / determinant, (a / determinant).sqrt()),
    ];

    let model = line.over_shared(rows).plus(vague).objective().nuts_rs();
    let named = Arc::clone(&model)
        .named(["offset", "slope"])
        .expect("two names");
    let chains = sampled(named);
    assert_eq!(chains.len(), 3);
    for (name, (mean, deviation)) in ["offset", "slope"].into_iter().zip(exact) {
        let draws: Vec<f64> = chains
            .iter()
            .flat_map(|chain| &numbers(chain, name)[300..])
            .copied()
            .collect();
        assert_eq!(draws.len(), 3 * 1500);
        let ours = mean_and_deviation(&draws);
        // The effective size is above 1,000: five standard errors of either.
        assert!((ours.0 - mean).abs() < 0.15 * deviation, "{name}: {ours:?}");
        assert!(
            (ours.1 / deviation - 1.0).abs() < 0.11,
            "{name}: {ours:?}, and exactly {deviation}"
        );
    }

    // The same seed gives the same draws; without names they are one variable.
    let again = sampled(model);
    for (chain, again) in chains.iter().zip(&again) {
        let (offsets, slopes) = (numbers(chain, "offset"), numbers(chain, "slope"));
        let pairs = offsets.iter().zip(slopes).flat_map(|(&a, &b)| [a, b]);
        assert!(pairs.eq(numbers(again, "x").iter().copied()));
    }
}

/// The glue as it is written without this crate.
struct ByHand;

impl nuts_rs::HasDims for ByHand {
    fn dim_sizes(&self) -> std::collections::HashMap<String, u64> {
        std::collections::HashMap::from([
            ("unconstrained_parameter".to_owned(), 2),
            ("dim".to_owned(), 2),
        ])
    }
}
impl CpuLogpFunc for ByHand {
    type LogpError = NotSampled;
    type FlowParameters = ();
    type ExpandedVector = Vec<f64>;
    fn dim(&self) -> usize {
        2
    }
    fn logp(&mut self, x: &[f64], gradient: &mut [f64]) -> Result<f64, NotSampled> {
        let density = likelihood.over(&ROWS).plus(prior);
        let (value, slopes) = density.value_and_gradient(&[x[0], x[1]]);
        gradient.copy_from_slice(&slopes);
        Ok(value)
    }
    fn expand_vector<R: nuts_rs::rand::Rng + ?Sized>(
        &mut self,
        _: &mut R,
        x: &[f64],
    ) -> Result<Vec<f64>, nuts_rs::CpuMathError> {
        Ok(x.to_vec())
    }
}

#[test]
fn the_draws_are_those_of_glue_by_hand() {
    fn draws<M: Math>(math: M) -> Vec<Box<[f64]>> {
        let mut rng = StdRng::seed_from_u64(7);
        let settings = DiagNutsSettings {
            num_tune: 20,
            ..Default::default()
        };
        sample_sequentially(math, settings, &[1.0, 0.0], 40, 0, &mut rng)
            .expect("a chain")
            .map(|draw| draw.expect("a draw").0)
            .collect()
    }
    let model = likelihood.over(&ROWS).plus(prior).objective().nuts_rs();
    let math = model
        .math(&mut StdRng::seed_from_u64(1))
        .expect("a density");
    let ours = draws(math);
    assert_eq!(ours, draws(CpuMath::new(ByHand)));
    assert_eq!(ours.len(), 40);
}
