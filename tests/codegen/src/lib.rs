//! The functions whose assembly `tests/codegen.rs` reads: those of the benchmark.

#[allow(dead_code, reason = "its `main`, and a recurrence")]
#[path = "../../../examples/million.rs"]
mod million;
#[allow(dead_code, reason = "the larger of the two")]
#[path = "../../../benches/versus_hand/neuron.rs"]
mod neuron;
#[allow(dead_code, reason = "the larger of the two")]
#[path = "../../../benches/versus_hand/rosenbrock.rs"]
mod rosenbrock;

pub use million::{of_a_million, of_ten};

#[inline(never)]
pub fn neuron2_ours(point: &[f64; 5]) -> (f64, [f64; 5]) {
    neuron::ours(point)
}

#[inline(never)]
pub fn neuron2_hand(point: &[f64; 5]) -> (f64, [f64; 5]) {
    neuron::by_hand(point)
}

#[inline(never)]
pub fn rosen2_ours(point: &[f64; 2]) -> (f64, [f64; 2]) {
    rosenbrock::ours(point)
}

#[inline(never)]
pub fn rosen2_hand(point: &[f64; 2]) -> (f64, [f64; 2]) {
    rosenbrock::by_hand(point)
}

pub mod branches {
    use monograd::prelude::*;

    func! {
        /// Branches with `let`s of reals.
        fn branches(x, y, z) {
            if x < y {
                let a = (x * z).sin();
                let b = a * y + z;
                a * b + b * x
            } else {
                let a = (y - z).exp();
                let b = a * x;
                a * b - z
            }
        }
    }

    #[inline(never)]
    pub fn branches_ours(point: &[f64; 3]) -> (f64, [f64; 3]) {
        branches.value_and_gradient(point)
    }

    #[inline(never)]
    pub fn branches_hand(point: &[f64; 3]) -> (f64, [f64; 3]) {
        let [x, y, z] = *point;
        if x < y {
            let (a, slope) = ((x * z).sin(), (x * z).cos());
            let b = a * y + z;
            let in_b = a + x;
            let in_product = (b + in_b * y) * slope;
            let gradient = [b + in_product * z, in_b * a, in_b + in_product * x];
            (a * b + b * x, gradient)
        } else {
            let a = (y - z).exp();
            let b = a * x;
            let in_a = b + a * x;
            (a * b - z, [a * a, in_a * a, -1.0 - in_a * a])
        }
    }
}

pub mod loops {
    use monograd::prelude::*;

    func! {
        /// A loop of several states, of any length.
        fn orbit<const N: usize>(x: [R; N], k) {
            let mut position = k;
            let mut speed = 0;
            for i in 0..N {
                speed -= k * position / (1 + x[i] * x[i]);
                position += if speed > 0 { let step = speed * x[i]; step * step } else { speed };
            }
            position
        }
        fn of_a_hundred(x: [R; 100], k) { orbit(x, k) }
        fn of_ten_thousand(x: [R; 10_000], k) { orbit(x, k) }
    }

    #[inline(never)]
    pub fn loop_of_a_hundred(point: &([f64; 100], f64), gradient: &mut [f64; 101]) -> f64 {
        let mut flat = [0.0; 101];
        flat[..100].copy_from_slice(&point.0);
        flat[100] = point.1;
        of_a_hundred
            .value_and_gradient_into(&flat, gradient)
            .expect("101 numbers")
    }

    #[inline(never)]
    pub fn loop_of_ten_thousand(point: &([f64; 10_000], f64), gradient: &mut [f64; 10_001]) -> f64 {
        let mut flat = [0.0; 10_001];
        flat[..10_000].copy_from_slice(&point.0);
        flat[10_000] = point.1;
        of_ten_thousand
            .value_and_gradient_into(&flat, gradient)
            .expect("10001 numbers")
    }
}

/// Powers and quotients.
pub mod powers {
    use monograd::prelude::*;

    func! {
        fn cube(x) { x.powi(3) }
        fn seventh(x) { x.powi(7) }
        fn square(x) { x.square() }
        fn product(x) { x * x }
        fn quotients(a, b, c, s) { a / s + b / s * c / s }
        fn by_numbers(a, b) { (a / 3 - b / 4).square() }
    }

    #[inline(never)]
    pub fn power_of_three(x: &[f64; 1]) -> (f64, [f64; 1]) {
        cube.value_and_gradient(x)
    }
    #[inline(never)]
    pub fn power_of_seven(x: &[f64; 1]) -> (f64, [f64; 1]) {
        seventh.value_and_gradient(x)
    }
    /// Of both, so that the code of one is not that of the other.
    #[inline(never)]
    pub fn square_and_product(x: &[f64; 2]) -> [(f64, [f64; 1]); 2] {
        [
            square.value_and_gradient(&[x[0]]),
            product.value_and_gradient(&[x[1]]),
        ]
    }
    #[inline(never)]
    pub fn quotients_by_one(x: &[f64; 4]) -> (f64, [f64; 4]) {
        quotients.value_and_gradient(x)
    }
    #[inline(never)]
    pub fn quotients_by_numbers(x: &[f64; 2]) -> (f64, [f64; 2]) {
        by_numbers.value_and_gradient(x)
    }
}
