use monograd::nn::Optimizer;

fn main() {
    let _ = Optimizer::<f64, _>::of("Lion", 0.1);
}
