use monograd::prelude::*;

func! {
    fn g(x: [R; 2]) -> [R; 2] { 2 * x }
    fn f(x: [R; 3]) { g(x).tanh().sum() }
}

fn main() {}
