use monograd::prelude::*;

func! {
    fn volume(a: [[R; 3]; 2]) {
        a.det()
    }
}

fn main() {
    volume.value(&[[1.0; 3]; 2]);
}
