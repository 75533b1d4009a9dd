use monograd::prelude::*;

func! {
    fn f(w: [[R; 3]; 3], x: [R; 3]) { let mut h = 0; for _ in 0..3 { h = w.dot(x); } h }
}

fn main() {}
