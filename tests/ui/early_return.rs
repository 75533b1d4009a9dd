use monograd::prelude::*;

func! {
    fn f(x) { return x * x; }
}

fn main() {}
