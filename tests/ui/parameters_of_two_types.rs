use monograd::prelude::*;

#[derive(Parameters)]
struct Net<S, T> {
    w: [S; 3],
    b: T,
}

fn main() {}
