use monograd::prelude::*;

func! {
    fn variance(x: [R; 4]) {
        (x - x.mean()).square().mean()
    }
}

fn main() {
    variance.value(&([1.0; 4],));
}
