//! The functions whose assembly `tests/codegen.rs` reads: those of the benchmark.

#[allow(dead_code, reason = "its `main`, and a recurrence")]
#[path = "../../../examples/million.rs"]
mod million;
#[path = "../../../benches/versus_hand/neuron.rs"]
mod neuron;
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
