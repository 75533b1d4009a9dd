use monograd::prelude::*;

func! {
    fn error(slope, offset; x, y) {
        slope * x + offset - y
    }
}

fn main() {
    error.gradient(&[1.0, 2.0]);
}
