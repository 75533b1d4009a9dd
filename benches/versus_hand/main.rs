//! Value and gradient by monograd against the gradient a careful engineer writes by hand, in one
//! process and run.
//!
//! ```text
//! cargo bench --bench versus_hand
//! RUSTFLAGS="-C target-cpu=native" cargo bench --bench versus_hand
//! ```
//!
//! prints a line for each workload, or for those whose name contains an argument, as in `-- gru kalman`:
//! `name ours_ns hand_ns ratio`, the nanoseconds for value and full gradient, and their ratio. Inputs and outputs go through
//! `black_box`. Batches of the two alternate, and the ratio is the median of that of neighbours, so that what slows the
//! machine down for a while slows both.
//!
//! `cargo test --bench versus_hand` compares the two without timing them.

mod bilevel;
mod black_scholes;
mod bundle;
mod classes;
mod convolution;
mod dense;
mod distances;
mod epidemic;
mod gated;
mod gravity;
mod hidden;
mod log_sum_exp;
mod logistic;
mod loops;
mod matrices;
mod micrograd;
mod mlp;
mod neuron;
mod normal;
mod portfolio;
mod product;
mod rosenbrock;
mod sabr;
mod sabr_all;
mod student;
mod timing;
mod trend;
mod tridiagonal;
mod unseen;

use std::hint::black_box;
use timing::{assert_agree, assert_close, compare, time, time_alone, time_few};

/// The random numbers of the workloads: a linear congruential generator.
struct Uniform(u64);

impl Uniform {
    fn draw<const N: usize>(&mut self, low: f64, high: f64) -> [f64; N] {
        std::array::from_fn(|_| {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
            self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
            let unit = (self.0 >> 11) as f64 / (1_u64 << 53) as f64;
            low + (high - low) * unit
        })
    }
}

fn main() {
    // Drawn in this order, whether or not a workload below uses them.
    let uniform = &mut Uniform(42);
    let w: [f64; 16] = uniform.draw(-1.0, 1.0);
    let x: [f64; 16] = uniform.draw(-1.0, 1.0);
    let rx: [f64; 100] = uniform.draw(-1.5, 1.5);
    let lx: [f64; 1000] = uniform.draw(-1.0, 1.0);
    let px: [f64; 100] = uniform.draw(0.5, 1.5);
    let ny: [f64; 1000] = uniform.draw(-3.0, 3.0);
    let lx100: [f64; 100] = std::array::from_fn(|i| lx[i]);

    println!("name ours_ns hand_ns ratio");

    let point = [w[0], w[1], x[0], x[1], 0.1];
    assert_close(neuron::ours(&point).0, 0.574340236527433);
    compare("neuron2", &point, neuron::ours, neuron::by_hand);

    let point = (w, x, 0.1);
    assert_close(neuron::ours_wide(&point).0, 0.870427480052493);
    compare("neuron16", &point, neuron::ours_wide, neuron::by_hand_wide);

    assert_close(rosenbrock::chain::ours(&rx).0, 16028.7638556903);
    compare(
        "rosen100",
        &rx,
        rosenbrock::chain::ours,
        rosenbrock::chain::by_hand,
    );

    assert_close(log_sum_exp::ours(&lx100).0, 4.77696538783467);
    compare("lse100", &lx100, log_sum_exp::ours, log_sum_exp::by_hand);
    assert_close(log_sum_exp::ours(&lx).0, 7.07792652868327);
    compare("lse1000", &lx, log_sum_exp::ours, log_sum_exp::by_hand);

    let y = ny;
    assert_close(normal::ours(&y).0, -1181.7236445454);
    compare("normal1000", &y, normal::ours, normal::by_hand);

    let matrix3 = std::array::from_fn(|i| std::array::from_fn(|j| lx[600 + 3 * i + j]));
    let matrix4 = std::array::from_fn(|i| std::array::from_fn(|j| lx[620 + 4 * i + j]));
    let (b3, c3) = ([lx[640], lx[641], lx[642]], [lx[643], lx[644], lx[645]]);
    let (b4, c4) = (
        [0.3, lx[646], lx[647], lx[648]],
        [0.7, lx[649], lx[650], lx[651]],
    );
    {
        use matrices::{four, three};
        compare("det3", &matrix3, three::det_ours, three::det_by_hand);
        compare("det4", &matrix4, four::det_ours, four::det_by_hand);
        let point = ((matrix3, b3), c3);
        compare("solve3", &point, three::solve_ours, three::solve_by_hand);
        let point = ((matrix4, b4), c4);
        compare("solve4", &point, four::solve_ours, four::solve_by_hand);
        let point = (matrix3, [b3, c3, b3]);
        compare(
            "inverse3",
            &point,
            three::inverse_ours,
            three::inverse_by_hand,
        );
        let point = (matrix4, [b4, c4, b4, c4]);
        compare(
            "inverse4",
            &point,
            four::inverse_ours,
            four::inverse_by_hand,
        );
    }

    let observation = (
        [
            0.2, -0.1, 0.3, 0.5, -0.4, -5.0, 500.0, 320.0, 240.0, -0.1, 0.02, 0.7, -0.3, 0.4, 0.9,
        ],
        [330.0, 250.0],
    );
    let (_, jacobian) = bundle::ours(&observation);
    for input in 0..15 {
        for (result, slopes) in jacobian.iter().enumerate() {
            let residual = |t: f64| {
                let (mut x, feature) = observation;
                x[input] = t;
                bundle::by_hand(&(x, feature)).0[result]
            };
            let slope = monograd::check::difference(residual, observation.0[input], 1e-3);
            let error = (slopes[input] - slope.derivative).abs();
            assert!(
                error <= 1e-7 * slope.derivative.abs().max(1.0),
                "{input}: {slope:?}"
            );
        }
    }
    compare("ba", &observation, bundle::ours, bundle::by_hand);
    let many = bundle::Many::around(&observation);
    compare(
        "ba10000-residuals-jacobian",
        many.parameters.as_slice(),
        many.ours(),
        many.by_hand(),
    );

    let point: Vec<f64> = (0..tridiagonal::SIZE).map(|i| rx[i % 100]).collect();
    let sparse = tridiagonal::ours();
    compare(
        "tridiagonal10000-hessian-to-three-products",
        point.as_slice(),
        sparse,
        tridiagonal::three_products(),
    );
    compare(
        "tridiagonal10000-hessian",
        point.as_slice(),
        tridiagonal::ours(),
        tridiagonal::by_hand(),
    );
    time_few("pattern-of-1000000", tridiagonal::pattern_of_a_million);

    let observed = std::array::from_fn(|i| 0.1 * (i as f64 * 0.03).cos());
    let point = ([0.1, 9.8, 0.05], (observed, 0.01));
    compare(
        "pendulum",
        &point,
        loops::pendulum::ours,
        loops::pendulum::by_hand,
    );
    let parameters = (
        std::array::from_fn(|i| std::array::from_fn(|j| 0.3 * lx[16 * i + j])),
        std::array::from_fn(|i| std::array::from_fn(|j| 0.3 * lx[300 + 4 * i + j])),
        std::array::from_fn(|i| lx[400 + i]),
    );
    let sequence = std::array::from_fn(|t| std::array::from_fn(|i| lx[500 + 4 * t + i]));
    let point = (parameters, (sequence, 0.3));
    compare("elman", &point, loops::elman::ours, loops::elman::by_hand);
    let point = ([1.0, 0.5, 1.1, 0.4, 0.3, 0.9], 0.05);
    compare("prey", &point, loops::prey::ours, loops::prey::by_hand);
    let observed = std::array::from_fn(|i| (1.0 + 8.0 * (-0.05 * i as f64).exp()).recip());
    let point = ([0.9], (observed, 0.05));
    compare(
        "growth",
        &point,
        loops::growth::ours,
        loops::growth::by_hand,
    );
    compare(
        "growth-reverse",
        &point,
        loops::growth::ours_reverse,
        loops::growth::by_hand,
    );
    let point = (lx100, 0.7);
    compare(
        "filled",
        &point,
        loops::filled::ours,
        loops::filled::by_hand,
    );

    let moons = mlp::Moons::load();
    let point = (moons.parameters, moons.rows[0]);
    compare("mlp-row", &point, mlp::ours_of_row, mlp::by_hand_of_row);
    let point = (moons.parameters, moons.rows);
    let (loss, gradient) = mlp::ours(&point);
    assert_close(loss, 0.8958441028683222);
    assert_agree(&gradient, &moons.first_gradient);
    compare("mlp", &point, mlp::ours, mlp::by_hand);

    let rows = ny.map(|y| [y]);
    let options = portfolio::options(uniform);
    let million: Vec<[f64; 1]> = (0..1000).flat_map(|_| rows).collect();
    compare(
        "normal1000-rows",
        rows.as_slice(),
        portfolio::normal_ours,
        portfolio::normal_by_hand,
    );
    compare(
        "black-scholes-10000-rows",
        options.as_slice(),
        portfolio::ours,
        portfolio::by_hand,
    );
    #[cfg(feature = "rayon")]
    {
        assert_eq!(portfolio::in_parallel(&options), portfolio::ours(&options));
        let many: Vec<[f64; 2]> = (0..100).flat_map(|_| options.iter().copied()).collect();
        time(
            "black-scholes-1000000-threads-to-one",
            many.as_slice(),
            portfolio::in_parallel,
            portfolio::ours,
        );
        time(
            "normal1000000-threads-to-one",
            million.as_slice(),
            portfolio::normal_in_parallel,
            portfolio::normal_of_a_million,
        );
    }
    compare(
        "normal1000000-rows",
        million.as_slice(),
        portfolio::normal_of_a_million,
        portfolio::normal_by_hand,
    );

    let observed: Vec<[f64; 20]> = (0..1000).map(|_| uniform.draw(-1.0, 1.0)).collect();
    compare(
        "logistic-hessian-1000-rows",
        observed.as_slice(),
        logistic::ours,
        logistic::by_hand,
    );

    let mut next = || uniform.draw::<1>(-1.0, 1.0)[0];
    let point = dense::point::<64, 64>(&mut next);
    let (mut ours, mut hand) = (point.clone(), point.clone());
    compare(
        "dense64x64",
        &point,
        |point| {
            (
                dense::ours::<64, 64>(point, &mut ours),
                black_box(&mut ours)[4],
            )
        },
        |point| {
            (
                dense::by_hand::<64, 64>(point, &mut hand),
                black_box(&mut hand)[4],
            )
        },
    );
    assert_agree(&ours, &hand);
    let point = dense::point::<784, 128>(&mut next);
    let (mut ours, mut hand) = (point.clone(), point.clone());
    compare(
        "dense784x128",
        &point,
        |point| {
            (
                dense::ours::<784, 128>(point, &mut ours),
                black_box(&mut ours)[4],
            )
        },
        |point| {
            (
                dense::by_hand::<784, 128>(point, &mut hand),
                black_box(&mut hand)[4],
            )
        },
    );
    assert_agree(&ours, &hand);

    let point = [-4.0, 2.0];
    let (value, gradient) = micrograd::ours(&point);
    assert_close(value, 24.70408163265306);
    assert_close(gradient[0], 138.83381924198252);
    assert_close(gradient[1], 645.5772594752186);
    compare("micrograd", &point, micrograd::ours, micrograd::by_hand);
    compare(
        "micrograd-as-stated",
        &point,
        micrograd::ours,
        micrograd::by_hand_as_stated,
    );
    time(
        "micrograd-forward",
        &point,
        micrograd::ours_forward,
        micrograd::by_hand,
    );
    compare(
        "micrograd-collected",
        &point,
        micrograd::ours_collected,
        micrograd::by_hand,
    );

    let point = [rx[0], rx[1]];
    assert_close(rosenbrock::ours(&point).0, 14.9102879310786);
    compare("rosen2", &point, rosenbrock::ours, rosenbrock::by_hand);
    compare(
        "rosen2-readme",
        &point,
        rosenbrock::ours_as_in_the_readme,
        rosenbrock::by_hand,
    );

    let point = [100.0, 110.0, 0.05, 0.2, 0.5];
    compare(
        "black-scholes",
        &point,
        black_scholes::ours,
        black_scholes::by_hand,
    );
    compare(
        "black-scholes-closed-form",
        &point,
        black_scholes::ours,
        black_scholes::closed_form,
    );
    let (_, gradient, hessian) = black_scholes::ours_second(&point);
    let (_, by_hand, hessian_by_hand) = black_scholes::closed_form_second(&point);
    for (ours, by_hand) in gradient.into_iter().zip(by_hand) {
        assert_close(ours, by_hand);
    }
    for (ours, by_hand) in hessian
        .as_flattened()
        .iter()
        .zip(hessian_by_hand.as_flattened())
    {
        assert_close(*ours, *by_hand);
    }
    time(
        "black-scholes-hessian-closed-form",
        &point,
        black_scholes::ours_second,
        black_scholes::closed_form_second,
    );

    // All derivatives up to the third along a direction, against a difference of second ones.
    let direction = [1.0, -0.5, 0.01, 0.02, 0.1];
    let second = |t: f64| {
        let moved = std::array::from_fn(|i| point[i] + t * direction[i]);
        let (_, _, hessian) = black_scholes::closed_form_second(&moved);
        let dot = |row: [f64; 5]| (0..5).map(|i| row[i] * direction[i]).sum::<f64>();
        dot(hessian.map(dot))
    };
    let third = black_scholes::ours_third(&point, &direction).derivative(3);
    let difference = monograd::check::difference(second, 0.0, 0.01);
    assert!((third - difference.derivative).abs() <= 1e-7 * third.abs());
    time_alone("black-scholes-third", &point, |point| {
        black_scholes::ours_third(point, &direction)
    });

    unseen::run(&px);
}
