use monograd::prelude::*;

func! {
    fn f(x: f64) { x * x }
}

fn main() {}
