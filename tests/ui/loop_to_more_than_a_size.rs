use monograd::prelude::*;

func! {
    fn f<const N: usize>(x: [R; N]) { let mut s = 0; for i in 0..2 * N { s += x[i / 2]; } s }
}

fn main() {}
