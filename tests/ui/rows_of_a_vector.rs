use monograd::prelude::*;

func! { fn sums(x: [R; 3]) -> [R; 3] { x.rows().sum() } }

fn main() {}
