use monograd::nn::Mlp;
use monograd::prelude::*;

fn main() {
    let tape = Tape::<f64>::new();
    let _ = Mlp::build(2).layer(1, f64::tanh).on(&tape, 1);
}
