//! The workloads that nobody tuned the crate for: sequences, mixtures, pairs, and derivatives of higher orders, written as
//! the README would have them.

use super::timing::compare;
use super::{Uniform, bilevel, classes, convolution, distances, epidemic, gated, gravity, hidden};
use super::{product, sabr, sabr_all, student, trend};

/// Checks that the two of each workload agree, which were derived apart, and times them.
pub fn run(factors: &[f64; 100]) {
    let uniform = &mut Uniform(7);
    let mut draw = || uniform.draw::<1>(-1.0, 1.0)[0];

    let point = ([0.9, 0.3, 0.01], epidemic::observed());
    compare("sir", &point, epidemic::ours, epidemic::by_hand);

    let point = gated::point(&mut draw);
    compare("gru", &point, gated::ours, gated::by_hand);

    let point = ([0.4, 0.2, 0.1], trend::observed(&mut draw));
    compare("kalman", &point, trend::ours, trend::by_hand);

    let point = hidden::point(&mut draw);
    compare("hmm", &point, hidden::ours, hidden::by_hand);

    let point = gravity::point(&mut draw);
    compare("gravity", &point, gravity::ours, gravity::by_hand);

    let point = student::point(&mut draw);
    compare("student", &point, student::ours, student::by_hand);

    let point = classes::point(&mut draw);
    compare("softmax", &point, classes::ours, classes::by_hand);
    compare(
        "softmax-columns",
        &point,
        classes::ours_by_columns,
        classes::by_hand,
    );
    #[cfg(feature = "rayon")]
    super::timing::time(
        "softmax-threads-to-one",
        &point,
        classes::in_parallel,
        classes::ours,
    );

    let point: [f64; 80] = std::array::from_fn(|i| factors[i]);
    compare("geomean", &point, product::ours, product::by_hand);
    compare(
        "geomean-ln",
        &point,
        product::ours_of_logarithm,
        product::by_hand_of_logarithm,
    );

    let point = convolution::point(&mut draw);
    compare("conv", &point, convolution::ours, convolution::by_hand);

    compare("bilevel", &bilevel::POINT, bilevel::ours, bilevel::by_hand);

    let point = distances::point(&mut draw);
    compare("diagonal", &point, distances::ours, distances::by_hand);
    let by_pattern = distances::by_pattern(&point.1);
    compare(
        "diagonal-by-pattern",
        &point,
        by_pattern,
        distances::by_hand,
    );

    compare("sabr3", &sabr::POINT, sabr::ours, sabr::by_hand);
    compare(
        "sabr3-all",
        &sabr_all::POINT,
        sabr_all::ours,
        sabr_all::by_hand,
    );
}
