use monograd::prelude::*;

func! {
    fn f(x: [R; 3]) { let mut s = 0; for i in 0..3 { for j in 0..i { s += x[j]; } } s }
}

fn main() {}
