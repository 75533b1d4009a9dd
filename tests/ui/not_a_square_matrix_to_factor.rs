use monograd::prelude::*;

func! {
    fn inverse(a: [[R; 3]; 2]) {
        a.inverse().sum()
    }
    fn factor(a: [[R; 3]; 2]) {
        a.cholesky().sum()
    }
}

fn main() {
    inverse.value(&[[1.0; 3]; 2]);
    factor.value(&[[1.0; 3]; 2]);
}
