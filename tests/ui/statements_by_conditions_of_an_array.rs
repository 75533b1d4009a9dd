use monograd::prelude::*;

func! {
    fn f(x: [R; 3]) { let mut y = x; if x > 0 { y = x * x; } y.sum() }
}

fn main() {}
