use monograd::prelude::*;

func! {
    fn sum(x: [R; 3], y: [R; 4]) {
        (x + y).sum()
    }
}

fn main() {
    sum.value(&([1.0; 3], [1.0; 4]));
}
