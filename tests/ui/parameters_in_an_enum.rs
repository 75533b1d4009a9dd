use monograd::prelude::*;

#[derive(Parameters)]
enum Net<S> {
    Shallow { w: [S; 3] },
}

fn main() {}
