use monograd::prelude::*;

func! {
    fn product(x, y) { x * y }
}

fn main() {
    let tape = Tape::new();
    product.on([tape.value(2.0)]).backward();
}
