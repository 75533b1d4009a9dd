use monograd::prelude::*;

func! {
    fn error(slope, offset; x, y) {
        slope * x + offset - y
    }
}

fn main() {
    error.with(&[3.0, 4.0]).gradient(&[1.0, 2.0, 3.0, 4.0]);
}
