//! The functions whose assembly `tests/codegen.rs` reads: those of the benchmark.

#[path = "../../../benches/versus_hand/neuron.rs"]
mod neuron;
#[path = "../../../benches/versus_hand/rosenbrock.rs"]
mod rosenbrock;

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
