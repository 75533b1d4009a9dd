use monograd::prelude::*;

func! {
    fn magnitude(x) { select(true, -x, x) }
}

fn main() {
    println!("{}", magnitude.value(&[1.0]));
}
