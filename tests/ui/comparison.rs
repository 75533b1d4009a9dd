use monograd::prelude::*;

func! {
    fn larger(x, y) { select(x < y, y, x) }
}

fn main() {
    println!("{}", larger.value(&[1.0, 2.0]));
}
