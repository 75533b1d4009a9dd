#![deny(unused_must_use)]
use monograd::prelude::*;

fn main() {
    let f = func!(|x| x * x);
    f.gradient(&[1.0]);
}
