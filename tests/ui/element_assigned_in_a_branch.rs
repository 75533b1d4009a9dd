use monograd::prelude::*;

func! {
    fn f(x: [R; 3]) { let mut a = x; for i in 0..3 { if x[i] < 0 { a[i] = 0; } } a.sum() }
}

fn main() {}
