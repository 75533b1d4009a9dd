//! Value and gradient by monograd against the gradient a careful engineer writes by hand, in one
//! process and run.
//!
//! ```text
//! cargo bench --bench versus_hand
//! RUSTFLAGS="-C target-cpu=native" cargo bench --bench versus_hand
//! ```
//!
//! prints a line for each workload, `name ours_ns hand_ns ratio`: nanoseconds for value and full
//! gradient, and their ratio. Inputs and outputs go through `black_box`. Batches of the two
//! alternate, and the ratio is the median of that of neighbours, so that what slows the machine down
//! for a while slows both.

mod black_scholes;
mod micrograd;
mod neuron;
mod rosenbrock;
mod timing;

use timing::{assert_close, compare, time, time_alone};

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

    println!("name ours_ns hand_ns ratio");

    let point = [w[0], w[1], x[0], x[1], 0.1];
    assert_close(neuron::ours(&point).0, 0.574340236527433);
    compare("neuron2", &point, neuron::ours, neuron::by_hand);

    let point = [-4.0, 2.0];
    let (value, gradient) = micrograd::ours(&point);
    assert_close(value, 24.70408163265306);
    assert_close(gradient[0], 138.83381924198252);
    assert_close(gradient[1], 645.5772594752186);
    compare("micrograd", &point, micrograd::ours, micrograd::by_hand);
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
}
