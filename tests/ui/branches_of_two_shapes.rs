use monograd::prelude::*;

func! {
    fn f(x: [R; 3], y: [R; 2], k) { let v = if k > 0 { let w = x * k; w } else { y }; v.sum() }
}

fn main() {}
