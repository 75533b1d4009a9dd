use monograd::prelude::*;

func! {
    fn product(x: [R; 3], y: [R; 4]) {
        x.dot(y)
    }
}

fn main() {
    product.value(&([1.0; 3], [1.0; 4]));
}
