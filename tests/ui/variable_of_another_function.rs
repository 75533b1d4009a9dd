use monograd::prelude::*;

func! {
    fn enclosing(x) { func!(|y| x * y)(x) }
}

fn main() {
    println!("{}", enclosing.value(&[1.0]));
}
