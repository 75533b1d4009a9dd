use monograd::prelude::*;

func! {
    fn f(x) { if x > 1 { f(x / 2) } else { x } }
}

fn main() {}
