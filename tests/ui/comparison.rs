use monograd::prelude::*;

func! {
    fn larger(x, y) { if x < y { y } else { x } }
}

fn main() {
    println!("{}", larger.value(&[1.0, 2.0]));
}
