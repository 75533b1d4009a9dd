use monograd::prelude::*;

func! {
    fn f(x: [R; 3], i) { x[i] }
}

fn main() {}
