use monograd::prelude::*;

func! {
    fn loss(w: [R; 2]; x: [R; 2], y) {
        (w.dot(x) - y).square()
    }
}

fn main() {
    let rows = [([1.0, 2.0, 3.0], 4.0)];
    loss.over(&rows).value(&[1.0, 2.0]);
}
