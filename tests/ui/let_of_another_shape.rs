use monograd::prelude::*;

func! {
    fn norm(w: [[R; 2]; 3], x: [R; 2]) {
        let h: [R; 2] = w.dot(x);
        h.norm()
    }
}

fn main() {
    norm.value(&([[1.0; 2]; 3], [1.0; 2]));
}
