use monograd::prelude::*;

func! { fn doubled(m: [[R; 3]; 2]) -> [R; 2] { (2 * m.rows()).sum() } }

fn main() {}
