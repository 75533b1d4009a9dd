use monograd::prelude::*;

func! {
    fn twice<S: Scalar>(x: S) { 2 * x }
}

fn main() {
    println!("{}", twice.value(&[1.0]));
}
