use monograd::prelude::*;

func! {
    fn product(x, y) { x * y }
}

fn main() {
    println!("{:?}", product.jacobian(&[1.0, 2.0]));
}
