use monograd::prelude::*;

func! {
    fn f(x) { let mut y = x; while y > 1 { y /= 2; } y }
}

fn main() {}
