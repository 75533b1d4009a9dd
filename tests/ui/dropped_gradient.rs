#![deny(unused_must_use)]
use monograd::prelude::*;

fn main() {
    let f = func!(|x| x * x);
    f.gradient(&[1.0]);
    f.value_and_gradient(&[1.0]);
    f.hessian(&[1.0]);
    let tape = Tape::new();
    let x = tape.value(1.0);
    x * x;
}
