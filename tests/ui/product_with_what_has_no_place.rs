use monograd::prelude::*;

func! {
    fn layers(w: [[R; 2]; 2], x: [R; 2]) {
        w.dot(w.dot(x).tanh()).sum()
    }
}

fn main() {
    layers.value(&([[1.0; 2]; 2], [1.0; 2]));
}
