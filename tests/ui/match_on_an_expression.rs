use monograd::prelude::*;

func! {
    fn f(x) { match x { _ => x } }
}

fn main() {}
