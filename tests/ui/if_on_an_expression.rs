use monograd::prelude::*;

func! {
    fn magnitude(x) { if x.less_than(0) { -x } else { x } }
}

fn main() {
    println!("{}", magnitude.value(&[1.0]));
}
