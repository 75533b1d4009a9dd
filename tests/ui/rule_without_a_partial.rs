use monograd::prelude::*;
use monograd::scalar::{Real, UnaryRule};

#[derive(Clone, Copy)]
struct Cube;

impl UnaryRule for Cube {
    fn primal<F: Real>(self, x: F) -> F {
        x * x * x
    }
}

fn main() {
    println!("{}", func!(|x| x.apply(Cube)).value(&[1.0]));
}
