use monograd::prelude::*;

func! {
    fn f(a: [[R; 3]; 2]) {
        a.inverse().sum()
    }
}

fn main() {
    f.value(&[[1.0; 3]; 2]);
}
