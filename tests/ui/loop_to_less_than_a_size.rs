use monograd::prelude::*;

func! {
    fn f<const N: usize>(x: [R; N]) { let mut s = 0; for i in 0..N - 1 { s += x[i + 1] - x[i]; } s }
}

fn main() {}
