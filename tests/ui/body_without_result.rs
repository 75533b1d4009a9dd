use monograd::prelude::*;

func! {
    fn nothing(x) { let _y = x * x; }
}

fn main() {
    println!("{:?}", nothing.value(&[1.0]));
}
