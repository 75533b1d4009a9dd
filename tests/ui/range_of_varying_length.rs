use monograd::prelude::*;

func! {
    fn f(x: [R; 3]) { let mut s = 0; for i in 0..3 { s += x[0..i].sum(); } s }
}

fn main() {}
