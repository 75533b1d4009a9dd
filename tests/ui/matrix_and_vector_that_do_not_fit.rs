use monograd::prelude::*;

func! {
    fn layer(w: [[R; 3]; 2], x: [R; 2]) -> [R; 2] {
        w.dot(x).tanh()
    }
}

fn main() {
    layer.value(&([[1.0; 3]; 2], [1.0; 2]));
}
