use monograd::prelude::*;

func! {
    fn f(x) { let y = if x > 0 { x }; y }
}

fn main() {}
