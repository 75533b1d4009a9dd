use monograd::prelude::*;

func! {
    fn norm(x, y) {
        stack((x, y)).norm()
    }
}

fn main() {
    norm.value(&[1.0, 2.0]);
}
