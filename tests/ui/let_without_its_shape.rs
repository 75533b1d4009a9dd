use monograd::prelude::*;

func! {
    fn norm(x: [R; 2]) {
        let h = x.tanh();
        h.norm()
    }
}

fn main() {
    norm.value(&([1.0; 2],));
}
