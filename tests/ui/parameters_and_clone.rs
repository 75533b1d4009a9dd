use monograd::prelude::*;

#[derive(Clone, Debug, Parameters)]
struct Net<S> {
    w: [S; 3],
}

fn main() {}
