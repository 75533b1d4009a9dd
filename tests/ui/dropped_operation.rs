#![deny(unused_must_use)]
use monograd::prelude::*;

fn main() {
    let tape = Tape::new();
    let x = tape.value(1.0);
    x * x;
}
