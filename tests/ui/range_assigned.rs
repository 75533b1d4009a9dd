use monograd::prelude::*;

func! {
    fn f(x: [R; 3]) { let mut a = x; a[0..2] = 1; a.sum() }
}

fn main() {}
