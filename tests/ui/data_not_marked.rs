use monograd::prelude::*;

func! {
    fn error(slope, offset, x, y) {
        (slope * x + offset - y).square()
    }
}

fn main() {
    let rows = [[1.0, 2.0], [2.0, 3.0]];
    let loss = error.over(&rows).mean();
    println!("{:?}", loss.gradient(&[1.0, 2.0]));
}
