use monograd::prelude::*;

func! {
    fn f(x) { let y = x * x; y += 1; y }
}

fn main() {}
